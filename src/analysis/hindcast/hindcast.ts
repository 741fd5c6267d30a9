/**
 * Runs the back-test of a region: starts the model in every year the data allow, forecasts, and scores the forecasts.
 */

import type { NaiveName, ForecastPoint } from '../../engine/score/rolling-origins.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import type { Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { type BuiltModule, buildLinked } from '../region/wasm-region.ts'
import { rangedParameters } from '../region/fitted-model.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type ForecastLine, forecastLines, type Outside } from './forecasts.ts'
import { errorHorizons } from './region-error.ts'
import { type CalibrationRecord, drawOf, mostLikely, withoutUnknown } from './parameter-set.ts'
import { drawInputs, reopen, type Reopened } from './reopen.ts'
import {
  type Bands,
  bandsOf,
  biasOf,
  pooledError,
  type ScoreLine,
  scoreLines,
  type TimeSplit,
  type Wins,
  winsOver,
  splitOf,
} from './score.ts'
import { normalQuantile } from '../../engine/distributions.ts'
import { createStream } from '../../engine/random.ts'
import { varianceOf } from '../runs/quantiles.ts'

/** Years ahead that are scored: the third only for the error by horizon, the fourth for the mark on population too. */
const horizons = errorHorizons

export interface HindcastSettings {
  readonly seed: number
  /** 39 at least, or the band of 95 % cannot be told. */
  readonly members: number
  readonly assumptions?: Assumptions
  /** Calibrated parameters: the most likely ones for the central run, and a draw for each member. Priors when absent. */
  readonly record?: CalibrationRecord
  /** 'unknown': the nation is frozen at the origin, and its shocks are drawn; 'known' when absent. */
  readonly outside?: Outside
  /** A start after the scored ones from which the region is run too. */
  readonly next?: number
  readonly progress?: (year: number) => void
  /** The module of the region's model; emitted when absent. */
  readonly built?: BuiltModule
}

/** An accuracy target of the hindcast and its result; shares and points as fractions. */
export interface Mark {
  readonly id: string
  /** Given where the target concerns one area. */
  readonly area?: string
  readonly what: string
  readonly wanted: string
  readonly measured: number | undefined
  readonly met: boolean
}

export interface Hindcast {
  readonly origins: readonly [from: number, to: number]
  readonly reopened: readonly Reopened[]
  /** From a later start, of which nothing is scored. */
  readonly next: readonly Reopened[]
  readonly lines: readonly ForecastLine[]
  readonly scores: readonly ScoreLine[]
  readonly bands: Readonly<Record<TimeSplit, Bands>>
  /** By benchmark, at a horizon. */
  readonly wins: (benchmark: NaiveName, split: TimeSplit, horizon: number) => Wins
  readonly marks: readonly Mark[]
  /** Members that could not be started, with year and reason. */
  readonly failures: readonly string[]
}

/** The shares of pairs that forecasts are to beat five years ahead. */
const wantedWins: ReadonlyArray<readonly [id: string, benchmark: NaiveName, name: string, share: number]> = [
  ['beatsDrift', 'drift', 'the trend line', 0.7],
  ['beatsNation', 'peer', "the nation's growth less the area's own gap of the last five years", 0.6],
  ['beatsAr1', 'firstOrder', 'AR(1)', 0.6],
  ['beatsLastValue', 'lastValue', 'the last value', 0.6],
]

const wantedBands: ReadonlyArray<readonly [level: number, within: number]> = [
  [0.8, 0.05],
  [0.9, 0.04],
  [0.95, 0.03],
]

const marksOf = (
  region: RegionData,
  lines: readonly ForecastLine[],
  scores: readonly ScoreLine[],
  bands: Bands,
): Mark[] => {
  const mark = (
    id: string,
    what: string,
    wanted: string,
    measured: number | undefined,
    test: (value: number) => boolean,
    area?: string,
  ): Mark => ({
    id,
    ...(area === undefined ? {} : { area }),
    what,
    wanted,
    measured,
    met: measured !== undefined && test(measured),
  })
  const percent = (share: number): string => String(Math.round(100 * share))
  const wins = wantedWins.map(([id, benchmark, name, least]) => {
    const { won, pairs } = winsOver(scores, benchmark, 'holdout', 5)
    const share = pairs === 0 ? undefined : won / pairs
    const what = `pairs of series and area that beat ${name} at 5 years, held out`
    return mark(id, what, `at least ${percent(least)} %`, share, x => x >= least)
  })
  const held = wantedBands.map(([level, within]) => {
    const observed = bands.coverage.find(one => one.level === level)?.observed
    const wanted = `${percent(level - within)} to ${percent(level + within)} %`
    const what = `points inside the ${percent(level)} % band, held out`
    return mark(`band${percent(level)}`, what, wanted, observed, x => Math.abs(x - level) <= within + 1e-9)
  })
  const growth = pooledError(lines, 'outputGrowth', 2)
  const people = pooledError(lines, 'residentsTotal', 4)
  return [
    ...wins,
    ...held,
    mark('growth', 'error of mean growth over 2 years, held out', 'at most 1.4 points', growth, x => x <= 0.014),
    ...region.areas.map(area => {
      const what = `bias of mean growth over 5 years, held out, ${region.areaNames[area]?.en ?? area}`
      const bias = biasOf(scores, 'outputGrowth', area, 5, 'holdout')
      return mark('growthBias', what, 'within ±0.4 points', bias, x => Math.abs(x) <= 0.004, area)
    }),
    mark('people', 'error of the population at 4 years, held out', 'at most 0.5 %', people, x => x <= 0.005),
  ]
}

