/**
 * Rows of gains and losses: filled marks are gains, open marks losses, grey ones cannot be told from nothing, and a bar
 * shows the range of 80 % of simulations.
 */

import { scaleLinear } from 'd3-scale'
import { holdsZero } from '../../outcomes/told.ts'
import { Button } from '../controls/button.tsx'
import { useWidth, useNumbers, useSaid } from '../shell/use.ts'
import { Label, linesOf, TickColumns } from './labels.tsx'
import { tickDigits, ticksOf } from './geometry.ts'

export interface GainRow {
  readonly id: string
  readonly name: string
  /** Below the name, smaller. */
  readonly note?: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  /** It stands out. */
  readonly own?: boolean
  /** Link to its cause. */
  readonly ask?: RowLink | undefined
}

interface RowLink {
  /** Its action, said before the value: 'Why: wages'. */
  readonly label: string
  readonly run: () => void
}

/** The width of a number of the axis, with air around it. */
const roomOfTick = 62

/** Top of the rows, below the numbers of the axis. */
const head = 20

export const GainRows = ({
  rows,
  marks,
  tone = 'policy',
  better,
  limit,
  sentence,
  show,
  firstWidth,
  widest = 640,
}: {
  readonly rows: readonly GainRow[]
  readonly marks: 'dots' | 'bars'
  /** Ink for what no policy does. */
  readonly tone?: 'policy' | 'ink'
  /** Less is a gain. */
  readonly better?: 'lower' | undefined
  /** The axis ends here; what lies beyond stands at its edge. */
  readonly limit?: number
  readonly sentence: string
  readonly show: (value: number) => string
  readonly firstWidth: number
  /** Rows grow no wider than this. */
  readonly widest?: number
}) => {
  const numbers = useNumbers()
  const [place, measured] = useWidth(firstWidth)
  const width = Math.min(widest, measured)
  const room = Math.min(widest > 640 ? 320 : 200, Math.max(124, width * 0.36))
  // A phone has room for a third line of a name, below the others.
  const mostLines = width < 480 ? 3 : 2
  const lines = Math.max(
    ...rows.map(({ name, note }) => linesOf(name, room, mostLines).length + (note === undefined ? 0 : 1)),
  )
  const rowHeight = [28, 28, 34, 46, 58][lines]!
  const height = head + rows.length * rowHeight + 6
  const ends = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const clamped = (value: number): number => (limit === undefined ? value : Math.max(-limit, Math.min(limit, value)))
  const x = scaleLinear([clamped(least), clamped(most)], [room + 52, width - 56]).nice(4)
  const asks = rows.flatMap(({ id, name, value, ask }, at) =>
    ask === undefined
      ? []
      : [
          <Button
            key={id}
            className="row-ask"
            style={{ top: head + at * rowHeight, height: rowHeight, width }}
            title={ask.label}
            aria-label={`${name} ${show(value)}. ${ask.label}`}
            onClick={ask.run}
          />,
        ],
  )
  const wanted = Math.min(width < 420 ? 3 : 5, Math.max(1, Math.floor((x.range()[1]! - x.range()[0]!) / roomOfTick)))
  const found = ticksOf([x.domain()[0], x.domain()[1]] as const, wanted)
  // Where there is room for few, one of them is zero, which parts gains from losses.
  const far = found.filter(tick => Math.abs(x(tick) - x(0)) >= roomOfTick / 2)
  const ticks = found.includes(0) ? found : [0, ...far].toSorted((a, b) => a - b)
  const digits = tickDigits(ticks)
  // Amounts, which have no sign, instead of changes.
  const written = tone === 'ink' && rows.every(({ value }) => value >= 0) ? numbers.plain : numbers.signed
  // Buttons lie on the rows; without any the whole is a picture.
  const role = asks.length === 0 ? 'img' : 'group'
  return (
    <div ref={place} className="chart" role={role} aria-label={useSaid(sentence)} style={{ height }}>
      <svg
        className={tone === 'ink' ? 'bars inky' : 'bars'}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        style={{ maxWidth: widest }}
        aria-hidden="true"
      >
        <TickColumns ticks={ticks} scale={x} top={head} bottom={height} show={tick => written(tick, digits)} />
        {rows.map(({ id, name, note, value, low, high, own }, at) => {
          const middle = head + at * rowHeight + rowHeight / 2
          const beyond = clamped(value) !== value
          const [from, to] = [clamped(low ?? value), clamped(high ?? value)]
          const right = value >= 0
          const isOpen = written === numbers.signed && low !== null && high !== null && holdsZero({ low, high })
          const mark = isOpen ? 'unsure' : right === (better === undefined) ? 'gain' : 'loss'
          const edge = right ? Math.max(x(clamped(value)), x(to)) + 9 : Math.min(x(clamped(value)), x(from)) - 9
          return (
            <g key={id} className={own === true ? 'own' : undefined}>
              <Label text={name} note={note} room={room} y={middle} most={mostLines} />
              {marks === 'bars' ? (
                <rect
                  className={mark}
                  x={Math.min(x(0), x(clamped(value)))}
                  y={middle - 7}
                  width={Math.max(1, Math.abs(x(clamped(value)) - x(0)))}
                  height="14"
                />
              ) : null}
              {low === null || high === null ? null : (
                <path
                  className={`iv ${marks === 'bars' ? 'over' : ''}`}
                  d={`M${x(from).toFixed(1)} ${middle}H${x(to).toFixed(1)}`}
                />
              )}
              {marks === 'dots' ? (
                <circle className={mark} cx={x(clamped(value))} cy={middle} r={mark === 'loss' ? 4.5 : 5.5} />
              ) : null}
              <text className={`k halo ${right ? '' : 'end'}`} x={edge} y={middle + 4}>
                {beyond ? `${show(value)} →` : show(value)}
              </text>
            </g>
          )
        })}
      </svg>
      {asks}
    </div>
  )
}
