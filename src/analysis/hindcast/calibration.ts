/** Fits the parameters of a region to its history: the most likely point, a posterior sample, and their record. */

import { calibrate, standardSampling, standardSearch } from '../../engine/calibrate/calibrate.ts'
import type { Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import { modelHash } from '../fingerprint.ts'
import type { OpenRegion } from '../simulation.ts'
import { type CalibrationRecord, recordCalibration } from './parameter-set.ts'
import {
  calibratedParameters,
  calibrationData,
  discrepancyDistributions,
  lastYearOf,
  type ParameterSet,
  segmentEvaluator,
} from './segments.ts'

export interface CalibrationSettings {
  readonly seed: number
  readonly set: ParameterSet
  /** Evaluations of the search and draws of each chain; the standard of the engine when absent. */
  readonly searchEvaluations?: number
  readonly draws?: number
  readonly progress?: (stage: 'search' | 'sample', share: number) => void
}

/** Draws that the file keeps. */
const keptDraws = 200

export const calibrateRegion = async (
  open: OpenRegion,
  past: Past,
  rows: readonly TargetRow[],
  settings: CalibrationSettings,
): Promise<CalibrationRecord> => {
  const { seed, set, searchEvaluations = standardSearch.mostEvaluations, draws = standardSampling.draws } = settings
  const data = calibrationData(open.region, past, rows, set)
  const model = calibratedParameters(open.linked)
  const { discrepancies, targets } = data
  const evaluate = segmentEvaluator(
    open,
    past,
    data,
    model.map(({ name }) => name),
  )
  const found = await calibrate({
    seed,
    parameters: {
      model,
      measurement: discrepancies,
      uncertainty: { distributions: discrepancyDistributions(discrepancies) },
    },
    targets,
    evaluate,
    search: { mostEvaluations: searchEvaluations },
    sampling: { draws },
    ...(settings.progress === undefined ? {} : { progress: settings.progress }),
  })
  return recordCalibration(found, {
    region: open.region.id,
    set,
    lastYear: lastYearOf(set),
    seed,
    model: modelHash(open.linked.source),
    data: open.region.hash,
    past: past.hash,
    modelSize: model.length,
    kept: keptDraws,
  })
}
