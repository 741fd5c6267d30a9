/** Of several audits the one that says most against the results. */

import type { AccountsAudit } from '../worker/answers/audit.ts'

/** One whose residual is no number is worse than any. */
export const worstAudit = (audits: ReadonlyArray<AccountsAudit | undefined>): AccountsAudit | undefined =>
  audits.reduce((worst, one) => {
    if (one === undefined || worst === undefined) return worst ?? one
    return one.largestResidual <= worst.largestResidual || Number.isNaN(worst.largestResidual) ? worst : one
  }, undefined)
