/** Shows a report on a terminal. */

import { number, signed, tiny } from '../../analysis/words/numbers.ts'
import type { Both } from '../../language/messages.ts'
import { type Screen, screenOn } from '../terminal/session.ts'
import type { TextColumn } from '../terminal/table.ts'
import { displayWidth } from '../terminal/width.ts'
import {
  type Block,
  type Cell,
  isFigure,
  isGraded,
  isSpread,
  type Report,
  type Show,
  type Spread,
  type Table,
  tableOf,
  textOf,
} from '../../questions/core/report.ts'

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
    if (isFigure(cell)) return written(cell.value, cell)
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

const blockOn = (block: Block, screen: Screen, full: boolean): string => {
  if (block.kind === 'text' || block.kind === 'note')
    return (block.kind === 'text' ? screen.paragraph : screen.aside)(textOf(block.message)[screen.language])
  // An address is never broken, so that it can be opened from the screen.
  if (block.kind === 'sources')
    return block.list.map(one => `${screen.paragraph(one.text)}\n  ${one.address}`).join('\n')
  const title = block.title === undefined ? '' : `${screen.heading(textOf(block.title)[screen.language])}\n`
  if (block.kind !== 'section') return `${title}${tableOn(block.kind === 'series' ? tableOf(block) : block, screen)}`
  // A table below another one is set off from it.
  const blocks = shownOf(block.blocks, full)
  const parts = blocks.map(
    (one, at) => (isTable(one) && isTable(blocks[at - 1]) ? '\n' : '') + blockOn(one, screen, full),
  )
  return title + parts.join('\n')
}

const isTable = (block: Block | undefined): boolean => block?.kind === 'table' || block?.kind === 'series'

/** Blocks for experts are left out unless everything is asked for. */
const shownOf = (blocks: readonly Block[], full: boolean): readonly Block[] =>
  full ? blocks : blocks.filter(({ expert }) => expert === undefined)

const moreTables = {
  en: 'More tables for experts: --full',
  zh: '更多专业表格：--full',
}

const hasMore = (blocks: readonly Block[]): boolean =>
  blocks.some(block => block.expert !== undefined || (block.kind === 'section' && hasMore(block.blocks)))

export const reportOn = (report: Report, screen: Screen, full: boolean): string => {
  const { title, subtitle, conditions, blocks } = report
  const { language } = screen
  const head = [
    `${screen.heading(textOf(title)[language])}${subtitle === undefined ? '' : `  ${screen.colours.dim(textOf(subtitle)[language])}`}`,
    ...(conditions === undefined ? [] : [screen.aside(conditions[language])]),
  ]
  return [
    head.join('\n'),
    ...shownOf(blocks, full).map(block => blockOn(block, screen, full)),
    ...(!full && hasMore(blocks) ? [screen.aside(moreTables[language])] : []),
  ].join('\n\n')
}
