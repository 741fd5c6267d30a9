/** Scores the back-test: for each series, area, horizon and period, the model beside naive forecasts. */

import { type Coverage, coverage, type EnsemblePoint, pitHistogram } from '../../engine/score/coverage.ts'
import { meanAbsolutePercentageError } from '../../engine/score/errors.ts'
import type { NaiveName } from '../../engine/score/rolling-origins.ts'
import { scoreSeries, type SeriesScore } from '../../engine/score/series-score.ts'
import { fromScale, type TargetRow } from '../../regions/targets.ts'
import type { ForecastLine } from './forecasts.ts'

/** Years up to this one train; later ones are held out. */
export const lastTrainingYear = 2018

export type TimeSplit = 'train' | 'holdout'

export const splits: readonly TimeSplit[] = ['train', 'holdout']

export const splitOf = (year: number): TimeSplit => (year <= lastTrainingYear ? 'train' : 'holdout')

export interface ScoreLine extends SeriesScore {
  readonly series: string
  readonly area: string
  readonly horizon: number
  readonly split: TimeSplit
  readonly scale: TargetRow['scale']
}

export const scoreLines = (lines: readonly ForecastLine[]): ScoreLine[] =>
  lines.flatMap(({ target, area, horizon, points }) =>
    splits.flatMap(split => {
      const mine = points.filter(({ time }) => splitOf(time) === split)
      const score = scoreSeries(mine)
      if (score === undefined) return []
      // A share of a level; a share of a growth rate would say nothing.
      const mape =
        target.scale === 'growth'
          ? undefined
          : meanAbsolutePercentageError(
              mine.map(({ point }) => fromScale(target, point)),
              mine.map(({ observed }) => fromScale(target, observed)),
            )
      return [{ ...score, mape, series: target.name, area, horizon, split, scale: target.scale }]
    }),
  )

export interface Bands {
  readonly coverage: readonly Coverage[]
  /** Points in each tenth of the forecast distribution: even when the bands are right. */
  readonly pit: readonly number[]
}

/** Coverage of the bands over all points of a split, and the places of the observations in them. */
export const bandsOf = (lines: readonly ForecastLine[], split: TimeSplit): Bands => {
  const points = lines.flatMap(({ points: all }) =>
    all.flatMap(({ members, observed, time }): EnsemblePoint[] =>
      members !== undefined && splitOf(time) === split ? [{ members, observed }] : [],
    ),
  )
  if (points.length === 0) return { coverage: [], pit: [] }
  return { coverage: coverage(points, [0.8, 0.9, 0.95]), pit: pitHistogram(points, 10) }
}

export interface Wins {
  readonly won: number
  readonly pairs: number
}

/** Pairs of series and area at a horizon in which the model misses by less than a benchmark, of those that have both. */
export const winsOver = (
  scores: readonly ScoreLine[],
  benchmark: NaiveName,
  split: TimeSplit,
  horizon: number,
): Wins => {
  const pairs = scores.filter(one => one.split === split && one.horizon === horizon)
  const known = pairs.flatMap(({ rmse, naive }) => {
    const error = naive[benchmark]
    return error === undefined ? [] : [rmse < error]
  })
  return { won: known.filter(Boolean).length, pairs: known.length }
}

/** Mean of forecast less observation of a series in an area at a horizon; undefined without points. */
export const biasOf = (
  scores: readonly ScoreLine[],
  series: string,
  area: string,
  horizon: number,
  split: TimeSplit,
): number | undefined =>
  scores.find(one => one.series === series && one.area === area && one.horizon === horizon && one.split === split)?.bias

/** Root mean square error of the hold-out years over all areas of a series at a horizon; undefined without points. */
export const pooledError = (lines: readonly ForecastLine[], series: string, horizon: number): number | undefined => {
  const misses = lines
    .filter(line => line.target.name === series && line.horizon === horizon)
    .flatMap(({ points }) => points.filter(({ time }) => splitOf(time) === 'holdout'))
    .map(({ point, observed }) => (point - observed) ** 2)
  return misses.length === 0 ? undefined : Math.sqrt(misses.reduce((sum, miss) => sum + miss, 0) / misses.length)
}
