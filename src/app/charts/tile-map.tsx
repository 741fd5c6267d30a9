/** A map of tiles: each place where it lies, without borders; darker where its value is larger. */

import { useNarrow, useSaid } from '../shell/use.ts'

export interface Tile {
  readonly id: string
  readonly name: string
  /** The name where there is less room. */
  readonly short: string
  readonly at: readonly [column: number, row: number]
  /** Under the name; a tile without one is empty. */
  readonly value: string | undefined
  /** Strength of the ink, 0 to 1. */
  readonly ink: number
  /** Framed. */
  readonly own: boolean
}

const [step, size] = [66, 63]

/** A longer word is drawn narrower. */
const mostLetters = 9

export const TileMap = ({ tiles, sentence }: { readonly tiles: readonly Tile[]; readonly sentence: string }) => {
  const narrow = useNarrow(700)
  const [wide, high] = ([0, 1] as const).map(axis => (Math.max(...tiles.map(({ at }) => at[axis])) + 1) * step)
  // Frames are drawn over their neighbours.
  const drawn = tiles.toSorted((one, other) => Number(one.own) - Number(other.own))
  return (
    <svg className="tiles" viewBox={`-2 -2 ${wide! + 2} ${high! + 2}`} role="img" aria-label={useSaid(sentence)}>
      {drawn.map(({ id, name, short, at: [column, row], value, ink, own }) => (
        <g key={id} className={own ? 'own' : undefined} transform={`translate(${column * step} ${row * step})`}>
          <rect
            className={value === undefined ? 'none' : undefined}
            width={size}
            height={size}
            style={
              value === undefined
                ? undefined
                : { fill: `color-mix(in oklab, var(--ink) ${4 + 30 * ink}%, var(--paper))` }
            }
          />
          {(narrow ? short : name).split(' ').map((part, line, parts) => (
            <text
              key={part}
              className="pn mid"
              x={size / 2}
              y={25 - 6.5 * (parts.length - 1) + 13 * line}
              {...(part.length > mostLetters ? { textLength: size - 4, lengthAdjust: 'spacingAndGlyphs' } : {})}
            >
              {part}
            </text>
          ))}
          <text className="pv mid" x={size / 2} y={47}>
            {value ?? '–'}
          </text>
        </g>
      ))}
    </svg>
  )
}
