/** Which policies the answer needs to be run: the packages, then those with free levers once more without them. */

import type { LanesRegion } from '../../../analysis/lanes-region.ts'
import { planOf } from '../../../analysis/verdict.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export const plan = (open: LanesRegion, { assumptions }: { readonly assumptions: Assumptions }): Policy[] =>
  planOf(open, assumptions).runs.map(({ policy }) => policy)
