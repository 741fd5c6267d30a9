/** A policy with its spending scaled to the common budget, which is that of the standard assumptions; null where it cannot be. */

import { costingOf } from '../../../analysis/policies/costs.ts'
import { scaledToBudget } from '../../../analysis/policies/packages.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Policy } from '../../../engine/scenario.ts'

export const toBudget = (open: WasmRegion, { policy }: { readonly policy: Policy }): Policy | null =>
  scaledToBudget(open, costingOf(open), policy, open.simulator.runMany) ?? null
