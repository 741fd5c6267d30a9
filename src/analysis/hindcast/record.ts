/**
 * The back-test as data, for `heartland hindcast --json`. Shares and errors are fractions; null means that no value can
 * be given.
 */

import type { Coverage } from '../../engine/score/coverage.ts'
import type { TheilShares } from '../../engine/score/theil.ts'
import type { Hindcast } from './hindcast.ts'
import { lastTrainingYear, type ScoreLine, type TimeSplit } from './score.ts'

/** One series of one area at one horizon. Errors are in the scale of the series: logarithms, levels or yearly growth. */
export interface ScoreRecord {
  readonly series: string
  readonly area: string
  readonly horizon: number
  readonly split: TimeSplit
  readonly rmse: number
  readonly mape: number | null
  /** Root mean square errors of the naive forecasts: last value, drift, first-order autoregression. */
  readonly naive: number | null
  readonly drift: number | null
  readonly ar1: number | null
  readonly crps: number | null
  readonly bias: number
  readonly theil: TheilShares | null
  readonly points: number
}

export interface HindcastRecord {
  readonly region: string
  readonly model: string
  readonly data: string
  readonly parameters: string
  readonly seed: number
  readonly members: number
  readonly origins: readonly [number, number]
  readonly lastTrainingYear: number
  readonly scores: readonly ScoreRecord[]
  /** Of the held-out years. */
  readonly coverage: readonly Coverage[]
  /** Share of the pairs of series and area that miss by less than the drift at five years, held out. */
  readonly beatsDrift: number | null
  readonly marks: Hindcast['marks']
}

/** Horizons that are shown. */
export const shownHorizons: readonly number[] = [1, 2, 5]

const recordOf = (line: ScoreLine): ScoreRecord => ({
  series: line.series,
  area: line.area,
  horizon: line.horizon,
  split: line.split,
  rmse: line.rmse,
  mape: line.mape ?? null,
  naive: line.naive.lastValue ?? null,
  drift: line.naive.drift ?? null,
  ar1: line.naive.firstOrder ?? null,
  crps: line.crps ?? null,
  bias: line.bias,
  theil: line.theil ?? null,
  points: line.points,
})

export interface Provenance {
  readonly region: string
  readonly model: string
  readonly data: string
  readonly parameters: string
  readonly seed: number
  readonly members: number
}

export const hindcastRecord = (found: Hindcast, provenance: Provenance): HindcastRecord => {
  const { won, pairs } = found.wins.holdout.get(5) ?? { won: 0, pairs: 0 }
  return {
    ...provenance,
    origins: found.origins,
    lastTrainingYear,
    scores: found.scores.filter(({ horizon }) => shownHorizons.includes(horizon)).map(recordOf),
    coverage: found.bands.holdout.coverage,
    beatsDrift: pairs === 0 ? null : won / pairs,
    marks: found.marks,
  }
}
