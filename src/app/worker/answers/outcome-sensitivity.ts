/** Sensitivity of an outcome to an uncertain input: its values at both ends of the input's range. */

import { outcomeAt, outcomeIn, recordFor } from '../../../analysis/explain/change.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { allRuns } from '../../../engine/run/many.ts'

export interface OutcomeSensitivityInput extends SetInputs {
  /** 'regionDebtToGdp@2035Q4'. */
  readonly outcome: string
  /** 'name' or 'name[label]'. */
  readonly parameter: string
  readonly range: readonly [low: number, high: number]
}

/** The outcome at the low and the high end. */
export const outcomeSensitivity = (
  open: WasmRegion,
  { policy, assumptions, outcome: text, parameter, range }: OutcomeSensitivityInput,
): readonly [number, number] => {
  const outcome = outcomeAt(open, text)
  const runs = open.simulator.runMany(
    range.map(value => ({ policy, assumptions: { ...assumptions, [parameter]: value } })),
    recordFor(outcome),
  )
  const [low, high] = allRuns(runs).map(outcomeIn(open, outcome))
  return [low, high]
}
