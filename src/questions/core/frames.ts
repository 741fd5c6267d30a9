/** The tables of a report as plain columns of numbers and words, for CSV, workbooks and data frames. */

import type { ExportTable } from '../../analysis/files/export/tables.ts'
import type { Both, Language } from '../../language/messages.ts'
import {
  type Block,
  type Cell,
  type Column,
  isFigure,
  isGraded,
  isSpread,
  type Report,
  type Show,
  type Table,
  tableOf,
  textOf,
} from './report.ts'

/** Numbers are in the unit that stands at their column, as they are shown. */
interface FrameColumn {
  readonly id: string
  readonly head: string
  readonly unit: string
  readonly kind: 'text' | 'number'
}

export interface ReportFrame {
  readonly id: string
  readonly title: string
  readonly columns: readonly FrameColumn[]
  /** Nothing known is null. */
  readonly rows: ReadonlyArray<ReadonlyArray<string | number | null>>
}

/** As many digits as files carry: charts, tables, CSV and workbooks hold the same numbers. */
const fileDigits = 4

const inFile = (value: number): number => Number(value.toPrecision(fileDigits))

const tablesIn = (blocks: readonly Block[]): Array<readonly [table: Table, title: Both<string> | undefined]> =>
  blocks.flatMap(block => {
    if (block.kind === 'section') return tablesIn(block.blocks)
    if (block.kind !== 'table' && block.kind !== 'series') return []
    const table = block.kind === 'series' ? tableOf(block, block.years) : block
    return [[table, table.title && textOf(table.title)] as const]
  })

const scaled = (value: number, { scale = 1 }: Show, language: Language): number =>
  value * (typeof scale === 'object' ? scale[language] : scale)

const boundWords = { en: { low: 'low', high: 'high' }, zh: { low: '下限', high: '上限' } }

/** A number whose unit is another than that of its column says so itself. */
const unitIn = (cell: Cell, column: Column, language: Language): string | undefined => {
  if (typeof cell === 'number') return column.unit?.[language] ?? ''
  if (cell === null || typeof cell === 'string') return undefined
  if (!isSpread(cell) && !isFigure(cell) && !isGraded(cell)) return undefined
  return (cell.unit ?? column.unit)?.[language] ?? ''
}

/** A column with its values and the unit of each, by row. */
interface FramePart extends FrameColumn {
  readonly values: ReadonlyArray<string | number | null>
  readonly units: readonly string[]
}

/** A table as a sheet or a file of its own has it. */
export type FileTable = Omit<ExportTable, 'name'>

/** The one that all have of which something is known. */
const only = <Of>(given: ReadonlyArray<Of | undefined>): Of | undefined => {
  const [first, ...others] = new Set(given.filter(one => one !== undefined))
  return others.length > 0 ? undefined : first
}

const withUnit = (head: string, unit: string): string =>
  unit === '' || [', ', '，'].some(comma => head.endsWith(comma + unit)) ? head : `${head} (${unit})`

/**
 * Columns as a sheet: the unit that all numbers of a column have stands at the end of its head, units that differ by row
 * at the end of its first cell; a unit that neither has stays with its number.
 */
export const sheetOf = (
  parts: ReadonlyArray<Omit<FramePart, 'id' | 'units'> & Partial<Pick<FramePart, 'units'>>>,
): FileTable => {
  const stated = parts.map(({ unit, units, values }) =>
    values.map((value, row) => (typeof value === 'number' ? (units?.[row] ?? unit) : undefined)),
  )
  const shared = stated.map(
    (units, at) => only(units) ?? (units.every(one => one === undefined) ? parts[at]!.unit : ''),
  )
  const differing = stated.map(units => (only(units) === undefined ? units : []))
  const rowUnits = (parts[0]?.values ?? []).map((_, row) => only(differing.map(units => units[row])) ?? '')
  const cell = (value: string | number | null, at: number, row: number): string | number | undefined => {
    if (value === null) return undefined
    if (typeof value === 'string') return at === 0 ? withUnit(value, rowUnits[row]!) : value
    if (!Number.isFinite(value)) return undefined
    const unit = rowUnits[row] === '' ? (differing[at]![row] ?? '') : ''
    return unit === '' ? inFile(value) : `${inFile(value)} ${unit}`
  }
  return {
    columns: parts.map(({ head, kind }, at) => ({ name: withUnit(head, shared[at]!), kind })),
    rows: rowUnits.map((_, row) => parts.map(({ values }, at) => cell(values[row]!, at, row))),
  }
}

