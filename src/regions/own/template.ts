/** Makes a workbook to fill in: the tables of a known region, with or without its values. */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as templateMessages } from '../../texts/template.ts'
import type { Message } from '../../language/messages.ts'
import { parseRegion } from '../parse.ts'
import { PackError, type PackProblem } from '../problems.ts'
import type { ReadText } from '../types.ts'
import { inChinese } from './chinese.ts'
import { aboutSheet, type CellValue, type Sheet, sheetsOf, withMeanings } from './workbook.ts'

export interface TemplateOptions {
  /** The tables as they stand, or the same rows without values, years, grades, sources and notes. */
  readonly blank?: boolean
  /** The model's sentence on a name; undefined where it has no such name. */
  readonly meaningOf: (name: string) => string | undefined
  /** Given, the workbook is in Chinese: names a figure, path or series, or a column by its code ('' where it has no name). */
  readonly chineseOf?: (name: string, labels: string) => string
  /** Says how to fill in a workbook that asks for a few series alone, whose years stay. */
  readonly about?: Message
}

/** Filled in by whoever knows the region. */
const toFill = new Set([
  'value',
  'low',
  'high',
  'from',
  'year',
  'evidence',
  'source',
  'note',
  'persons',
  'deaths',
  'inflated',
])

/** Fields of region.json that hold for the pattern alone: its name, its censuses, and the fit to its own past. */
const ofPattern = /^(id$|opens$|names\.|parameters|census\.|pastCensuses\.|compared\.|inputOutput\.)/

/** Tables that are a list of figures; others hold a fixed frame of rows or free lists. */
const emptied = (sheet: Sheet, isAsked: boolean): Sheet => {
  if (sheet.name === 'sources') return sheet
  const [header = [], ...rows] = sheet.rows
  if (sheet.name.endsWith('region')) {
    const kept = (field: CellValue, value: CellValue): CellValue => (ofPattern.test(String(field)) ? undefined : value)
    return { ...sheet, rows: [header, ...rows.map(([field, value]) => [field, kept(field, value)])] }
  }
  const frame = new Set(['sex', 'age'])
  const isCohorts = sheet.name.endsWith('cohorts')
  const isFilled = (column: string): boolean => toFill.has(column) && !(isAsked && column === 'year')
  const empties = header.map(column => isFilled(String(column)) || (isCohorts && !frame.has(String(column))))
  const labels = header.indexOf('labels')
  const kept = rows.filter(row => !isByIndustry(row[labels]))
  return {
    ...sheet,
    rows: [header, ...kept.map(row => row.map((cell, at) => (empties[at] === true ? undefined : cell)))],
  }
}

/** The sheet with an input-output table, and the figures by industry that go with it: a region may do without. */
const tableSheet = 'input-output'
const isByIndustry = (labels: CellValue): boolean => String(labels).startsWith('industry=')

/**
 * The sheets for an area: its files and sources.csv, and those of its context where they are given.
 * `texts` are the files by their paths, in the order in which the sheets shall stand.
 */
export const templateOf = (
  texts: ReadonlyMap<string, string>,
  area: string,
  context: string,
  { blank = false, meaningOf, chineseOf, about: asked }: TemplateOptions,
): Sheet[] => {
  const written = sheetsOf(texts, area)
    .filter(({ name }) => !blank || name !== tableSheet)
    .map(sheet => withMeanings(sheet, meaningOf))
    .map(sheet => (blank ? emptied(sheet, asked !== undefined) : sheet))
  const sheets = chineseOf === undefined ? written : written.map(sheet => inChinese(sheet, chineseOf))
  const { text } = asked ?? templateMessages.about({ context, sheets: sheets.map(({ name }) => name) })
  const lines = text[chineseOf === undefined ? 'en' : 'zh'].split('\n')
  const about: Sheet = { name: aboutSheet, rows: lines.map(line => [line]) }
  return [chineseOf === undefined ? about : inChinese(about, () => ''), ...sheets]
}

/** Tables in the order in which somebody fills them in; what is not named comes after. */
const order = ['region.json', 'figures.csv', 'census.csv', 'vital.csv', 'cohorts.csv', 'series.csv', 'paths.csv']

const inOrder = (paths: readonly string[]): string[] => {
  const place = (path: string): number => {
    const at = order.findIndex(table => path.endsWith(`/${table}`))
    return at < 0 ? order.length : at
  }
  return paths.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** A region of somebody's own opens at the start of its figures: the nation has no past of it that would carry them on. */
const ofFigures = (text: string): string => {
  const { opens: _, ...fields } = JSON.parse(text) as { readonly opens?: number }
  return JSON.stringify(fields, undefined, 2)
}

/**
 * The files that a template for an area shows, and the id of its context. `filesIn` lists the files of a folder. Throws
 * where the id is no area's, because a union has no figures of its own.
 */
export const templateTexts = (
  area: string,
  filesIn: (folder: string) => readonly string[],
  read: ReadText,
): { readonly texts: ReadonlyMap<string, string>; readonly context: string } => {
  const problems: PackProblem[] = []
  const file = `${area}/region.json`
  const region = parseRegion({ file, text: read(file) ?? '', sources: {}, problems }, area)
  if (problems.length > 0) throw new PackError(area, problems)
  if (region?.kind !== 'area') {
    const message = fault.noTemplate({ id: area, kind: region?.kind ?? '' })
    throw new PackError(area, [{ file, field: 'kind', message, fix: fix.takeArea() }])
  }
  const texts = [...inOrder(filesIn(area)), 'sources.csv'].flatMap(path => {
    const text = read(path)
    return text === undefined ? [] : [[path, path === file ? ofFigures(text) : text] as const]
  })
  return { texts: new Map(texts), context: region.context }
}
