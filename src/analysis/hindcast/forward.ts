/** Opens a region again from figures of whole years after its start: what they were forecast as, and what is forecast now. */

import { createSimulator, type RunAudit } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { exp, ln } from '../../language/elementary.ts'
import { UsageError } from '../../language/reported-error.ts'
import { type ActualRow, type Actuals, readActuals } from '../../regions/actuals.ts'
import { startNamed } from '../../regions/at-start.ts'
import { loadRegion } from '../../regions/load.ts'
import { packAt, type Past, readPast, seriesFinder } from '../../regions/past.ts'
import { fromScale, observedOf, readTargets, type TargetRow } from '../../regions/targets.ts'
import { PackError } from '../../regions/problems.ts'
import type { ReadText, RegionData, SeriesPoint } from '../../regions/types.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { messages as fault } from '../../texts/region.ts'
import { outsideOf, regionUnder } from '../region/outside.ts'
import { type OpenRegion, requiredData } from '../region/simulation.ts'
import { type Movement, readMovements, recordedFor } from './reopen.ts'

/** A figure that the region had forecast. */
export interface ComparedFigure {
  readonly point: SeriesPoint
  /** In the unit of the series. */
  readonly forecast: number
  /** Forecast less figure, as a share of the figure; in the unit of shares themselves. */
  readonly miss: number
  /** Standard deviation of past misses so many years after the origin, for the region as a whole. */
  readonly usual: number | undefined
}

/** The forecast of a series of an area before and after, from the first year of the new opening on. */
export interface ForecastRevision {
  readonly series: string
  readonly area: string
  readonly unit: string
  readonly years: ReadonlyArray<{
    readonly year: number
    readonly before: number | null
    readonly after: number | null
  }>
}

/** A figure of the opening, by its name, as it was at the earlier start and as it is. */
interface OpeningMove {
  readonly series: string
  readonly area: string
  readonly unit: string
  readonly before: number
  readonly after: number
}

export interface Forward extends Actuals {
  /** Start of the earlier opening. */
  readonly from: number
  readonly compared: readonly ComparedFigure[]
  readonly revisions: readonly ForecastRevision[]
  readonly moves: readonly OpeningMove[]
  readonly audits: readonly RunAudit[]
}

/** Output is shown by its growth: the level of an index says nothing by itself. */
const growing = 'output'

const revised = [
  growing,
  'nominalOutput',
  'residentsTotal',
  'ownRevenue',
  'publicExpenditure',
  'provincialBonds',
  'homeSales',
  'housePrice',
]

/** Years of the new forecast that are shown. */
const yearsAhead = [0, 1, 2, 4]

const scaled = ({ scale }: TargetRow, value: number): number => (scale === 'level' ? value : ln(value))

const isAlone = ({ of }: TargetRow): boolean => /^\w+(;|$)/.test(of)

interface Opening {
  readonly pack: RegionData
  readonly moved: Movement
  readonly audit: RunAudit
  /** What had been observed of a target. */
  readonly seen: (target: TargetRow, area: string) => ReadonlyMap<number, number>
}

const openingOf = (
  open: OpenRegion,
  pack: RegionData,
  { region, past }: { readonly region: RegionData; readonly past: Past },
  targets: readonly TargetRow[],
  { years, assumptions }: { readonly years: number; readonly assumptions: Assumptions },
): Opening => {
  const end = pack.start + years
  const under = regionUnder(pack, open.linked, outsideOf(open), end)
  const { stepsPerYear } = open.simulator.horizon
  const run = createSimulator(open.program, under, { end, stepsPerYear }).run({
    assumptions,
    record: recordedFor(targets),
    audit: true,
  })
  const finder = seriesFinder(region, past)
  return {
    pack,
    moved: readMovements(area => readRun(run, area), pack, targets, years),
    audit: run.audit!,
    seen: (target, area) => observedOf(target, finder(area)),
  }
}

/** A forecast in the unit of the series: what was observed in the year before the start, moved. */
const forecastIn = ({ pack, moved, seen }: Opening, target: TargetRow, area: string, year: number): number | null => {
  const origin = seen(target, area).get(pack.start - 1)
  const movement = moved(target.name, area, year)
  return origin === undefined || movement === undefined ? null : fromScale(target, scaled(target, origin) + movement)
}

const growthIn = ({ pack, moved }: Opening, { name }: TargetRow, area: string, year: number): number | null => {
  const [before, now] = [year === pack.start ? 0 : moved(name, area, year - 1), moved(name, area, year)]
  return before === undefined || now === undefined ? null : exp(now - before) - 1
}

