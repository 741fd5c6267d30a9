/** The errors of large ensembles that are not faults of the program. */

import { CorrelationError } from '../../engine/correlation.ts'
import { RecordingError } from '../../engine/recording.ts'
import { RunError } from '../../engine/run.ts'
import { SensitivityError } from '../../engine/sensitivity-design.ts'
import { SobolError } from '../../engine/sobol-sequence.ts'
import { UncertaintyError } from '../../engine/uncertainty.ts'
import { AnswerError } from '../../threads/protocol.ts'
import { PackError } from '../../regions/problems.ts'

export class EnsembleError extends Error {}

/** What a person asked for and cannot be had. */
const mistakes = [RecordingError, CorrelationError, UncertaintyError, SobolError, SensitivityError]

export const isMistake = (problem: unknown): problem is Error => mistakes.some(kind => problem instanceof kind)

const told = [EnsembleError, RunError, PackError, ...mistakes]

export const isTold = (problem: unknown): problem is Error => told.some(kind => problem instanceof kind)

/** A problem of a thread as what it was there, where it is told in its own words; the others are faults of the program. */
export const revived = (problem: unknown): unknown => {
  if (!(problem instanceof AnswerError)) return problem
  if (problem.kinds.includes('EnsembleError')) return new EnsembleError(problem.message)
  return problem.kinds.includes('RunError') ? new RunError(problem.message) : problem
}
