/** Runs the members of an ensemble on as many threads as wanted; how many changes nothing in the results. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { joinMembers, type Members, type MembersRange, type MembersTask, runRange } from '../analysis/members.ts'
import { RunError } from '../engine/run.ts'
import { openRegion } from './simulation.ts'

/** What every thread is told. */
export interface ThreadTask extends MembersTask {
  readonly region: string
  /** Folder of packs; those of the program when absent. */
  readonly packs: string | undefined
}

/** Messages of a thread: runs done, and at last the results. */
export type ThreadMessage = { readonly runs: number } | { readonly members: Members }

const inThread = (task: ThreadTask, range: MembersRange, progress: (runs: number) => void): Promise<Members> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./members-thread.ts', import.meta.url), { workerData: { task, range } })
    worker.on('message', (message: ThreadMessage) => {
      if ('members' in message) resolve(message.members)
      else progress(message.runs)
    })
    // Errors lose their class on the way between threads; those with a name of their own are faults of the program.
    worker.on('error', (problem: Error) => reject(problem.name === 'Error' ? new RunError(problem.message) : problem))
    worker.on('exit', code => reject(new Error(`A thread ended with code ${code} before its results were there.`)))
  })

export const processors = (): number => availableParallelism()

/** All members, in order. */
export const runMembers = async (
  task: ThreadTask,
  threads: number,
  progress: (runs: number) => void = () => {},
): Promise<Members> => {
  const { members } = task.settings
  const count = Math.min(threads, members)
  if (count <= 1) {
    const { region, packs } = task
    return runRange(openRegion(region, packs === undefined ? {} : { root: packs }), task, [0, members], progress)
  }
  const cut = (thread: number): number => Math.round((thread * members) / count)
  const parts = await Promise.all(
    Array.from({ length: count }, (_, thread) => inThread(task, [cut(thread), cut(thread + 1)], progress)),
  )
  return joinMembers(parts)
}
