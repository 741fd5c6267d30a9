/** Shows a report on a terminal. */

import { number, signed, tiny } from '../../analysis/words/numbers.ts'
import type { Both } from '../../language/messages.ts'
import { type Screen, screenOn } from '../terminal/session.ts'
import type { TextColumn } from '../terminal/table.ts'
import { displayWidth } from '../../language/width.ts'
import {
  type Block,
  type Cell,
  isFigure,
  isGraded,
  isResidual,
  isSpread,
  marks,
  type Report,
  type Series,
  type Show,
  type Spread,
  type Table,
  tableOf,
  namedText,
  textOf,
  valueIn,
} from '../../questions/core/report.ts'
import { messages as say } from '../../texts/question.ts'

const chartWidth = 20

/** The band as a line, its mean as a point, and zero. */
const line = ({ low: least, high: most, mean }: Spread, [from, to]: readonly [number, number]): string => {
  const [low, high] = [least ?? mean, most ?? mean]
  const place = (value: number): number =>
    Math.min(chartWidth - 1, Math.max(0, Math.round(((value - from) / (to - from || 1)) * (chartWidth - 1))))
  const drawn = Array.from({ length: chartWidth }, (_, at): string =>
    at >= place(low) && at <= place(high) ? '─' : ' ',
  )
  drawn[place(0)] = '│'
  drawn[place(mean)] = '●'
  return drawn.join('')
}

const rangeWord = { en: 'to', zh: '至' }

const tableOn = ({ columns, rows, wide }: Table, on: Screen): string => {
  const screen = wide && !on.live ? screenOn({ ...on, width: Number.MAX_SAFE_INTEGER }, on.language) : on
  const { language } = screen
  const said = (both: Both<string> | string): string => (typeof both === 'string' ? both : both[language])
  const ranges = columns.map((_, at) => {
    const spreads = rows.flatMap(row => (isSpread(row[at]) ? [row[at]] : []))
    const all = spreads.flatMap(({ low, mean, high }) => [low ?? mean, high ?? mean])
    return [Math.min(0, ...all), Math.max(0, ...all)] as const
  })
  const own = (given: number | Both<number> | undefined): number | undefined =>
    typeof given === 'object' ? given[language] : given
  const written = (value: number, { scale, digits, signed: withSign = false, suffix = '', power }: Show): string =>
    power
      ? tiny(value)
      : `${(withSign ? signed : number)(value * (own(scale) ?? 1), own(digits))}${language === 'zh' ? suffix.trim() : suffix}`
  const cellOf = (cell: Cell, at: number): string | null => {
    const column = columns[at]
    if (cell === null || typeof cell === 'string') return cell
    if (typeof cell === 'number') return written(cell, column)
    if (isFigure(cell)) return written(valueIn(cell, language), cell)
    if (isGraded(cell))
      return cell.value === null ? `– ${said(cell.word)}` : `${said(cell.word)} ${written(cell.value, cell)}`
    if (!isSpread(cell)) return said(cell)
    if (column.as === 'chart') return line(cell, ranges[at]!)
    const show = { ...column, ...cell }
    const mean = written(cell.mean, show)
    if (cell.low === null || cell.high === null) return mean
    const [low, high] = [written(cell.low, show), written(cell.high, show)]
    return column.as === 'range' ? `${low}…${high}` : `${mean} (${low} ${rangeWord[language]} ${high})`
  }
  const cells = rows.map(row => row.map(cellOf))
  const heads = columns.map(
    ({ head, as }, at): TextColumn => ({
      header: as === 'chart' ? said(head).padEnd(chartWidth) : said(head),
      kind: as === 'text' ? 'text' : 'number',
      whole: cells.some(row => row[at]?.startsWith('    ')),
    }),
  )
  return slices([heads.map(({ header }) => header), ...cells], heads, screen.width)
    .map(columnsAt =>
      screen.table(
        columnsAt.map(at => heads[at]!),
        cells.map(row => columnsAt.map(at => row[at]!)),
      ),
    )
    .join('\n\n')
}

