/** Output, jobs and external sales by industry, compared with current policy. */

import {
  type IndustryQuestion,
  industrySteps,
  type IndustryTable,
} from '../../../analysis/industries/industry-table.ts'
import { parseShock } from '../../../analysis/industries/shocks.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Task } from '../../../threads/task.ts'
import { stepwise } from '../stepwise.ts'

export interface IndustriesInput extends Omit<IndustryQuestion, 'shocks'> {
  /** 'exportsRussia=-100%'. */
  readonly shocks: readonly string[]
  readonly members: number
}

/** Null where the region has no input-output table, and so no industries. */
export const industriesCompared = async (
  open: WasmRegion,
  { shocks, ...question }: IndustriesInput,
  task: Task,
): Promise<IndustryTable | null> => {
  if (open.region.inputOutput === undefined) return null
  const steps = industrySteps(open, { ...question, shocks: shocks.map(text => parseShock(open, text)) })
  return stepwise(steps, question.members, task)
}
