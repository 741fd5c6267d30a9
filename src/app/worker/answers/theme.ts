/** Contributions of the levers within a theme. */

import { explainTheme, outcomeAt, type PartShare } from '../../../analysis/explain/change.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { SplitInput } from './split.ts'

export interface ThemeInput extends SplitInput {
  readonly theme: string
}

export const theme = (open: WasmRegion, { policy, assumptions, outcome, theme: name }: ThemeInput): PartShare[] =>
  explainTheme(open, policy, name, outcomeAt(open, outcome), { assumptions, many: open.simulator.runMany })
