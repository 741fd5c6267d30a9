/** One row of the score table: all measures of one series at one horizon, the model beside naive forecasts. */
import { crps } from './coverage.ts'
import {
  bias,
  meanAbsolutePercentageError,
  rootMeanSquareError,
  checkPairs,
  type TheilShares,
  theilShares,
} from './errors.ts'
import type { ForecastPoint, NaiveName, NaiveValues } from './rolling-origins.ts'
import { incompleteBeta } from '../special-functions.ts'

interface DieboldMariano {
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
 * Diebold and Mariano's test (1995) of whether one forecast is better than another beyond chance, with the correction for
 * small samples of Harvey, Leybourne and Newbold (1997).
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
  // Rounding leaves a variance of this size where all differences are equal.
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

/** In the unit of the series, but for shares and tests. What cannot be said is absent, never 0. */
export interface SeriesScore {
  readonly points: number
  readonly rmse: number
  readonly mape: number | undefined
  readonly bias: number
  /** Root mean square errors of the naive forecasts of the same points; absent when one of the points has none. */
  readonly naive: NaiveValues
  /** Below 0 where the model is better; absent where the sample does not allow it. */
  readonly against: { readonly [name in NaiveName]: DieboldMariano | undefined }
  readonly theil: TheilShares | undefined
  /** Mean fair score; absent unless every point has members. */
  readonly crps: number | undefined
}

/** Of points of one series and one horizon, in the order of time. Undefined when there are none. */
export function scoreSeries(points: readonly ForecastPoint[]): SeriesScore | undefined {
  if (points.length === 0) return undefined
  const [{ horizon }] = points
  if (points.some((point, at) => point.horizon !== horizon || (at > 0 && !(point.time > points[at - 1].time)))) {
    throw new Error('scoreSeries: points of several horizons, or out of order; score each horizon by itself.')
  }
  const observed = points.map(point => point.observed)
  const forecasts = points.map(({ point }) => point)
  const errors = forecasts.map((forecast, at) => forecast - observed[at])
  const ofNaive = <Result>(score: (values: readonly number[]) => Result | undefined) => {
    const one = (name: NaiveName): Result | undefined => {
      const values = points.map(point => point[name])
      return values.every(value => value !== undefined) ? score(values) : undefined
    }
    return { lastValue: one('lastValue'), drift: one('drift'), firstOrder: one('firstOrder'), peer: one('peer') }
  }
  const scores = points.map(({ members, observed: value }) => members && crps(members, value))
  return {
    points: points.length,
    rmse: rootMeanSquareError(forecasts, observed),
    mape: meanAbsolutePercentageError(forecasts, observed),
    bias: bias(forecasts, observed),
    naive: ofNaive(values => rootMeanSquareError(values, observed)),
    against: ofNaive(values =>
      dieboldMariano(
        errors,
        values.map((value, at) => value - observed[at]),
        horizon,
      ),
    ),
    theil: theilShares(forecasts, observed),
    crps: scores.every(score => score !== undefined)
      ? scores.reduce((sum, score) => sum + score, 0) / scores.length
      : undefined,
  }
}
