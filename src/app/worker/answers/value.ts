/** Value for money: what each lever does to an outcome for each billion, over paired simulations. */

import { measuredLevers } from '../../../analysis/multipliers.ts'
import { betterOf, type Value, valueForMoney, valueOutcome, valueReadings } from '../../../analysis/value/value.ts'
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

export const value = async (open: WasmRegion, input: ValueInput, task: Task): Promise<Value> => {
  const { outcome: text, rankedAt, assumptions, seed, members } = input
  const outcome = valueOutcome(open, text)
  const places = valueReadings(open, outcome)
  const levers = measuredLevers(open, open.simulator.runMany)
  await task.pause()
  const settings = { seed, members, design: 'sobol', uncertainty: {} } as const
  const { readings } = places
  const run = workerTrials(open, { settings, assumptions, readings }, task)
  return valueForMoney(open, { outcome, places, levers, better: betterOf(outcome), rankedAt, run })
}
