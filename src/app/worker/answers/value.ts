/** Value for money: what each lever does to an outcome for each billion, over paired simulations. */

import { measuredLevers } from '../../../analysis/multipliers.ts'
import { betterOf } from '../../../analysis/outcomes.ts'
import { type Value, valueForMoney, valueOutcome, valueReadings } from '../../../analysis/value/value.ts'
import type { RunTrials, TrialValues } from '../../../analysis/goal/trials.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import type { Task } from '../../../threads/task.ts'
import { workerTrials } from '../trials.ts'

export interface ValueInput {
  /** 'regionOutput'. */
  readonly outcome: string
  /** 1, 5 or 12 years. */
  readonly rankedAt: number
  readonly assumptions: Assumptions
  readonly seed: number
  readonly members: number
}

/** The simulations of the last question, which another year ranks anew. */
const last = new WeakMap<WasmRegion, { readonly key: string; readonly values: TrialValues }>()

export const value = async (open: WasmRegion, input: ValueInput, task: Task): Promise<Value> => {
  const { rankedAt, ...simulatedFor } = input
  const { outcome: text, assumptions, seed, members } = simulatedFor
  const outcome = valueOutcome(open, text)
  const places = valueReadings(open, outcome)
  const levers = measuredLevers(open, open.simulator.runMany)
  await task.pause()
  const settings = { seed, members, design: 'sobol', uncertainty: {} } as const
  const { readings } = places
  const key = JSON.stringify(simulatedFor)
  const run: RunTrials = async policies => {
    const before = last.get(open)
    if (before?.key === key) return before.values
    const values = await workerTrials(open, { settings, assumptions, readings }, task)(policies)
    last.set(open, { key, values })
    return values
  }
  return valueForMoney(open, { outcome, places, levers, better: betterOf(outcome.variable), rankedAt, run })
}
