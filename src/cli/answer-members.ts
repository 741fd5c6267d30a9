/** Runs the simulations behind an answer on several threads; their number does not affect the results. */

import type { BuiltModule } from '../analysis/wasm-region.ts'
import {
  type KeptOfMembers,
  type KeptOrder,
  type KeptPart,
  memberAnswers,
  membersRunner,
  type MembersQuestion,
  type MembersTask,
  orderKept,
  orderMembers,
  type RunMembers,
  runnersOf,
} from '../analysis/members.ts'
import { type FutureSettings, futureSettings } from '../analysis/future.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { pilotTask, pilotVariables, wideningOf } from '../analysis/unexplained.ts'
import { spread } from '../threads/spread.ts'
import { revived } from './ensembles/problems.ts'
import { builtModule } from './wasm-module.ts'
import { createThreads } from './threads.ts'

/** Members that a thread takes at a time: few enough that all threads end together. */
const membersInPart = 32

/** What is read of each member, with the error of the model that it carries. */
export const futureSettingsOf = async (
  open: OpenRegion,
  task: MembersTask,
  built: BuiltModule,
): Promise<FutureSettings> => {
  const pilot = (): RunMembers => membersRunner(runnersOf(orderMembers(open, built, pilotTask(task), pilotVariables)))
  return { ...futureSettings(open), widening: await wideningOf(open, task, pilot) }
}

/** One of the ensembles behind an answer. */
export interface MembersJob {
  readonly open: OpenRegion
  readonly task: MembersTask
  readonly kept: KeptOfMembers
}

/** What threads are given; regions that are the same object are built once, and their pilot is run once. */
const ordersOf = async (jobs: readonly MembersJob[]): Promise<KeptOrder[]> => {
  const modules = new Map<OpenRegion, BuiltModule>()
  const readings = new Map<string, FutureSettings>()
  const orders: KeptOrder[] = []
  for (const { open, task, kept } of jobs) {
    const built = modules.get(open) ?? builtModule(open)
    modules.set(open, built)
    const key = JSON.stringify([[...modules.keys()].indexOf(open), task.settings.seed, task.assumptions])
    const reading = readings.get(key) ?? (await futureSettingsOf(open, task, built))
    readings.set(key, reading)
    orders.push(orderKept(open, built, task, kept, reading))
  }
  return orders
}

/** The parts of each ensemble, in the order of their members; all of them share the threads. */
export const runJobs = async (
  jobs: readonly MembersJob[],
  threads: number,
  progress: (runs: number) => void = () => {},
): Promise<KeptPart[][]> => {
  const orders = await ordersOf(jobs)
  const pool = createThreads('members', orders, memberAnswers, threads)
  const pieces = jobs.flatMap(({ task: { settings } }, order) =>
    Array.from({ length: Math.ceil(settings.members / membersInPart) }, (_, at): MembersQuestion => {
      const from = at * membersInPart
      return { order, range: [from, Math.min(settings.members, from + membersInPart)] }
    }),
  )
  const found: KeptPart[] = []
  try {
    await spread(pool, {
      pieces,
      ask: (client, question, options) => client.ask<KeptPart>('part', question, options),
      take: (part, _, place) => {
        found[place] = part
      },
      progress,
    })
  } catch (problem) {
    throw revived(problem)
  } finally {
    await pool.close()
  }
  return jobs.map((_, order) => found.filter((__, place) => pieces[place].order === order))
}
