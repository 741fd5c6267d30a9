/** Rows of stacked bars, whose parts go from dark to light, with a diamond for another value of the same row. */

import { scaleLinear } from 'd3-scale'
import { useWidth } from '../shell/use.ts'
import { Label, linesOf } from './labels.tsx'
import { head, SignedRows } from './signed-rows.tsx'

interface StackRow {
  readonly id: string
  readonly name: string
  /** Of either sign: gains go to the right, losses to the left. */
  readonly parts: readonly number[]
  readonly mark: number | undefined
}

const widest = 1100

/** Where each part begins and ends: gains follow one another from zero to the right, losses to the left. */
const spansOf = (parts: readonly number[]): Array<readonly [number, number]> =>
  parts.map((part, at) => {
    const before = parts.slice(0, at).filter(one => one > 0 === part > 0)
    const from = before.reduce((sum, one) => sum + one, 0)
    return [from, from + part]
  })

export const StackRows = ({
  rows,
  sentence,
  firstWidth,
}: {
  readonly rows: readonly StackRow[]
  readonly sentence: string
  readonly firstWidth: number
}) => {
  const [place, measured] = useWidth(firstWidth)
  const width = Math.min(widest, measured)
  const room = Math.min(320, Math.max(124, width * 0.36))
  const lines = Math.max(...rows.map(({ name }) => linesOf(name, room).length))
  const rowHeight = lines > 1 ? 34 : 28
  const height = head + rows.length * rowHeight + 6
  const drawn = rows.map(row => ({ ...row, spans: spansOf(row.parts) }))
  const ends = drawn.flatMap(({ spans, mark }) => [...spans.flat(), mark ?? 0])
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [room + 16, width - 16]).nice(4)
  return (
    <SignedRows
      place={place}
      kind="bars stack"
      sentence={sentence}
      width={width}
      widest={widest}
      height={height}
      scale={x}
    >
      {drawn.map(({ id, name, spans, mark }, at) => {
        const middle = head + at * rowHeight + rowHeight / 2
        return (
          <g key={id}>
            <Label text={name} room={room} y={middle} />
            {spans.map(([from, to], part) => (
              <rect
                key={`${id}${part}`}
                className={`part-${part}`}
                x={Math.min(x(from), x(to))}
                y={middle - 7}
                width={Math.abs(x(to) - x(from))}
                height="14"
              />
            ))}
            {mark === undefined ? null : (
              <path className="mark" d={`M${x(mark).toFixed(1)} ${middle - 6}l6 6l-6 6l-6 -6z`} />
            )}
          </g>
        )
      })}
    </SignedRows>
  )
}
