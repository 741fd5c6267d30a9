/** Tornado chart: how far a probability moves between the low and the high end of each assumption. */

import { Fragment, type ReactNode } from 'react'
import { useNumbers } from '../shell/use.ts'

export interface TornadoRow {
  readonly id: string
  readonly name: string
  readonly mark: ReactNode
  readonly low: number
  readonly high: number
}

const width = 190
const room = 30

export const Tornado = ({ rows, chance }: { readonly rows: readonly TornadoRow[]; readonly chance: number }) => {
  const numbers = useNumbers()
  const ends = rows.flatMap(({ low, high }) => [low, high])
  const least = Math.min(chance, ...ends)
  const most = Math.max(chance, ...ends)
  const span = Math.max(most - least, 0.02)
  const x = (value: number): number => room + ((value - least) / span) * (width - 2 * room)
  return (
    <div className="torn">
      {rows.map(({ id, name, mark, low, high }, at) => {
        const [from, to] = low <= high ? [low, high] : [high, low]
        const head = at === 0 ? 12 : 0
        return (
          <Fragment key={id}>
            <div>
              {mark} {name}
            </div>
            <svg
              viewBox={`0 0 ${width} ${18 + head}`}
              role="img"
              aria-label={`${numbers.chance(low)} – ${numbers.chance(high)}`}
            >
              {at === 0 ? (
                <text x={x(chance)} y="9" className="mid">
                  {numbers.chance(chance)}
                </text>
              ) : null}
              <g transform={`translate(0 ${head})`}>
                <path className="grid" d={`M0 9H${width}`} />
                <rect
                  x={x(from)}
                  y="4"
                  width={Math.max(1, x(to) - x(from))}
                  height="10"
                  className="dm"
                  opacity="0.85"
                />
                <path className="cursor" d={`M${x(chance)} 0V18`} />
                <text className="end" x={x(from) - 4} y="13">
                  {numbers.chanceNumber(from).replace(/^\D+/, '<')}
                </text>
                <text x={x(to) + 4} y="13">
                  {numbers.chanceNumber(to).replace(/^\D+/, '<')}
                </text>
              </g>
            </svg>
          </Fragment>
        )
      })}
    </div>
  )
}
