/**
 * Reconstructs a region as of an earlier year: initial values by declared rules, and the conditions outside it
 * afterwards.
 */

import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { hashOf } from './hash.ts'
import { type PastYear, pastYear, pastYears } from './past-cohorts.ts'
import { cohortTable, cohortValue, isCohortTable, type PastPeople } from './past-people.ts'
import { type FindYears, growthBefore, levelOf, LevelError, linkEnd, linksOf, meanBefore } from './past-level.ts'
import { type Stale, staleIn, staleProblems } from './stale.ts'
import {
  type History,
  historyOf,
  type PastLever,
  type PastRule,
  type Moment,
  parseHistory,
  parseLevers,
  parseMoments,
  parseReporting,
  parseRules,
} from './past-tables.ts'
import { PackError, type PackProblem } from './problems.ts'
import type { TableFile } from './rows.ts'
import type {
  Figure,
  PastLevers,
  PathPoint,
  ReadText,
  RegionData,
  RegionPath,
  RegionValues,
  SeriesPoint,
} from './types.ts'
import { startedFrom } from './variant.ts'

/** Tables and rules that opening a region in an earlier year needs. */
export interface Past extends PastPeople {
  readonly rules: ReadonlyMap<string, PastRule>
  /** Rules that differ where the region is opened after its own start. */
  readonly laterRules: ReadonlyMap<string, PastRule>
  readonly history: History
  /** Levers before the pack's start. */
  readonly levers: readonly PastLever[]
  readonly moments: readonly Moment[]
  /** First and last year in which the region can be opened, the pack's own start included. */
  readonly years: readonly [from: number, to: number]
  /** The region in each year that it has folders for, of one that is opened from those and in no other year. */
  readonly opened?: ReadonlyMap<number, RegionData>
  /** Same texts of the past, same hash. */
  readonly hash: string
  /** The same of an opening after the pack's own start. */
  readonly laterHash: string
}

/** The first year that all figures carry: five years of growth and a capital stock before it, people since the census of 2000. */
const firstYear = 2006

/** Reads what the folders hold of the past. Throws a PackError that tells every problem. */
export const readPast = (read: ReadText, region: RegionData): Past => {
  const problems: PackProblem[] = []
  const texts: string[] = []
  const perhaps = (file: string): TableFile | undefined => {
    const text = read(file)
    texts.push(file, text ?? '')
    return text === undefined ? undefined : { file, text, sources: region.sources, problems }
  }
  const needed = (file: string): TableFile | undefined => {
    const found = perhaps(file)
    if (found === undefined) problems.push({ file, message: fault.fileMissing(), fix: fix.addPast() })
    return found
  }
  const { context } = region
  const areas = { own: region.areas, exists: (id: string) => read(`${id}/region.json`) !== undefined }
  const history = parseHistory(needed(`${context}/history.csv`), region, areas)
  const rules = parseRules(needed(`${context}/past.csv`), region)
  // No part of the hash of the past, which it does not change.
  const later = read(`${context}/later.csv`)
  const laterRules =
    later === undefined
      ? new Map<string, PastRule>()
      : parseRules({ file: `${context}/later.csv`, text: later, sources: region.sources, problems }, region, 'some')
  const levers = parseLevers(perhaps(`${context}/levers.csv`), region)
  const moments = parseMoments(perhaps(`${context}/moments.csv`))
  const reporting = region.areas.flatMap(area => parseReporting(perhaps(`${area}/reporting.csv`), area))
  if (problems.length > 0) throw new PackError(region.id, problems)
  const published = seriesOf(region)
  const cohorts = new Map<string, readonly PastYear[]>()
  const cohortsOf = (id: string, year: number): PastYear => {
    const years = cohorts.get(id) ?? pastYears(read, id, (series, at) => published.get(`${id}:${series}`)?.get(at))
    cohorts.set(id, years)
    return pastYear(years, id, year)
  }
  const hash = hashOf(texts)
  return {
    rules,
    laterRules,
    history,
    levers,
    moments,
    reporting,
    cohorts: cohortsOf,
    years: [firstYear, region.start],
    hash,
    laterHash: hashOf([hash, later ?? '']),
  }
}

/** Series of the pack by 'area:name', from year to value. */
const seriesOf = (region: RegionData): Map<string, Map<number, number>> => {
  const series = new Map<string, Map<number, number>>()
  for (const { area, series: name, year, value } of region.series) {
    const years = series.get(`${area}:${name}`) ?? new Map<number, number>()
    years.set(year, value)
    series.set(`${area}:${name}`, years)
  }
  return series
}

/**
 * Series of the pack by area and name, with what was inflated in the reports taken out. Paths are yearly means up to
 * `until`, where that is after the pack's own start.
 */
