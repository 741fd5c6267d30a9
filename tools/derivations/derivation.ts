/** A derivation of a starting figure, and the means of reading the series and figures of the folders. */

import { fileURLToPath } from 'node:url'
import { csvParse } from 'd3-dsv'
import type { Prior } from '../../src/language/declare.ts'
import { ln, exp } from '../../src/language/elementary.ts'
import { ownPacks, readFrom } from '../../src/regions/read.ts'
import type { Among } from './least-squares.ts'

export interface Derivation {
  /** Name of the figure, in figures.csv of each area or, with `of: ['CN']`, of the nation. */
  readonly figure: string
  /** The rule in a sentence. */
  readonly rule: string
  /** Areas to which it applies, all three when absent; of a path of the nation, times of its points. */
  readonly of?: readonly string[]
  /** The figure is stored rounded to this. */
  readonly unit: number
  /** Of an area, or of a time. */
  readonly value: (of: string) => number
}

export const northeast = ['CN-LN', 'CN-JL', 'CN-HL'] as const

const read = readFrom(ownPacks)
const readCountry = readFrom(fileURLToPath(new URL('../../countries/CN', import.meta.url)))

const tables = new Map<string, Record<string, string>[]>()
const table = (file: string): Record<string, string>[] => {
  const known = tables.get(file) ?? csvParse(read(file) ?? '')
  tables.set(file, known)
  return known
}

/** All years of a series. Throws where there is none. */
export const series = (area: string, name: string): ReadonlyMap<number, number> => {
  const rows = table(`${area}/series.csv`).filter(row => row['series'] === name)
  if (rows.length === 0) throw new Error(`${area} has no series '${name}'`)
  return new Map(rows.map(row => [Number(row['year']), Number(row['value'])]))
}

/** All 31 provinces, with a year of a series from the tables of the country, NaN where there is no figure. */
const tables31 = new Map(
  csvParse(readCountry('tables/series.csv') ?? '').map(({ area, series: name, year, value }) => [
    `${area} ${name} ${year}`,
    Number(value),
  ]),
)
export const areas31: readonly string[] = csvParse(readCountry('areas.csv') ?? '').map(({ id }) => id!)
export const of31 = (area: string, name: string, year: number): number =>
  tables31.get(`${area} ${name} ${year}`) ?? Number.NaN
/** Those of the 31 to whose series the parameters are not fitted. */
export const others31: readonly string[] = areas31.filter(area => !northeast.some(one => one === area))

const points = new Map<string, ReadonlyMap<string, number>>()

/** A year of a series; undefined where there is no figure. */
export const found = (area: string, name: string, year: number): number | undefined => {
  const known =
    points.get(area) ??
    new Map(table(`${area}/series.csv`).map(row => [`${row['series']} ${row['year']}`, Number(row['value'])]))
  points.set(area, known)
  return known.get(`${name} ${year}`)
}

/** A year of a series; where it is left out, on the geometric line between its neighbours. */
export const at = (area: string, name: string, year: number): number => {
  const years = series(area, name)
  const known = years.get(year)
  if (known !== undefined) return known
  const before = [...years.keys()].findLast(one => one < year)
  const after = [...years.keys()].find(one => one > year)
  if (before === undefined || after === undefined) throw new Error(`'${name}' of ${area} does not reach ${year}`)
  const share = (year - before) / (after - before)
  return exp(ln(years.get(before)!) * (1 - share) + ln(years.get(after)!) * share)
}

/** Mean of a year and the one before: residents at the middle of a year from those at year ends. */
export const midYear = (area: string, name: string, year: number): number =>
  (at(area, name, year - 1) + at(area, name, year)) / 2

/** Yearly mean of a path before the start. */
export const history = (name: string, year: number): number => {
  const row = table('CN/history.csv').find(one => one['name'] === name && one['year'] === String(year))
  if (row === undefined) throw new Error(`history.csv has no '${name}' of ${year}`)
  return Number(row['value'])
}

export const figure = (area: string, name: string): number => {
  const row = table(`${area}/figures.csv`).find(one => one['name'] === name && one['labels'] === '')
  if (row === undefined) throw new Error(`${area} has no figure '${name}'`)
  return Number(row['value'])
}

export interface Closure {
  readonly city: string
  readonly place: string
  /** Part of the output of the city: given, or by people in the place over those in the city. */
  readonly share: number
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** The one of the two days that stands in its source. */
  readonly read: string
}

/** Closures of places of an area in 2022. */
export const closures = (area: string): readonly Closure[] =>
  table('northeast/closures.csv')
    .filter(row => row['area'] === area)
    .map(row => ({
      city: row['city']!,
      place: row['place']!,
      share:
        Number(row['share']) || (row['people'] === '' ? 1 : Number(row['people']) / city(area, row['city']!).people),
      from: row['from']!,
      to: row['to']!,
      read: row['read']!,
    }))

export interface City {
  /** At the census of 2020, in millions. */
  readonly people: number
  /** Of 2021 as first published, in billions. */
  readonly output: number
  /** Part of the oil of its province. */
  readonly oil: number
}

/** A city or prefecture of an area with all its districts and counties. */
export const city = (area: string, name: string): City => {
  const row = table('northeast/cities.csv').find(one => one['area'] === area && one['city'] === name)
  if (row === undefined) throw new Error(`cities.csv has no '${name}' in ${area}`)
  return { people: Number(row['people']), output: Number(row['output']), oil: Number(row['oil']) }
}

/** People (in ten thousands) and natural growth (in thousandths) of every province of the nation, 2010 to 2024. */
export const allProvinces = (): readonly Record<string, string>[] => table('CN/provinces.csv')

/** People and death rate of each age of the nation at the start. */
export const nationalCohorts = (): readonly { age: number; people: number; deathRate: number }[] =>
  table('CN/cohorts.csv').map(row => ({
    age: Number(row['age']),
    people: Number(row['nationalPopulation']),
    deathRate: Number(row['nationalMortality']),
  }))

/** A point of a national path as it is stored. */
export const point = (name: string, time: string): number => {
  const row = table('CN/paths.csv').find(one => one['name'] === name && one['time'] === time)
  if (row === undefined) throw new Error(`paths.csv has no '${name}' at ${time}`)
  return Number(row['value'])
}

/** NaN where there is no figure. */
export const foundOrNaN = (area: string, name: string, year: number): number => found(area, name, year) ?? Number.NaN

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Distance of the 10 and 90 % points from the mean of a normal distribution, in standard deviations. */
const tail = 1.2816

/** Rounded to a multiple of the unit. */
export const rounded = (value: number, unit: number): number => Number((Math.round(value / unit) * unit).toPrecision(6))

/** The prior of a parameter with a standard error, stored rounded to the unit. */
export const priorOf = (central: number, error: number, unit: number, least = Number.NEGATIVE_INFINITY): Prior => ({
  low: rounded(Math.max(least, central - tail * error), unit),
  central: rounded(central, unit),
  high: rounded(central + tail * error, unit),
})

/**
 * The prior of an area from what regressions find among areas: the mean of the regressions, as wide as the areas differ.
 * Regressions differ in design more than in precision, so none weighs more than another.
 */
export const priorAmong = (designs: readonly Among[], unit: number): Prior =>
  priorOf(
    mean(designs.map(({ value }) => value)),
    mean(designs.map(({ error, spread }) => Math.hypot(error, spread))),
    unit,
    0,
  )

/** Means of 2023 and 2024 on a logarithmic scale: the rate of a flow at the start. */
export const rateAtStart = (area: string, name: string): number =>
  exp(mean([ln(at(area, name, 2023)), ln(at(area, name, 2024))]))
