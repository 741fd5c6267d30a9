/** Tests that the answer on the WebAssembly module equals that of single runs, to the bit, on any number of threads. */
import { expect, it } from 'vitest'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { oneByOne } from '../../engine/run/many.ts'
import { reformFindings } from '../../analysis/answer/reforms.ts'
import { settingAt, votesOf } from '../../analysis/answer/votes-fixture.ts'
import { answerOf, planOf } from '../../analysis/answer/verdict.ts'
import { membersOneByOne, membersSideBySide } from '../testing/one-by-one-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'

it('has the same simulations, residuals and answer', { timeout: 120_000, tags: ['thorough'] }, async () => {
  const open = openRegion('northeast')
  const onWasm = openOnWasm(open.region, undefined, undefined, open.files!.read)
  const settings = { seed: 3, members: 10 }
  const assumptions = { contributionCompliance: 0.9 }
  const plan = planOf(open, assumptions)
  expect(planOf(onWasm, assumptions)).toEqual(plan)
  const task = { settings, policies: plan.packages.map(({ policy }) => policy), assumptions }
  const reforms = reformFindings(open, plan.packages, assumptions, oneByOne(open.simulator))
  const known = { votes: votesOf(settingAt(-0.012)), reforms }
  const expected = await membersOneByOne(open, task)
  for (const threads of [1, 2]) {
    let done = 0
    const found = await membersSideBySide(open, task, threads, runs => void (done += runs))
    expect(found).toEqual(expected)
    expect(done).toBe(10 * plan.packages.length)
    const answer = answerOf(onWasm, plan, found, { ...settings, assumptions }, known)
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify(answerOf(open, plan, expected, { ...settings, assumptions }, known)),
    )
  }
})

it('runs the first simulations alone as they are among all', async () => {
  const open = openRegion('CN-JL')
  const { packages } = planOf(open, {})
  const task = { settings: { seed: 3, members: 40 }, policies: [packages[7].policy], assumptions: {} }
  const { futures } = await membersSideBySide(open, task, 1)
  const alone = await membersSideBySide(open, { ...task, first: 34 }, 1)
  expect(alone.futures).toEqual([futures[0].slice(0, 34)])
}, 120_000)
