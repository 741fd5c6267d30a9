/** Chart of gains by year of birth with their band; the largest and smallest gains are labelled. */

import { useNumbers, useWidth } from '../shell/use.ts'
import { ChartReader, nearestPlace } from './chart-reader.tsx'
import { bandPath, domainOf, type Frame, linePath, type Point, scalesOf, tickDigits, ticksOf } from './geometry.ts'
import { GridLines, textWidth, tickRoom } from './labels.tsx'

export interface BirthPoint {
  readonly born: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

export interface BirthStage {
  readonly from: number
  readonly to: number
  readonly name: string
}

export const BirthYears = ({
  points,
  stages,
  named,
  sentence,
  label,
  tell,
  show,
  ask,
  firstWidth,
}: {
  readonly points: readonly BirthPoint[]
  readonly stages: readonly BirthStage[]
  /** Years whose values are written. */
  readonly named: readonly number[]
  readonly sentence: string
  readonly label: (point: BirthPoint) => string
  readonly tell: (born: number) => string
  readonly show: (value: number) => string
  /** Why those born then gain or lose. */
  readonly ask: (born: number) => void
  readonly firstWidth: number
}) => {
  const [place, width] = useWidth(firstWidth)
  const numbers = useNumbers()
  const height = 320
  const domain = domainOf([0, ...points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])])
  const [first, last] = [points[0].born, points[points.length - 1].born]
  const ticks = ticksOf(domain)
  const digits = tickDigits(ticks)
  const tickText = (tick: number): string =>
    tick > 0 ? `+${numbers.plain(tick, digits)}` : numbers.plain(tick, digits)
  const left = 2 + tickRoom(ticks.map(tickText))
  const frame: Frame = { width, height, left, right: width - 6, top: 36, bottom: height - 24 }
  const scales = scalesOf(frame, [first, last], domain)
  const of = (pick: (point: BirthPoint) => number | null): Point[] =>
    points.map(point => [point.born, pick(point) ?? undefined])
  const years: number[] = []
  for (let year = Math.ceil(first / 10) * 10; year <= last; year += width < 420 ? 20 : 10) years.push(year)
  const axis = points.map(({ born }) => born)
  const mark = (point: BirthPoint) => {
    const [x, y] = [scales.x(point.born), scales.y(point.value)]
    const above = point.value >= (points[0]?.value ?? 0) ? y - 12 : y + 20
    const anchor = x < 110 ? '' : x > width - 110 ? 'end' : 'mid'
    return (
      <g key={point.born}>
        <circle className="ring pol" cx={x} cy={y} r="4.5" />
        <text className={`k halo ${anchor}`} x={x} y={Math.max(frame.top + 8, Math.min(frame.bottom - 6, above))}>
          {label(point)}
        </text>
      </g>
    )
  }
  return (
    <ChartReader
      {...{ place, height, sentence, axis, tell, show }}
      start={nearestPlace(axis, named[0] ?? first)}
      lines={[{ id: 'gain', name: '', values: points.map(({ value }) => value) }]}
      nearest={to => nearestPlace(axis, scales.x.invert(to))}
      pick={ask}
    >
      {({ at }) => (
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <GridLines ticks={ticks} scale={scales.y} to={frame.right} />
          {stages.map(({ from, to, name }, stage) => {
            const [begins, ends] = [scales.x(Math.max(first, from)), scales.x(Math.min(last, to))]
            return (
              <g key={name}>
                {stage === 0 ? null : (
                  <path className="now" d={`M${begins.toFixed(1)} ${frame.top - 14}V${frame.bottom}`} />
                )}
                {ends - begins < textWidth(name) + 8 ? null : (
                  <text x={begins + (stage === 0 ? 0 : 5)} y={frame.top - 16}>
                    {name}
                  </text>
                )}
              </g>
            )
          })}
          {points.some(({ low }) => low === null) ? null : (
            <path
              className="band pol"
              d={bandPath(
                scales,
                of(({ low }) => low),
                of(({ high }) => high),
              )}
            />
          )}
          <path
            className="l pol"
            d={linePath(
              scales,
              of(({ value }) => value),
            )}
          />
          {ticks.map(tick => (
            <text key={tick} className="halo" x="2" y={scales.y(tick) - 4}>
              {tickText(tick)}
            </text>
          ))}
          <path className="axis" d={`M2 ${frame.bottom}H${frame.right}`} />
          {years.map(year => (
            <text
              key={year}
              className={year >= last - 2 ? 'end' : 'mid'}
              x={Math.max(frame.left + 14, Math.min(frame.right, scales.x(year)))}
              y={height - 6}
            >
              {String(year)}
            </text>
          ))}
          <g className="not-in-hand">{points.filter(({ born }) => named.includes(born)).map(mark)}</g>
          <g className="when-in-hand">
            <path className="cursor" d={`M${scales.x(axis[at]).toFixed(1)} ${frame.top}V${frame.bottom}`} />
            {mark(points[at])}
          </g>
        </svg>
      )}
    </ChartReader>
  )
}
