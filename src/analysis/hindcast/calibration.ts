/** Fits the parameters of a region to its history: the most likely point, a posterior sample, and their record. */

import { calibrate, type SamplingSettings, type SearchSettings } from '../../engine/calibrate/calibrate.ts'
import type { ParameterSet } from '../../regions/parameter-file.ts'
import type { Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { madeWith } from '../region/fingerprint.ts'
import { type CalibrationRecord, recordCalibration } from './parameter-set.ts'
import {
  calibratedParameters,
  calibrationData,
  discrepancyDistributions,
  lastYearOf,
  type RunVectors,
  segmentEvaluator,
} from './segments.ts'
import type { VectorOrders } from './vectors.ts'

export interface CalibrationSettings {
  readonly seed: number
  readonly set: ParameterSet
  /** The standard of the engine where absent. */
  readonly search?: Partial<SearchSettings>
  readonly sampling?: Partial<SamplingSettings>
  readonly progress?: (stage: 'search' | 'sample', share: number) => void
  /** Chooses the runner of the model: this thread or several. */
  readonly running: (orders: VectorOrders) => RunVectors
}

/** Draws that the file keeps. */
const keptDraws = 200

export const calibrateRegion = async (
  open: OpenRegion,
  past: Past,
  rows: readonly TargetRow[],
  settings: CalibrationSettings,
): Promise<CalibrationRecord> => {
  const { seed, set, search = {}, sampling = {} } = settings
  const data = calibrationData(open.region, past, rows, set)
  const model = calibratedParameters(open.linked)
  const { discrepancies, reporting, targets } = data
  const evaluate = segmentEvaluator(
    open,
    past,
    data,
    model.map(({ name }) => name),
    settings.running,
  )
  const found = await calibrate({
    seed,
    parameters: {
      model,
      measurement: [...discrepancies, ...reporting],
      uncertainty: { distributions: discrepancyDistributions(discrepancies) },
    },
    targets,
    evaluate,
    search,
    sampling,
    ...(settings.progress === undefined ? {} : { progress: settings.progress }),
  })
  return recordCalibration(found, {
    region: open.region.id,
    set,
    lastYear: lastYearOf(set),
    seed,
    ...madeWith(open),
    past: past.hash,
    modelSize: model.length,
    kept: keptDraws,
  })
}
