/** The tables of a report as plain columns of numbers and words, for CSV, workbooks and data frames. */

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

export const inFile = (value: number): number => Number(value.toPrecision(fileDigits))

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

/** The unit of each cell of a column, undefined for words, and the one that all of them have; '' where they differ. */
export const unitsOf = (column: Column, cells: readonly Cell[], language: Language) => {
  const stated = cells.map(cell => unitIn(cell, column, language))
  const [unit = column.unit?.[language] ?? '', ...others] = new Set(stated.filter(one => one !== undefined))
  return { stated, unit: others.length > 0 ? '' : unit }
}

/** The columns that a column of a table becomes. */
const partsOf = (column: Column, at: number, rows: Table['rows'], language: Language): FramePart[] => {
  const { id, head, as } = column
  const cells = rows.map(row => row[at]!)
  const { stated, unit } = unitsOf(column, cells, language)
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

const framesOf = (report: Report, language: Language) =>
  tablesIn(report.blocks).map(([{ id, columns, rows }, title]) => ({
    id,
    title: title?.[language] ?? textOf(report.title)[language],
    parts: columns.flatMap((column, at) => partsOf(column, at, rows, language)),
  }))

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
