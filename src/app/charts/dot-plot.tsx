/** Two numbers of many items as dots, one of which is chosen. The list of the items beside it can be read by keyboard. */

import { domainOf, scalesOf, tickDigits, ticksOf } from './geometry.ts'
import { useNumbers, useSaid, useWidth } from '../shell/use.ts'

interface Dot {
  readonly id: number
  readonly x: number
  readonly y: number
}

export const DotPlot = ({
  dots,
  chosen,
  choose,
  across,
  up,
  sentence,
}: {
  readonly dots: readonly Dot[]
  readonly chosen: number | undefined
  readonly choose: (id: number) => void
  /** Names of the axes. */
  readonly across: string
  readonly up: string
  readonly sentence: string
}) => {
  const [place, width] = useWidth(720)
  const numbers = useNumbers()
  const height = Math.round(Math.min(420, Math.max(280, width * 0.5)))
  const frame = { width, height, left: 54, right: width - 14, top: 26, bottom: height - 40 }
  const scales = scalesOf(frame, domainOf(dots.map(({ x }) => x)), domainOf(dots.map(({ y }) => y)))
  const [columns, rows] = [scales.x, scales.y].map(({ domain }) => {
    const [from, to] = domain() as [number, number]
    return ticksOf([from, to], width < 420 ? 3 : 5)
  }) as [number[], number[]]
  const [xDigits, yDigits] = [tickDigits(columns), tickDigits(rows)]
  const dot = ({ id, x, y }: Dot) => (
    <circle
      key={id}
      className={id === chosen ? 'dot on' : 'dot'}
      cx={scales.x(x)}
      cy={scales.y(y)}
      r={id === chosen ? 7 : 5}
      onClick={() => choose(id)}
    />
  )
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg className="dots" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <text x="0" y="14">
          ↑ {up}
        </text>
        <text className="end" x={frame.right} y={height - 4}>
          {across} →
        </text>
        {rows.map(tick => (
          <g key={tick}>
            <path className="grid" d={`M${frame.left} ${scales.y(tick).toFixed(1)}H${frame.right}`} />
            <text className="end" x={frame.left - 8} y={scales.y(tick) + 4}>
              {numbers.plain(tick, yDigits)}
            </text>
          </g>
        ))}
        {columns.map(tick => (
          <g key={tick}>
            <path className="grid" d={`M${scales.x(tick).toFixed(1)} ${frame.top}V${frame.bottom}`} />
            <text className="mid" x={scales.x(tick)} y={frame.bottom + 16}>
              {numbers.plain(tick, xDigits)}
            </text>
          </g>
        ))}
        {dots.filter(({ id }) => id !== chosen).map(dot)}
        {dots.filter(({ id }) => id === chosen).map(dot)}
      </svg>
    </div>
  )
}
