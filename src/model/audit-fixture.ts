/** The accounts of a run, check by check, for tests. */

import type { RunInput, Simulator } from '../engine/run.ts'

/** 'transaction flows: column RX [CN-LN]' without its labels. */
const checkName = (where: string): string => where.replace(/ \[[^\]]*\]$/, '')

/** The largest residual of every check over the steps of a run, relative to its scale, by the name of the check. */
export const largestResiduals = (simulator: Simulator, input: Omit<RunInput, 'record'> = {}): Map<string, number> => {
  const { program } = simulator
  const largest = new Map<string, number>()
  simulator.run({
    ...input,
    record: [],
    observe: values => {
      for (const { where, relative } of program.auditAll(values)) {
        const check = checkName(where)
        // Also keeps NaN, which must be seen.
        if (!(relative <= (largest.get(check) ?? -1))) largest.set(check, relative)
      }
    },
  })
  return largest
}
