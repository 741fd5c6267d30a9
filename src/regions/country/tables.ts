/** Reads the tables of a country: series by area, censuses, and input-output tables of many sectors. */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { PackError, type PackProblem } from '../problems.ts'
import { readRows, type Row } from '../rows.ts'
import type { ReadText } from '../types.ts'

/** A figure of an area in a year. */
interface Observed {
  readonly value: number
  readonly source: string
}

export interface CountryArea {
  readonly id: string
  readonly en: string
  readonly zh: string
  /** Of its capital, in degrees east and north; NaN where no flows between the areas are made. */
  readonly longitude: number
  readonly latitude: number
}

type Years = ReadonlyMap<number, Observed>

export interface CountryTables {
  readonly areas: readonly CountryArea[]
  /** Area, series, year. The nation stands among the areas by the id of the country. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, Years>>
  /** Text of census.csv by area and year, as the folder of an area holds it. */
  readonly censuses: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly inputOutput: ReadonlyMap<string, MoneyTable>
  readonly sources: string
}

/** Values of an input-output table in money, by row and column; rows are products and parts of value added. */
export type MoneyTable = ReadonlyMap<string, Readonly<Record<string, number>>>

/** The rows of a table; a PackError names every row with a field that cannot be read. */
export const tableRows = <Made = Row['fields']>(
  file: string,
  text: string | undefined,
  columns: string,
  made = (row: Row): Made => row.fields as Made,
): Made[] => {
  if (text === undefined) throw new PackError(file, [{ file, message: fault.fileMissing(), fix: fix.addTables() }])
  const problems: PackProblem[] = []
  const rows = readRows({ file, text, sources: {}, problems }, columns.split(' '), { open: true }).map(made)
  if (problems.length > 0) throw new PackError(file, problems)
  return rows
}

/** The map at a key, made where there is none. */
const within = <Key, Inner>(map: Map<Key, Inner>, key: Key, make: () => Inner): Inner => {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

export const readAreas = (read: ReadText): CountryArea[] =>
  tableRows('areas.csv', read('areas.csv'), 'id en zh', row => {
    const { id = '', en = '', zh = '', longitude } = row.fields
    const at = (name: string): number => (longitude === undefined ? Number.NaN : row.number(name))
    return { id, en, zh, longitude: at('longitude'), latitude: at('latitude') }
  })

/** `nation` is series.csv of the nation, which the country's own rows of it add to. */
export const readTables = (read: ReadText, country: string, nation: string | undefined): CountryTables => {
  const rowsOf = <Made = Row['fields']>(file: string, columns: string, made?: (row: Row) => Made): Made[] =>
    tableRows(file, read(file), columns, made)
  const series = new Map<string, Map<string, Map<number, Observed>>>()
  const add = (area: string, row: Row): void => {
    const ofArea = within(series, area, () => new Map<string, Map<number, Observed>>())
    const { series: name = '', source = '' } = row.fields
    const seen = { value: row.number('value'), source }
    within(ofArea, name, () => new Map<number, Observed>()).set(row.year(), seen)
  }
  rowsOf('tables/series.csv', 'area series year value source', row => add(row.fields['area']!, row))
  if (nation !== undefined)
    tableRows(`${country}/series.csv`, nation, 'series year value source', row => add(country, row))
  const censuses = new Map<string, Map<string, string>>()
  for (const one of rowsOf('tables/census.csv', 'area year sex age persons deaths')) {
    const { area, year, sex, age, persons, deaths } = one
    const ofArea = within(censuses, area!, () => new Map<string, string>())
    ofArea.set(year!, `${ofArea.get(year!) ?? 'sex,age,persons,deaths\n'}${sex},${age},${persons},${deaths}\n`)
  }
  const inputOutput = new Map<string, Map<string, Record<string, number>>>()
  const hasTables = read('tables/input-output.csv') !== undefined
  for (const { area, row, ...cells } of hasTables ? rowsOf('tables/input-output.csv', 'area row') : []) {
    const numbers = Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, Number(text)]))
    within(inputOutput, area!, () => new Map<string, Record<string, number>>()).set(row!, numbers)
  }
  return { areas: readAreas(read), series, censuses, inputOutput, sources: read('sources.csv') ?? '' }
}

/** A file with the rows of another of the same columns. */
export const appended = (text: string, others: string): string =>
  `${text.trimEnd()}\n${others.split('\n').slice(1).join('\n')}`
