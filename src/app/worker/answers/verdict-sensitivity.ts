/** The change of the verdict when one uncertain input moves over its range (`heartland evidence` for that input alone). */

import {
  type InputSensitivity,
  type InputSensitivitySettings,
  rankOne,
} from '../../../analysis/evidence/evidence-ranking.ts'
import { runsOnModule, type WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { advance, type Task } from '../../../threads/task.ts'

/** Null where no input of that name is uncertain. */
export const verdictSensitivity = async (
  open: WasmRegion,
  input: InputSensitivitySettings,
  task: Task,
): Promise<InputSensitivity | null> => {
  const runsOn = runsOnModule(open, { many: open.simulator.runMany, built: open.built })
  return (await rankOne(open, runsOn, input, (done, all) => advance(task, done, all))) ?? null
}
