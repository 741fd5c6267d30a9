/** Tests that each run behind the claims is audited, and not only the one under current policy. */

import { expect, it } from 'vitest'
import { claimsOf } from '../../analysis/evidence/claims/index.ts'
import { openRegion } from '../testing/open-fixture.ts'
import type { Run, RunInput } from '../../engine/run.ts'
import { answerQuestion, prepare, recordOf, reportOf } from '../../questions/core/ask.ts'
import type { Runs } from '../../questions/core/question.ts'
import { questionCalled } from '../../questions/index.ts'

const open = openRegion('northeast')

/** Runs under a policy have an account that does not balance. */
const run = (input: RunInput): Run => {
  const made = open.simulator.run(input)
  const isPolicy = Object.keys(input.policy ?? {}).length > 0
  return isPolicy && made.audit !== undefined
    ? { ...made, audit: { ...made.audit, largestResidual: 0.5, where: 'gift' } }
    : made
}

const ask = async (of: typeof open) => {
  const prepared = prepare(await questionCalled('record'), { open: of, choices: [] }, { claims: true })
  const past = { claims: () => claimsOf(of, true), backTest: () => undefined }
  const answered = await answerQuestion(prepared, { past } as unknown as Runs)
  return { answered, record: recordOf(prepared, answered, reportOf(prepared, answered)) }
}

it('a run within the claims that does not balance is reported', async () => {
  const { answered } = await ask({ ...open, simulator: { ...open.simulator, run } })
  expect(answered.unbalanced?.text.en).toContain('the accounts do not balance (gift)')
})

it('claims whose runs balance are not, and no audit stands among them', async () => {
  const { answered, record } = await ask(open)
  expect(answered.unbalanced).toBeUndefined()
  expect(Object.keys(record)).toEqual(['claims', 'conditions'])
})
