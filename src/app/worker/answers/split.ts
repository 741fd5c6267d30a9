/** Contributions to a change in an outcome: by lever, by policy and assumptions, and the feedback loops involved. */

import { type ExplainedChange, explainPolicy, explainSource, outcomeAt } from '../../../analysis/explain/change.ts'
import { loopsTowards, type MeasuredLoop, measureLoops } from '../../../analysis/explain/loops.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export interface SplitInput {
  readonly policy: Policy
  readonly assumptions: Assumptions
  /** 'regionDebtToGdp@2035Q4'. */
  readonly outcome: string
}

export interface SplitAnswer {
  readonly policy: ExplainedChange
  /** Null where no assumption differs. */
  readonly source: ExplainedChange | null
  /** Nearest to the outcome first. */
  readonly loops: readonly MeasuredLoop[]
  /** Calendar time from which loops are measured. */
  readonly loopsFrom: number
}

const loopYears = 5

export const split = (open: WasmRegion, { policy, assumptions, outcome: text }: SplitInput): SplitAnswer => {
  const { runMany: many } = open.simulator
  const outcome = outcomeAt(open, text)
  const { end } = open.simulator.horizon
  const loopsFrom = Math.min(Math.floor(outcome.from), end - loopYears)
  const measured = measureLoops(open, { policy, assumptions }, { from: loopsFrom, years: loopYears })
  return {
    policy: explainPolicy(open, policy, outcome, { assumptions, many }),
    source: Object.keys(assumptions).length === 0 ? null : explainSource(open, policy, assumptions, outcome, { many }),
    loops: loopsTowards(open, measured, outcome.variable),
    loopsFrom,
  }
}