/** The part of past errors that parameters and shocks do not explain, from the fitted years only, widens the bands. Points below which a series at a horizon says too little of its own misses; the typical ratio is taken then. */
const fewestPoints = 8

/** Variance of the miss, and the mean variance of the members, over training points of all areas. */
const missOf = (lines: readonly ForecastLine[]): { points: number; miss: number; spread: number } => {
  const points = lines.flatMap(line => line.points.filter(({ time, members }) => members && splitOf(time) === 'train'))
  if (points.length === 0) return { points: 0, miss: 0, spread: 0 }
  const mean = (of: (point: ForecastPoint) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  return {
    points: points.length,
    miss: mean(({ point, observed }) => (point - observed) ** 2),
    spread: mean(({ members }) => varianceOf(members!)),
  }
}

/**
 * Lines whose members carry a normal model error beside their own spread: for each series and horizon as large as the
 * misses of the training years leave unexplained, over all areas. Series with few training points take the median
 * ratio of miss to spread of the others at that horizon.
 */
const withModelError = (lines: readonly ForecastLine[], seed: number): ForecastLine[] => {
  const keys = new Map<string, ForecastLine[]>()
  for (const line of lines) {
    const key = `${line.target.name} ${line.horizon}`
    keys.set(key, [...(keys.get(key) ?? []), line])
  }
  const misses = new Map([...keys].map(([key, same]) => [key, missOf(same)]))
  const ratioAt = (horizon: number): number => {
    const ratios = [...misses]
      .filter(([key, { points, spread }]) => key.endsWith(` ${horizon}`) && points >= fewestPoints && spread > 0)
      .map(([, { miss, spread }]) => miss / spread)
      .toSorted((a, b) => a - b)
    return ratios[Math.floor(ratios.length / 2)] ?? 1
  }
  return lines.map(line => {
    const { points, miss, spread } = misses.get(`${line.target.name} ${line.horizon}`)!
    const typical = ratioAt(line.horizon)
    const draw = createStream(seed, `model error ${line.target.name} in ${line.area}`)
    const widen = (point: ForecastPoint): ForecastPoint => {
      if (point.members === undefined) return point
      const own = varianceOf(point.members)
      const variance = points >= fewestPoints ? Math.max(0, miss - spread) : own * Math.max(0, typical - 1)
      const size = Math.sqrt(variance)
      const members = Float64Array.from(
        point.members,
        (value, member) => value + size * normalQuantile(draw(member, point.origin, 0)),
      )
      return { ...point, members }
    }
    return { ...line, points: line.points.map(widen) }
  })
}

/** The years in which the region is opened. */
export const startsOf = ({ years: [from, to], opened }: Past): readonly number[] =>
  opened === undefined ? Array.from({ length: to - from + 1 }, (_, after) => from + after) : [...opened.keys()]

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
  const years = Math.max(...horizons)
  const inputs = drawInputs(open, { ...settings, ...fitted, years })
  const reopened: Reopened[] = []
  for (const start of startsOf(past)) {
    reopened.push(reopen(open, past, targets, start, { ...settings, built, inputs, years }))
    settings.progress?.(start)
  }
  const next =
    settings.next === undefined || settings.next <= to
      ? []
      : [reopen(open, past, targets, settings.next, { ...settings, built, inputs, years })]
  const plain = forecastLines(open.region, past, targets, reopened, horizons, settings.outside)
  const lines = settings.members > 1 ? withModelError(plain, settings.seed) : plain
  const scores = scoreLines(lines)
  const bands = { train: bandsOf(lines, 'train'), holdout: bandsOf(lines, 'holdout') }
  return {
    origins: [from - 1, to - 1],
    reopened,
    next,
    lines,
    scores,
    bands,
    wins: (benchmark, split, horizon) => winsOver(scores, benchmark, split, horizon),
    marks: marksOf(open.region, lines, scores, bands.holdout),
    failures: reopened.flatMap(({ start, failures }) => failures.map(text => `${start}: ${text}`)),
  }
}
