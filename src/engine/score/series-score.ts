/** One row of the score table: all measures of one series at one horizon, the model beside naive forecasts. */
import { crps } from './crps.ts'
import { type DieboldMariano, dieboldMariano } from './diebold-mariano.ts'
import { bias, meanAbsolutePercentageError, rootMeanSquareError } from './errors.ts'
import type { ForecastPoint, NaiveName, NaiveValues } from './rolling-origins.ts'
import { type TheilShares, theilShares } from './theil.ts'

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
