/** The reasons why packages worsen an indicator: the largest deterioration under each package, and its causes in two runs. */

import type { Policy } from '../engine/scenario.ts'
import { clearlyWorse, reasonYear } from './changes.ts'
import { type Division, reasonsOf } from './explain/reasons.ts'
import { type RunValues, valuesOfRun } from './explain/tree.ts'
import { indicatorOf } from './outcomes.ts'
import { policyAtFactor } from './packages.ts'
import type { OpenRegion } from './simulation.ts'
import type { Answer } from './verdict.ts'

export interface AnswerReason {
  readonly package: string
  /** Of the list of indicators. */
  readonly indicator: string
  readonly variable: string
  readonly year: number
  readonly divisions: readonly Division[]
}

/** Why a package, as an answer has scaled it, changes an indicator; `valuesUnder` gives the run of a policy. */
export const reasonOfChange = (
  open: OpenRegion,
  { id, factor, indicator }: { readonly id: string; readonly factor: number | null; readonly indicator: string },
  valuesUnder: (policy: Policy) => RunValues,
  divisions?: number,
): AnswerReason => {
  const [variable] = indicatorOf(indicator).variables
  const [before, after] = [valuesUnder({}), valuesUnder(policyAtFactor(open, id, factor))]
  const found = reasonsOf(open, variable, reasonYear, before, after, divisions)
  return { package: id, indicator, variable, year: reasonYear, divisions: found }
}

export const answerReasons = (
  open: OpenRegion,
  { packages, assumptions }: Pick<Answer, 'packages' | 'assumptions'>,
): AnswerReason[] => {
  let nothing: RunValues | undefined
  const valuesUnder = (policy: Policy): RunValues =>
    Object.keys(policy).length === 0
      ? (nothing ??= valuesOfRun(open, { assumptions }))
      : valuesOfRun(open, { policy, assumptions })
  return packages
    .slice(1)
    .flatMap(({ id, factor, changes }) =>
      clearlyWorse(changes)
        .slice(0, 1)
        .map(indicator => reasonOfChange(open, { id, factor, indicator }, valuesUnder, 1)),
    )
    .filter(({ divisions }) => divisions.length > 0)
}
