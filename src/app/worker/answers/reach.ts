/** How many people are in the groups that levers concern, under the policy in hand. */

import { peopleReached } from '../../../analysis/reach.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export const reach = (
  open: WasmRegion,
  input: { readonly policy: Policy; readonly assumptions: Assumptions },
): Readonly<Record<string, number>> => peopleReached(open, input)
