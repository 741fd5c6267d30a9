/**
 * The findings of a question, in blocks that every door can show: a terminal, a page, a workbook, a data frame. Numbers stay
 * numbers; a column says how they are written. Kinds of blocks and drawings are few on purpose: a new one needs two users.
 */

import type { Quantity } from '../../analysis/explain/quantity.ts'
import { type Told, toldOf } from '../../outcomes/told.ts'
import type { Band } from '../../analysis/words/numbers.ts'
import type { Both, Language, Message } from '../../language/messages.ts'
import { joinedTexts } from '../../language/typeset.ts'
import { messages as say } from '../../texts/question.ts'

export type Text = Both<string>
/** A message, or a text as it is. */
export type Said = Message | Text
export const textOf = (said: Said): Text => ('text' in said ? said.text : said)

/**
 * The outcome of the catalogue that a figure is, of the region or of an area, in a year or over some. Wherever the same
 * one is shown it has the same value: a page marks it with this, and opens its causes.
 */
export interface OfOutcome {
  readonly outcome: string
  readonly area?: string | undefined
  readonly when: number | string
  /** The package, where it is another than the scenario of the report. */
  readonly scenario?: string | undefined
  /** Against current policy: a difference, or in per cent. */
  readonly change?: 'difference' | 'percent'
}

/** A page opens the causes of the figure: those of an outcome, or of a variable in the step that begins at `time`. */
interface Caused {
  readonly cause?: (Quantity & { readonly time: number }) | undefined
  readonly of?: OfOutcome
}

/** The written form of a number: its unit as a file states it, its scale, its digits, and whether its sign is shown. */
export interface Show {
  readonly unit?: Text
  readonly scale?: number | Both<number>
  readonly digits?: number | Both<number>
  readonly signed?: boolean
  /** After the number. */
  readonly suffix?: string
  /** As a power of ten, for residuals. */
  readonly power?: true
}

/**
 * The mean of simulations, their median, or the central run, with the range of the middle 80 %; no range without
 * simulations. It may be written otherwise than its column.
 */
export interface Spread extends Show, Caused {
  readonly low: number | null
  readonly high: number | null
  readonly mean: number
}

/**
 * A number that is written otherwise than its column. A change from another number that stands beside it is the
 * difference between the two as they are written: 78.4 after 78.6 is -0.2.
 */
export type Figure = Show &
  Caused & {
    readonly value: number
    readonly from?: number
    /** Not written: a change is marked as good or bad where its range allows. */
    readonly within?: Pick<Spread, 'low' | 'high'>
  }

/** A number with its class, which a page shades; without a class the word stands alone. */
export type Graded = Show & { readonly level: string | null; readonly word: Text; readonly value: number | null }

/** Good or bad, of a change of an outcome with its range. */
export const toldIn = (cell: Cell): Told | undefined => {
  if (cell === null || !(isFigure(cell) || isSpread(cell)) || cell.of?.change === undefined) return undefined
  const [value, range] = isSpread(cell) ? [cell.mean, cell] : [cell.value, cell.within]
  if (range === undefined || range.low === null || range.high === null) return undefined
  return toldOf(cell.of.outcome, cell.of.change, { value, low: range.low, high: range.high })
}

/** Nothing known is null. */
export type Cell = number | Figure | Graded | Spread | string | Text | null

export interface Column extends Show {
  /** Name in JSON and in data frames. */
  readonly id: string
  readonly head: Text
  /** Its head on a page, which has more room. */
  readonly full?: Text
  /**
   * A word or a number; of a spread its mean with the range in brackets, the range alone, or its chart, which stands in
   * the table on a terminal and above it on a page.
   */
  readonly as: 'text' | 'number' | 'band' | 'range' | 'chart'
  /** A page draws it above the table, with its ranges. */
  readonly drawn?: true
  /** Of a drawing of changes: less is a gain. */
  readonly better?: 'lower'
}

