/** Output and jobs by industry under a policy and under current policy. */

import { type IndustryTable, industryTable } from '../../../analysis/industries/industry-table.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

interface IndustriesInput {
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly year: number
}

/** Null where the region has no input-output table, and so no industries. */
export const industriesCompared = (
  open: WasmRegion,
  { policy, assumptions, year }: IndustriesInput,
): IndustryTable['figures'] | null =>
  open.region.inputOutput === undefined ? null : industryTable(open, { policy, assumptions, year }).figures