/** The index of output is compared by its growth, and what was inflated in its level long ago plays no part. */
const comparedWith = (
  opening: Opening,
  points: readonly SeriesPoint[],
  targets: readonly TargetRow[],
): ComparedFigure[] =>
  points.flatMap(point => {
    const { series, area, year, value } = point
    const grows = series === 'outputGrowth'
    const target = targets.find(one => (grows ? one.name === growing : isAlone(one) && one.of.split(';')[0] === series))
    const { areas, start, modelError } = opening.pack
    if (target === undefined || series === 'outputIndex' || !areas.includes(area)) return []
    const forecast = (grows ? growthIn : forecastIn)(opening, target, area, year)
    if (forecast === null) return []
    const miss = grows || target.scale === 'level' ? forecast - value : forecast / value - 1
    // Growth of a single year misses as output does one year ahead.
    return [{ point, forecast, miss, usual: modelError?.series[target.name]?.spread[grows ? 0 : year - start] }]
  })

const revisionsOf = (before: Opening, after: Opening, targets: readonly TargetRow[]): ForecastRevision[] =>
  revised.flatMap(series => {
    const target = targets.find(({ name }) => name === series)
    if (target === undefined) return []
    const { areas, start } = after.pack
    const unitOf = (area: string): string =>
      after.pack.series.find(one => one.area === area && one.series === target.of.split(';')[0])?.unit ?? ''
    const grows = series === growing
    return areas.map(area => ({
      series: grows ? 'outputGrowth' : series,
      area,
      unit: grows ? '1/year' : unitOf(area),
      years: yearsAhead.map(ahead => {
        const [was, is] = [before, after].map(one => (grows ? growthIn : forecastIn)(one, target, area, start + ahead))
        return { year: start + ahead, before: was!, after: is! }
      }),
    }))
  })

/** Of figures that moved. */
const movesOf = (before: RegionData, after: RegionData): OpeningMove[] =>
  Object.entries(after.values).flatMap(([series, { dimensions, unit, values }]) => {
    const places = dimensions.includes('area') ? after.areas : [after.context]
    const old = before.values[series]!.values
    return values.length !== places.length
      ? []
      : places.flatMap((area, at) =>
          old[at] === values[at] ? [] : [{ series, area, unit, before: old[at]!, after: values[at]! }],
        )
  })

/** The first year after the start in which the region cannot be opened yet, and the series that it would need. */
export interface Wanted {
  readonly start: number
  readonly wanted: ReadonlyArray<{
    readonly series: string
    readonly places: string
    readonly unit: string
    readonly last: string
  }>
}

/** The region of the folder from which another opening is made. */
const baseOf = ({ region, under, linked }: OpenRegion, read: ReadText): RegionData => {
  const own = under?.own ?? region
  const { id, year } = startNamed(own.id)
  return year === undefined ? own : loadRegion(read, id, requiredData(linked.source), { parameters: 'priors' })
}

export const wantedFor = (open: OpenRegion, read: ReadText): Wanted => {
  const base = baseOf(open, read)
  const past = readPast(read, base)
  for (let start = Math.max(open.region.start, base.start) + 1; ; start++) {
    try {
      packAt(base, past, start)
    } catch (error) {
      if (!(error instanceof PackError)) throw error
      const wanted = error.problems.flatMap(({ message }) => {
        const { series = '', places, last } = fault.stale.of(message) ?? {}
        const unit = base.series.find(one => one.series === series)?.unit
        return unit === undefined ? [] : [{ series: String(series), places: String(places), last: String(last), unit }]
      })
      if (wanted.length < error.problems.length) throw error
      return { start, wanted }
    }
  }
}

/** Throws a UsageError or a PackError that names what is wrong with the figures, or what is missing to open the region. */
export const forward = (
  open: OpenRegion,
  read: ReadText,
  given: string | readonly ActualRow[],
  { check, assumptions }: { readonly check: boolean; readonly assumptions: Assumptions },
): Forward => {
  const own = open.under?.own ?? open.region
  const { id, year } = startNamed(own.id)
  const base =
    year === undefined ? own : loadRegion(read, id, requiredData(open.linked.source), { parameters: 'priors' })
  const actuals = readActuals(given, base, own.start)
  const { start } = actuals
  if (start === base.start) throw new UsageError(analysisMessages.ownStart({ region: base.id, start }))
  const past = readPast(read, actuals.region)
  const pack = packAt(actuals.region, past, start)
  const found = { ...actuals, from: own.start }
  if (check) return { ...found, compared: [], revisions: [], moves: [], audits: [] }
  const targets = readTargets(read, base).filter(({ outcome }) => open.linked.variables.has(outcome))
  const most = Math.max(...yearsAhead) + 1
  const before = openingOf(open, own, { region: base, past: readPast(read, base) }, targets, {
    years: start - own.start + most,
    assumptions,
  })
  const after = openingOf(open, pack, { region: actuals.region, past }, targets, { years: most, assumptions })
  return {
    ...found,
    compared: comparedWith(before, actuals.points, targets),
    revisions: revisionsOf(before, after, targets),
    moves: movesOf(own, pack),
    audits: [before.audit, after.audit],
  }
}
