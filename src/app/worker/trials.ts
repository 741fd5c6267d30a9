/**
 * Runs the policies of a search over the same simulations: by all workers of the page where the question came through their
 * pool, else by the worker that searches. Which of them ran a part changes nothing in it.
 */

import {
  joinTrials,
  orderTrials,
  type RunTrials,
  trialAnswers,
  type TrialQuestion,
  type TrialTask,
} from '../../analysis/policies/goal/trials.ts'
import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import type { Policy } from '../../engine/scenario.ts'
import { lastPer } from '../../language/once-per.ts'
import { Cancelled, type Task } from '../../threads/task.ts'

interface MemberTrials extends TrialTask {
  readonly settings: TrialTask['settings'] & { readonly members: number }
}

/** Simulations that a searching worker wishes to have run: all of them, or the part that one worker runs. */
export interface TrialsPart {
  readonly task: MemberTrials
  readonly policies: readonly Policy[]
  readonly range: readonly [from: number, to: number]
}

type Trials = (question: TrialQuestion, task: Task) => Promise<Float64Array>

/** The search of the last part that a worker ran, kept prepared for the next part; it runs one part at a time. */
const prepared = lastPer<WasmRegion, ReturnType<typeof prepare>>()
const running = new WeakSet<object>()

const prepare = (open: WasmRegion, task: MemberTrials) => {
  const { setup, inputsOf } = orderTrials(open, open.built, task)
  return { inputsOf, run: (trialAnswers(setup) as { readonly trials: Trials }).trials }
}

/** A part of the simulations of policies. */
export const trials = async (open: WasmRegion, part: TrialsPart, task: Task): Promise<Float64Array> => {
  const { policies, range } = part
  const key = JSON.stringify(part.task)
  const known = prepared.find(open, key)
  const ordered = prepared.keep(
    open,
    key,
    known !== undefined && !running.has(known) ? known : prepare(open, part.task),
  )
  running.add(ordered)
  try {
    return await ordered.run({ policies: ordered.inputsOf(policies), range }, task)
  } finally {
    running.delete(ordered)
  }
}

/** `task` hears how far each call has come; between two calls it may have been cancelled. */
export const workerTrials =
  (open: WasmRegion, trialTask: MemberTrials, task: Task): RunTrials =>
  async policies => {
    if (task.cancelled()) throw new Cancelled()
    const { readings, settings } = trialTask
    task.progress(0, policies.length * settings.members)
    const whole: TrialsPart = { task: trialTask, policies, range: [0, settings.members] }
    const parts =
      task.wish === undefined
        ? [[whole.range, await trials(open, whole, task)] as const]
        : ((await task.wish(whole)) as Parameters<typeof joinTrials>[0])
    return joinTrials(parts, policies.length, readings.length, settings.members)
  }
