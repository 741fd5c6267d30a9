/** Why a package makes something worse: of each package the largest change for the worse, and its causes in two runs. */

import { windowFrom, windowTo } from '../model/measures.ts'
import { changeIndicators } from './changes.ts'
import { type Division, reasonsOf } from './explain/reasons.ts'
import { type RunValues, valuesOfRun } from './explain/tree.ts'
import { indicatorOf } from './outcomes.ts'
import { policyAtFactor } from './packages.ts'
import type { OpenRegion } from './simulation.ts'
import type { Answer } from './verdict.ts'

/** Better than current policy in no more of the simulations than this, */
const rarelyBetter = 0.1
/** and worse by at least this, in the middle of them. */
const leastChange = 0.005

export interface AnswerReason {
  readonly package: string
  /** Of the list of indicators. */
  readonly indicator: string
  readonly variable: string
  /** The middle of the years over which packages are compared. */
  readonly year: number
  readonly divisions: readonly Division[]
}

/** Debt is not among what gets worse: half of every package is paid for with bonds. */
const compared = changeIndicators.filter(({ indicator }) => indicator !== 'debtToGdp')

export const answerReasons = (
  open: OpenRegion,
  { packages, assumptions }: Pick<Answer, 'packages' | 'assumptions'>,
): AnswerReason[] => {
  const year = Math.floor((windowFrom + windowTo) / 2)
  let before: RunValues | undefined
  return packages.slice(1).flatMap(({ id, factor, changes }): AnswerReason[] => {
    const [worst] = compared
      .map(({ indicator }) => ({ indicator, ...changes[indicator] }))
      .filter(({ chanceBetter, median }) => chanceBetter <= rarelyBetter && Math.abs(median) >= leastChange)
      .toSorted((a, b) => Math.abs(b.median) - Math.abs(a.median))
    if (worst === undefined) return []
    before ??= valuesOfRun(open, { assumptions })
    const policy = policyAtFactor(open, id, factor)
    const { indicator } = worst
    const [variable] = indicatorOf(indicator).variables
    const divisions = reasonsOf(open, variable, year, before, valuesOfRun(open, { policy, assumptions }), 1)
    return divisions.length === 0 ? [] : [{ package: id, indicator, variable, year, divisions }]
  })
}
