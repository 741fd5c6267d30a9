/**
 * The density of a stationary AR(1) seen through independent errors, at any years: the Kalman filter, which gives what
 * the full covariance matrix would, and leaves residuals that are independent and standard normal under the model.
 */
import { ln, pow } from '../../language/elementary.ts'

const LN_2PI = 1.8378770664093453

export interface NoisyProcess {
  /** Calendar years, increasing. */
  readonly times: readonly number[]
  /** Standard deviations of the independent errors, above 0. */
  readonly errors: readonly number[]
  /** Standard deviation of the stationary process; 0 for none. */
  readonly deviation: number
  /** Correlation of a year with the next, in [0, 1). */
  readonly persistence: number
}

/** Misses in the order of time, each less what those before it let expect: independent under the model. */
export interface Surprises {
  /** Each of variance 1. */
  readonly residuals: Float64Array
  /** ln of the variance that each had. */
  readonly lnVariances: Float64Array
}

export const createSurprises = (length: number): Surprises => ({
  residuals: new Float64Array(length),
  lnVariances: new Float64Array(length),
})

/** ln of the density of the misses; `surprises` receives them from place `from` on. */
export function noisyProcessDensity(
  misses: ArrayLike<number>,
  { times, errors, deviation, persistence }: NoisyProcess,
  surprises: Surprises = createSurprises(misses.length),
  from = 0,
): number {
  const stationary = deviation * deviation
  let mean = 0
  let variance = stationary
  let density = 0
  for (let at = 0; at < misses.length; at++) {
    if (at > 0) {
      const kept = pow(persistence, times[at] - times[at - 1])
      mean *= kept
      variance = kept * kept * variance + (1 - kept * kept) * stationary
    }
    const spread = variance + errors[at] * errors[at]
    const surprise = misses[at] - mean
    const residual = surprise / Math.sqrt(spread)
    const lnVariance = ln(spread)
    surprises.residuals[from + at] = residual
    surprises.lnVariances[from + at] = lnVariance
    density -= 0.5 * (LN_2PI + lnVariance + residual * residual)
    const gain = variance / spread
    mean += gain * surprise
    variance *= 1 - gain
  }
  return density
}
