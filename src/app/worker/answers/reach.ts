/** How much a guess matters for an outcome: its value at the ends of the range used, under the policy in hand. */

import { outcomeAt, outcomeIn, recordFor } from '../../../analysis/explain/change.ts'
import type { LanesRegion } from '../../../analysis/lanes-region.ts'
import type { SplitInput } from './split.ts'

export interface ReachInput extends SplitInput {
  /** 'name' or 'name[label]'. */
  readonly parameter: string
  readonly range: readonly [low: number, high: number]
}

/** The outcome at the low and the high end. */
export const reach = (
  open: LanesRegion,
  { policy, assumptions, outcome: text, parameter, range }: ReachInput,
): readonly [number, number] => {
  const outcome = outcomeAt(open, text)
  const runs = open.simulator.runMany(
    range.map(value => ({ policy, assumptions: { ...assumptions, [parameter]: value }, record: recordFor(outcome) })),
  )
  const [low, high] = runs.map(outcomeIn(open, outcome))
  return [low, high]
}