/** Widths: the least for names of rows, one at which they read with ease, and the gap between columns. */
const [leastNames, easyNames, gap] = [16, 30, 2]

/** Columns of the tables that a table of figures becomes which is wider than the screen; each begins with the names of the rows. */
const slices = (
  rows: ReadonlyArray<ReadonlyArray<string | null>>,
  heads: readonly TextColumn[],
  width: number,
): number[][] => {
  const widths = heads.map((_, at) => gap + Math.max(...rows.map(row => displayWidth(row[at] ?? ''))))
  const all = [...heads.keys()]
  const figures = all.slice(1)
  const isWide = Math.min(leastNames, widths[0]!) + figures.reduce((sum, at) => sum + widths[at]!, 0) > width
  if (!isWide || figures.some(at => heads[at]!.kind === 'text')) return [all]
  const names = Math.min(easyNames, widths[0]!)
  const found: number[][] = []
  let room = 0
  for (const at of figures) {
    if (room < widths[at]!) {
      found.push([0])
      room = width - names
    }
    found.at(-1)!.push(at)
    room -= widths[at]!
  }
  return found
}

const tableIn = (block: Table | Series, full: boolean): Table => {
  const table = block.kind === 'series' ? tableOf(block) : block
  return full ? table : { ...table, rows: table.rows.filter(row => !isResidual(row)) }
}

const blockOn = (block: Block, screen: Screen, full: boolean): string => {
  if (block.kind === 'text' || block.kind === 'note')
    return (block.kind === 'text' ? screen.paragraph : screen.aside)(namedText(block)[screen.language])
  // An address is never broken, so that it can be opened from the screen.
  if (block.kind === 'sources')
    return block.list
      .map(({ text, address }) => screen.paragraph(text) + (address === undefined ? '' : `\n  ${address}`))
      .join('\n')
  const title = block.title === undefined ? '' : `${screen.heading(textOf(block.title)[screen.language])}\n`
  if (block.kind !== 'section') return `${title}${tableOn(tableIn(block, full), screen)}`
  // A table below another one is set off from it.
  const blocks = full ? block.blocks : block.blocks.filter(({ expert }) => !expert)
  const parts = blocks.map(
    (one, at) => (isTable(one) && isTable(blocks[at - 1]) ? '\n' : '') + blockOn(one, screen, full),
  )
  return title + parts.join('\n')
}

const isTable = (block: Block | undefined): boolean => block?.kind === 'table' || block?.kind === 'series'

/** A page without `--full` has no more lines, so that its finding stays on the screen. */
const firstScreen = 40

const linesOf = (text: string): number => text.split('\n').length

const isProse = (block: Block): boolean =>
  block.kind === 'section' ? block.blocks.every(isProse) : ['text', 'note', 'sources'].includes(block.kind)

/** A table with as many of its first rows as there is room for. */
const cut = (block: Table | Series, screen: Screen, room: number): Table | undefined => {
  const table = tableIn(block, false)
  for (let rows = Math.min(table.rows.length - 1, room); rows > 0; rows--) {
    const shorter = { ...table, rows: table.rows.slice(0, rows) }
    if (linesOf(blockOn(shorter, screen, false)) <= room) return shorter
  }
  return undefined
}

interface Fitted {
  readonly shown: readonly Block[]
  readonly left: readonly Block[]
  /** Of the table that is cut. */
  readonly rowsLeft: number
}

