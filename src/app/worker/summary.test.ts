/** Tests that changes are paired: simulation by simulation, whether both policies ran together or one was kept. */

import { expect, it } from 'vitest'
import { choose } from '../../cli/input/choice.ts'
import { bandOf } from '../../analysis/runs/quantiles.ts'
import { openOnWasm, type WasmRegion } from '../../analysis/region/wasm-region.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { Task } from '../../threads/task.ts'
import { chances, type ChancesPart } from './answers/chances.ts'
import { summary } from './answers/summary.ts'
import { giveWidening, wideningFor } from './widening.ts'

const alone: Task = { cancelled: () => false, progress: () => {}, pause: async () => {} }
const open = openOnWasm(openRegion('CN-JL').region)
const paths = ['debtToGdp', 'growth']
const members = 12

const part = (policies: ReadonlyArray<object>, range: readonly [number, number]): Promise<ChancesPart> =>
  chances(
    open,
    { settings: { seed: 1, members }, policies: policies as never, assumptions: {}, range, paths, auditEvery: 0 },
    alone,
  )

it('changes are those of each simulation, also against simulations that were kept', async () => {
  const { policy } = choose(open, 'G', {}).scenario
  const together = [await part([{}, policy], [0, 5]), await part([{}, policy], [5, members])]
  const [nothing, own] = summary(open, { parts: together, paths })
  expect(Array.from(nothing.changes['debtToGdp'].p90).every(value => value === 0)).toBe(true)
  // Parts come in any order and need not be cut at the same places.
  const kept = [await part([{}], [0, members])]
  const alonePolicy = [await part([policy], [5, members]), await part([policy], [0, 5])]
  const [later] = summary(open, { parts: alonePolicy, current: kept, paths })
  expect(later.changes).toEqual(own.changes)
  // Of the last value of the first path, by hand.
  const places = own.bands['debtToGdp'].p90.length
  const last = (one: ChancesPart, member: number): number => one.paths[0][(places - 1) * members + member]
  const whole = await part([policy], [0, members])
  const differences = Array.from({ length: members }, (_, member) => last(whole, member) - last(kept[0], member))
  expect(own.changes['debtToGdp'].p90[places - 1]).toBe(bandOf(differences).high)
})

it('policies that share what their simulations are drawn with disturb each other in nothing', async () => {
  const { policy } = choose(open, 'G', {}).scenario
  // More than a block, so that two questions take turns within a worker.
  const many = 80
  const asked = (place: WasmRegion, own: Policy, assumptions: Assumptions = {}): Promise<ChancesPart> =>
    chances(
      place,
      {
        settings: { seed: 3, members: many },
        policies: [own],
        assumptions,
        range: [0, many],
        paths,
        auditEvery: 16,
      },
      { ...alone, pause: () => new Promise(resolve => setTimeout(resolve)) },
    )
  const alike = await Promise.all([asked(open, {}), asked(open, policy)])
  const afresh = (): WasmRegion => openOnWasm(open.region, open.built, open.linked)
  expect(alike).toEqual([await asked(afresh(), {}), await asked(afresh(), policy)])
  // Years kept from before packages begin are of no use to scenarios that differ in them.
  const earlier = { publicInvestment: { value: 0.06, start: 2025 } }
  for (const [own, assumptions] of [
    [earlier, {}],
    [policy, {}],
    [policy, { poolElasticity: 0.7 }],
    [{}, {}],
  ] as const)
    expect(await asked(open, own, assumptions)).toEqual(await asked(afresh(), own, assumptions))
})

it('the error of the model that the app is built with is that which a worker measures', async () => {
  const task = { settings: { seed: 3, members: 8 }, assumptions: {} }
  const asked = (place: WasmRegion): Promise<ChancesPart> =>
    chances(place, { ...task, policies: [{}], range: [0, 8], paths, auditEvery: 0 }, alone)
  const given = openOnWasm(open.region, open.built, open.linked)
  const measured = await wideningFor(open, task)
  expect(Object.keys(measured!.errors).length).toBeGreaterThan(20)
  giveWidening(given, task, JSON.parse(JSON.stringify(measured)))
  expect(await asked(given)).toEqual(await asked(open))
  // Another seed measures its own.
  const other = { ...task, settings: { seed: 4, members: 8 } }
  expect(await wideningFor(given, other)).toEqual(await wideningFor(open, other))
})
