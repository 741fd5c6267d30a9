/**
 * Diagram of a feedback loop: variables on an ellipse, signs at the arrows, name and gain in the middle, blue where
 * levers act.
 */

import { linesOf, textWidth } from './labels.tsx'
import { useSaid, useWidth } from '../shell/use.ts'

export interface LoopNode {
  readonly id: string
  readonly name: string
}

export interface LoopArrow {
  readonly sign: -1 | 0 | 1
  readonly hot: boolean
}

export const LoopDiagram = ({
  nodes,
  arrows,
  name,
  lines,
  hot,
  sentence,
}: {
  readonly nodes: readonly LoopNode[]
  /** From each node to the next. */
  readonly arrows: readonly LoopArrow[]
  readonly name: string
  readonly lines: readonly string[]
  readonly hot: string | undefined
  readonly sentence: string
}) => {
  const [place, measured] = useWidth(460)
  const width = Math.min(500, measured)
  const size = 300
  const [cx, cy] = [width / 2, size / 2]
  const rx = Math.max(96, width / 2 - 78)
  const ry = 112
  const angle = (index: number): number => -Math.PI / 2 + (2 * Math.PI * index) / nodes.length
  const point = (at: number): readonly [number, number] => [cx + rx * Math.cos(at), cy + ry * Math.sin(at)]
  const boxes = nodes.map((node, index) => {
    const [x, y] = point(angle(index))
    const text = linesOf(node.name, Math.min(112, width / 4.2))
    const half = (Math.max(...text.map(textWidth)) * 13) / 12 / 2 + 7
    return { ...node, text, x: Math.min(width - half + 4, Math.max(half - 4, x)), y, half, tall: text.length * 8 + 7 }
  })
  const outside = (box: (typeof boxes)[number], [x, y]: readonly [number, number]): boolean =>
    Math.abs(x - box.x) > box.half || Math.abs(y - box.y) > box.tall
  const arcs = arrows.map((arrow, index) => {
    const [from, to] = [boxes[index], boxes[(index + 1) % boxes.length]]
    const [begin, end] = [angle(index), angle(index + 1)]
    const samples = Array.from({ length: 61 }, (_, at) => begin + ((end - begin) * at) / 60)
    const free = samples.filter(at => outside(from, point(at)) && outside(to, point(at)))
    const [first, last] = [free[0] ?? begin, free.at(-1) ?? end]
    const [x1, y1] = point(first)
    const [x2, y2] = point(last)
    const direction = Math.atan2(ry * Math.cos(last), -rx * Math.sin(last))
    const tip = (turn: number, length: number): string =>
      `${(x2 + length * Math.cos(direction + turn)).toFixed(1)} ${(y2 + length * Math.sin(direction + turn)).toFixed(1)}`
    const middle = (first + last) / 2
    return {
      ...arrow,
      d: `M${x1.toFixed(1)} ${y1.toFixed(1)}A${rx} ${ry} 0 0 1 ${x2.toFixed(1)} ${y2.toFixed(1)}`,
      tip: `M${tip(0, 7)}L${tip(2.3, 6)}L${tip(-2.3, 6)}z`,
      mark: [cx + (rx + 15) * Math.cos(middle), cy + (ry + 15) * Math.sin(middle) + 4] as const,
    }
  })
  const titleLines = linesOf(name, rx * 0.95)
  const start = cy - (titleLines.length * 20 + lines.length * 17) / 2 + 14
  // Below the ellipse: inside it, names at both sides would be in the way.
  const hotLines = hot === undefined ? [] : linesOf(hot, width)
  const height = size + hotLines.length * 17
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg className="loop" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {arcs.map((arc, index) => (
          <g key={boxes[index].id}>
            <path className={`arc ${arc.hot ? 'hot' : ''} ${arc.sign === 0 ? 'still' : ''}`} d={arc.d} />
            <path className={`ah ${arc.hot ? 'hot' : ''}`} d={arc.tip} />
            <text className={`sg ${arc.hot ? 'tp' : ''}`} x={arc.mark[0]} y={arc.mark[1]}>
              {arc.sign > 0 ? '+' : arc.sign < 0 ? '−' : '0'}
            </text>
          </g>
        ))}
        {boxes.map(({ id, text, x, y }) => (
          <text key={id} className="nd halo">
            {text.map((line, at) => (
              <tspan key={line} x={x} y={y + (text.length === 1 ? 4 : at === 0 ? -3 : 11)}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {titleLines.map((line, at) => (
          <text key={line} className="nm" x={cx} y={start + at * 20}>
            {line}
          </text>
        ))}
        {lines.map((line, at) => (
          <text key={line} className="mid" x={cx} y={start + titleLines.length * 20 + at * 17}>
            {line}
          </text>
        ))}
        {hotLines.map((line, at) => (
          <text key={line} className="mid tp thin" x={cx} y={size + at * 17}>
            {line}
          </text>
        ))}
      </svg>
    </div>
  )
}
