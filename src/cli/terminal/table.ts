/** Lays out a table for a terminal: text left-aligned and wrapped to fit, figures to the right. */
import type { Terminal } from './output.ts'
import { displayWidth, padEnd, padStart, wrapText } from '../../language/width.ts'

export interface TextColumn {
  readonly header: string
  /** Figures go to the right. */
  readonly kind: 'text' | 'number'
  /** Never wrapped, as of names whose indent tells their level. */
  readonly whole?: boolean
}

export const textColumns = (...headers: readonly string[]): TextColumn[] =>
  headers.map(header => ({ header, kind: 'text' }))

export const numberColumns = (...headers: readonly string[]): TextColumn[] =>
  headers.map(header => ({ header, kind: 'number' }))

/** Nothing known is null; it shows as a dash. */
export type Cell = string | null

const GAP = '  '
const NARROWEST_TEXT = 10
const MISSING = '–'

export function textTable(
  columns: readonly TextColumn[],
  rows: ReadonlyArray<readonly Cell[]>,
  terminal: Terminal,
): string {
  const texts = rows.map((row, at) => {
    if (row.length !== columns.length) {
      throw new RangeError(`row ${at + 1} has ${row.length} cells, but the table has ${columns.length} columns`)
    }
    return row.map(cell => cell ?? MISSING)
  })
  const widths = fit(columns, [columns.map(column => column.header), ...texts], terminal.width)
  const { bold, dim } = terminal.colours
  const lines = [
    ...drawRow(
      columns,
      columns.map(column => column.header),
      widths,
    ).map(bold),
    dim(widths.map(width => '─'.repeat(width)).join(GAP)),
    ...texts.flatMap(row => drawRow(columns, row, widths)),
  ]
  return lines.join('\n')
}

/** Natural widths; when they are too many, the widest text column gives way, column by column, never a figure. */
function fit(columns: readonly TextColumn[], rows: ReadonlyArray<readonly string[]>, most: number): number[] {
  const widths = columns.map((_, at) =>
    Math.max(...rows.map(row => Math.max(...row[at].split('\n').map(displayWidth)))),
  )
  const excess = (): number => widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - most
  while (excess() > 0) {
    const shrinkable = widths.map((width, at) => {
      const { kind, whole = false } = columns[at]
      return kind === 'text' && !whole && width > NARROWEST_TEXT ? width : 0
    })
    const widest = Math.max(...shrinkable)
    if (widest === 0) break
    widths[shrinkable.indexOf(widest)] = widest - 1
  }
  return widths
}

/** One row, which takes several lines when a cell is wrapped. */
function drawRow(columns: readonly TextColumn[], texts: readonly string[], widths: readonly number[]): string[] {
  const cells = texts.map((text, at) => (columns[at].kind === 'text' ? wrapText(text, widths[at]) : [text]))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, at) => (columns[at].kind === 'text' ? padEnd : padStart)(lines[line] ?? '', widths[at]))
      .join(GAP)
      .trimEnd(),
  )
}
