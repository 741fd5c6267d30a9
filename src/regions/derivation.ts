/** Derives the table cohorts.csv from census.csv and vital.csv, for the script and for the check on loading. */

import { csvFormatRows } from 'd3-dsv'
import { adjustedRates, type Census, type Cohorts, deriveCohorts, type Sex, sexes, type Vital } from './cohorts.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { groupStarts } from './graduate.ts'
import type { Folder } from './folder.ts'
import { readRows, type TableFile } from './rows.ts'
import type { AreaFile, ContextFile, RegionFile } from './schema.ts'

/** Counts of both sexes; undefined after a complaint. `moment` is the first of a month, such as 2020-11-01. */
export const parseCensus = (given: TableFile | undefined, moment: string): Census | undefined => {
  if (given === undefined) return undefined
  const { file, problems } = given
  const before = problems.length
  const table = (): Record<Sex, number[]> => ({ female: [], male: [] })
  const [persons, deaths] = [table(), table()]
  for (const row of readRows(given, ['sex', 'age', 'persons', 'deaths'])) {
    const { sex = '' } = row.fields
    const group = groupStarts.indexOf(row.number('age'))
    if (sex !== 'female' && sex !== 'male') row.complain('sex', fault.unknownSex({ word: sex }), fix.writeSex())
    else if (group < 0) {
      const known = fix.knownGroups({ ages: groupStarts.slice(0, 4).join(', ') })
      row.complain('age', fault.unknownGroup({ age: row.fields['age'] ?? '' }), known)
    } else if (persons[sex][group] === undefined) {
      for (const [field, target] of [
        ['persons', persons],
        ['deaths', deaths],
      ] as const) {
        const value = row.number(field)
        target[sex][group] = value / 1e6
        if (value <= 0) row.complain(field, fault.groupEmpty(), fix.checkCensus())
      }
    } else row.complain('age', fault.groupTwice({ sex, age: row.fields['age'] ?? '' }), fix.keepOne())
  }
  if (problems.length > before) return undefined
  for (const sex of sexes) {
    for (const [group, start] of groupStarts.entries()) {
      if (persons[sex][group] !== undefined) continue
      const message = fault.groupMissing({ sex, age: start })
      problems.push({ file, field: 'age', message, fix: fix.everyGroup() })
    }
  }
  const months = 13 - Number(moment.slice(5, 7))
  return problems.length > before ? undefined : { persons, deaths, lag: (months % 12) / 12 }
}

/** Name -> unit of what vital.csv holds. */
const vitalNames: Readonly<Record<string, string>> = {
  lateBirths: 'person m',
  births: 'person m/year',
  deaths: 'person m/year',
  populationYearEnd: 'person m',
  populationYearEndFirstPublished: 'person m',
  naturalGrowth: '1/year',
  mortalityLevel: 'share',
  newbornSurvival: 'share',
  sexRatioAtBirth: 'share',
  lifeExpectancy: 'year',
}

/** Reads one figure of one year; complains when it is missing and there is no other value to take. */
export type FindVital = (name: string, year: number, otherwise?: number) => number

/** All figures of vital.csv, to be asked for by name and year. */
const readVital = (table: TableFile): FindVital | undefined => {
  const { file, problems } = table
  const before = problems.length
  const values = new Map<string, number>()
  for (const row of readRows(table, ['name', 'year', 'value', 'unit', 'evidence', 'source', 'note'])) {
    const { name = '', unit = '' } = row.fields
    const [year, value] = [row.year(), row.number('value')]
    row.origin()
    const wanted = vitalNames[name]
    if (wanted === undefined) {
      const names = Object.keys(vitalNames)
      row.unknownName('name', name, names, fix.knownNames({ names: names.join(', ') }))
      continue
    }
    row.checkUnit(name, wanted)
    row.checkValue(name, unit, value)
    const key = `${name} ${year}`
    if (values.has(key)) row.complain('name', fault.figureTwice({ name, year }), fix.keepOne())
    values.set(key, value)
  }
  if (problems.length > before) return undefined
  return (name, year, otherwise) => {
    const value = values.get(`${name} ${year}`) ?? otherwise
    if (value !== undefined) return value
    problems.push({ file, field: 'name', message: fault.figureMissing({ name, year }), fix: fix.cohortsNeedIt() })
    return Number.NaN
  }
}

