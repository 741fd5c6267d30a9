/** The errors of the model, the data or a run that are printed as a message, without a stack. */

import { RunError } from '../engine/run.ts'
import { ModelError } from '../language/errors.ts'
import { PackError } from '../regions/problems.ts'
import { isTold as isToldOfEnsembles } from './ensembles/problems.ts'

export const isTold = (problem: unknown): problem is Error =>
  problem instanceof PackError ||
  problem instanceof ModelError ||
  problem instanceof RunError ||
  isToldOfEnsembles(problem)
