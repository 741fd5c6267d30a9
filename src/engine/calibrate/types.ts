/** The input and output of a calibration: parameters, targets with their errors, a batch evaluator, draws. */

import type { UncertainParameter } from '../sample.ts'
import type { Uncertainty } from '../uncertainty.ts'

/**
 * The calibrated parameters: uncertain ones of the model ('name' or 'name[label]', as `uncertainParameters` lists them)
 * and those of the measurement model (a reporting bias, the size of a discrepancy), which the evaluator leaves alone.
 * Names are unique.
 */
export interface CalibratedParameters {
  readonly model: readonly UncertainParameter[]
  readonly measurement: readonly UncertainParameter[]
  /** Other distributions, truncations and correlations, as in an ensemble. */
  readonly uncertainty?: Uncertainty
}

/** A fixed number, or the name of a calibrated parameter. */
export type NumberOrParameter = number | string

/**
 * A bias of reports against the truth: reported = true * (1 + factor * shape), by observation (specification, section
 * 22.1). `shape` is 0 where nothing is inflated; several of them add up.
 */
interface ReportingBias {
  readonly factor: NumberOrParameter
  /** As many numbers as observations. */
  readonly shape: readonly number[]
}

/**
 * The model's own misses of a series beyond the errors of measurement: a stationary AR(1) in the target's scale. Its
 * correlation over a gap of years is persistence^years.
 */
interface Discrepancy {
  /** Standard deviation of the stationary process, 0 or more. */
  readonly deviation: NumberOrParameter
  /** Correlation of a year with the next, at least 0 and below 1. */
  readonly persistence: NumberOrParameter
}

/** A series with which the model is compared. */
export interface TargetSeries {
  /** Unique: 'output[CN-LN]'. */
  readonly name: string
  /** Calendar years, increasing; years without a figure are left out. */
  readonly times: readonly number[]
  /** In the unit of the model's outcome. */
  readonly observed: readonly number[]
  /** Misses are differences of logarithms, or of levels. */
  readonly scale: 'log' | 'level'
  /** Standard deviation of the measurement of each observation, in the target's scale (log: about relative); above 0. */
  readonly errors: readonly number[]
  readonly bias?: readonly ReportingBias[]
  readonly discrepancy?: Discrepancy
}

/** The reason why a simulation could not be run to its end. */
interface Failure {
  readonly failure: string
}

/**
 * Values of the model at the targets' times, before any reporting bias: the numbers of the first target, then those of
 * the second, and so on.
 */
export type Prediction = Float64Array | Failure

/**
 * Runs the model for many parameter vectors at once. A vector holds values of `CalibratedParameters.model` in that
 * order. The result of a vector must not depend on the others in the batch, to the bit; an error that is not about one
 * vector is thrown.
 */
export type EvaluateVectors = (vectors: readonly Float64Array[]) => Promise<readonly Prediction[]>

/** A point in the space where every parameter's prior is standard normal and independent of the others. */
export type Scores = Float64Array
