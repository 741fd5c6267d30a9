/** What can go wrong with a large ensemble and is no fault of the program: told in its own words. */

import { CorrelationError } from '../../engine/correlation.ts'
import { RecordingError } from '../../engine/recording.ts'
import { RunError } from '../../engine/run.ts'
import { SensitivityError } from '../../engine/sensitivity-design.ts'
import { SobolError } from '../../engine/sobol-sequence.ts'
import { UncertaintyError } from '../../engine/uncertainty.ts'
import { PackError } from '../../regions/problems.ts'

export class EnsembleError extends Error {}

/** What a person asked for and cannot be had. */
const mistakes = [RecordingError, CorrelationError, UncertaintyError, SobolError, SensitivityError]

export const isMistake = (problem: unknown): problem is Error => mistakes.some(kind => problem instanceof kind)

const told = [EnsembleError, RunError, PackError, ...mistakes]

export const isTold = (problem: unknown): problem is Error => told.some(kind => problem instanceof kind)
