/** Opens a region again from figures of whole years after its start: what they were forecast as, and what is forecast now. */

import { linkedThen } from '../region/placing.ts'
import { createSimulator, type RunAudit } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions, SetInputs } from '../../engine/scenario.ts'
import { exp, ln } from '../../language/elementary.ts'
import { UsageError } from '../../language/messages.ts'
import { isFactor } from '../../model/add-factors.ts'
import { model as heartland } from '../../model/index.ts'
import { type ActualRow, readActuals } from '../../regions/actuals.ts'
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
import { reopened } from '../runs/judged.ts'
import { checkOutside } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { heldParts } from './parts.ts'
import { readMovements, recordedFor } from './reopen.ts'

/** Output is shown by its growth: the level of an index says nothing by itself. */
const growing = 'output'

const revised =
  'output nominalOutput residentsTotal ownRevenue publicExpenditure provincialBonds homeSales housePrice'.split(' ')

/** Years of the new forecast that are shown. */
const yearsAhead = [0, 1, 2, 4]

const scaled = ({ scale }: TargetRow, value: number): number => (scale === 'level' ? value : ln(value))

const isAlone = ({ of }: TargetRow): boolean => /^\w+(;|$)/.test(of)

/** A region opened in a year and run from there: how its series move, and what had been observed of them. */
const openingOf = (
  open: OpenRegion,
  pack: RegionData,
  observed: { readonly region: RegionData; readonly past: Past },
  targets: readonly TargetRow[],
  { end, policy = {}, assumptions }: { readonly end: number } & Pick<SetInputs, 'assumptions'> & Partial<SetInputs>,
) => {
  const horizon = { end, stepsPerYear: open.simulator.horizon.stepsPerYear }
  const under = regionUnder(linkedThen(open, pack, horizon), open.linked, outsideOf(open), end)
  const judged = Object.entries(open.region.paths).filter(([name]) => isFactor(name))
  const paths = { ...under.paths, ...Object.fromEntries(judged) }
  const run = createSimulator(open.program, { ...under, paths }, horizon).run({
    policy,
    assumptions,
    record: recordedFor(targets),
    audit: true,
  })
  const finder = seriesFinder(observed.region, observed.past)
  return {
    pack,
    moved: readMovements(area => readRun(run, area), pack, targets, end - pack.start),
    audit: run.audit!,
    seen: (target: TargetRow, area: string) => observedOf(target, finder(area)),
  }
}

type Opening = ReturnType<typeof openingOf>

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

/**
 * Figures that were forecast, in the unit of the series; the miss is forecast less figure as a share of the figure, of
 * shares in their own unit; the usual miss the standard deviation of those of the whole region so many years ahead. The
 * index of output is compared by its growth: what was inflated in its level long ago then plays no part.
 */
const comparedWith = (opening: Opening, points: readonly SeriesPoint[], targets: readonly TargetRow[]) =>
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

/** The series of a target as it is published of an area. */
const namedIn = ({ series }: RegionData, { name, of }: TargetRow, area: string) =>
  name === growing
    ? { series: 'outputGrowth', area, unit: '1/year' }
    : { series: name, area, unit: series.find(one => one.area === area && one.series === of.split(';')[0])?.unit ?? '' }

/** The forecast of each area before and after, from the first year of the new opening on. */
const revisionsOf = (before: Opening, after: Opening, targets: readonly TargetRow[]) =>
  revised.flatMap(series => {
    const target = targets.find(({ name }) => name === series)
    if (target === undefined) return []
    const { areas, start } = after.pack
    const grows = series === growing
    return areas.map(area => ({
      ...namedIn(after.pack, target, area),
      years: yearsAhead.map(ahead => {
        const [was, is] = [before, after].map(one => (grows ? growthIn : forecastIn)(one, target, area, start + ahead))
        return { year: start + ahead, before: was!, after: is! }
      }),
    }))
  })

/** Figures of the opening that are others than at the earlier start. */
const movesOf = (before: RegionData, after: RegionData) =>
  Object.entries(after.values).flatMap(([series, { dimensions, unit, values }]) => {
    const places = dimensions.includes('area') ? after.areas : [after.context]
    const old = before.values[series]!.values
    return values.length !== places.length
      ? []
      : places.flatMap((area, at) =>
          old[at] === values[at] ? [] : [{ series, area, unit, before: old[at]!, after: values[at]! }],
        )
  })

