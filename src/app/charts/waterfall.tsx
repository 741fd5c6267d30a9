/** Waterfall chart: a change as the sum of its contributions. Hatched: joint effects with other measures. */

import { useId } from 'react'
import { useNumbers, useSaid, useWidth } from '../shell/use.ts'
import { tickDigits, ticksOf } from './geometry.ts'
import { Label, TickColumns } from './labels.tsx'
import { scaleLinear } from 'd3-scale'

export interface WaterfallRow {
  readonly id: string
  readonly name: string
  readonly value: number
  /** Part of the value that comes of acting together. */
  readonly together: number
}

const rowHeight = 28
const head = 20

export const Waterfall = ({
  rows,
  total,
  sentence,
  show,
  firstWidth,
}: {
  readonly rows: readonly WaterfallRow[]
  readonly total: { readonly name: string; readonly value: number }
  readonly sentence: string
  /** A value with its sign. */
  readonly show: (value: number) => string
  readonly firstWidth: number
}) => {
  const [place, measured] = useWidth(firstWidth)
  const width = Math.min(660, measured)
  const numbers = useNumbers()
  const hatch = useId()
  const room = Math.min(210, Math.max(118, width * 0.4))
  const height = head + (rows.length + 1) * rowHeight + 6
  let running = 0
  const bars = rows.map(row => {
    const from = running
    running += row.value
    return { ...row, from, to: running }
  })
  const ends = [0, total.value, ...bars.flatMap(({ from, to, together }) => [from, to, to - together])]
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [room + 46, width - 46]).nice(4)
  const ticks = ticksOf([x.domain()[0], x.domain()[1]] as const, width < 420 ? 3 : 4)
  const digits = tickDigits(ticks)
  const top = (at: number): number => head + at * rowHeight
  const shownRight = (value: number): boolean => value > 0
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg className="wf" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <defs>
          <pattern id={hatch} width="5" height="5" patternTransform="rotate(-45)" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" className="hatch-ground" />
            <rect width="2" height="5" className="hatch-line" />
          </pattern>
        </defs>
        <TickColumns ticks={ticks} scale={x} top={head} bottom={height} show={tick => numbers.plain(tick, digits)} />
        {bars.map(({ id, name, value, together, from, to }, at) => {
          const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))]
          const alone = to - together
          const [hatchLeft, hatchRight] = [x(Math.min(alone, to)), x(Math.max(alone, to))]
          const middle = top(at) + rowHeight / 2
          const edge = shownRight(value) ? Math.max(right, hatchRight) + 5 : Math.min(left, hatchLeft) - 5
          return (
            <g key={id}>
              <Label text={name} room={room} y={middle} />
              <rect
                className={value < 0 ? 'neg' : 'pos'}
                x={left}
                y={middle - 8}
                width={Math.max(1, right - left)}
                height="16"
              />
              {hatchRight - hatchLeft > 1 ? (
                <rect
                  className="together"
                  fill={`url(#${hatch})`}
                  x={hatchLeft}
                  y={middle - 5}
                  width={hatchRight - hatchLeft}
                  height="10"
                />
              ) : null}
              <path className="con" d={`M${x(to).toFixed(1)} ${middle + 8}v${rowHeight - 16}`} />
              <text className={`k halo ${shownRight(value) ? '' : 'end'}`} x={edge} y={middle + 4}>
                {show(value)}
              </text>
            </g>
          )
        })}
        <path className="axis" d={`M0 ${top(rows.length) + 1}H${width}`} />
        <Label text={total.name} room={room} y={top(rows.length) + rowHeight / 2} strong />
        <rect
          className="tot"
          x={x(Math.min(0, total.value))}
          y={top(rows.length) + 6}
          width={Math.max(1, Math.abs(x(total.value) - x(0)))}
          height="16"
        />
        <text
          className={`k halo ${shownRight(total.value) ? '' : 'end'}`}
          x={shownRight(total.value) ? x(total.value) + 5 : x(total.value) - 5}
          y={top(rows.length) + rowHeight / 2 + 4}
        >
          {show(total.value)}
        </text>
      </svg>
    </div>
  )
}
