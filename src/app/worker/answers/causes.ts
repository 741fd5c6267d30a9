/** One level of the tree of causes. */

import { type Asked, askedAt, type CauseLevel, causesAt } from '../../../analysis/explain/tree.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { valuesFor } from '../kept-runs.ts'

export interface CausesInput extends SetInputs {
  /** A row that was shown, or a variable at a step: dimensions without a label are taken together. */
  readonly asked: Asked
}

export const causes = (open: WasmRegion, { policy, assumptions, asked }: CausesInput): CauseLevel => {
  const point = { ...askedAt(open, asked.name, asked.labels, asked.step), closing: asked.closing }
  return causesAt(open, point, valuesFor(open, {}, assumptions), valuesFor(open, policy, assumptions))
}
