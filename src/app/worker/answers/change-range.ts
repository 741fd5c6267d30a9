/** Range of 80 % of simulations for the change in an outcome; every simulation is run with and without the policy. */

import { outcomeAt, outcomeIn, recordFor } from '../../../analysis/explain/change.ts'
import type { Band } from '../../../analysis/numbers.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { bandOf } from '../../../analysis/quantiles.ts'
import { type EnsembleSettings, memberInput } from '../../../engine/ensemble.ts'
import { allRuns } from '../../../engine/run/many.ts'
import { advance, type Task } from '../../../threads/task.ts'
import type { SplitInput } from './split.ts'

export interface SpreadInput extends SplitInput {
  readonly settings: EnsembleSettings
}

const atOnce = 32

export const changeRange = async (
  open: WasmRegion,
  { policy, assumptions, outcome: text, settings }: SpreadInput,
  task: Task,
): Promise<Band> => {
  const outcome = outcomeAt(open, text)
  const read = outcomeIn(open, outcome)
  const draw = memberInput(open.linked, open.simulator, settings)
  const changes: number[] = []
  for (let from = 0; from < settings.members; from += atOnce) {
    const draws = Array.from({ length: Math.min(atOnce, settings.members - from) }, (_, at) => draw(from + at))
    const runs = open.simulator.runMany(
      draws.flatMap(one => [{}, policy].map(chosen => ({ ...one, policy: chosen, assumptions }))),
      recordFor(outcome),
    )
    const means = allRuns(runs).map(read)
    for (let at = 0; at < draws.length; at++) changes.push(means[2 * at + 1] - means[2 * at])
    await advance(task, changes.length, settings.members)
  }
  return bandOf(changes)
}
