/** The range of 80 % of simulations for a change; every simulation is run with and without the policy. */

import { type EnsembleSettings, memberInput } from '../../engine/ensemble.ts'
import { allRuns, type RunMany } from '../../engine/run/many.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import type { Band } from '../words/numbers.ts'
import { bandOf } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type ExplainedOutcome, outcomeIn, recordFor } from './change.ts'

const atOnce = 32

export const changeRange = async (
  open: OpenRegion,
  { policy, assumptions }: SetInputs,
  outcome: ExplainedOutcome,
  { members, seed }: Pick<EnsembleSettings, 'members' | 'seed'>,
  { many, advance }: { readonly many: RunMany; readonly advance: (runs: number) => Promise<void> | void },
): Promise<Band> => {
  const read = outcomeIn(open, outcome)
  const draw = memberInput(open.linked, open.simulator, { members, seed })
  const changes: number[] = []
  for (let from = 0; from < members; from += atOnce) {
    const draws = Array.from({ length: Math.min(atOnce, members - from) }, (_, at) => draw(from + at))
    const runs = many(
      draws.flatMap(one => [{}, policy].map(chosen => ({ ...one, policy: chosen, assumptions }))),
      recordFor(outcome),
    )
    const means = allRuns(runs).map(read)
    for (let at = 0; at < draws.length; at++) changes.push(means[2 * at + 1]! - means[2 * at]!)
    await advance(draws.length)
  }
  return bandOf(changes)
}
