/** Runs the policies of a search on several threads; their number does not affect the results. */

import {
  joinTrials,
  orderTrials,
  type RunTrials,
  trialAnswers,
  type TrialDraws,
  type TrialQuestion,
  type TrialReading,
  trialSettings,
} from '../../analysis/policies/goal/trials.ts'
import { messages as goalMessages } from '../../texts/goal.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { Widening } from '../../analysis/runs/widening.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { ReportedError } from '../../language/messages.ts'
import { askEach } from '../../threads/spread.ts'
import { cutParts } from '../../threads/parts.ts'
import { isCancelled } from '../../threads/task.ts'
import { futureSettingsOf } from '../../analysis/answer/answer-runs.ts'
import { revived } from '../ensembles/problems.ts'
import { createThreads } from './threads.ts'
import { builtModule } from './wasm-module.ts'

interface TrialsTask extends TrialDraws {
  readonly open: OpenRegion
  readonly assumptions: Assumptions
  readonly readings: readonly TrialReading[]
  /** Simulations carry the error of the model where the region has it. */
  readonly modelError: boolean
  readonly threads: number
}

export const openTrials = async (
  task: TrialsTask,
  progressed: (runs: number) => void,
  signal: AbortSignal,
): Promise<{ readonly run: RunTrials; readonly close: () => Promise<void> }> => {
  const { open, assumptions, readings, members, modelError } = task
  const settings = trialSettings(task)
  const built = builtModule(open)
  const widening: Widening | undefined = modelError
    ? (await futureSettingsOf(open, { settings, policies: [{}], assumptions }, built)).widening
    : undefined
  const { setup, inputsOf } = orderTrials(open, built, { settings, assumptions, readings, widening })
  const pool = createThreads('trials', setup, trialAnswers, task.threads)
  return {
    close: pool.close,
    run: async policies => {
      const inputs = inputsOf(policies)
      const pieces = cutParts([0, members]).map((range): TrialQuestion => ({ policies: inputs, range }))
      const found = await askEach<Float64Array>(pool, 'trials', pieces, { progress: progressed, signal }).catch(
        (problem: unknown) => {
          throw isCancelled(problem) ? new ReportedError(goalMessages.cancelled()) : revived(problem)
        },
      )
      const parts = pieces.map(({ range }, at) => [range, found[at]!] as const)
      return joinTrials(parts, policies.length, readings.length, members)
    },
  }
}
