/** Runs the members of an ensemble on as many threads as wanted; how many changes nothing in the results. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type EnsembleSettings, runEnsemble } from '../engine/ensemble.ts'
import { RunError } from '../engine/run.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import { type Future, futureReader, futureVariables } from './future.ts'
import { openRegion, type OpenRegion } from './simulation.ts'

/** What every thread is told. */
export interface MembersTask {
  readonly region: string
  /** Folder of packs; those of the program when absent. */
  readonly packs: string | undefined
  readonly settings: EnsembleSettings
  readonly policies: readonly Policy[]
  readonly assumptions: Assumptions
}

/** The largest residual of the accounts, and in which run it was found. */
export interface MembersAudit {
  readonly largestResidual: number
  readonly where: string
  readonly when: number
  readonly policy: number
  readonly member: number
}

export interface Members {
  /** futures[policy][member]. */
  readonly futures: Future[][]
  readonly audit: MembersAudit
}

export type MembersRange = readonly [from: number, to: number]

const nothing: MembersAudit = { largestResidual: 0, where: '', when: 0, policy: 0, member: 0 }

/** A residual that is not a number counts as larger than any. */
const larger = (a: MembersAudit, b: MembersAudit): MembersAudit =>
  Number.isNaN(a.largestResidual) || b.largestResidual <= a.largestResidual ? a : b

/** Members [from, to), in this thread. */
export const runRange = (
  open: OpenRegion,
  task: MembersTask,
  range: MembersRange,
  progress: (runs: number) => void,
): Members => {
  const read = futureReader(open)
  let audit = nothing
  const { results } = runEnsemble(open.simulator, {
    settings: task.settings,
    policies: task.policies,
    assumptions: task.assumptions,
    record: futureVariables,
    audit: true,
    range,
    keep: (run, policy, member) => {
      if (run.audit !== undefined) audit = larger(audit, { ...run.audit, policy, member })
      return read(run)
    },
    progress: () => progress(task.policies.length),
  })
  return { futures: results, audit }
}

/** Messages of a thread: runs done, and at last the results. */
export type ThreadMessage = { readonly runs: number } | { readonly members: Members }

const inThread = (task: MembersTask, range: MembersRange, progress: (runs: number) => void): Promise<Members> =>
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
  task: MembersTask,
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
  return {
    futures: task.policies.map((_, policy) => parts.flatMap(part => part.futures[policy])),
    audit: parts.reduce((worst, part) => larger(worst, part.audit), nothing),
  }
}
