/**
 * The back-test as data, part of the record of `heartland record --json`. Shares and errors are fractions; null means
 * that no value can be given.
 */

import type { Coverage } from '../../engine/score/coverage.ts'
import type { TheilShares } from '../../engine/score/errors.ts'
import type { Hindcast } from './hindcast.ts'
import type { NearRisk } from './near-risk.ts'
import { type RolledScore, rolledScores } from './rolled.ts'
import { lastTrainingYear, type ScoreLine, type TimeSplit, type Wins } from './score.ts'

/** One series of one area at one horizon. Errors are in the scale of the series: logarithms, levels or yearly growth. */
export interface ScoreRecord {
  readonly series: string
  readonly area: string
  readonly horizon: number
  readonly split: TimeSplit
  readonly rmse: number
  readonly mape: number | null
  /** Root mean square errors of the naive forecasts: last value, trend line, first-order autoregression. */
  readonly naive: number | null
  readonly drift: number | null
  readonly ar1: number | null
  /** Of the nation's growth less the area's own gap of the last five years. */
  readonly nation: number | null
  /** Of the model without knowledge of what happened outside after the origin. */
  readonly unconditional: number | null
  readonly crps: number | null
  readonly bias: number
  readonly theil: TheilShares | null
  readonly points: number
}

/** Pairs of series and area, and in how many of them the model misses by less, at five years, held out. */
type BenchmarkWins = Readonly<Record<'lastValue' | 'drift' | 'ar1' | 'nation', Wins>>

export interface Provenance {
  readonly region: string
  readonly model: string
  readonly data: string
  readonly parameters: string
  readonly seed: number
  readonly members: number
}

export interface HindcastRecord extends Provenance {
  readonly origins: readonly [number, number]
  readonly lastTrainingYear: number
  readonly scores: readonly ScoreRecord[]
  /** Of the held-out years. */
  readonly coverage: readonly Coverage[]
  /** Share of the pairs of series and area that miss by less than the trend line at five years, held out. */
  readonly beatsDrift: number | null
  readonly beats: BenchmarkWins
  readonly marks: Hindcast['marks']
  /** The forecast of the region opened again a year later, beside the first one. */
  readonly reopened: readonly RolledScore[]
  /** The chance of weak growth soon, and the worth of such chances on past starts; null where output was not observed. */
  readonly risk: NearRisk | null
  /** The same where everything outside stands still from the origin on. */
  readonly unconditional: Pick<HindcastRecord, 'beats' | 'coverage' | 'marks'>
}

export const shownHorizons: readonly number[] = [1, 2, 5]

const winsOf = ({ wins }: Hindcast): BenchmarkWins => ({
  lastValue: wins('lastValue', 'holdout', 5),
  drift: wins('drift', 'holdout', 5),
  ar1: wins('firstOrder', 'holdout', 5),
  nation: wins('peer', 'holdout', 5),
})

const recordOf = (line: ScoreLine, unconditional: ScoreLine | undefined): ScoreRecord => ({
  series: line.series,
  area: line.area,
  horizon: line.horizon,
  split: line.split,
  rmse: line.rmse,
  mape: line.mape ?? null,
  naive: line.naive.lastValue ?? null,
  drift: line.naive.drift ?? null,
  ar1: line.naive.firstOrder ?? null,
  nation: line.naive.peer ?? null,
  unconditional: unconditional?.rmse ?? null,
  crps: line.crps ?? null,
  bias: line.bias,
  theil: line.theil ?? null,
  points: line.points,
})

/** Of a back-test and of the same without knowledge of what happened outside. */
export const hindcastRecord = (
  found: Hindcast,
  unconditional: Hindcast,
  risk: NearRisk | undefined,
  provenance: Provenance,
): HindcastRecord => {
  const beats = winsOf(found)
  const { won, pairs } = beats.drift
  const key = ({ series, area, horizon, split }: ScoreLine): string => `${series} ${area} ${horizon} ${split}`
  const others = new Map(unconditional.scores.map(line => [key(line), line]))
  return {
    ...provenance,
    origins: found.origins,
    lastTrainingYear,
    scores: found.scores
      .filter(({ horizon }) => shownHorizons.includes(horizon))
      .map(line => recordOf(line, others.get(key(line)))),
    coverage: found.bands.holdout.coverage,
    beatsDrift: pairs === 0 ? null : won / pairs,
    beats,
    marks: found.marks,
    reopened: rolledScores(found.lines),
    risk: risk ?? null,
    unconditional: {
      beats: winsOf(unconditional),
      coverage: unconditional.bands.holdout.coverage,
      marks: unconditional.marks,
    },
  }
}
