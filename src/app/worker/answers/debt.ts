/** The simulations behind the fans of debt. */

import { type DebtFans, debtFans, type FanQuestion } from '../../../analysis/debt/fan.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { advance, type Task } from '../../../threads/task.ts'
import { wideningFor } from '../widening.ts'

export const debtSimulations = async (open: WasmRegion, question: FanQuestion, task: Task): Promise<DebtFans> => {
  const { assumptions, seed, members } = question
  const widening = await wideningFor(open, { settings: { seed, members }, assumptions })
  let done = 0
  return debtFans(open, open.built, question, widening, runs => advance(task, (done += runs), members))
}
