import { expect, it } from 'vitest'
import { readFirst } from '../../cli/app-build/first.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { standardMembers, standardSeed } from '../../scenario/scenario.ts'
import { noTask } from '../../threads/task.ts'
import { chances } from './answers/chances.ts'
import { lines } from './answers/lines.ts'
import { summary } from './answers/summary.ts'

const close = (built: ArrayLike<number>, own: ArrayLike<number>): void => {
  expect(built).toHaveLength(own.length)
  for (let at = 0; at < own.length; at++) expect(built[at]).toBe(Number(own[at]!.toPrecision(6)))
}

it('current policy as the app is built with it has the figures that workers find, to six digits', async () => {
  const { runs } = await readFirst('northeast', () => {})
  const open = openOnWasm(openRegion('northeast').region)
  const record = Object.keys(runs.lines.runs[0]!)
  // In What if a second line is the same while no lever is moved.
  const found = lines(open, {
    runs: [
      { policy: {}, assumptions: {} },
      { policy: {}, assumptions: {} },
    ],
    record,
    cost: { of: 1, against: 0 },
  })
  for (const run of found.runs) for (const name of record) close(runs.lines.runs[0]![name]!, run[name]!)
  expect(runs.lines.cost).toEqual(found.cost)
  const paths = Object.keys(runs.bands)
  const task = { settings: { seed: standardSeed, members: standardMembers }, policies: [{}], assumptions: {}, paths }
  const half = standardMembers / 2
  const parts = await Promise.all(
    (
      [
        [0, half],
        [half, standardMembers],
      ] as const
    ).map(range => chances(open, { ...task, range, auditEvery: 16 }, noTask)),
  )
  const [{ bands, members }] = summary(open, { parts, paths }) as [ReturnType<typeof summary>[number]]
  expect(runs.members).toBe(members)
  for (const name of paths) for (const end of ['p10', 'p90'] as const) close(runs.bands[name]![end], bands[name]![end])
})
