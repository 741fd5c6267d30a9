/** The folder of a nation that is made from its tables for any start: figures, paths and cohorts. */

import { csvFormatRows } from 'd3-dsv'
import { type Sex, sexes } from '../cohorts.ts'
import type { ReadText } from '../types.ts'
import { agesOf } from './ages.ts'
import type { CountryFigures, CountryRule } from './rules.ts'
import { type CountryTables, tableRows } from './tables.ts'

export const csv = (rows: readonly (readonly string[])[]): string => `${csvFormatRows(rows.map(row => [...row]))}\n`
export const sevenDigits = (value: number): string => String(Number(value.toPrecision(7)))

const columns = ['value', 'unit', 'evidence', 'source', 'note']
const pathColumns = 'name time value unit evidence source note'

/** The census nearest to the start, as the area has it. */
const censusNear = (censuses: ReadonlyMap<string, string>, start: number): string => {
  const years = [...censuses.keys()].toSorted((a, b) => Math.abs(Number(a) - start) - Math.abs(Number(b) - start))
  return censuses.get(years[0]!)!
}

/** People at the start and death rates of the year before, of an area or the nation. */
const agesAt = (tables: CountryTables, area: string, start: number, figures: CountryFigures) => {
  const level = (chain: string, year: number): number => figures.levelAt(area, chain, year)
  const [before, last] = [level('residents', start - 2), level('residents', start - 1)]
  // Residents are those of the middle of the year.
  const residents = last + (last - before) / 2
  return agesOf(censusNear(tables.censuses.get(area)!, start), residents, level('deaths', start - 1))
}

/** Files of the area that its ages and paths fill. */
export const areaFiles = (id: string, start: number, figures: CountryFigures, tables: CountryTables) => {
  const { people, mortality } = agesAt(tables, id, start, figures)
  const cohorts = sexes.flatMap(sex =>
    people[sex].map((one, age) => [sex, String(age), sevenDigits(one), sevenDigits(mortality[sex][age]!)]),
  )
  return {
    'cohorts.csv': csv([['sex', 'age', 'startPopulation', 'censusMortality'], ...cohorts]),
    'paths.csv': csv([pathColumns.split(' '), ...figures.paths(id, 'areaPaths').map(rowOf)]),
  }
}

interface Point {
  readonly rule: CountryRule
  readonly time: number
  readonly value: number
}

const rowOf = ({ rule: { name, unit, evidence, source, note }, time, value }: Point): string[] => [
  name,
  String(time),
  sevenDigits(value),
  unit,
  evidence,
  source,
  note,
]

/** Years that are known come from the tables, later ones from paths.csv of the country. */
export const nationFiles = (
  read: ReadText,
  country: string,
  start: number,
  figures: CountryFigures,
  rules: readonly CountryRule[],
  tables: CountryTables,
): ReadonlyMap<string, string> => {
  const { people, mortality } = agesAt(tables, country, start, figures)
  const all = (age: number, of: (sex: Sex) => number): number =>
    sexes.reduce((so, sex) => so + of(sex) * people[sex][age]!, 0)
  const cohorts = people.female.map((_, age) => {
    const total = all(age, () => 1)
    return [String(age), sevenDigits(total), sevenDigits(all(age, sex => mortality[sex][age]!) / total)]
  })
  const known = figures.paths(country, 'paths')
  const last = new Map(known.map(({ rule, time }) => [rule.name, time]))
  const later = tableRows('paths.csv', read('paths.csv'), pathColumns)
    .filter(({ name, time }) => Number(time) > (last.get(name!) ?? Number.NEGATIVE_INFINITY))
    .map(row => pathColumns.split(' ').map(column => row[column] ?? ''))
  const values = rules
    .filter(({ file }) => file === 'nation')
    .map(rule => [
      rule.name,
      rule.labels,
      sevenDigits(figures.figure(country, rule)),
      rule.unit,
      String(start - 1),
      rule.evidence,
      rule.source,
      rule.note,
    ])
  const region = { ...(JSON.parse(read('region.json')!) as object), start }
  return new Map([
    [`${country}/region.json`, `${JSON.stringify(region, undefined, 2)}\n`],
    [`${country}/figures.csv`, csv([['name', 'labels', 'value', 'unit', 'year', ...columns.slice(2)], ...values])],
    [`${country}/cohorts.csv`, csv([['age', 'nationalPopulation', 'nationalMortality'], ...cohorts])],
    [`${country}/paths.csv`, csv([pathColumns.split(' '), ...known.map(rowOf), ...later])],
    [`${country}/institutions.csv`, read('institutions.csv')!],
  ])
}
