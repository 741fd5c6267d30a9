/**
 * Runs the back-test of a region: starts the model in every year the data allow, forecasts, and scores the forecasts.
 */

import type { Assumptions } from '../../engine/scenario.ts'
import type { Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import { type BuiltModule, buildLinked } from '../wasm-region.ts'
import { rangedParameters } from '../fitted-model.ts'
import type { OpenRegion } from '../simulation.ts'
import { type ForecastLine, forecastLines } from './forecasts.ts'
import { withModelError } from './model-error.ts'
import { type CalibrationRecord, drawOf, mostLikely, withoutUnknown } from './parameter-set.ts'
import { reopen, type Reopened } from './reopen.ts'
import {
  type Bands,
  bandsOf,
  beatsDrift,
  pooledError,
  type ScoreLine,
  scoreLines,
  type TimeSplit,
  type Wins,
} from './score.ts'

/** Years ahead that are scored; the fourth only for the mark on population. */
const horizons: readonly number[] = [1, 2, 4, 5]

export interface HindcastSettings {
  readonly seed: number
  /** 39 at least, or the band of 95 % cannot be told. */
  readonly members: number
  readonly assumptions?: Assumptions
  /** Calibrated parameters: the most likely ones for the central run, and a draw for each member. Priors when absent. */
  readonly record?: CalibrationRecord
  readonly progress?: (year: number) => void
  /** The module of the region's model; emitted when absent. */
  readonly built?: BuiltModule
}

/** What the project promises of its hindcast, and what came out; shares and points as fractions. */
export interface Mark {
  readonly what: string
  readonly wanted: string
  readonly measured: number | undefined
  readonly met: boolean
}

export interface Hindcast {
  readonly origins: readonly [from: number, to: number]
  readonly reopened: readonly Reopened[]
  readonly lines: readonly ForecastLine[]
  readonly scores: readonly ScoreLine[]
  readonly bands: Readonly<Record<TimeSplit, Bands>>
  readonly wins: Readonly<Record<TimeSplit, ReadonlyMap<number, Wins>>>
  readonly marks: readonly Mark[]
  /** Members that could not be started, with year and reason. */
  readonly failures: readonly string[]
}

const marksOf = (lines: readonly ForecastLine[], scores: readonly ScoreLine[], bands: Bands): Mark[] => {
  const { won, pairs } = beatsDrift(scores, 'holdout', 5)
  const share = pairs === 0 ? undefined : won / pairs
  const held = bands.coverage.find(({ level }) => level === 0.8)?.observed
  const growth = pooledError(lines, 'outputGrowth', 2, 'holdout')
  const people = pooledError(lines, 'residentsTotal', 4, 'holdout')
  const mark = (
    what: string,
    wanted: string,
    measured: number | undefined,
    test: (value: number) => boolean,
  ): Mark => ({
    what,
    wanted,
    measured,
    met: measured !== undefined && test(measured),
  })
  return [
    mark('pairs of series and area that beat the drift at 5 years, held out', 'at least 70 %', share, x => x >= 0.7),
    mark('points inside the 80 % band, held out', '72 to 88 %', held, x => x >= 0.72 && x <= 0.88),
    mark('error of mean growth over 2 years, held out', 'at most 1.4 points', growth, x => x <= 0.014),
    mark('error of the population at 4 years, held out', 'at most 0.5 %', people, x => x <= 0.005),
  ]
}

export const hindcast = (
  open: OpenRegion,
  past: Past,
  targets: readonly TargetRow[],
  settings: HindcastSettings,
): Hindcast => {
  const [from, to] = past.years
  const { built = buildLinked(open.linked) } = settings
  const record = settings.record && withoutUnknown(settings.record, rangedParameters(open.linked.source))
  const fitted =
    record === undefined ? {} : { central: mostLikely(record), sampled: (member: number) => drawOf(record, member) }
  const reopened: Reopened[] = []
  for (let start = from; start <= to; start++) {
    reopened.push(reopen(open, past, targets, start, { ...settings, ...fitted, built, years: Math.max(...horizons) }))
    settings.progress?.(start)
  }
  const plain = forecastLines(open.region, past, targets, reopened, horizons)
  const lines = settings.members > 1 ? withModelError(plain, settings.seed) : plain
  const scores = scoreLines(lines)
  const bands = { train: bandsOf(lines, 'train'), holdout: bandsOf(lines, 'holdout') }
  const winsOf = (split: TimeSplit): Map<number, Wins> =>
    new Map(horizons.map(horizon => [horizon, beatsDrift(scores, split, horizon)]))
  return {
    origins: [from - 1, to - 1],
    reopened,
    lines,
    scores,
    bands,
    wins: { train: winsOf('train'), holdout: winsOf('holdout') },
    marks: marksOf(lines, scores, bands.holdout),
    failures: reopened.flatMap(({ start, failures }) => failures.map(text => `${start}: ${text}`)),
  }
}
