/** Contributions to a change in an outcome: by lever, and by policy and assumptions. */

import { type ExplainedChange, explainPolicy, explainSource, outcomeAt } from '../../../analysis/explain/change.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'

export interface SplitInput extends SetInputs {
  /** 'regionDebtToGdp@2035Q4'. */
  readonly outcome: string
}

export interface SplitAnswer {
  readonly policy: ExplainedChange
  /** Null where no assumption differs. */
  readonly source: ExplainedChange | null
}

export const split = (open: WasmRegion, { policy, assumptions, outcome: text }: SplitInput): SplitAnswer => {
  const { runMany: many } = open.simulator
  const outcome = outcomeAt(open, text)
  return {
    policy: explainPolicy(open, policy, outcome, { assumptions, many }),
    source: Object.keys(assumptions).length === 0 ? null : explainSource(open, policy, assumptions, outcome, { many }),
  }
}