/** A block for experts is shown on request: `--full`, or unfolded on a page. */
interface ForWhom {
  readonly expert?: true
}

export interface Table extends ForWhom {
  readonly kind: 'table'
  readonly id: string
  readonly title?: Said
  readonly columns: readonly Column[]
  readonly rows: ReadonlyArray<readonly Cell[]>
  /** The last row sums up the others, so that bars leave it out. */
  readonly total?: true
  /** A list of many columns to search: only on a screen its lines are broken. */
  readonly wide?: true
  /** Bars above the table on a page, each the sum of some columns. */
  readonly bars?: ReadonlyArray<{ readonly title: Text; readonly unit: Text; readonly columns: readonly string[] }>
}

export interface Line extends Show {
  readonly id: string
  readonly names: Text
  readonly of?: Omit<OfOutcome, 'when'>
  /** By year. */
  readonly values: readonly number[]
  /** Of the last year. */
  readonly range?: Pick<Spread, 'low' | 'high'>
}

type Part = Pick<Line, 'id' | 'names' | 'values' | 'range' | 'of'>

/** A drawing of lines over years: a middle line with its bands and levels, or parts on top of each other. */
export type Drawing = {
  readonly title: Text
  readonly unit: Text
  readonly note?: Text
  /** The name of what stands across, where it is not the calendar year. */
  readonly across?: Text
  readonly digits?: Show['digits']
  readonly scale?: Show['scale']
} & (
  | {
      readonly as: 'fan'
      readonly middle: Part
      readonly bands: ReadonlyArray<readonly [low: readonly number[], high: readonly number[]]>
      readonly levels: ReadonlyArray<{ readonly value: number; readonly name: Text }>
      /** The actual course, and other forecasts. */
      readonly beside?: readonly Part[]
    }
  | { readonly as: 'stack' | 'lines'; readonly parts: readonly Part[]; readonly beside?: readonly Part[] }
)

/** Lines over years: a table with some of the years across, on a page a drawing of all. */
export interface Series extends ForWhom {
  readonly kind: 'series'
  readonly id: string
  readonly title?: Said
  readonly head: Text
  readonly years: readonly number[]
  /** Years of the table. */
  readonly shown: readonly number[]
  readonly lines: readonly Line[]
  /** The head over the ranges of lines, where they have some. */
  readonly ranges?: Text
  readonly drawing?: Drawing
}

/** Blocks under one heading. */
export interface Section extends ForWhom {
  readonly kind: 'section'
  readonly title: Said
  readonly blocks: readonly Block[]
}

/** A finding, which may have the name of what it says, a remark, or references with their addresses. */
export type Block =
  | Table
  | Series
  | Section
  | (ForWhom & { readonly kind: 'text'; readonly message: Said; readonly name?: Said })
  | (ForWhom & { readonly kind: 'note'; readonly message: Said })
  | (ForWhom & {
      readonly kind: 'sources'
      readonly list: ReadonlyArray<{ readonly text: string; readonly address?: string | undefined }>
    })

export interface Report {
  readonly title: Said
  readonly subtitle?: Said
  /** Under which conditions it holds; added to every report when it is shown, but where there are none. */
  readonly conditions?: Both<string> | undefined
  /** The draws behind it, where it is neither a central projection nor so many simulations. */
  readonly drawn?: Said
  /** Sentences below the title of a page. */
  readonly lead?: Said
  /** The finding in so few words that a phone shows its picture with it; the page of a phone has the rest below the picture. */
  readonly brief?: Said
  /** Drawings of a page that have no table of their own. */
  readonly drawings?: ReadonlyArray<Drawing & { readonly years: readonly number[] }>
  readonly blocks: readonly Block[]
}

/** The same text made in each language. */
export const both = <Of = string>(make: (language: Language) => Of): Both<Of> => ({ en: make('en'), zh: make('zh') })

