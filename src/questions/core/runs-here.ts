/** Runs the simulations of questions on an open region in this thread, as a browser and the npm package do. */

import { futureSettingsOf, partsOfJobs } from '../../analysis/answer/answer-runs.ts'
import {
  joinTrials,
  orderTrials,
  trialAnswers,
  type TrialQuestion,
  trialSettings,
} from '../../analysis/policies/goal/trials.ts'
import { type KeptOrder, type KeptPart, memberAnswers, type MembersQuestion } from '../../analysis/runs/members.ts'
import { buildLinked, type WasmRegion } from '../../analysis/region/wasm-region.ts'
import { advance, noTask, type Task } from '../../threads/task.ts'
import type { PastRuns, Runs } from './question.ts'

type Trials = (question: TrialQuestion, task: Task) => Promise<Float64Array>

/** Parts of ensembles that a thread wishes to have run by whoever asked it, who answers with them in the order of the questions. */
export interface MembersWish {
  readonly orders: readonly KeptOrder[]
  readonly questions: readonly MembersQuestion[]
}

export const runsHere = (
  open: WasmRegion,
  task: Task,
  pastOf: (runs: Pick<Runs, 'begin' | 'advance'>) => PastRuns,
): Runs & {
  /** A part of the whole: what it reports counts on from what is done. */
  readonly part: () => Task
} => {
  let [done, all] = [0, 0]
  const part = (): Task => {
    const before = done
    return { ...task, progress: runs => task.progress((done = before + runs), all) }
  }
  const more = (runs: number): Promise<void> => advance(task, (done += runs), all)
  const widening: Runs['widening'] = async of =>
    (await futureSettingsOf(open, { ...of, policies: [{}] }, open.built)).widening
  const begin: Runs['begin'] = runs => {
    ;[done, all] = [0, runs]
  }
  return {
    many: open.simulator.runMany,
    built: open.built,
    trials: async ({ readings, members, seed, assumptions, modelError = false, ...of }) => {
      const settings = trialSettings({ seed, members, ...of })
      const error = modelError ? await widening({ settings, assumptions }) : undefined
      const { setup, inputsOf } = orderTrials(open, open.built, {
        settings,
        assumptions,
        readings,
        widening: error,
      })
      const { trials } = trialAnswers(setup) as unknown as { readonly trials: Trials }
      return async policies => {
        const range = [0, members] as const
        const values = await trials({ policies: inputsOf(policies), range }, part())
        return joinTrials([[range, values]], policies.length, readings.length, members)
      }
    },
    members: (jobs, runs) => {
      ;[done, all] = [0, runs]
      return partsOfJobs(jobs, {
        builtModule: one => ('built' in one ? (one as WasmRegion).built : buildLinked(one.linked)),
        askAll: async (orders, questions) => {
          if (task.wish !== undefined) {
            task.progress(done, all)
            const wish: MembersWish = { orders, questions }
            return (await task.wish(wish)) as KeptPart[]
          }
          const answers = memberAnswers(orders)
          const found: KeptPart[] = []
          for (const question of questions) {
            found.push(await answers.part(question, noTask))
            await more((question.range[1] - question.range[0]) * orders[question.order].runs.length)
          }
          return found
        },
      })
    },
    values: open.simulator.valuesMany,
    widening,
    doubts: () => [],
    past: pastOf({ begin, advance: more }),
    begin,
    advance: more,
    part,
  }
}