/** The region of the folder from which another opening is made. */
const baseOf = ({ region, under }: OpenRegion, read: ReadText): RegionData =>
  loadRegion(read, startNamed((under?.own ?? region).id).id, requiredData(heartland), { parameters: 'priors' })

/** The first year after the start in which the region cannot be opened yet, and the series that it would need. */
export const wantedFor = (open: OpenRegion, read: ReadText) => {
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
        const of = { series: String(series), places: String(places), last: String(last) }
        return unit === undefined ? [] : [{ ...of, unit }]
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
) => {
  const own = open.under?.own ?? open.region
  const base = baseOf(open, read)
  const actuals = readActuals(given, base, own.start)
  const { start, region } = actuals
  const wholeYears = actuals.points.length > 0
  if (wholeYears && (start <= own.start || start === base.start))
    throw new UsageError(analysisMessages.ownStart({ region: base.id, start }))
  const past = readPast(read, region)
  const pack = wholeYears ? packAt(region, past, start) : own
  const fresh = region.parts === undefined ? undefined : open.files!.open(pack)
  const holds = fresh === undefined ? {} : heldParts(fresh, region, read)
  if (fresh !== undefined) checkOutside(rulesOf(fresh), holds)
  const judged = fresh && !check ? reopened(fresh, { ...outsideOf(open), ...holds }) : undefined
  const found = { ...actuals, from: own.start, parts: region.parts ?? [], judged }
  if (check || !wholeYears) return { ...found, compared: [], revisions: [], moves: [], audits: [] as RunAudit[] }
  const targets = readTargets(read, base).filter(({ outcome }) => open.linked.variables.has(outcome))
  const to = { end: start + Math.max(...yearsAhead) + 1, assumptions }
  const before = openingOf(open, own, { region: base, past }, targets, to)
  const after = openingOf(open, pack, { region, past }, targets, to)
  return {
    ...found,
    compared: comparedWith(before, actuals.points, targets),
    revisions: revisionsOf(before, after, targets),
    moves: movesOf(own, pack),
    audits: [before.audit, after.audit],
  }
}

export type Forward = ReturnType<typeof forward>

export interface Forecast {
  readonly series: string
  readonly area: string
  readonly unit: string
  /** Misses are in the unit of the series, not as shares of the figure. */
  readonly level: boolean
  /** Years that are not published yet, with the usual miss of the whole region so many years ahead. */
  readonly years: ReadonlyArray<{ readonly year: number; readonly value: number; readonly usual: number | null }>
}

/** Figures of the areas of a region that are published, and forecasts of those that are not yet; nothing where there is no past. */
export const publishedSeries = (open: OpenRegion, read: ReadText | undefined, scenario: SetInputs) => {
  const own = open.under?.own ?? open.region
  const none = { forecasts: [] as Forecast[], figure: (): number | undefined => undefined }
  if (read?.(`${own.context}/targets.csv`) === undefined) return none
  const targets = readTargets(read, own).filter(
    ({ name, outcome }) => revised.includes(name) && open.linked.variables.has(outcome),
  )
  const { end } = open.simulator.horizon
  const base = baseOf(open, read)
  const observed = { region: { ...base, series: own.series }, past: readPast(read, base) }
  const opening = openingOf(open, own, observed, targets, { ...scenario, end })
  const figureOf = (target: TargetRow, area: string, year: number): number | undefined => {
    const seen = opening.seen(target, area)
    const [now, before] = [seen.get(year), seen.get(year - 1)]
    if (target.name !== growing) return now
    return now === undefined || before === undefined ? undefined : now / before - 1
  }
  const forecasts = targets.flatMap(target =>
    own.areas.map((area): Forecast => {
      const grows = target.name === growing
      const years = Array.from({ length: end - own.start }, (_, ahead) => {
        const value = (grows ? growthIn : forecastIn)(opening, target, area, own.start + ahead)
        const usual = own.modelError?.series[target.name]?.spread[grows ? 0 : ahead] ?? null
        return { year: own.start + ahead, value, usual }
      })
      return {
        ...namedIn(own, target, area),
        level: grows || target.scale === 'level',
        years: years.flatMap(({ value, ...one }) =>
          value === null || figureOf(target, area, one.year) !== undefined ? [] : [{ ...one, value }],
        ),
      }
    }),
  )
  return {
    forecasts,
    figure: (series: string, area: string, year: number): number | undefined => {
      const target = targets.find(({ name }) => name === (series === 'outputGrowth' ? growing : series))
      return target === undefined || !own.areas.includes(area) ? undefined : figureOf(target, area, year)
    },
  }
}