export const seriesFinder = (
  region: RegionData,
  past: Past,
  until: number = region.start,
): ((area: string) => FindYears) => {
  const series = seriesOf(region)
  for (const { area, series: name, year, inflated } of past.reporting) {
    const years = series.get(`${area}:${name}`)
    const value = years?.get(year)
    if (years !== undefined && value !== undefined) years.set(year, value / (1 + inflated))
  }
  for (const [name, { points, ofAreas }] of Object.entries(region.paths)) {
    const set = (place: string, own: RegionPath['points'], area?: string): void => {
      const years = new Map(historyOf(past.history, name, area)?.map(({ year, value }) => [year, value]))
      for (let year = region.start; year < until; year++) years.set(year, meanOfYear(own, year))
      // Yearly means of the years since the start, for figures that are measured on a path.
      for (const [time, value] of own) if (!years.has(Math.floor(time))) years.set(Math.floor(time), value)
      series.set(`${place}:${name}`, years)
    }
    if (ofAreas === undefined) set(region.context, points)
    else for (const area of region.areas) set(area, ofAreas[area]!, area)
  }
  /** A series that only other areas have is one without a year, which the next of its chain carries on. */
  const elsewhere = (name: string) =>
    region.series.some(one => one.series === name && region.areas.includes(one.area))
      ? new Map<number, number>()
      : undefined
  return area => name => series.get(name.includes(':') ? name : `${area}:${name}`) ?? elsewhere(name)
}

/** Levels that are measured on the year before the start; the model takes them relative to it. */
export const measuredOnStart: Readonly<Record<string, number>> = {
  nationalFertility: 1,
  nationalPensionCoverage: 1,
  nationalTransferPool: 1,
  nationalLocalRevenue: 1,
  nationalLocalTaxes: 1,
  nationalLocalFees: 1,
  nationalResidents: 1,
  tourismRevival: 1,
  oilPrice: 1,
  orePrice: 1,
  coalPrice: 1,
  grainPrice: 1,
  oilPlan: 1,
  chineseCarShare: 0.5,
  russianCarMarket: 1,
  carStocking: 1,
  nationalFineDust: 30,
  russiaDemand: 1,
  russiaSupply: 1,
}

/**
 * Growth of the mean of a year on that of the year before, and the last year of which it is given so. It took place
 * from the middle of one year to the middle of the next; what is given of later years is growth within the year.
 */
const growthOfMeans: Readonly<Record<string, number>> = {
  nationalHousePriceGrowth: 2020,
  nationalFarmGrowth: 2023,
}

const valueAt = (points: RegionPath['points'], time: number): number => {
  const after = points.findIndex(([when]) => when >= time)
  if (after === 0) return points[0]![1]
  if (after < 0) return points.at(-1)![1]
  const [[t0, v0], [t1, v1]] = [points[after - 1]!, points[after]!]
  return v0 + ((v1 - v0) * (time - t0)) / (t1 - t0)
}

/** Births take place in the first quarter, for which their path is given up to the third: its change is no part of the year. */
const readAtFirst: ReadonlySet<string> = new Set(['nationalFertility'])

/** Mean of a path over a year. */
const meanOfYear = (points: RegionPath['points'], year: number): number => {
  const inside = points.filter(([time]) => time > year && time < year + 1)
  const all = [[year, valueAt(points, year)] as const, ...inside, [year + 1, valueAt(points, year + 1)] as const]
  return all.slice(1).reduce((sum, [t, v], at) => sum + ((t - all[at]![0]) * (v + all[at]![1])) / 2, 0)
}

/** In years: a year's value holds to its end, whatever the length of a step and where in it paths are read. */
const instant = 1e-6

/** The external path from `year` to the pack's start, a constant in each year, and the pack's own path after it. */
const pathSince = (name: string, region: RegionData, past: Past, year: number): RegionPath => {
  const own = region.paths[name]!
  const origins: PathPoint[] = []
  const since = (later: RegionPath['points'], area?: string): RegionPath['points'] => {
    const known = historyOf(past.history, name, area) ?? []
    const before = known.filter(point => point.year >= year && point.year < region.start)
    const lastOfMeans = growthOfMeans[name] ?? Number.NEGATIVE_INFINITY
    const opens = (at: number): number => Math.max(year, at > lastOfMeans + 1 ? at : at - 0.5)
    const points: [number, number][] = before.flatMap(({ year: at, value }): [number, number][] => [
      [opens(at), value],
      [opens(at + 1) - instant, value],
    ])
    points.push([region.start, valueAt(later, region.start)])
    points.push(
      ...later.filter(([time]) => time > region.start).map(([time, value]): [number, number] => [time, value]),
    )
    const base = measuredOnStart[name]
    const start = known.find(point => point.year === year - 1)?.value
    const scale = base === undefined || start === undefined ? 1 : base / start
    const said = before.filter(point => origins.every(({ area: of, time }) => of !== point.area || time !== point.year))
    origins.push(...said.map(({ year: time, ...point }): PathPoint => ({ time, ...point })))
    return points.map(([time, value]) => [time, value * scale] as const)
  }
  const ofAreas =
    own.ofAreas === undefined
      ? undefined
      : Object.entries(own.ofAreas).map(([area, later]) => [area, since(later, area)])
  return {
    ...own,
    points: ofAreas === undefined ? since(own.points) : [],
    ...(ofAreas === undefined ? {} : { ofAreas: Object.fromEntries(ofAreas) }),
    origins: [...origins, ...own.origins],
  }
}

