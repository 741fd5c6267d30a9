/** Stacked chart of contributions over time, above and below zero, with their sum as a line. */

import { GridLines, linesOf, tickRoom, YearLabels } from './labels.tsx'
import { everyYears } from '../state/quarters.ts'
import { useNumbers, useSaid, useWidth } from '../shell/use.ts'
import {
  bandPath,
  domainOf,
  type Frame,
  linePath,
  placeEnds,
  type Point,
  scalesOf,
  tickDigits,
  ticksOf,
} from './geometry.ts'

export interface Wedge {
  readonly id: string
  readonly name: string
  /** By step, in the unit shown. */
  readonly values: readonly number[]
  /** 1 to 4 steps of policy, 5 and 6 grey. */
  readonly shade: 1 | 2 | 3 | 4 | 5 | 6
}

export const Wedges = ({
  wedges,
  times,
  sentence,
  show,
  firstWidth,
}: {
  readonly wedges: readonly Wedge[]
  /** Calendar time of each step. */
  readonly times: readonly number[]
  readonly sentence: string
  readonly show: (value: number) => string
  readonly firstWidth: number
}) => {
  const [place, width] = useWidth(firstWidth)
  const numbers = useNumbers()
  const height = width < 420 ? 280 : 330
  const room = Math.min(190, Math.max(126, width * 0.26))
  const step = times[1] - times[0]
  const at = (index: number): number => times[index] + step / 2
  const layers = wedges.map(wedge => ({ wedge, up: [] as Array<[Point, Point]>, down: [] as Array<[Point, Point]> }))
  const sums: Point[] = []
  const extremes: number[] = [0]
  for (const index of times.keys()) {
    let [up, down, sum] = [0, 0, 0]
    for (const { wedge, up: above, down: below } of layers) {
      const value = wedge.values[index]
      sum += value
      const [higher, lower] = [Math.max(0, value), Math.min(0, value)]
      above.push([
        [at(index), up],
        [at(index), up + higher],
      ])
      below.push([
        [at(index), down + lower],
        [at(index), down],
      ])
      up += higher
      down += lower
    }
    extremes.push(up, down)
    sums.push([at(index), sum])
  }
  const domain = domainOf(extremes)
  const ticks = ticksOf(domain)
  const digits = tickDigits(ticks)
  const left = 2 + tickRoom(ticks.map(tick => numbers.plain(tick, digits)))
  const frame: Frame = { width, height, left, right: width - room, top: 14, bottom: height - 24 }
  const scales = scalesOf(frame, [at(0), at(times.length - 1)], domain)
  const last = times.length - 1
  const middles = layers.map(({ up, down }) => {
    const [wide, other] = [up[last], down[last]]
    const size = ([low, high]: [Point, Point]): number => (high[1] ?? 0) - (low[1] ?? 0)
    const [low, high] = size(wide) >= size(other) ? wide : other
    return scales.y(((low[1] ?? 0) + (high[1] ?? 0)) / 2)
  })
  const places = placeEnds(
    middles,
    wedges.some(({ name }) => linesOf(name, room - 26).length > 1) ? 28 : 15,
    frame.top + 6,
    frame.bottom,
  )
  const [time, sum = 0] = sums[last]
  const first = times[0]
  const years = [first, ...everyYears(5, first + 2, (times.at(-1) ?? first) + step)]
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <GridLines ticks={ticks} scale={scales.y} to={frame.right} />
        <g className="wedge">
          {layers.flatMap(({ wedge, up, down }) =>
            [up, down].map((pairs, side) =>
              pairs.every(([low, high]) => low[1] === high[1]) ? null : (
                <path
                  key={`${wedge.id}${side}`}
                  className={`w${wedge.shade}`}
                  d={bandPath(
                    scales,
                    pairs.map(([low]) => low),
                    pairs.map(([, high]) => high),
                  )}
                />
              ),
            ),
          )}
        </g>
        <path className="wsum halo-line" d={linePath(scales, sums)} />
        {ticks.map(tick => (
          <text key={tick} className="halo" x="2" y={Math.max(11, scales.y(tick) - 4)}>
            {numbers.plain(tick, digits)}
          </text>
        ))}
        <path className="axis" d={`M2 ${frame.bottom}H${frame.right}`} />
        <YearLabels years={years} scale={scales.x} left={frame.left} y={height - 6} />
        <path className="cursor" d={`M${scales.x(time).toFixed(1)} ${frame.top - 6}V${frame.bottom}`} />
        <circle className="ring sum" cx={scales.x(time)} cy={scales.y(sum)} r="4.5" />
        <text className="k halo end" x={scales.x(time) - 8} y={scales.y(sum) - 7}>
          {show(sum)}
        </text>
        {layers.map(({ wedge }, index) => (
          <g key={wedge.id}>
            {Math.abs(places[index].from - places[index].to) > 3 ? (
              <path
                className="lead"
                d={`M${frame.right + 1} ${places[index].from.toFixed(1)}L${frame.right + 7} ${places[index].to.toFixed(1)}`}
              />
            ) : null}
            <rect
              className={`w${wedge.shade} swatch`}
              x={frame.right + 9}
              y={places[index].to - 5}
              width="8"
              height="8"
            />
            <text className="name">
              {linesOf(wedge.name, room - 26).map((line, row, all) => (
                <tspan
                  key={line}
                  x={frame.right + 21}
                  y={places[index].to + (all.length === 1 ? 3 : row === 0 ? -3 : 9)}
                >
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
