/** Labels and grid lines of charts: measures the width of a text, and fits it on one or two lines beside a row. */

import { displayWidth, wrapText } from '../../language/width.ts'
import { placeYears } from './geometry.ts'

/** Left end of grid, axis and ticks. */
export const edge = 2

/** About how wide a letter of the charts is drawn, in pixels; letters of Chinese are twice as wide. */
const letter = 6.1

const textWidth = (text: string): number => letter * displayWidth(text)

/** Room for the labels of ticks at the left of a plot: no line runs into them, and none of them over the edge. */
export const tickRoom = (labels: readonly string[]): number => Math.ceil(Math.max(0, ...labels.map(textWidth))) + 6

/** Room for labels at the ends of lines, one of which is bold; the plot has the rest. */
export const endRoom = (labels: readonly string[]): number =>
  Math.min(190, Math.ceil(1.1 * Math.max(0, ...labels.map(textWidth))) + 14)

/** A line across the plot at each tick, a stronger one at 0 where there is less. */
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
    <path
      key={tick}
      className={tick === 0 && ticks[0]! < 0 ? 'zero' : 'grid'}
      d={`M${edge} ${scale(tick).toFixed(1)}H${to}`}
    />
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
  const lines = wrapText(text, Math.floor(room / letter))
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines
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