/** The columns that a column of a table becomes. */
const partsOf = (column: Column, at: number, rows: Table['rows'], language: Language): FramePart[] => {
  const { id, head, as } = column
  const cells = rows.map(row => row[at]!)
  const stated = cells.map(cell => unitIn(cell, column, language))
  const unit = stated.every(one => one === undefined) ? (column.unit?.[language] ?? '') : (only(stated) ?? '')
  const units = stated.map(one => one ?? '')
  const shared = { id, head: head[language], unit, units }
  const said = (cell: Cell): string | number | null => {
    if (cell === null || typeof cell === 'string') return cell
    if (typeof cell === 'number') return scaled(cell, column, language)
    if (isSpread(cell)) return scaled(cell.mean, { ...column, ...cell }, language)
    if (isFigure(cell)) return scaled(cell.value, cell, language)
    if (isGraded(cell)) return cell.value === null ? null : scaled(cell.value, cell, language)
    return cell[language]
  }
  if (as === 'range' || as === 'band')
    return (as === 'band' ? (['mean', 'low', 'high'] as const) : (['low', 'high'] as const)).map(bound => ({
      ...shared,
      id: bound === 'mean' ? id : `${id}_${bound}`,
      head: bound === 'mean' ? shared.head : `${shared.head} (${boundWords[language][bound]})`,
      kind: 'number',
      values: cells.map(cell =>
        isSpread(cell) && cell[bound] !== null ? scaled(cell[bound], { ...column, ...cell }, language) : null,
      ),
    }))
  // A grade is a word beside its number.
  const isSplit = cells.some(isGraded)
  // A rank such as '1=' makes its column one of words; an empty word is no number, and leaves it one of numbers.
  const isText = !isSplit && cells.some(cell => typeof said(cell) === 'string' && said(cell) !== '')
  const isNumber = as !== 'text' || cells.some(cell => typeof said(cell) === 'number')
  const kind = isNumber && !isText ? 'number' : 'text'
  const read = (cell: Cell): string | number | null => {
    const one = said(cell)
    if (kind === 'text') return typeof one === 'number' ? String(inFile(one)) : one
    return typeof one === 'number' ? one : null
  }
  const numbers = { ...shared, kind, values: cells.map(read) } as const
  if (!isSplit) return [numbers]
  const words = cells.map(cell => (isGraded(cell) ? cell.word[language] : typeof cell === 'string' ? cell : null))
  return [{ ...shared, id: `${id}_class`, kind: 'text', unit: '', units: cells.map(() => ''), values: words }, numbers]
}

const tableParts = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>, language: Language): FramePart[] =>
  columns.flatMap((column, at) => partsOf(column, at, rows, language))

/** One table as a sheet. */
export const tableSheet = (table: Pick<Table, 'columns' | 'rows'>, language: Language): FileTable =>
  sheetOf(tableParts(table, language))

const framesOf = (report: Report, language: Language) =>
  tablesIn(report.blocks).map(([table, title]) => ({
    id: table.id,
    title: title?.[language] ?? textOf(report.title)[language],
    parts: tableParts(table, language),
  }))

/** The tables of a report as sheets. */
export const reportSheets = (report: Report, language: Language) =>
  framesOf(report, language).map(({ id, title, parts }) => ({ id, title, ...sheetOf(parts) }))

/** The tables of a report; series with all of their years. */
export const reportFrames = (report: Report, language: Language): ReportFrame[] =>
  framesOf(report, language).map(({ id, title, parts }) => ({
    id,
    title,
    columns: parts.map(({ id: column, head, unit, kind }) => ({ id: column, head, unit, kind })),
    rows: parts[0]!.values.map((_, row) => parts.map(({ values }) => values[row]!)),
  }))

/** One figure a line: table, row, column, unit, value; before them what they are, and under which conditions. */
export const tidyRows = (report: Report, language: Language): string[][] => [
  ['table', 'row', 'column', 'unit', 'value'],
  ['about', 'title', '', '', textOf(report.title)[language]],
  ...(report.conditions === undefined ? [] : [['about', 'conditions', '', '', report.conditions[language]]]),
  ...framesOf(report, language).flatMap(({ id, parts: [names, ...parts] }) =>
    names!.values.flatMap((name, row) =>
      parts.flatMap(({ head, units, values }) => {
        const value = values[row]!
        if (value === null) return []
        return [[id, String(name ?? ''), head, units[row]!, String(typeof value === 'number' ? inFile(value) : value)]]
      }),
    ),
  ),
]