/** The blocks that have room, the first of them cut where it is too long, and what is left out. */
const fitted = (blocks: readonly Block[], screen: Screen, given: number, isSection = false): Fitted => {
  const apart = isSection ? 0 : 1
  const shown = new Map<number, Block>()
  const left = new Set(blocks.filter(({ expert }) => expert))
  let room = given
  let rowsLeft = 0
  const cutTo = (block: Block): Block | undefined => {
    if (block.kind === 'section') {
      const inside = fitted(block.blocks, screen, room - 1 - apart, true)
      rowsLeft = inside.rowsLeft
      return inside.shown.length === 0 ? undefined : { ...block, blocks: inside.shown }
    }
    if (block.kind !== 'table' && block.kind !== 'series') return undefined
    const shorter = cut(block, screen, room - apart)
    if (shorter !== undefined) rowsLeft = tableIn(block, false).rows.length - shorter.rows.length
    return shorter
  }
  const linesWith = (block: Block): number => linesOf(blockOn(block, screen, false)) + apart
  const order = [...blocks.keys()].filter(at => !left.has(blocks[at]!))
  const firstTable = order.find(at => !isProse(blocks[at]!))
  // Findings come first, then the table that shows them, then remarks, and other tables. In a section remarks explain its table.
  const rankOf = (at: number): number => {
    const block = blocks[at]!
    if (block.kind === 'text' || (isProse(block) && isSection)) return 0
    return at === firstTable ? 1 : isProse(block) ? 2 : 3
  }
  for (const at of order.toSorted((one, other) => rankOf(one) - rankOf(other) || one - other)) {
    const block = blocks[at]!
    const isWhole = linesWith(block) <= room
    const part = isWhole ? block : at === firstTable ? cutTo(block) : undefined
    if (!isWhole && (part === undefined || rowsLeft === 0)) left.add(block)
    if (part === undefined) continue
    shown.set(at, part)
    room -= linesWith(part)
  }
  return {
    shown: [...blocks.keys()].flatMap(at => shown.get(at) ?? []),
    left: blocks.filter(block => left.has(block)),
    rowsLeft,
  }
}

const hasExpert = (block: Block): boolean =>
  block.kind === 'section' && block.blocks.some(one => one.expert ?? hasExpert(one))

/** Names what is left out, as far as two lines hold it. */
const moreOn = ({ left, rowsLeft }: Fitted, { aside, language }: Screen): string => {
  const titles = left.flatMap(one => ('title' in one && one.title !== undefined ? [textOf(one.title)[language]] : []))
  const all = [...(rowsLeft === 0 ? [] : [say.moreRows({ rows: rowsLeft }).text[language]]), ...new Set(titles)]
  for (let many = all.length; ; many--) {
    const named = [...all.slice(0, many), ...(many < all.length ? ['…'] : [])]
    const text = aside(say.more({ list: named.join(marks.clauses[language]) || undefined }).text[language])
    if (many === 0 || linesOf(text) <= 2) return text
  }
}

/** The blocks as far as they fit the first screen, and the line that names the rest. */
const firstPage = (blocks: readonly Block[], screen: Screen, room: number, full: boolean): string[] => {
  const whole = (): string[] => blocks.map(block => blockOn(block, screen, full))
  // A list that goes to a file or another program is whole; a page with parts for experts is no list.
  const isList =
    !screen.live && blocks.every(({ expert }) => !expert) && blocks.some(one => one.kind === 'table' && one.wide)
  if (full || isList) return whole()
  const roomy = fitted(blocks, screen, room)
  const page = linesOf(moreOn(roomy, screen)) === 1 ? roomy : fitted(blocks, screen, room - 1)
  return page.left.length === 0 && page.rowsLeft === 0 && !blocks.some(hasExpert)
    ? whole()
    : [...page.shown.map(block => blockOn(block, screen, false)), moreOn(page, screen)]
}

export const reportOn = (report: Report, screen: Screen, full: boolean): string => {
  const { title, subtitle, conditions, lead, blocks } = report
  const { language } = screen
  const head = [
    `${screen.heading(textOf(title)[language])}${subtitle === undefined ? '' : `  ${screen.colours.dim(textOf(subtitle)[language])}`}`,
    ...(conditions === undefined ? [] : [screen.aside(conditions[language])]),
  ].join('\n')
  const begin = [head, ...(lead === undefined ? [] : [screen.paragraph(textOf(lead)[language])])].join('\n\n')
  return [begin, ...firstPage(blocks, screen, firstScreen - linesOf(begin) - 2, full)].join('\n\n')
}
