/**
 * Tests "What would it take, and when does it fail?" and the best packages as the page asks them: settings that their own
 * policies confirm, and refusals in words.
 */

import { expect, it } from 'vitest'
import { openOnWasm } from '../../../analysis/region/wasm-region.ts'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { UsageError } from '../../../language/reported-error.ts'
import { dominates } from '../../../engine/search/pareto.ts'
import { failuresInput, goalFrom, goalInput, goalText } from '../../state/goal.ts'
import { measuresFrom, movesAll, packagesInput, searchText } from '../../state/packages.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { failures } from './failures.ts'
import { leastSetting } from './goal.ts'
import { packages } from './packages.ts'

const open = openOnWasm(openRegion('northeast').region)
const task = { cancelled: () => false, pause: async () => undefined, progress: () => undefined }
const target = { id: 'debtToGdp', year: 2030, bound: 0.8, atLeast: false } as const
const settings = { levers: ['borrowingCap'], chance: '5', aim: 'change' } as const

it('finds a setting whose policy meets the target when it is asked about itself', async () => {
  const asked = { ...goalInput(emptyDraft(), [target], settings), members: 20 }
  const { before } = await leastSetting(open, asked, task)
  const wanted = Math.min(1, before.share + 0.1)
  const found = await leastSetting(open, { ...asked, chance: wanted }, task)
  expect(found.before).toEqual(before)
  expect(found.reached).toBe(found.chance.share >= wanted)
  expect(found.chance.share).toBeGreaterThanOrEqual(before.share)
  expect(found.levers[0]!.value).not.toBe(found.levers[0]!.standard)
  const again = await leastSetting(
    open,
    { ...asked, base: found.policy, levers: ['childAllowance'], chance: 0.05 },
    task,
  )
  expect(again.before).toEqual(found.chance)
}, 300_000)

it('refuses targets that contradict each other, and a search without a lever', async () => {
  const other = { ...target, bound: 0.9, atLeast: true }
  await expect(leastSetting(open, goalInput(emptyDraft(), [target, other], settings), task)).rejects.toThrow(
    'no simulation can meet both',
  )
  await expect(
    leastSetting(open, goalInput(emptyDraft(), [target], { ...settings, levers: [] }), task),
  ).rejects.toBeInstanceOf(UsageError)
})

it('counts as failures the simulations that miss the target, and names conditions under which they do', async () => {
  const input = { ...failuresInput(emptyDraft(), [target]), members: 200 }
  const found = await failures(open, input, task)
  const { before } = await leastSetting(
    open,
    { ...goalInput(emptyDraft(), [target], settings), members: 200, chance: 0.005 },
    task,
  )
  expect(found.failures).toBe(Math.round(200 * (1 - before.share)))
  expect(found.failures).toBeGreaterThan(10)
  const rate = found.failures / found.members
  for (const { density, coverage, mass, message } of found.boxes) {
    expect(density).toBeGreaterThan(rate)
    expect(density * mass).toBeCloseTo(coverage * rate, 9)
    expect(message.text.zh).toMatch(/失败/)
  }
  expect(structuredClone(found)).toEqual(found)
}, 300_000)

it('finds packages that no other beats, within the budget, and under the policies that it returns', async () => {
  const input = { ...packagesInput(emptyDraft(), ['consumption', 'debt', 'cost']), members: 20, tried: 32 }
  const found = await packages(open, input, task)
  expect(found).toMatchObject({ tried: 32, members: 20 })
  const points = found.packages.map(({ measures }) => [
    -measures['mean(regionRealConsumptionPerHead@2033-2037)'],
    measures['mean(regionDebtToGdp@2037)'],
    measures['cost'],
  ])
  expect(points.length).toBeGreaterThan(3)
  for (const one of points) expect(points.some(other => dominates(other, one))).toBe(false)
  const { policy, measures } = found.packages.at(-1)!
  const again = await leastSetting(
    open,
    {
      ...goalInput(emptyDraft(), [target], settings),
      targets: [{ text: `regionDebtToGdp@2037 <= ${measures['mean(regionDebtToGdp@2037)']}`, growth: false }],
      base: policy,
      levers: ['borrowingCap', 'swapPace', 'childAllowance'].filter(name => policy[name] === undefined).slice(0, 1),
      members: 20,
      chance: 0.05,
    },
    task,
  )
  expect(again.before.share).toBeGreaterThan(0)
  expect(again.before.share).toBeLessThan(1)
}, 300_000)

it('keeps its question in a text for links, and reads no other text', () => {
  const question = { levers: ['swapPace', 'borrowingCap'], chance: '75', aim: 'cost' } as const
  const other = { ...target, id: 'unemployment', bound: 0.06 } as const
  expect(goalFrom(goalText(question, [other, target]))).toEqual({ ...question, target, others: [other] })
  for (const text of [
    '',
    '{}',
    '[]',
    '[[["debtToGdp",2030]],[],"80","change"]',
    '[[["x",2030,1,true]],[],"80","cost"]',
  ])
    expect(goalFrom(text)).toBeUndefined()
  expect(measuresFrom('debt,cost,nonsense')).toEqual(['debt', 'cost'])
  expect(measuresFrom(undefined).length).toBe(4)
  expect([movesAll('debt,cost,all'), movesAll('debt,cost'), movesAll(undefined)]).toEqual([true, false, false])
  expect(measuresFrom(searchText(['debt', 'cost'], true))).toEqual(['debt', 'cost'])
})
