/** One call of the command line: its output streams and its exit code. */

import { withControlsShown } from '../../language/control-characters.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { FolderOptions } from '../input/simulation.ts'
import { type OutputStream, type Terminal, terminalOf } from './output.ts'
import type { Language, Message } from '../../language/messages.ts'
import { type Cell, type TextColumn, textTable } from './table.ts'
import { wrapText } from '../../language/width.ts'

/** Opens the region that a word names, or gives the one that is open already. */
export type OpenedRegions = (word: string, options: FolderOptions) => OpenRegion

export interface Session {
  /** Results. */
  readonly out: OutputStream
  /** Progress, notes and errors. */
  readonly err: OutputStream
  /** 0: done; 1: the model, the data or a check failed; 2: the command line is not valid. */
  exitCode: 0 | 1 | 2
  /** The error that ended the command before its end. */
  problem?: unknown
  /** Regions that stay open from one call to the next; without it each call opens its own. */
  readonly opened?: OpenedRegions
  /** Runs another command of the program that the session belongs to. */
  readonly call?: (session: Session, words: readonly string[]) => Promise<void>
}

export const print = (session: Session, text: string): void => {
  session.out.write(`${withControlsShown(text)}\n`)
}

export const note = (session: Session, text: string): void => {
  session.err.write(`${withControlsShown(text)}\n`)
}

/** The same object gives the same text. */
export const printJson = (session: Session, value: unknown): void => print(session, JSON.stringify(value, null, 2))
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
