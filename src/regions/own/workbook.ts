/** Converts a region to the sheets of a workbook and back, with the same cells, rows and texts. */

import { csvFormatRow, csvParseRows } from 'd3-dsv'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import type { PackProblem } from '../problems.ts'
import { mostCharacters, plainNumber } from '../number-meant.ts'
import { mostPathParts } from './budget.ts'

/** undefined is an empty cell. */
export type CellValue = string | number | undefined

export interface Sheet {
  readonly name: string
  /** The name in the workbook that was brought, where that is another. */
  readonly written?: string
  readonly rows: ReadonlyArray<readonly CellValue[]>
}

/** Column that says what a figure is, for those who fill a table; the loader does not want it. */
export const meaning = 'what it is'

/** The sheet that says how to fill in the others. */
export const aboutSheet = 'About'

/** Columns that hold words, even where a word looks like a number. */
const words = new Set([
  'name',
  'labels',
  'series',
  'unit',
  'evidence',
  'source',
  'note',
  'id',
  'what',
  'url',
  'sex',
  'field',
])

const cellOf = (column: string, text: string): CellValue => {
  if (text === '') return undefined
  return !words.has(column) && text.length <= mostCharacters && plainNumber.test(text) ? Number(text) : text
}

/** Fields of region.json by their paths: census.moment, pastCensuses.0.source. */
export const fieldsOf = (value: unknown, path = ''): Array<[string, string | number]> => {
  if (typeof value === 'string' || typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => fieldsOf(part, path === '' ? key : `${path}.${key}`))
}

type Tree = { [key: string]: Tree | string | number }

const isIndexed = (value: Tree): boolean => Object.keys(value).every((key, at) => key === String(at))

/** The object with these fields; keys that count from 0 make a list. */
const treeOf = (fields: ReadonlyArray<readonly [string, string | number]>): unknown => {
  const tree: Tree = {}
  for (const [path, value] of fields) {
    const keys = path.split('.')
    let at = tree
    for (const key of keys.slice(0, -1)) {
      if (!Object.hasOwn(at, key) || typeof at[key] !== 'object') at[key] = {}
      at = at[key] as Tree
    }
    at[keys.at(-1)!] = value
  }
  const listed = (value: Tree | string | number): unknown => {
    if (typeof value !== 'object') return value
    const parts = Object.entries(value).map(([key, part]) => [key, listed(part)] as const)
    return parts.length > 0 && isIndexed(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)
  }
  return listed(tree)
}

/** Sheets of the nation around an area begin with this word. */
export const contextPrefix = 'context '

const sheetNameOf = (path: string, area: string): string => {
  const [folder = '', file = ''] = path.includes('/') ? path.split('/') : ['', path]
  const table = file.replace(/\.(csv|json)$/, '')
  return folder === '' || folder === area ? table : `${contextPrefix}${table}`
}

const regionSheet = (name: string, text: string): Sheet => ({
  name,
  rows: [['field', 'value'], ...fieldsOf(JSON.parse(text))],
})

const tableSheet = (name: string, text: string): Sheet => {
  const [header = [], ...rows] = csvParseRows(text)
  // The last line of a file ends with a line break, which is no row.
  return { name, rows: [header, ...rows.map(row => row.map((cell, at) => cellOf(header[at] ?? '', cell)))] }
}

/**
 * Sheets in the order of the files, but for those that commands compute, such as votes. `area` is the folder whose sheets
 * have plain names.
 */
export const sheetsOf = (texts: ReadonlyMap<string, string>, area: string): Sheet[] =>
  [...texts].flatMap(([path, text]) => {
    const name = sheetNameOf(path, area)
    if (path.endsWith('/region.json')) return [regionSheet(name, text)]
    return path.endsWith('.json') ? [] : [tableSheet(name, text)]
  })

/** Adds a column that explains the names of the first one, before the value. */
export const withMeanings = (sheet: Sheet, meaningOf: (name: string) => string | undefined): Sheet => {
  const [header = [], ...rows] = sheet.rows
  const at = header.indexOf('value')
  const meanings = rows.map(row => meaningOf(String(row[0])))
  if (!['name', 'series'].includes(String(header[0])) || at < 0 || meanings.every(one => one === undefined))
    return sheet
  const inserted = (row: readonly CellValue[], cell: CellValue): CellValue[] => [
    ...row.slice(0, at),
    cell,
    ...row.slice(at),
  ]
  return { ...sheet, rows: [inserted(header, meaning), ...rows.map((row, place) => inserted(row, meanings[place]))] }
}