/** Marks between the parts of a list, of a sentence, between sentences, and before the subject of a title. */
export const marks = {
  list: { en: ', ', zh: '、' },
  parts: { en: ', ', zh: '，' },
  clauses: { en: '; ', zh: '；' },
  sentences: { en: ' ', zh: '' },
  title: { en: ': ', zh: '：' },
} as const satisfies Record<string, Text>

export const joined = (list: readonly Said[], between: Text = marks.list): Text =>
  joinedTexts(list.map(textOf), between)

/** The median of simulations with the middle 80 %, as a cell. */
export const spread = ({ low, median, high }: Band, show: Show = {}): Spread => ({ low, mean: median, high, ...show })

export const text = (message: Said): Block => ({ kind: 'text', message })
export const note = (message: Said): Block => ({ kind: 'note', message })
/** A block that only experts need. */
export const expert = <One extends Block>(block: One): One => ({ ...block, expert: true })

export const section = (title: Said, ...blocks: ReadonlyArray<Block | undefined>): Section => ({
  kind: 'section',
  title,
  blocks: blocks.filter(block => block !== undefined),
})

/** A finding with its name. */
export type Fact = Extract<Block, { readonly kind: 'text' }> & { readonly name: Said }
const isFact = (block: Block): block is Fact => block.kind === 'text' && block.name !== undefined
/** Findings with their names, which a page sets side by side. */
export const factsIn = (block: Block): readonly Fact[] => (block.kind === 'section' ? block.blocks.filter(isFact) : [])

/** The fact after its name, in a line. */
export const namedText = ({ name, message }: { readonly name?: Said; readonly message: Said }): Text =>
  name === undefined ? textOf(message) : joined([name, message], { en: ': ', zh: '：' })

/** The meaning of marks of good and bad, where a table has any. */
export const marksOf = ({ rows }: Pick<Table, 'rows'>): Said | undefined =>
  rows.flat().some(one => toldIn(one) !== undefined) ? say.told() : undefined

/** Series as a table, with years across: those that are shown, or others. */
export const tableOf = ({ id, title, head, years, lines, ranges, ...series }: Series, shown = series.shown): Table => ({
  kind: 'table',
  id,
  ...(title === undefined ? {} : { title }),
  columns: [
    { id: 'name', head, as: 'text' },
    ...shown.map((year): Column => ({ id: String(year), head: { en: String(year), zh: String(year) }, as: 'number' })),
    ...(ranges === undefined ? [] : [{ id: 'range', head: ranges, as: 'range' } as const]),
  ],
  rows: lines.map(({ names, values, range, of, ...show }) => [
    names,
    ...shown.map((year): Cell => {
      const value = values[years.indexOf(year)]!
      return Number.isFinite(value) ? { ...show, value, ...(of && { of: { ...of, when: year } }) } : null
    }),
    ...(ranges === undefined ? [] : [range === undefined ? null : { ...show, ...range, mean: values.at(-1)! }]),
  ]),
})

export const isSpread = (cell: Cell): cell is Spread => typeof cell === 'object' && cell !== null && 'mean' in cell
export const isGraded = (cell: Cell): cell is Graded => typeof cell === 'object' && cell !== null && 'level' in cell
export const isFigure = (cell: Cell): cell is Figure =>
  typeof cell === 'object' && cell !== null && 'value' in cell && !isGraded(cell)

/** Residuals and their like are written as powers of ten: a row of nothing else is for experts. */
export const isResidual = (row: readonly Cell[]): boolean =>
  row.some(cell => isFigure(cell) && cell.power) &&
  row.slice(1).every(cell => cell === null || (isFigure(cell) && (cell.power ?? cell.value === 0)))

/** The value of a figure as it is written in a language. */
export const valueIn = ({ value, from, scale = 1, digits }: Figure, language: Language): number => {
  const [factor, places] = [scale, digits].map(one => (typeof one === 'object' ? one[language] : one))
  if (from === undefined || places === undefined) return value
  const written = (one: number): number => Number((one * factor!).toFixed(places))
  return (written(from + value) - written(from)) / factor!
}
