/** Whether the accounts of a run balance. */

/** Residuals of the accounts that are allowed, of the region's output. */
export const auditTolerance = 1e-9

/** False also for a residual that is no number. */
export const accountsHold = ({ largestResidual }: { readonly largestResidual: number }): boolean =>
  largestResidual < auditTolerance
