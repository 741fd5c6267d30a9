/**
 * The targets of a calibration: the region is run from several past years, and each series is compared by its change
 * since then.
 */

import type { EvaluateVectors, Prediction, TargetSeries } from '../../engine/calibrate/types.ts'
import { type Column, type EvaluatorOrder, orderEvaluator } from '../../engine/calibrate/evaluator.ts'
import { ln } from '../../language/elementary.ts'
import { normalQuantile } from '../../engine/distributions.ts'
import { planRecording } from '../../engine/recording.ts'
import { signedPrior } from '../../engine/ensemble.ts'
import { isPrior } from '../../language/declare.ts'
import type { UncertainParameter } from '../../engine/sample.ts'
import type { Policy } from '../../engine/scenario.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { type Past, packAt, seriesFinder } from '../../regions/past.ts'
import type { Moment } from '../../regions/past-tables.ts'
import type { ParameterSet } from '../../regions/parameter-file.ts'
import { observedOf, type TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { parsePath, parseSetting } from '../../scenario/words.ts'
import { regionUnder } from '../region/outside.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { buildLinked } from '../region/wasm-region.ts'
import { recordedFor } from './reopen.ts'
import { lastTrainingYear } from './score.ts'
import type { Predictions, VectorOrders } from './vectors.ts'

const stepsPerYear = 4

/** Years that one run covers: those that are known, and not those of the next. */
export interface Segment {
  readonly start: number
  readonly years: number
}

/** Runs that together cover the years that may be learnt from; each begins from what was known before. */
export const segmentsUpTo = (last: number): Segment[] =>
  [2006, 2011, 2015, 2019].flatMap((start, at, all) => {
    const end = Math.min(last, (all[at + 1] ?? last + 1) - 1)
    return end < start ? [] : [{ start, years: end - start + 1 }]
  })

/** Last year that a set of parameters may have seen. */
export const lastYearOf = (set: ParameterSet): number => (set === 'train' ? lastTrainingYear : 2024)

/** Parameters that the past cannot tell, with the reason. */
const notFitted: Readonly<Record<string, string>> = {
  vehicleDebtFactor: "how far a figure of the pack's own start is off; earlier starts have figures of their own",
  pensionLevel: 'the same',
  residentPensionLevel: 'the same',
  poolingFactor: 'the same',
  grossMigrationFactor: 'no series shows gross movement, and past starts find it by a rule of their own',
  participationAfter: 'scaled at each start so that the labour force comes out',
  nationPriceElasticity:
    'prices of the past are deflators of output, which move with oil and grain sold at given prices',
  priceFromDemand:
    'the same: published growth was not revised with nominal output, so that the deflators fell by up to 45 % against ' +
    'those of the nation',
  nationElasticity:
    'growth before 2018 as published is more than revised nominal output allows, and draws it to its bound',
  farmsFromNation:
    'above 1 the share of the area in the farming of the nation would rise for ever; Heilongjiang opened land to 2018',
  okunElasticity: 'published employment is smoothed, and draws it to a fifth, where studies find a half',
  migrationLean: 'the error of the net movement of one start, which others do not share',
  ...Object.fromEntries(
    [
      'tradeElasticityLong',
      'importFromCostLong',
      'technicianPremium',
      'startsFromLand',
      'nationalPriceFromIncome',
      'nationalSalesFromIncome',
      'spendingFromRates',
    ].map(name => [name, 'no past start saw what they answer: costs stayed, and what happened was expected']),
  ),
  ...Object.fromEntries(
    [
      'cycleOfIndustry',
      'growthOfIndustry',
      'costOfIndustry',
      'robotIntensity',
      'chipLoss',
      'chemicalsFromOil',
      'metalsFromOre',
      'miningFromOre',
      'miningFromCoal',
      'foodFromGrain',
      'farmsFromGrain',
    ].map(name => [name, 'no series of a single industry is fitted']),
  ),
}

/** Parameters with a range, those too that ensembles leave at their central value: history may tell them all. */
export const calibratedParameters = (model: LinkedModel): UncertainParameter[] =>
  [...model.variables.values()].flatMap(({ name, declaration }): UncertainParameter[] => {
    if (declaration?.kind !== 'parameter' || Object.hasOwn(notFitted, name)) return []
    const { value } = declaration
    if (typeof value === 'number') return []
    if (isPrior(value)) return [{ name, prior: signedPrior(model, value) }]
    return Object.entries(value).flatMap(([label, prior]) =>
      isPrior(prior) ? [{ name: `${name}[${label}]`, prior: signedPrior(model, prior) }] : [],
    )
  })

/** Series that repeat another one, or that the model does not claim to follow: scored, not learnt from. */
const scoredOnly: ReadonlySet<string> = new Set([
  'outputGrowth',
  'nonPrimaryOutput',
  'homeSalesValue',
  'retailSalesThirdCensus',
  'completions',
])

/**
 * Standard deviation of the model's own error, in the scale of the series: median and factor of one deviation. The
 * factor is wide, for the model follows people within 1 % and land revenue within a half.
 */
const discrepancyPrior = { log: 0.05, level: 0.01, factor: 4 }

/** Correlation of the model's error in a year with that in the next. */
const discrepancyPersistence = 0.8

const discrepancyName = (series: string): string => `modelError ${series}`

/**
 * Factor on what reporting.csv says was added to the reports of an area: 1 when it is right. People counted too many
 * and money reported too much have nothing to do with each other.
 */
const reportingName = (area: string, target: string): string =>
  `${target === 'residentsTotal' ? 'overcountedPeople' : 'inflatedReports'} ${area}`

const reportingPrior = { low: 0.5, central: 1, high: 1.5 }

const inflationOf = (past: Past, { of }: TargetRow, area: string, year: number): number =>
  past.reporting.find(one => one.area === area && one.series === of.split(';')[0] && one.year === year)?.inflated ?? 0

export interface CalibrationData {
  readonly segments: readonly Segment[]
  readonly targets: readonly TargetSeries[]
  readonly discrepancies: readonly UncertainParameter[]
  /** The inflation of reports, by area. */
  readonly reporting: readonly UncertainParameter[]
  /** Places from which the numbers of the targets are read, in their order. */
  readonly places: ReadonlyArray<{
    readonly segment: number
    readonly target: TargetRow
    readonly area: string
    readonly year: number
    readonly known: number
  }>
  /** After them, one number each: responses, in a run that begins with the segment and differs from it. */
  readonly moments: ReadonlyArray<Moment & { readonly segment: number }>
}

/** The series of all areas in the segments, as movements since the year before each start. */
export const calibrationData = (
  region: RegionData,
  past: Past,
  rows: readonly TargetRow[],
  set: ParameterSet,
): CalibrationData => {
  const finder = seriesFinder(region, past)
  const fitted = segmentsUpTo(lastYearOf(set))
  // Responses of today are read from the region's own start: only a fit to all years may know it.
  const today = past.moments.filter(({ from }) => from >= region.start && set === 'all')
  const ahead = Math.max(...today.map(({ to }) => to + 1 - region.start))
  const segments = today.length === 0 ? fitted : [...fitted, { start: region.start, years: ahead }]
  const targets: TargetSeries[] = []
  const places: CalibrationData['places'][number][] = []
  const used = new Map<string, TargetRow>()
  const inflatedReports = new Set<string>()
  for (const [segment, { start, years }] of fitted.entries()) {
    for (const target of rows.filter(({ name }) => !scoredOnly.has(name))) {
      for (const area of region.areas) {
        const seen = observedOf(target, finder(area))
        const known = seen.get(start - 1)
        if (known === undefined) continue
        const times = [...seen.keys()].filter(year => year >= start && year < start + years)
        if (times.length === 0) continue
        used.set(target.name, target)
        const inflated = times.map(year => inflationOf(past, target, area, year))
        const biased = inflated.some(part => part !== 0)
        const factor = reportingName(area, target.name)
        if (biased) inflatedReports.add(factor)
        targets.push({
          name: `${target.name}[${area}] from ${start}`,
          times,
          // The reported figure, where it was inflated: by how much is learnt with the rest.
          observed: times.map((year, at) => seen.get(year)! * (1 + inflated[at]!)),
          ...(biased ? { bias: [{ factor, shape: inflated }] } : {}),
          scale: target.scale === 'level' ? 'level' : 'log',
          // Both the origin and the year carry the error of a figure.
          errors: times.map(() => target.error * Math.SQRT2),
          discrepancy: { deviation: discrepancyName(target.name), persistence: discrepancyPersistence },
        })
        places.push(...times.map(year => ({ segment, target, area, year, known })))
      }
    }
  }
  const discrepancies = [...used.values()].map(({ name, scale }): UncertainParameter => {
    const central = scale === 'level' ? discrepancyPrior.level : discrepancyPrior.log
    const { factor } = discrepancyPrior
    return { name: discrepancyName(name), prior: { low: central / factor, central, high: central * factor } }
  })
  const reporting = [...inflatedReports].map(name => ({ name, prior: reportingPrior }))
  const moments = past.moments.flatMap(moment => {
    const segment = segments.findIndex(({ start, years }) => start <= moment.from && moment.to < start + years)
    return segment < 0 ? [] : [{ ...moment, segment }]
  })
  targets.push(
    ...moments.map(
      ({ name, to, low, high, weight }): TargetSeries => ({
        name,
        times: [to],
        observed: [(low + high) / 2],
        scale: 'level',
        errors: [(high - low) / (2 * normalQuantile(0.9) * Math.sqrt(weight))],
      }),
    ),
  )
  return { segments, targets, discrepancies, reporting, places, moments }
}

/** Lognormal, so that none is 0 or below. */
export const discrepancyDistributions = (
  discrepancies: readonly UncertainParameter[],
): Record<string, { kind: 'lognormal'; median: number; logDeviation: number }> =>
  Object.fromEntries(
    discrepancies.map(({ name, prior }) => [
      name,
      { kind: 'lognormal', median: prior.central, logDeviation: ln(discrepancyPrior.factor) },
    ]),
  )

/** Columns of the run that hold a number of a target: in the year, and in the year before the start. */
interface Reading {
  readonly now: number
  readonly before: number
  /** Column of the lift from the mean of the year before to the start, where the first step stands for that year. */
  readonly lift: number | undefined
}

type Segmented = CalibrationData['moments'][number]

/** Places from which a moment is read: columns of the run of the segment, then of the run that differs. */
interface Response {
  readonly changed: number
  readonly of: ReadonlyArray<readonly number[]>
  readonly over: ReadonlyArray<readonly number[]>
}

/** Runs vectors of parameters, in this thread or on several, which changes no bit. */
export type RunVectors = (vectors: readonly Float64Array[]) => Promise<Predictions>

/** Runs every segment with many vectors of parameters, side by side, and says what the targets would have been. */
export const segmentEvaluator = (
  { region, linked }: OpenRegion,
  past: Past,
  { segments, places, moments }: CalibrationData,
  names: readonly string[],
  running: (orders: VectorOrders) => RunVectors,
): EvaluateVectors => {
  const planned = (start: number, years: number, outcomes: readonly string[]) => {
    const recording = planRecording(linked, outcomes, { start, steps: years * stepsPerYear, stepsPerYear })
    const columns: Column[] = []
    const seen = new Map<string, number>()
    /** The place in a prediction of the mean of steps. */
    const column = (variable: string, area: number, from: number, to: number): number => {
      const own = recording.series.flatMap((series, at) => (series.variable === variable ? [{ ...series, at }] : []))
      const { at } = own.length === 1 ? own[0]! : own.find(({ element }) => element === area)!
      const key = `${at} ${from} ${to}`
      const known = seen.get(key)
      if (known !== undefined) return known
      seen.set(key, columns.length)
      return columns.push({ series: at, from, to }) - 1
    }
    const order = (pack: RegionData, policy: Policy = {}) => {
      const horizon = { end: start + years, stepsPerYear }
      return orderEvaluator(linked, pack, horizon, { names, recording, columns, policy })
    }
    return { column, order }
  }
  /** The columns of which the sum is that of outcomes over the areas, in the years of a moment. */
  const sumOf = (
    { column }: ReturnType<typeof planned>,
    { segment, from, to }: Segmented,
    outcomes: readonly string[],
  ) => {
    const [first, end] = [from, to + 1].map(year => (year - segments[segment]!.start) * stepsPerYear)
    return outcomes.flatMap(outcome => region.areas.map((_, area) => column(outcome, area, first!, end!)))
  }
  const readings: Reading[] = []
  const responses: Response[] = []
  const changed: EvaluatorOrder[] = []
  const orders = segments.map(({ start, years }, segment) => {
    const mine = places.flatMap((place, at) => (place.segment === segment ? [{ ...place, at }] : []))
    const ofSegment = moments.filter(moment => moment.segment === segment)
    const read = ofSegment.flatMap(({ outcome, over }) => [outcome, ...over])
    const plain = planned(start, years, [...recordedFor(mine.map(({ target }) => target)), ...read])
    for (const { target, area, year, at } of mine) {
      const place = region.areas.indexOf(area)
      const end = (year - start + 1) * stepsPerYear
      const first = target.start === 'first'
      readings[at] = {
        now: plain.column(target.outcome, place, target.when === 'mean' ? end - stepsPerYear : end - 1, end),
        before: plain.column(first ? target.outcome : target.start, place, 0, 1),
        lift: first ? plain.column('startLift', place, 0, 1) : undefined,
      }
    }
    const pack = packAt(region, past, start)
    for (const moment of ofSegment) {
      const { outcome, over, to } = moment
      const other = planned(start, to + 1 - start, [outcome, ...over])
      const both = (outcomes: readonly string[]) => [plain, other].map(plan => sumOf(plan, moment, outcomes))
      responses[moments.indexOf(moment)] = {
        changed: segments.length + changed.length,
        of: both([outcome]),
        over: both(over),
      }
      const outside = Object.fromEntries(moment.outside.map(parsePath))
      const policy = Object.fromEntries(moment.policy.map(parseSetting))
      changed.push(other.order(regionUnder(pack, linked, outside, to + 1), policy))
    }
    return plain.order(pack)
  })
  const run = running({ built: buildLinked(linked), orders: [...orders, ...changed] })
  const response = (parts: readonly Float64Array[], { segment }: Segmented, { changed: other, of, over }: Response) => {
    const difference = (both: Response['of']): number => {
      const [before, after] = both.map((columns, at) =>
        columns.reduce((sum, column) => sum + parts[at === 0 ? segment : other]![column]!, 0),
      )
      return after! - before!
    }
    return difference(of) / difference(over)
  }
  const combine = (parts: readonly Prediction[]): Prediction => {
    const failed = parts.find(part => 'failure' in part)
    if (failed !== undefined) return failed
    const found = new Float64Array(places.length + moments.length)
    for (let at = 0; at < places.length; at++) {
      const { segment, target, known } = places[at]!
      const part = parts[segment] as Float64Array
      const { now, before, lift } = readings[at]!
      const base = part[before]! / (lift === undefined ? 1 : part[lift]!)
      found[at] = target.scale === 'level' ? known + (part[now]! - base) : (known * part[now]!) / base
    }
    moments.forEach((moment, at) => {
      found[places.length + at] = response(parts as readonly Float64Array[], moment, responses[at]!)
    })
    return found
  }
  return async vectors => {
    const found = await run(vectors)
    return vectors.map((_, at) => combine(found.map(of => of[at]!)))
  }
}
