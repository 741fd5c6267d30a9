/** The answer computed on the WebAssembly module alone is the answer of the command line, to the bit. */
import { expect, it } from 'vitest'
import { openOnLanes, runRangeOnLanes } from '../analysis/lanes-region.ts'
import { joinMembers, runRange } from '../analysis/members.ts'
import { answerOf, planOf } from '../analysis/verdict.ts'
import { openRegion } from './simulation.ts'

it('has the same futures, residuals and answer', async () => {
  const open = openRegion('northeast')
  const lanes = openOnLanes(open.region)
  const settings = { seed: 3, members: 20 }
  const assumptions = { contributionCompliance: 0.9 }
  const plan = planOf(open, assumptions)
  expect(planOf(lanes, assumptions)).toEqual(plan)
  const task = { settings, policies: plan.runs.map(({ policy }) => policy), assumptions }
  const expected = runRange(open, task, [0, 20], () => {})
  let told = 0
  const parts = [
    await runRangeOnLanes(lanes, task, [0, 7], runs => void (told += runs)),
    await runRangeOnLanes(lanes, task, [7, 20], runs => void (told += runs)),
  ]
  const found = joinMembers(parts)
  expect(found).toEqual(expected)
  expect(told).toBe(20 * plan.runs.length)
  const answer = answerOf(lanes, plan, found, { ...settings, assumptions })
  expect(JSON.stringify(answer)).toBe(JSON.stringify(answerOf(open, plan, expected, { ...settings, assumptions })))
}, 60_000)
