/** The parts of a printed page: headings, paragraphs, and tables whose columns continue below if they do not fit. */

import { numberColumns, type TextColumn, textColumns, textTable } from './table.ts'
import type { Terminal } from './output.ts'
import { displayWidth, wrapText } from './width.ts'

/** Running text is no wider than this: longer lines are hard to read. */
const widestText = 100

const textWidth = (terminal: Terminal): number => Math.min(terminal.width, widestText)

/** Lines of running text; a number and its % stay together. */
const textLines = (text: string, width: number): string[] =>
  wrapText(text.replaceAll(/(\d) %/g, '$1\u00a0%'), width).map(line => line.replaceAll('\u00a0', ' '))

export const heading = (title: string, terminal: Terminal): string => terminal.colours.bold(title)

export const paragraph = (text: string, terminal: Terminal): string => textLines(text, textWidth(terminal)).join('\n')

/** A remark beside what matters. */
export const aside = (text: string, terminal: Terminal): string =>
  textLines(text, textWidth(terminal))
    .map(line => terminal.colours.dim(line))
    .join('\n')

/** Lines that begin with a word in its own column: 'C1  Growth: …'. */
export const entries = (list: ReadonlyArray<readonly [string, string]>, terminal: Terminal): string => {
  const margin = Math.max(...list.map(([word]) => displayWidth(word))) + 2
  return list
    .flatMap(([word, text]) =>
      textLines(text, textWidth(terminal) - margin).map(
        (line, at) => (at === 0 ? word.padEnd(margin) : ' '.repeat(margin)) + line,
      ),
    )
    .join('\n')
}

/** A row of a table across: its name, and for each column some lines, all but the first set back. */
export interface AcrossRow {
  readonly label: string
  readonly cells: ReadonlyArray<readonly string[]>
}

const narrowestLabel = 17
const widestLabel = 40
const gap = 2

const widthOf = (lines: readonly string[]): number => Math.max(...lines.map(displayWidth))

/** Columns of equal width, as many as fit beside the labels; the others follow in a block below. */
export const across = (
  title: string,
  heads: readonly string[],
  rows: readonly AcrossRow[],
  terminal: Terminal,
): string => {
  const width = Math.max(...heads.map(displayWidth), ...rows.flatMap(({ cells }) => cells.map(widthOf)))
  const natural = Math.max(displayWidth(title), ...rows.map(({ label }) => displayWidth(label)))
  const least = Math.min(natural, narrowestLabel)
  const most = Math.max(1, Math.floor((terminal.width - least) / (width + gap)))
  const blocks = Math.ceil(heads.length / most)
  const size = Math.ceil(heads.length / blocks)
  const room = Math.max(least, Math.min(natural, widestLabel, terminal.width - size * (width + gap)))
  return Array.from({ length: blocks }, (_, block) => {
    const [from, to] = [block * size, (block + 1) * size]
    const columns: TextColumn[] = [
      ...textColumns(title),
      ...numberColumns(...heads.slice(from, to).map(head => head.padStart(width))),
    ]
    const lines = rows.flatMap(({ label, cells }) => linesOf(wrapText(label, room), cells.slice(from, to), terminal))
    return textTable(columns, lines, terminal)
  }).join('\n\n')
}

const linesOf = (label: readonly string[], cells: AcrossRow['cells'], terminal: Terminal): string[][] => {
  const height = Math.max(label.length, ...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => [
    label[line] ?? '',
    ...cells.map(lines =>
      line === 0 ? (lines[0] ?? '') : line < lines.length ? terminal.colours.dim(lines[line]!) : '',
    ),
  ])
}
