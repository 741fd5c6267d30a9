/** The policies to run for the answer: the packages, and once more without their reforms that have no direct cost. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { planOf } from '../../../analysis/verdict.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export const plan = (open: WasmRegion, { assumptions }: { readonly assumptions: Assumptions }): Policy[] =>
  planOf(open, assumptions, open.simulator.runMany).runs.map(({ policy }) => policy)
