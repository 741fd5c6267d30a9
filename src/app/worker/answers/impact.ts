/** Effects of a change in external sales: by the input-output table, and in the full model. */

import { type Impact, impactSteps } from '../../../analysis/industries/impact.ts'
import { parseShock } from '../../../analysis/industries/shocks.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import type { Task } from '../../../threads/task.ts'
import { stepwise } from '../stepwise.ts'

interface ImpactInput {
  /** 'exportsRussia=-100%'. */
  readonly shocks: readonly string[]
  readonly year: number
  readonly assumptions: Assumptions
  readonly seed: number
  readonly members: number
}

export const impact = (open: WasmRegion, { shocks, year, ...settings }: ImpactInput, task: Task): Promise<Impact> => {
  const parsed = shocks.map(text => parseShock(open, text))
  return stepwise(impactSteps(open, parsed, year, settings), settings.members, task)
}
