/** Who sells to whom, under a policy or after a change in external sales. */

import { type Flows, industryFlows } from '../../../analysis/industries/flows.ts'
import { parseShock } from '../../../analysis/industries/shocks.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { IndustriesInput } from './industries.ts'

export const flows = (open: WasmRegion, { shocks, ...question }: Omit<IndustriesInput, 'members' | 'seed'>): Flows =>
  industryFlows(open, { ...question, shocks: shocks.map(text => parseShock(open, text)) })
