/**
 * The tables of a run as a workbook shows them: those that a reader looks at first come first, with names beside the
 * codes, units of the language, and heads of columns in it. Numbers are those of the run, with all their digits.
 */

import type { ExportTable } from '../../analysis/files/export/tables.ts'
import type { Evidence } from '../../language/declare.ts'
import { answerWords } from '../words/answer.ts'
import type { Language } from '../../language/messages.ts'
import { nameIn } from '../../language/typeset.ts'
import { wordsIn } from '../words/language.ts'
import { leverName, leverUnit, payerName } from '../../model/names/levers.ts'
import { labelName, parameterName } from '../../model/names/parameters.ts'
import { sectorNames } from '../../model/names/sectors.ts'
import { figureName } from '../../model/names/series.ts'
import { sourceName } from '../../model/names/sources.ts'
import { type UnitWords, unitWords } from '../../model/names/units.ts'
import { variableName } from '../../model/names/variables.ts'
import { tableWords } from '../words/tables.ts'
import type { About } from '../worker/answers/about.ts'

type Places = Pick<About, 'region' | 'names' | 'areas'>

type Cell = ExportTable['rows'][number][number]
type Row = Readonly<Record<string, Cell>>

/** Sheets that a reader opens; the others follow in the order of the run. */
const first = ['about', 'policy', 'assumptions', 'sources', 'figures']

/** By table: the column whose code gets a name beside it, and what that name is. */
const named: Readonly<
  Record<string, readonly [code: string, name: (code: string, meaning: string, language: Language) => string]>
> = {
  policy: ['lever', leverName],
  assumptions: ['parameter', parameterName],
  figures: ['name', (code, meaning, language) => figureName(code, meaning === '' ? undefined : meaning, language)],
  variables: ['variable', variableName],
  years: ['variable', variableName],
  numbers: ['variable', variableName],
}

/** Columns with amounts in the unit of their row. */
const amounts: Readonly<Record<string, readonly string[]>> = {
  policy: ['value'],
  assumptions: ['value', 'standard', 'low', 'high'],
  figures: ['value'],
  years: ['value'],
  numbers: ['value'],
  variables: [],
}

const textOf = (cell: Cell): string => (cell === undefined ? '' : String(cell))

const unitOf = (table: string, row: Row, language: Language): UnitWords => {
  const unit = textOf(row['unit'])
  const { scale, text } =
    table === 'policy' ? leverUnit(textOf(row['lever']), unit, language) : unitWords(unit, language)
  // Behind a number of the page a share or an index has no unit: a sheet leaves none open.
  return { scale, text: wordsIn(tableWords, language).plainUnits[unit] ?? text.trim() }
}

/** 10 times 0.2642 is 2.642, not 2.6420000000000003: as many digits as a double is sure to keep. */
const scaled = (value: number, scale: number): number => (scale === 1 ? value : Number((value * scale).toPrecision(15)))

const placeName = (code: string, places: Places | undefined, language: Language): string => {
  const names = places?.region === code ? places.names : places?.areas.find(({ id }) => id === code)?.names
  return names === undefined ? (wordsIn(tableWords, language).nations[code] ?? code) : nameIn(names, language)
}

/** 'group=young area=CN-LN': the name of each label. */
const labelNames = (text: string, places: Places | undefined, language: Language): string =>
  text
    .split(' ')
    .map(part => part.split('=').at(-1)!)
    .map(label => labelName(placeName(label, places, language), language))
    .join(language === 'zh' ? '，' : ', ')

/** A text that differs between runs in a year only: '#' stands for it. */
const fixedCell = (cell: Cell, values: Readonly<Record<string, string>>): Cell => {
  const text = textOf(cell)
  const [year = ''] = /\b\d{4}\b/.exec(text) ?? []
  return values[text] ?? values[text.replace(year, '#')]?.replace('#', year) ?? cell
}

/** A cell in the language of the reader. */
const cellIn = (table: string, column: string, row: Row, language: Language, places?: Places): Cell => {
  const cell = row[column]
  if (cell === undefined) return undefined
  const { values } = wordsIn(tableWords, language)
  if (amounts[table]?.includes(column)) return scaled(Number(cell), unitOf(table, row, language).scale)
  if (column === 'unit' && amounts[table] !== undefined) return unitOf(table, row, language).text
  if (table === 'figures' && column === 'region') return placeName(textOf(cell), places, language)
  if (column === 'labels') return labelNames(textOf(cell), places, language)
  if (column === 'payer') return payerName(textOf(cell), language)
  if (column === 'evidence') return wordsIn(answerWords, language).gradeNames[cell as Evidence] ?? cell
  if (column === 'sector') return sectorNames[language][textOf(cell)] ?? cell
  if (table === 'sources' && column === 'what') return sourceName(textOf(row['id']), textOf(cell), language)
  if (table === 'about' || column === 'whose' || column === 'reading') return fixedCell(cell, values)
  return cell
}

/** The model's sentence on each variable of a run, for the tables that hold its code alone. */
const sentencesIn = (tables: readonly ExportTable[]): ReadonlyMap<string, string> => {
  const table = tables.find(({ name }) => name === 'variables')
  const at = (column: string): number => table?.columns.findIndex(({ name }) => name === column) ?? -1
  return new Map(table?.rows.map(row => [textOf(row[at('variable')]), textOf(row[at('meaning')])]))
}

const readable = (
  table: ExportTable,
  sentences: ReadonlyMap<string, string>,
  language: Language,
  places?: Places,
): ExportTable => {
  const { names, heads } = wordsIn(tableWords, language)
  const own = named[table.name]
  const rows = table.rows.map(
    (cells): Row => Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at]])),
  )
  const nameOf = (row: Row): string[] =>
    own === undefined
      ? []
      : [own[1](textOf(row[own[0]]), textOf(row['meaning'] ?? sentences.get(textOf(row[own[0]]))), language)]
  return {
    name: names[table.name] ?? table.name,
    columns: [
      ...(own === undefined ? [] : [{ name: heads['named'] ?? 'named', kind: 'text' as const }]),
      ...table.columns.map(({ name, kind }) => ({ name: heads[name] ?? name, kind })),
    ],
    rows: rows.map(row => [
      ...nameOf(row),
      ...table.columns.map(({ name }) => cellIn(table.name, name, row, language, places)),
    ]),
  }
}

const place = ({ name }: ExportTable): number => (first.includes(name) ? first.indexOf(name) : first.length)

/** With `places`, the region and its areas go by their names. */
export const readableTables = (tables: readonly ExportTable[], language: Language, places?: Places): ExportTable[] => {
  const sentences = sentencesIn(tables)
  return tables
    .toSorted((a, b) => place(a) - place(b))
    .map(table => {
      const isRegion = ([what]: readonly Cell[]): boolean => table.name === 'about' && what === 'region'
      const rows = table.rows.map(row =>
        places !== undefined && isRegion(row) ? [row[0], nameIn(places.names, language)] : row,
      )
      return readable({ ...table, rows }, sentences, language, places)
    })
}
