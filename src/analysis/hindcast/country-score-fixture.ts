/**
 * Areas of a country opened in past years from its tables, beside naive forecasts: errors in log points (100 × the
 * difference of logarithms), those of unemployment in points.
 */

import { join } from 'node:path'
import { readRun } from '../../engine/run/reader.ts'
import { ln } from '../../language/elementary.ts'
import { model } from '../../model/index.ts'
import { countryPacks } from '../../regions/country/packs.ts'
import { readTables } from '../../regions/country/tables.ts'
import { loadRegion } from '../../regions/load.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import { createSimulator } from '../../engine/run.ts'
import { openData, requiredData } from '../region/simulation.ts'

const read = readFrom(join(ownCountries, 'US'))
const tables = readTables(read, 'US', undefined)
export const areas: readonly string[] = tables.areas.map(({ id }) => id)

const at = (area: string, series: string, year: number): number =>
  tables.series.get(area)?.get(series)?.get(year)?.value ?? Number.NaN

interface Variable {
  readonly outcome: string
  /** Level of the year before the start in the run; the published one where it has none. */
  readonly before?: string
  readonly published: (area: string, year: number) => number
}

const series =
  (name: string) =>
  (area: string, year: number): number =>
    at(area, name, year)

const variables: Readonly<Record<string, Variable>> = {
  output: { outcome: 'output', before: 'outputBaseYear', published: series('realOutput') },
  residents: { outcome: 'residentsTotal', published: series('residents') },
  unemployment: { outcome: 'unemploymentRate', published: series('unemployment') },
  jobs: { outcome: 'employed', before: 'employedStart', published: series('employed') },
  housePrice: { outcome: 'housePriceMiddle', before: 'housePriceBaseYear', published: series('housePriceIndex') },
  ownRevenue: { outcome: 'ownRevenue', before: 'ownRevenueBaseYear', published: series('ownRevenue') },
  spending: { outcome: 'publicExpenditure', published: series('publicExpenditure') },
  income: {
    outcome: 'incomePerHead',
    before: 'incomePerHeadBaseYear',
    published: (area, year) => at(area, 'disposableIncome', year) / at(area, 'residents', year),
  },
}

const scale = (name: string, value: number): number => (name === 'unemployment' ? 100 * value : 100 * ln(value))

/** The first year after the tables. */
const end = 2024
/** Years over which the own trend and the own gap are measured. */
const past = 5

/** `changed` stands in place of files of the folders. */
export const openedIn = (start: number, changed: (path: string, text: string) => string = (_, text) => text) => {
  const { files } = countryPacks(read, 'US', readFrom(ownPacks), true, start)
  const find = (path: string): string | undefined => {
    const text = files.get(path)
    return text === undefined ? undefined : changed(path, text)
  }
  return openData(loadRegion(find, 'US-all', requiredData(model), { parameters: 'priors' }), {}, find)
}

export const ranFrom = (start: number) => {
  const { program, region } = openedIn(start)
  const names = Object.values(variables).flatMap(({ outcome, before }) =>
    before === undefined ? [outcome] : [outcome, before],
  )
  const record = [...new Set([...names, 'netMigration', 'nationalOutput'])]
  const run = createSimulator(program, region, { end, stepsPerYear: 4 }).run({ record, audit: true })
  return { run, readers: new Map(region.areas.map((area, place) => [area, readRun(run, place)])) }
}

export type Ran = ReturnType<typeof ranFrom>

const rules = ['last', 'trend', 'nation', 'nationAndGap', 'model'] as const

export interface CountryScore extends Readonly<Record<(typeof rules)[number], number>> {
  readonly variable: string
  readonly start: number
  readonly year: number
  readonly areas: number
  /** Of the areas, the share that the model misses by less. */
  readonly beatsNation: number
  readonly beatsNationAndGap: number
}

const forecast = ({ readers }: Ran, name: string, area: string, start: number, year: number): number => {
  const { outcome, before, published } = variables[name]!
  const reader = readers.get(area)!
  const value = reader.mean(outcome, year)
  if (name === 'unemployment') return 100 * (value - published(area, start - 1))
  if (before !== undefined) return 100 * ln(value / reader.at(before, start))
  // Spending counts more than its published series: its first year has grown as output of the nation.
  const grown = at('US', 'nominalOutput', start) / at('US', 'nominalOutput', start - 1)
  const origin = name === 'residents' ? published(area, start - 1) : reader.mean(outcome, start) / grown
  return 100 * ln(value / origin)
}

export const scoresFrom = (ran: Ran, start: number, year: number): CountryScore[] => {
  const origin = start - 1
  return Object.keys(variables).flatMap(name => {
    const { published } = variables[name]!
    const moved = (area: string, from: number, to: number): number =>
      scale(name, published(area, to)) - scale(name, published(area, from))
    const points = areas.flatMap(area => {
      const actual = moved(area, origin, year)
      if (!Number.isFinite(actual)) return []
      const years = year - origin
      const nation = moved('US', origin, year)
      const own = moved(area, origin - past, origin)
      const gap = own - moved('US', origin - past, origin)
      const misses = {
        last: actual,
        trend: actual - (own / past) * years,
        nation: actual - nation,
        nationAndGap: actual - nation - (gap / past) * years,
        model: actual - forecast(ran, name, area, start, year),
      }
      return [misses]
    })
    if (points.length === 0) return []
    const rmse = (rule: (typeof rules)[number]): number => {
      const known = points.map(one => one[rule]).filter(Number.isFinite)
      return Math.sqrt(known.reduce((sum, miss) => sum + miss ** 2, 0) / known.length)
    }
    const beats = (rule: (typeof rules)[number]): number =>
      points.filter(one => Math.abs(one.model) < Math.abs(one[rule])).length / points.length
    return [
      {
        variable: name,
        start,
        year,
        areas: points.length,
        ...(Object.fromEntries(rules.map(rule => [rule, rmse(rule)])) as Record<(typeof rules)[number], number>),
        beatsNation: beats('nation'),
        beatsNationAndGap: beats('nationAndGap'),
      },
    ]
  })
}

/** Starts and the years that are compared; that of 2005 lies before a recession and stands beside the others. */
export const compared: ReadonlyArray<readonly [start: number, years: readonly number[]]> = [
  [2005, [2014, 2019]],
  [2010, [2019, 2023]],
  [2015, [2019, 2023]],
]

/** Net migration of the areas in a year, million: that of the model and what births and deaths leave of residents. */
export const migration = ({ readers }: Ran, year: number) => {
  const of = (area: string): number =>
    at(area, 'residents', year) - at(area, 'residents', year - 1) - at(area, 'births', year) + at(area, 'deaths', year)
  const sum = (value: (area: string) => number): number => areas.reduce((so, area) => so + value(area), 0)
  return { model: sum(area => readers.get(area)!.mean('netMigration', year)), actual: sum(of) }
}

/** Yearly growth of output of all areas beyond that of the nation. */
export const drift = ({ readers }: Ran, start: number, year: number): number => {
  const total = (when: number): number => [...readers.values()].reduce((sum, one) => sum + one.mean('output', when), 0)
  const nation = (when: number): number => readers.get(areas[0]!)!.mean('nationalOutput', when)
  return ln(total(year) / total(start) / (nation(year) / nation(start))) / (year - start)
}
