/** Runs the policies of a search over the same simulations within one worker. */

import {
  joinTrials,
  orderTrials,
  type RunTrials,
  trialAnswers,
  type TrialQuestion,
  type TrialTask,
} from '../../analysis/goal/trials.ts'
import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { Cancelled, type Task } from '../../threads/task.ts'

/** `task` hears how far each call has come; between two calls it may have been cancelled. */
export const workerTrials = (
  open: WasmRegion,
  trialTask: TrialTask & { readonly settings: { readonly members: number } },
  task: Task,
): RunTrials => {
  const { settings, readings } = trialTask
  const { setup, inputsOf } = orderTrials(open, open.built, trialTask)
  const { trials } = trialAnswers(setup) as {
    readonly trials: (question: TrialQuestion, task: Task) => Promise<Float64Array>
  }
  return async policies => {
    if (task.cancelled()) throw new Cancelled()
    const range = [0, settings.members] as const
    const values = await trials({ policies: inputsOf(policies), range }, task)
    return joinTrials([[range, values]], policies.length, readings.length, settings.members)
  }
}
