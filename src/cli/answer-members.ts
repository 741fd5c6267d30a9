/** Runs the simulations behind an answer on several threads; their number does not affect the results. */

import type { BuiltModule } from '../analysis/wasm-region.ts'
import {
  joinMembers,
  memberAnswers,
  membersRunner,
  orderMembers,
  type RunMembers,
  runnersOf,
  type Members,
  type MembersRange,
  type MembersTask,
  orderFutures,
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
export const readingOf = async (
  open: OpenRegion,
  task: MembersTask,
  built: BuiltModule = builtModule(open),
): Promise<FutureSettings> => {
  const pilot = (): RunMembers => membersRunner(runnersOf(orderMembers(open, built, pilotTask(task), pilotVariables)))
  return { ...futureSettings(open), widening: await wideningOf(open, task, pilot) }
}

/** All members, in order. */
export const runMembers = async (
  open: OpenRegion,
  task: MembersTask,
  threads: number,
  progress: (runs: number) => void = () => {},
  { built = builtModule(open), reading }: { readonly built?: BuiltModule; readonly reading?: FutureSettings } = {},
): Promise<Members> => {
  const { members } = task.settings
  const order = orderFutures(open, built, task, reading ?? (await readingOf(open, task, built)))
  const pool = createThreads('members', order, memberAnswers, threads)
  const pieces = Array.from({ length: Math.ceil(members / membersInPart) }, (_, at): MembersRange => {
    const from = at * membersInPart
    return [from, Math.min(members, from + membersInPart)]
  })
  const parts: Members[] = []
  try {
    await spread(pool, {
      pieces,
      ask: (client, range, options) => client.ask<Members>('futures', range, options),
      take: (part, _, place) => {
        parts[place] = part
      },
      progress,
    })
  } catch (problem) {
    throw revived(problem)
  } finally {
    await pool.close()
  }
  return joinMembers(parts)
}
