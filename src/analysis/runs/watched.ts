/** Audits each run of a computation that makes many, and holds the largest residual of them. */

import type { Run, RunAudit, RunInput } from '../../engine/run.ts'
import type { OpenRegion } from '../region/simulation.ts'

export type WorstAudit = Pick<RunAudit, 'largestResidual' | 'where'>

/** The region with each of its single runs audited, and the worst audit of those made so far; a residual that is no number is the worst. */
export const watched = (open: OpenRegion): { readonly open: OpenRegion; readonly audit: () => WorstAudit } => {
  let worst: WorstAudit = { largestResidual: 0, where: '' }
  const { simulator } = open
  const run = (input: RunInput): Run => {
    const made = simulator.run({ ...input, audit: true })
    const { largestResidual, where } = made.audit!
    if (!(largestResidual <= worst.largestResidual)) worst = { largestResidual, where }
    return made
  }
  return { open: { ...open, simulator: { ...simulator, run } }, audit: () => worst }
}
