/** Faults of the model, of the data or of a run: printed in their own words, without a stack. */

import { RunError } from '../engine/run.ts'
import { ModelError } from '../language/errors.ts'
import { CostError } from '../model/costing.ts'
import { PackError } from '../regions/problems.ts'
import { isTold as isToldOfEnsembles } from './ensembles/problems.ts'

export const isTold = (problem: unknown): problem is Error =>
  problem instanceof PackError ||
  problem instanceof ModelError ||
  problem instanceof RunError ||
  problem instanceof CostError ||
  isToldOfEnsembles(problem)
