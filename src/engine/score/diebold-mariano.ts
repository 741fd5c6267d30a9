/**
 * Is one forecast better than another beyond chance? Diebold and Mariano's test (1995) with the correction for small
 * samples of Harvey, Leybourne and Newbold (1997).
 */
import { incompleteBeta } from '../special-functions.ts'
import { checkPairs } from './errors.ts'

export interface DieboldMariano {
  /** Below 0 when the first forecast has the smaller losses. */
  readonly statistic: number
  /** Two-sided, against Student's t with n - 1 degrees of freedom. */
  readonly pValue: number
  /** Forecasts compared. */
  readonly points: number
  /** The weights of the autocovariances: 'equal' as published, 'bartlett' where those give no positive variance. */
  readonly weights: 'equal' | 'bartlett'
}

/**
 * With fewer forecasts the test says nothing: 8, and twice the horizon, since forecasts `horizon` apart overlap and its
 * autocovariances up to horizon - 1 have to be estimated.
 */
export const leastForecasts = (horizon: number): number => Math.max(8, 2 * horizon)

/**
 * Compares the errors (forecast minus observation) of two forecasts of the same things, in the order of time, at a
 * horizon of so many steps. Losses are squares, or sizes. Undefined below `least` forecasts, and when the losses differ
 * by the same amount every time, which leaves no variance to test against.
 */
export function dieboldMariano(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  horizon: number,
  loss: 'square' | 'absolute' = 'square',
  least: number = leastForecasts(horizon),
): DieboldMariano | undefined {
  checkPairs(first, second, 'dieboldMariano')
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new Error(`dieboldMariano: a horizon of ${horizon} steps; give a whole number from 1.`)
  }
  const n = first.length
  if (n < Math.max(2, least) || n <= horizon) return undefined
  const size = (error: number): number => (loss === 'square' ? error * error : Math.abs(error))
  const differences = Float64Array.from({ length: n }, (_, at) => size(first[at]) - size(second[at]))
  const mean = differences.reduce((sum, one) => sum + one, 0) / n
  const covariance = (lag: number): number => {
    let sum = 0
    for (let at = lag; at < n; at++) sum += (differences[at] - mean) * (differences[at - lag] - mean)
    return sum / n
  }
  const own = covariance(0)
  // What is left of equal differences after rounding.
  if (!(own > (1e-14 * mean) ** 2)) return undefined
  const longRun = (weight: (lag: number) => number): number => {
    let sum = own
    for (let lag = 1; lag < horizon; lag++) sum += 2 * weight(lag) * covariance(lag)
    return sum
  }
  const equal = longRun(() => 1)
  const weights = equal > 0 ? 'equal' : 'bartlett'
  const variance = equal > 0 ? equal : longRun(lag => 1 - lag / horizon)
  if (!(variance > 0)) return undefined
  const correction = Math.sqrt((n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n)
  const statistic = (correction * mean) / Math.sqrt(variance / n)
  return { statistic, pValue: twoSidedStudent(statistic, n - 1), points: n, weights }
}

/** Probability that Student's t with so many degrees of freedom lies farther from 0. */
const twoSidedStudent = (t: number, degrees: number): number =>
  incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
