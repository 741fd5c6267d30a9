/** What pages are made of, laid out for the width and the colours of an output stream. */

import type { Language, Message } from '../../language/messages.ts'
import { type OutputStream, type Terminal, terminalOf } from './output.ts'
import { across, aside, entries, heading, paragraph } from './page.ts'
import { textTable } from './table.ts'

/** The same functions, with their last argument given. */
type On<Make> = Make extends (...given: [...infer Given, Terminal]) => string ? (...given: Given) => string : never

export interface Screen extends Terminal {
  /** Of the page. */
  readonly language: Language
  readonly say: (message: Pick<Message, 'text'>) => string
  readonly heading: On<typeof heading>
  readonly paragraph: On<typeof paragraph>
  readonly aside: On<typeof aside>
  readonly entries: On<typeof entries>
  readonly across: On<typeof across>
  readonly table: On<typeof textTable>
}

/** On a terminal of any width. */
export const screenOn = (terminal: Terminal, language: Language = 'en'): Screen => ({
  ...terminal,
  language,
  say: ({ text }) => text[language],
  heading: title => heading(title, terminal),
  paragraph: text => paragraph(text, terminal),
  aside: text => aside(text, terminal),
  entries: list => entries(list, terminal),
  across: (title, heads, rows) => across(title, heads, rows, terminal),
  table: (columns, rows) => textTable(columns, rows, terminal),
})

export const screenOf = (
  output: OutputStream,
  language?: Language,
  environment?: Parameters<typeof terminalOf>[1],
): Screen => screenOn(terminalOf(output, environment), language)
