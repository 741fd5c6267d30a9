/** The accounts of runs: whether they balance, and the worst audit of several runs. */

import type { Run, RunAudit, RunInput } from '../../engine/run.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Residuals of the accounts that are allowed, of the region's output. */
export const auditTolerance = 1e-9

/** The largest residual in any quarter, of output, and the account it is in. */
export type WorstAudit = Pick<RunAudit, 'largestResidual' | 'where'>

/** False also for a residual that is no number. */
export const accountsHold = ({ largestResidual }: Pick<WorstAudit, 'largestResidual'>): boolean =>
  largestResidual < auditTolerance

/** The one that says most against the results: a residual that is no number is worse than any, and of equal ones the first counts. */
export const worstAudit = <Audit extends WorstAudit>(audits: ReadonlyArray<Audit | undefined>): Audit | undefined =>
  audits.reduce((worst, one) => {
    if (one === undefined || worst === undefined) return worst ?? one
    return one.largestResidual <= worst.largestResidual || Number.isNaN(worst.largestResidual) ? worst : one
  }, undefined)

/** Of the central run of a scenario; a run in which a stock falls below zero is an error. */
export const auditOf = (
  { simulator }: Pick<OpenRegion, 'simulator'>,
  { policy = {}, assumptions = {} }: Pick<RunInput, 'policy' | 'assumptions'>,
): WorstAudit => simulator.run({ policy, assumptions, record: [], audit: true }).audit!

/** The region with each of its single runs audited, and the worst audit of those made so far. */
export const watched = (open: OpenRegion): { readonly open: OpenRegion; readonly audit: () => WorstAudit } => {
  let worst: WorstAudit = { largestResidual: 0, where: '' }
  const { simulator } = open
  const run = (input: RunInput): Run => {
    const made = simulator.run({ ...input, audit: true })
    const { largestResidual, where } = made.audit!
    worst = worstAudit([worst, { largestResidual, where }])!
    return made
  }
  return { open: { ...open, simulator: { ...simulator, run } }, audit: () => worst }
}
