/**
 * Chart of one series: actual values in black, model in grey with its band, naive forecast dotted, test years shaded.
 */

import type { Panel, PanelPoint } from '../../../analysis/hindcast/panels.ts'
import { ChartReader, nearestPlace } from '../../charts/chart-reader.tsx'
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
import { tickRoom } from '../../charts/labels.tsx'
import { useTexts, useWidth } from '../../shell/use.ts'
import recordWords from '../../../texts/app/record.ts'

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
  show,
  ask,
}: {
  readonly panel: Panel
  readonly scale: number
  readonly heldOutFrom: number
  /** The first panel names its lines. */
  readonly named: boolean
  readonly sentence: string
  /** A value as it is kept. */
  readonly show: (value: number) => string
  /** Leads to the forecast of what the series corresponds to. */
  readonly ask?: () => void
}) => {
  const { words, numbers } = useTexts(recordWords)
  const [place, width] = useWidth(300)
  const { points } = panel
  const [from, to] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 1]
  const measured = line(points, scale, ({ observed }) => observed)
  const model = line(points, scale, point => point.model)
  const naive = line(points, scale, ({ lastValue }) => lastValue)
  const low = line(points, scale, point => point.low)
  const high = line(points, scale, point => point.high)
  const domain = domainOf([measured, model, naive, low, high].flat().map(([, value]) => value))
  const ticks = ticksOf(domain, 4)
  const digits = tickDigits(ticks)
  const room = tickRoom(ticks.map(tick => numbers.plain(tick, digits)))
  const frame: Frame = { left: 2 + room, right: width - (named ? 58 : 14), top: 16, bottom: height - 22, width, height }
  const scales = scalesOf(frame, [from, Math.max(to, from + 1)], domain)
  const { x, y } = scales
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
  const axis = points.map(({ year }) => year)
  const read = [
    { id: 'hist', name: words.measured, values: measured.map(([, value]) => value) },
    { id: 'base', name: words.model, values: model.map(([, value]) => value) },
    { id: 'naive', name: words.naive, values: naive.map(([, value]) => value) },
  ]
  /** What was measured and what the model said, or the line that the keys have chosen. */
  const toldAt = (at: number, chosen: string | undefined): string =>
    read
      .filter(({ id }) => (chosen === undefined ? id !== 'naive' : id === chosen))
      .flatMap(({ name, values }) => {
        const value = values[at]
        return value === undefined ? [] : [`${name} ${show(value / scale)}`]
      })
      .join(', ')
  return (
    <ChartReader
      {...{ place, height, sentence, axis }}
      start={axis.length - 1}
      lines={read}
      nearest={distance => nearestPlace(axis, x.invert(distance))}
      tell={String}
      show={value => show(value / scale)}
      {...(ask === undefined ? {} : { pick: ask })}
    >
      {({ at: here, chosen }) => (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {to < heldOutFrom ? null : (
            <>
              <rect className="hold" x={held} y={16} width={frame.right - held} height={frame.bottom - 16} />
              <text className="mid not-in-hand" x={(held + frame.right) / 2} y="12">
                {words.heldOut}
              </text>
            </>
          )}
          {ticks.map(tick => (
            <path key={tick} className={tick === 0 ? 'axis' : 'grid'} d={`M2 ${y(tick).toFixed(1)}H${frame.right}`} />
          ))}
          <path className="band" d={bandPath(scales, low, high)} />
          {(
            [
              ['naive', naive],
              ['base', model],
              ['hist', measured],
            ] as const
          ).map(([id, path]) => (
            <path key={id} className={`l ${id}${chosen === id ? ' chosen' : ''}`} d={linePath(scales, path)} />
          ))}
          {ticks.map(tick => (
            <text key={tick} className="halo" x="2" y={y(tick) - 4}>
              {numbers.plain(tick, digits)}
            </text>
          ))}
          <path className="axis" d={`M2 ${frame.bottom}H${frame.right}`} />
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
          <g className="when-in-hand">
            <path className="cursor" d={`M${x(axis[here]).toFixed(1)} ${frame.top}V${frame.bottom}`} />
            <text className="k halo" x="2" y="12">
              {`${axis[here]}: ${toldAt(here, chosen)}`}
            </text>
          </g>
        </svg>
      )}
    </ChartReader>
  )
}
