/** Reads the tables of a country: series by area, censuses, and input-output tables of many sectors. */

import { csvParse } from 'd3-dsv'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { PackError } from '../problems.ts'
import type { ReadText } from '../types.ts'

/** A figure of an area in a year. */
interface Observed {
  readonly value: number
  readonly source: string
}

type Years = ReadonlyMap<number, Observed>

export interface CountryTables {
  readonly areas: ReadonlyArray<{ readonly id: string; readonly en: string; readonly zh: string }>
  /** Area, series, year. The nation stands among the areas by the id of the country. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, Years>>
  /** Text of census.csv by area and year, as the folder of an area holds it. */
  readonly censuses: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly inputOutput: ReadonlyMap<string, MoneyTable>
  readonly sources: string
}

/** Values of an input-output table in money, by row and column; rows are products and parts of value added. */
export type MoneyTable = ReadonlyMap<string, Readonly<Record<string, number>>>

export const tableRows = (read: ReadText, file: string): Array<Record<string, string>> => {
  const text = read(file)
  if (text === undefined) throw new PackError(file, [{ file, message: fault.fileMissing(), fix: fix.addTables() }])
  return [...csvParse(text)] as Array<Record<string, string>>
}

/** The map at a key, made where there is none. */
const within = <Key, Inner>(map: Map<Key, Inner>, key: Key, make: () => Inner): Inner => {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

/** `nation` is series.csv of the nation, which the country's own rows of it add to. */
export const readTables = (read: ReadText, country: string, nation: string): CountryTables => {
  const series = new Map<string, Map<string, Map<number, Observed>>>()
  const add = (area: string, { series: name, year, value, source }: Record<string, string>): void => {
    const ofArea = within(series, area, () => new Map<string, Map<number, Observed>>())
    within(ofArea, name!, () => new Map<number, Observed>()).set(Number(year), {
      value: Number(value),
      source: source!,
    })
  }
  for (const row of tableRows(read, 'tables/series.csv')) add(row['area']!, row)
  for (const row of csvParse(nation)) add(country, row)
  const censuses = new Map<string, Map<string, string>>()
  for (const { area, year, sex, age, persons, deaths } of tableRows(read, 'tables/census.csv')) {
    const ofArea = within(censuses, area!, () => new Map<string, string>())
    ofArea.set(year!, `${ofArea.get(year!) ?? 'sex,age,persons,deaths\n'}${sex},${age},${persons},${deaths}\n`)
  }
  const inputOutput = new Map<string, Map<string, Record<string, number>>>()
  for (const { area, row, ...cells } of tableRows(read, 'tables/input-output.csv')) {
    const numbers = Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, Number(text)]))
    within(inputOutput, area!, () => new Map<string, Record<string, number>>()).set(row!, numbers)
  }
  const areas = tableRows(read, 'areas.csv') as unknown as CountryTables['areas']
  return { areas, series, censuses, inputOutput, sources: read('sources.csv') ?? '' }
}

/** A file with the rows of another of the same columns. */
export const appended = (text: string, others: string): string =>
  `${text.trimEnd()}\n${others.split('\n').slice(1).join('\n')}`
