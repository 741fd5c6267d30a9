/** Runs members of an ensemble one after the other, and keeps what the verdict needs of each. */

import { type EnsembleSettings, runEnsemble } from '../engine/ensemble.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import { type Future, futureReader, futureVariables } from './future.ts'
import type { OpenRegion } from './simulation.ts'

export interface MembersTask {
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

/** Before any run. */
export const noAudit: MembersAudit = { largestResidual: 0, where: '', when: 0, policy: 0, member: 0 }

/** A residual that is not a number counts as larger than any. */
export const larger = (a: MembersAudit, b: MembersAudit): MembersAudit =>
  Number.isNaN(a.largestResidual) || b.largestResidual <= a.largestResidual ? a : b

/** Members [from, to), in this thread. */
export const runRange = (
  open: OpenRegion,
  task: MembersTask,
  range: MembersRange,
  progress: (runs: number) => void,
): Members => {
  const read = futureReader(open)
  let audit = noAudit
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

/** Parts of an ensemble, in the order of their members, as one. */
export const joinMembers = (parts: readonly Members[]): Members => ({
  futures: parts[0].futures.map((_, policy) => parts.flatMap(part => part.futures[policy])),
  audit: parts.reduce((worst, part) => larger(worst, part.audit), noAudit),
})