/** The pack's own path from a later year on, relative to the year before it where the model takes it so. */
const pathFrom = (name: string, path: RegionPath, year: number): RegionPath => {
  const base = measuredOnStart[name]
  const from = (own: RegionPath['points']): RegionPath['points'] => {
    if (own.length === 0) return own
    const before = readAtFirst.has(name) ? valueAt(own, year - 1) : meanOfYear(own, year - 1)
    const scale = base === undefined ? 1 : base / before
    const after: RegionPath['points'] = [[year, valueAt(own, year)], ...own.filter(([time]) => time > year)]
    return after.map(([time, value]) => [time, value * scale] as const)
  }
  const byArea = path.ofAreas && Object.entries(path.ofAreas).map(([area, own]) => [area, from(own)] as const)
  return {
    ...path,
    points: from(path.points),
    ...(byArea === undefined ? {} : { ofAreas: Object.fromEntries(byArea) }),
  }
}

/** Value of a figure at the start of `year` by its rule. NaN where the figures do not reach. */
const pastValue = (rule: PastRule, figure: number, baseYear: number, year: number, find: FindYears): number => {
  const level = (own: number) => levelOf(rule.of, find, { year: baseYear, value: own })
  switch (rule.rule) {
    case 'keep':
      return figure
    case 'scale': {
      // Of what an area has none, such as oil, it is taken to have had none: no series scales it.
      if (figure === 0) return 0
      const at = level(figure)
      const over = (last: number) => meanBefore(at, last, rule.years || 1)
      return (figure * over(year - 1)) / over(baseYear)
    }
    case 'shift': {
      const at = level(figure)
      return figure + at(year - 1) - at(baseYear)
    }
    case 'mean':
      return meanBefore(level(figure), year - 1, rule.years)
    case 'growth':
      return growthBefore(level(figure), year - 1, rule.years)
    case 'cohorts':
      return Number.NaN
  }
}

const leversOf = (levers: readonly PastLever[]): PastLevers['standards'] => {
  const standards: Record<string, [number, number][]> = {}
  for (const { name, from, value } of levers) (standards[name] ??= []).push([from, value])
  return standards
}

const pastOrigin = ({ rule, of, note }: PastRule): Pick<Figure, 'evidence' | 'note'> => ({
  evidence: rule === 'keep' ? 'assumed' : 'derived',
  note: `Past rule: ${rule}${of === '' ? '' : ` ${of}`}${note === undefined ? '' : `. ${note}`}`,
})

/** Of a figure after the pack's own start: its source where it was published of the year, else by which series it was carried on. */
const carriedOrigin = (
  { rule, of, years, note }: PastRule,
  figure: Figure,
  value: number,
  { year, find, published }: { year: number; find: FindYears; published: ReadonlyMap<string, SeriesPoint> },
): Pick<Figure, 'evidence' | 'note'> & Partial<Figure> => {
  const by = linksOf(of).find(link => linkEnd(link, find) >= year) ?? of
  const point = published.get(`${figure.area} ${by}`)
  if (point !== undefined && Math.abs(value / point.value - 1) < 5e-4) {
    const { evidence, source, note: noted } = point
    return { evidence, source, note: noted }
  }
  const isMoved = rule === 'scale' || rule === 'shift'
  const over = years === 1 ? `in ${year}` : `over ${years} years to the end of ${year}`
  const how = {
    keep: '',
    cohorts: 'Carried on with the births, deaths and residents of the year',
    scale: `Carried from ${figure.year} with ${by}`,
    shift: `Carried from ${figure.year} with ${by}`,
    mean: `Mean of ${by} ${over}`,
    growth: `Yearly growth of ${by} ${over}`,
  }[rule]
  return {
    // A guess that is carried on remains one.
    evidence: isMoved && figure.evidence === 'assumed' ? 'assumed' : 'derived',
    note: [isMoved ? figure.note : undefined, how, note].filter(part => part !== undefined).join('. '),
  }
}

