/** The frame of rows of gains and losses, or of amounts: an axis of numbers above them, with a line down at each tick. */

import type { ScaleLinear } from 'd3-scale'
import type { ReactNode, Ref } from 'react'
import { useNumbers, useSaid } from '../shell/use.ts'
import { tickDigits, ticksOf } from './geometry.ts'
import { TickColumns } from './labels.tsx'

/** What a number of the axis takes, with air around it. */
const roomOfTick = 62

/** Where the rows begin, below the numbers of the axis. */
export const head = 20

export const SignedRows = ({
  place,
  kind,
  sentence,
  width,
  widest,
  height,
  scale,
  levels = false,
  beside,
  children,
}: {
  readonly place: Ref<HTMLDivElement>
  readonly kind: string
  readonly sentence: string
  readonly width: number
  /** Rows grow no wider than this. */
  readonly widest: number
  readonly height: number
  readonly scale: ScaleLinear<number, number>
  /** Amounts, which have no sign, instead of changes. */
  readonly levels?: boolean
  /** Buttons that lie on the rows; without any the whole is a picture. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}) => {
  const numbers = useNumbers()
  const [from, to] = [scale.range()[0]!, scale.range()[1]!]
  const wanted = Math.min(width < 420 ? 3 : 5, Math.max(1, Math.floor((to - from) / roomOfTick)))
  const found = ticksOf([scale.domain()[0], scale.domain()[1]] as const, wanted)
  // Where there is room for few, one of them is zero, which parts gains from losses.
  const far = found.filter(tick => Math.abs(scale(tick) - scale(0)) >= roomOfTick / 2)
  const ticks = found.includes(0) ? found : [0, ...far].toSorted((a, b) => a - b)
  const digits = tickDigits(ticks)
  const role = beside === undefined ? 'img' : 'group'
  return (
    <div ref={place} className="chart" role={role} aria-label={useSaid(sentence)} style={{ height }}>
      <svg
        className={kind}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        style={{ maxWidth: widest }}
        aria-hidden="true"
      >
        <TickColumns
          ticks={ticks}
          scale={scale}
          top={head}
          bottom={height}
          show={tick => (levels ? numbers.plain : numbers.signed)(tick, digits)}
        />
        {children}
      </svg>
      {beside}
    </div>
  )
}
