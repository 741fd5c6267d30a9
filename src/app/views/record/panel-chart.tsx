/** One panel: measured in ink, model in grey with its band, the naive forecast dotted, held-out years shaded. */

import type { Panel, PanelPoint } from '../../../analysis/hindcast/panels.ts'
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
} from '../../charts/geometry.ts'
import { useNumbers, useWidth, useWords } from '../../shell/use.ts'
import { recordWords } from '../../words/record.ts'

const height = 190

/** Years under the axis: both ends, and between them 2010 and the last year of the fit where there is room. */
const yearsOf = (from: number, to: number, heldOutFrom: number): number[] => {
  const middle = [2010, heldOutFrom - 1].filter(year => year > from + 3 && year < to - 3)
  return [...new Set([from, ...middle, to])]
}

const line = (points: readonly PanelPoint[], scale: number, of: (point: PanelPoint) => number | null): Point[] =>
  points.map(point => {
    const value = of(point)
    return [point.year, value === null ? undefined : value * scale]
  })

const lastOf = (points: readonly Point[]): Point | undefined => points.findLast(([, value]) => value !== undefined)

export const PanelChart = ({
  panel,
  scale,
  heldOutFrom,
  named,
  sentence,
}: {
  readonly panel: Panel
  readonly scale: number
  readonly heldOutFrom: number
  /** The first panel names its lines. */
  readonly named: boolean
  readonly sentence: string
}) => {
  const words = useWords(recordWords)
  const numbers = useNumbers()
  const [place, width] = useWidth(300)
  const { points } = panel
  const [from, to] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 1]
  const measured = line(points, scale, ({ observed }) => observed)
  const model = line(points, scale, point => point.model)
  const naive = line(points, scale, ({ lastValue }) => lastValue)
  const low = line(points, scale, point => point.low)
  const high = line(points, scale, point => point.high)
  const domain = domainOf([measured, model, naive, low, high].flat().map(([, value]) => value))
  const frame: Frame = { left: 2, right: width - (named ? 58 : 14), top: 16, bottom: height - 22, width, height }
  const scales = scalesOf(frame, [from, Math.max(to, from + 1)], domain)
  const { x, y } = scales
  const ticks = ticksOf(domain, 4)
  const held = Math.max(frame.left, x(heldOutFrom - 0.5))
  const ends: ReadonlyArray<readonly [string, string, Point | undefined]> = [
    ['k', words.measured, lastOf(measured)],
    ['tb', words.model, lastOf(model)],
    ['', words.naive, lastOf(naive)],
  ]
  const wanted = ends.flatMap(([style, text, point]) =>
    point?.[1] === undefined ? [] : [{ style, text, x: x(point[0]) + 5, y: y(point[1]) }],
  )
  const places = placeEnds(
    wanted.map(end => end.y),
    14,
    frame.top + 8,
    frame.bottom,
  )
  return (
    <div className="chart" ref={place} style={{ height }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
        {to < heldOutFrom ? null : (
          <>
            <rect className="hold" x={held} y={16} width={frame.right - held} height={frame.bottom - 16} />
            <text className="mid" x={(held + frame.right) / 2} y="12">
              {words.heldOut}
            </text>
          </>
        )}
        {ticks.map(tick => (
          <path key={tick} className={tick === 0 ? 'axis' : 'grid'} d={`M2 ${y(tick).toFixed(1)}H${frame.right}`} />
        ))}
        <path className="band" d={bandPath(scales, low, high)} />
        <path className="l naive" d={linePath(scales, naive)} />
        <path className="l base" d={linePath(scales, model)} />
        <path className="l hist" d={linePath(scales, measured)} />
        {ticks.map(tick => (
          <text key={tick} className="halo" x={frame.left} y={y(tick) - 4}>
            {numbers.plain(tick, tickDigits(ticks))}
          </text>
        ))}
        <path className="axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
        {yearsOf(from, to, heldOutFrom).map((year, at, all) => (
          <text
            key={year}
            className={at === 0 ? '' : at === all.length - 1 ? 'end' : 'mid'}
            x={at === 0 ? frame.left : at === all.length - 1 ? frame.right : x(year)}
            y={height - 6}
          >
            {year}
          </text>
        ))}
        {named
          ? wanted.map(({ style, text, x: left }, at) => (
              <text key={text} className={`${style} halo`} x={left} y={(places[at]?.to ?? 0) + 4}>
                {text}
              </text>
            ))
          : null}
      </svg>
    </div>
  )
}