/** Vital figures of the years from the census to `start`. */
const vitalSince = (find: FindVital, moment: string, start: number): Vital => {
  const censusYear = Number(moment.slice(0, 4))
  const first = Number(moment.slice(5, 7)) === 1 ? censusYear : censusYear + 1
  const last = start - 1
  return {
    lateBirths: find('lateBirths', censusYear, first === censusYear ? 0 : undefined),
    populationAfterCensus: find('populationYearEnd', first - 1, Number.NaN),
    sexRatio: find('sexRatioAtBirth', last),
    newbornSurvival: find('newbornSurvival', last),
    deaths: find('deaths', last),
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      births: find('births', first + index),
      populationYearEnd: find('populationYearEnd', first + index),
      mortalityLevel: find('mortalityLevel', first + index, 1),
    })),
  }
}

/** A place with a census to start from. */
export interface Counted {
  readonly id: string
  readonly start: number
  readonly census: { readonly moment: string }
}

export const isCounted = <R extends RegionFile>(region: R): region is R & Counted & (AreaFile | ContextFile) =>
  'census' in region && region.census !== undefined

/** The census of a place and what followed it, from census.csv and vital.csv; undefined after a complaint. */
export const readCounts = (
  folder: Folder,
  { id, start, census: { moment } }: Counted,
): { readonly census: Census; readonly vital: Vital; readonly find: FindVital } | undefined => {
  const before = folder.problems.length
  const census = parseCensus(folder.table(`${id}/census.csv`, fix.addCensus()), moment)
  const table = folder.table(`${id}/vital.csv`, fix.addVital())
  const find = table && readVital(table)
  const vital = find && vitalSince(find, moment, start)
  const isWhole = folder.problems.length === before
  return census && find && vital && isWhole ? { census, vital, find } : undefined
}

/** A table of cohorts: label columns, then one column a datum. */
export interface CohortTable {
  readonly labels: readonly string[]
  readonly data: readonly string[]
  readonly rows: ReadonlyArray<{ readonly labels: readonly string[]; readonly values: readonly number[] }>
  readonly cohorts: Cohorts
}

/** Thousandths of a person, and nine digits of a rate: what the file holds. */
const people = (value: number): number => Number(value.toFixed(9))
const rate = (value: number): number => Number(value.toPrecision(9))

/** Sex and age for an area; both sexes together, with the factor in the rates, for the nation around it. */
export const deriveTable = (
  kind: 'area' | 'context',
  { census, vital }: { readonly census: Census; readonly vital: Vital },
  factor?: number,
): CohortTable => {
  const cohorts = deriveCohorts(census, vital, factor)
  const { population, mortality } = cohorts
  if (kind === 'area') {
    const rows = sexes.flatMap(sex =>
      population[sex].map((count, age) => ({
        labels: [sex, String(age)],
        values: [people(count), rate(mortality[sex][age]!)],
      })),
    )
    return { labels: ['sex', 'age'], data: ['startPopulation', 'censusMortality'], rows, cohorts }
  }
  const adjusted = Object.fromEntries(sexes.map(sex => [sex, adjustedRates(mortality[sex], cohorts.factor)]))
  const rows = population.female.map((women, age) => {
    const both = women + population.male[age]!
    const deaths = sexes.reduce((sum, sex) => sum + population[sex][age]! * adjusted[sex]![age]!, 0)
    return { labels: [String(age)], values: [people(both), rate(deaths / both)] }
  })
  return { labels: ['age'], data: ['nationalPopulation', 'nationalMortality'], rows, cohorts }
}

export const formatTable = ({ labels, data, rows }: CohortTable): string =>
  `${csvFormatRows([[...labels, ...data], ...rows.map(row => [...row.labels, ...row.values.map(String)])])}\n`
