/** The policies to run for the answer: the packages, once more without their reforms, and financed by others. */

import { costingOf } from '../../../analysis/policies/costs.ts'
import { scaledToBudget } from '../../../analysis/policies/packages.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { planOf } from '../../../analysis/answer/verdict.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

interface PlannedRuns {
  readonly policies: readonly Policy[]
  /** For the robustness of the ranking. */
  readonly financed: readonly Policy[]
}

export const plan = (open: WasmRegion, { assumptions }: { readonly assumptions: Assumptions }): PlannedRuns => {
  const { runs, financed } = planOf(open, assumptions, open.simulator.runMany)
  return { policies: runs.map(({ policy }) => policy), financed: financed.policies }
}

/** A policy with its spending scaled to the common budget, which is that of the standard assumptions; null where it cannot be. */
export const toBudget = (open: WasmRegion, { policy }: { readonly policy: Policy }): Policy | null =>
  scaledToBudget(open, costingOf(open), policy, open.simulator.runMany) ?? null