/**
 * The region opened at 1 January of `year`: what its figures were then, by the rules of past.csv (after the pack's own
 * start, of later.csv first), and the paths that followed, as they are known now. At the pack's own start it is the pack
 * itself. Throws a PackError, also where a figure would be older than the year before.
 */
export const packAt = (region: RegionData, past: Past, year: number): RegionData => {
  const [from] = past.years
  const to = region.start
  if (year === to) return region
  const kept = past.opened?.get(year)
  if (kept !== undefined) return kept
  const later = year > to
  if (!Number.isInteger(year) || year < from) {
    const message = fault.notInYear({ id: region.id, year })
    throw new PackError(region.id, [{ file: `${region.context}/past.csv`, message, fix: fix.askFromYear({ from }) }])
  }
  const problems: PackProblem[] = []
  const finder = seriesFinder(region, past, Math.max(year, to))
  const published = new Map(
    region.series.flatMap(point =>
      point.year === year - 1 ? [[`${point.area} ${point.series}`, point] as const] : [],
    ),
  )
  const stale: Stale[] = []
  const baseYear = region.start - 1
  const values: Record<string, RegionValues> = {}
  const figures: Figure[] = []
  for (const [name, given] of Object.entries(region.values)) {
    const rule = (later ? past.laterRules.get(name) : undefined) ?? past.rules.get(name)!
    const places = given.dimensions.includes('area') ? region.areas : [region.context]
    const width = given.values.length / places.length
    const complain = (message: Message): number => {
      const file = rule === past.rules.get(name) ? 'past.csv' : 'later.csv'
      const at = { file: `${region.context}/${file}`, row: rule.line, field: 'of' }
      problems.push({ ...at, message, fix: fix.longerSeries() })
      return Number.NaN
    }
    const atYear = (place: string, figure: number): number => {
      try {
        if (rule.rule === 'cohorts') return cohortValue(name, figure, past, place, year, rule.years || 1)
        const value = pastValue(rule, figure, baseYear, year, finder(place))
        return Number.isFinite(value) ? value : complain(fault.noPastValue({ name, place, year, series: rule.of }))
      } catch (error) {
        if (!(error instanceof LevelError)) throw error
        return complain(fault.noSeries({ name, place, year, series: error.message }))
      }
    }
    if (later) {
      const old = places
        .filter((_, at) => given.values.slice(at * width, (at + 1) * width).some(value => value !== 0))
        .flatMap(place => staleIn(rule, place, year - 1, finder(place)))
      stale.push(...old)
      if (old.length > 0) continue
    }
    values[name] = {
      ...given,
      values:
        rule.rule === 'cohorts' && isCohortTable(name)
          ? cohortTable(name, region, past, year)
          : given.values.map((figure, at) => atYear(places[Math.floor(at / width)]!, figure)),
    }
    for (const figure of region.figures.filter(one => one.name === name)) {
      if (later && rule.rule === 'keep') {
        figures.push(figure)
        continue
      }
      const place = places.indexOf(figure.area)
      const at = place * width + labelPlace(region, name, figure)
      const { value: known, ...rest } = figure
      const value = values[name].values[at]!
      figures.push({
        ...rest,
        ...(known === undefined ? {} : { value }),
        year: year - 1,
        ...(later
          ? carriedOrigin(rule, figure, value, { year: year - 1, find: finder(figure.area), published })
          : pastOrigin(rule)),
      })
    }
  }
  problems.push(...staleProblems(stale, region, year))
  if (problems.length > 0) throw new PackError(region.id, problems)
  const paths = Object.fromEntries(
    Object.entries(region.paths).map(([name, path]) => [
      name,
      later ? pathFrom(name, path, year) : pathSince(name, region, past, year),
    ]),
  )
  // A closure is that of one start.
  const { links: _, closure: __, ...own } = region
  const opened = { ...own, start: year, values, paths, figures, hashOfFigures: region.hash }
  if (later) {
    const pack = { ...opened, hash: `${hashOf([region.hash, past.laterHash])}@${year}` }
    return region.variant === undefined ? pack : startedFrom(pack, region.variant)
  }
  const pastLevers = { until: region.start, standards: leversOf(past.levers) }
  return { ...opened, pastLevers, hash: `${region.hash}@${year}` }
}

/** Place of a figure with labels among those of its area, by the order in which its area lists them. */
const labelPlace = (region: RegionData, name: string, figure: Figure): number => {
  const same = region.figures.filter(one => one.name === name && one.area === figure.area && one.value !== undefined)
  return Math.max(
    0,
    same.findIndex(one => JSON.stringify(one.labels) === JSON.stringify(figure.labels)),
  )
}
