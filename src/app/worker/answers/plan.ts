/** The policies to run for the answer: the packages, and once more without their reforms that have no direct cost. */

import { costingOf } from '../../../analysis/costs.ts'
import { scaledToBudget } from '../../../analysis/packages.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { planOf } from '../../../analysis/verdict.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export const plan = (open: WasmRegion, { assumptions }: { readonly assumptions: Assumptions }): Policy[] =>
  planOf(open, assumptions, open.simulator.runMany).runs.map(({ policy }) => policy)

/** A policy with its spending scaled to the common budget, which is that of the standard assumptions; null where it cannot be. */
export const toBudget = (open: WasmRegion, { policy }: { readonly policy: Policy }): Policy | null =>
  scaledToBudget(open, costingOf(open), policy, open.simulator.runMany) ?? null
