/** The parts of a printed page, laid out for the width and the colours of an output stream. */

import type { Language, Message } from '../../language/messages.ts'
import { type OutputStream, type Terminal, terminalOf } from './output.ts'
import { type Cell, type TextColumn, textTable } from './table.ts'
import { wrapText } from './width.ts'

export interface Screen extends Terminal {
  /** Of the page. */
  readonly language: Language
  readonly say: (message: Pick<Message, 'text'>) => string
  readonly heading: (title: string) => string
  readonly paragraph: (text: string) => string
  /** A remark beside what matters. */
  readonly aside: (text: string) => string
  readonly table: (columns: readonly TextColumn[], rows: ReadonlyArray<readonly Cell[]>) => string
}

/** Running text is no wider than this: longer lines are hard to read. */
const widestText = 100

/** On a terminal of any width. */
export const screenOn = (terminal: Terminal, language: Language = 'en'): Screen => {
  const { bold, dim } = terminal.colours
  /** Lines of running text; a number and its % stay together. */
  const linesOf = (text: string): string[] =>
    wrapText(text.replaceAll(/(\d) %/g, '$1\u00a0%'), Math.min(terminal.width, widestText)).map(line =>
      line.replaceAll('\u00a0', ' '),
    )
  return {
    ...terminal,
    language,
    say: ({ text }) => text[language],
    heading: bold,
    paragraph: text => linesOf(text).join('\n'),
    aside: text => linesOf(text).map(dim).join('\n'),
    table: (columns, rows) => textTable(columns, rows, terminal),
  }
}

export const screenOf = (
  output: OutputStream,
  language?: Language,
  environment?: Parameters<typeof terminalOf>[1],
): Screen => screenOn(terminalOf(output, environment), language)
