/** Runs the simulations behind an answer on several threads; their number does not affect the results. */

import type { BuiltModule } from '../analysis/wasm-region.ts'
import {
  joinMembers,
  memberAnswers,
  type Members,
  type MembersRange,
  type MembersTask,
  orderFutures,
} from '../analysis/members.ts'
import type { FutureSettings } from '../analysis/future.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { spread } from '../threads/spread.ts'
import { revived } from './ensembles/problems.ts'
import { builtModule } from './wasm-module.ts'
import { createThreads } from './threads.ts'

/** Members that a thread takes at a time: few enough that all threads end together. */
const membersInPart = 32

/** All members, in order. */
export const runMembers = async (
  open: OpenRegion,
  task: MembersTask,
  threads: number,
  progress: (runs: number) => void = () => {},
  { built = builtModule(open), reading }: { readonly built?: BuiltModule; readonly reading?: FutureSettings } = {},
): Promise<Members> => {
  const { members } = task.settings
  const order = orderFutures(open, built, task, reading)
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