const textOfCell = (cell: CellValue): string => (cell === undefined ? '' : String(cell))

const isEmpty = (row: readonly CellValue[]): boolean => row.every(cell => textOfCell(cell).trim() === '')

/** Rows keep their numbers: an empty one stays an empty line. Cells to the right of the header that are empty go. */
const csvOf = ({ rows }: Sheet): string => {
  const [header = [], ...body] = rows
  const kept = header.flatMap((cell, at) => (cell === meaning || textOfCell(cell).trim() === '' ? [] : [at]))
  const width = header.length
  const lines = body.map(row => {
    if (isEmpty(row)) return ''
    const beyond = row.slice(width).filter(cell => textOfCell(cell) !== '')
    return csvFormatRow([...kept.map(at => textOfCell(row[at])), ...beyond.map(textOfCell)])
  })
  while (lines.at(-1) === '') lines.pop()
  return `${[csvFormatRow(kept.map(at => textOfCell(header[at]).trim())), ...lines].join('\n')}\n`
}

const jsonOf = ({ rows, name }: Sheet, problems: PackProblem[]): string => {
  const fields = rows.slice(1).flatMap((row, at): Array<readonly [string, string | number]> => {
    if (isEmpty(row) || textOfCell(row[1]) === '') return []
    const field = textOfCell(row[0]).trim()
    if (field.split('.').length <= mostPathParts) return [[field, row[1]!]]
    const message = fault.deepField({ field: field.slice(0, 40), most: mostPathParts })
    problems.push({ file: 'region.json', sheet: name, row: at + 2, message, fix: fix.seeGuide() })
    return []
  })
  return `${JSON.stringify(treeOf(fields), null, 2)}\n`
}

const idOf = (sheet: Sheet | undefined): string | undefined => {
  const row = sheet?.rows.find(([field]) => textOfCell(field).trim() === 'id')
  const id = textOfCell(row?.[1]).trim()
  return id === '' ? undefined : id
}

const tableName = /^(context )?(region|sources|[a-z][a-z0-9-]*)$/

/** Texts by their paths, whatever they were brought in. */
export interface Brought {
  readonly texts: ReadonlyMap<string, string>
  /** Path of a file -> name of the sheet it was, where a workbook was brought. */
  readonly sheetOf: ReadonlyMap<string, string>
  /** Files or sheets that are no part of a region. */
  readonly unread: readonly string[]
  readonly problems: readonly PackProblem[]
}

export const textsOfWorkbook = (sheets: readonly Sheet[]): Brought => {
  const named = new Map(sheets.map(sheet => [sheet.name.trim(), sheet]))
  const problems: PackProblem[] = []
  const region = named.get('region')
  const id = idOf(region)
  if (id === undefined) {
    const message = region === undefined ? fault.sheetMissing() : fault.idMissing()
    problems.push({ file: 'region.json', sheet: 'region', message, fix: fix.takeTemplate() })
  }
  const contextRegion = `${contextPrefix}region`
  const context = idOf(named.get(contextRegion))
  if (context === undefined && [...named.keys()].some(name => name.startsWith(contextPrefix))) {
    const fill = fix.fillContext({ sheet: contextRegion, prefix: contextPrefix.trim() })
    problems.push({ file: 'region.json', sheet: contextRegion, message: fault.idMissing(), fix: fill })
  }
  const texts = new Map<string, string>()
  const sheetOf = new Map<string, string>()
  const unread: string[] = []
  for (const [name, sheet] of named) {
    if (name === aboutSheet) continue
    const [, prefix, table] = tableName.exec(name) ?? []
    const folder = prefix === undefined ? (id ?? 'region') : (context ?? 'context')
    if (table === undefined) {
      unread.push(name)
      continue
    }
    const path = table === 'sources' ? 'sources.csv' : `${folder}/${table}.${table === 'region' ? 'json' : 'csv'}`
    sheetOf.set(path, sheet.written ?? name)
    texts.set(path, table === 'region' ? jsonOf(sheet, problems) : csvOf(sheet))
  }
  return { texts, sheetOf, unread, problems }
}
