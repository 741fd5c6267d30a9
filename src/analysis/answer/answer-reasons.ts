/** The reasons why packages worsen an indicator: the largest deterioration under each package, and its causes in two runs. */

import type { ValuesMany } from '../../engine/run/wasm-simulator.ts'
import { clearlyWorse, reasonYear } from '../policies/changes.ts'
import { type Division, reasonsOf, stepsOfReasons } from '../explain/reasons.ts'
import type { RunValues } from '../explain/tree.ts'
import { design, isBoth } from '../../model/design.ts'
import { indicatorOf } from '../../outcomes/catalogue.ts'
import { policyAtFactor } from '../policies/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { Answer } from './verdict.ts'

export interface AnswerReason {
  readonly package: string
  /** Of the list of indicators. */
  readonly indicator: string
  readonly variable: string
  readonly year: number
  readonly divisions: readonly Division[]
}

/** Reasons for the change of an indicator by a package, from a run without it and a run with it. */
const reasonOfChange = (
  open: OpenRegion,
  { id, indicator }: { readonly id: string; readonly indicator: string },
  [before, after]: readonly [RunValues, RunValues],
  divisions?: number,
): AnswerReason => {
  const [variable] = indicatorOf(indicator).variables
  const found = reasonsOf(open, variable, reasonYear, before, after, divisions)
  return { package: id, indicator, variable, year: reasonYear, divisions: found }
}

/** `valuesMany` runs policies side by side. */
export const answerReasons = (
  open: OpenRegion,
  { packages, assumptions }: Pick<Answer, 'packages' | 'assumptions'>,
  valuesMany: ValuesMany,
): AnswerReason[] => {
  const simple = packages.filter(({ id }) => id !== 'A' && design.some(one => one.id === id && !isBoth(one)))
  const worse = simple.flatMap(({ id, factor, changes }) =>
    clearlyWorse(changes)
      .slice(0, 1)
      .map(indicator => ({ id, factor, indicator })),
  )
  if (worse.length === 0) return []
  const policies = [{}, ...worse.map(({ id, factor }) => policyAtFactor(open, id, factor))]
  const inputs = policies.map(policy => ({ policy, assumptions }))
  const [before, ...after] = valuesMany(inputs, stepsOfReasons(open, reasonYear))
  return worse
    .map((change, at) => reasonOfChange(open, change, [before, after[at]], 1))
    .filter(({ divisions }) => divisions.length > 0)
}
