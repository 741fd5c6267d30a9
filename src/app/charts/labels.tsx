/** Labels and grid lines of charts: measures the width of a text, and fits it on one or two lines beside a row. */

import { placeYears } from './geometry.ts'

const wide = /[\u3000-\u9fff\uff00-\uffef]/

/** About how wide a text of the charts is drawn, in pixels; letters of Chinese are twice as wide. */
const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 12.2 : 6.1), 0)

/** Room for the labels of ticks at the left of a plot: no line runs into them, and none of them over the edge. */
export const tickRoom = (labels: readonly string[]): number => Math.ceil(Math.max(0, ...labels.map(textWidth))) + 6

/** Room for labels at the ends of lines, one of which is bold; the plot has the rest. */
export const endRoom = (labels: readonly string[]): number =>
  Math.min(190, Math.ceil(1.1 * Math.max(0, ...labels.map(textWidth))) + 14)

/** A line across the plot at each tick, a stronger one at 0. */
export const GridLines = ({
  ticks,
  scale,
  to,
}: {
  readonly ticks: readonly number[]
  readonly scale: (tick: number) => number
  readonly to: number
}) =>
  ticks.map(tick => (
    <path key={tick} className={tick === 0 ? 'zero' : 'grid'} d={`M2 ${scale(tick).toFixed(1)}H${to}`} />
  ))

/** A line down the plot at each tick, a stronger one at 0, with its label above. */
export const TickColumns = ({
  ticks,
  scale,
  top,
  bottom,
  show,
}: {
  readonly ticks: readonly number[]
  readonly scale: (tick: number) => number
  /** Top and bottom of the rows. */
  readonly top: number
  readonly bottom: number
  readonly show: (tick: number) => string
}) =>
  ticks.map(tick => (
    <g key={tick}>
      <path className={tick === 0 ? 'zero' : 'grid'} d={`M${scale(tick).toFixed(1)} ${top - 4}V${bottom - 4}`} />
      <text className="mid" x={scale(tick)} y="11">
        {show(tick)}
      </text>
    </g>
  ))

/** Years below a plot that begins at `left`. */
export const YearLabels = ({
  years,
  scale,
  left,
  y,
}: {
  readonly years: readonly number[]
  readonly scale: (year: number) => number
  readonly left: number
  readonly y: number
}) =>
  placeYears(years, scale, left).map(({ year, x, atEdge }) => (
    <text key={year} className={atEdge ? '' : 'mid'} x={x} y={y}>
      {String(year)}
    </text>
  ))

/** Lines that fit, two of them unless `most` says otherwise. */
export const linesOf = (text: string, room: number, most = 2): string[] => {
  if (textWidth(text) <= room) return [text]
  const words = wide.test(text) ? [...text] : text.split(/(?<= )/)
  const lines: string[] = ['']
  for (const word of words) {
    const last = lines.length - 1
    if (textWidth(lines[last] + word) <= room || lines[last] === '') lines[last] += word
    else if (lines.length < most) lines.push(word)
    else {
      lines[last] = `${lines[last].trimEnd()}…`
      break
    }
  }
  return lines.map(line => line.trimEnd())
}

const lineHeight = 13

/** At the left of a row whose middle is `y`; a note stands below, smaller. */
export const Label = ({
  text,
  note,
  room,
  y,
  most = 2,
}: {
  readonly text: string
  readonly note?: string | undefined
  readonly room: number
  readonly y: number
  /** Lines of the text. */
  readonly most?: number
}) => {
  const lines = linesOf(text, room, most)
  const below = note === undefined ? 0 : 1
  const first = y + 4 - ((lines.length + below - 1) * lineHeight) / 2
  return (
    <text x="0" className="name">
      {lines.map((line, at) => (
        <tspan key={line} x="0" y={first + at * lineHeight}>
          {line}
        </tspan>
      ))}
      {note === undefined ? null : (
        <tspan className="small" x="0" y={first + lines.length * lineHeight}>
          {note}
        </tspan>
      )}
    </text>
  )
}
