/** Flows between nodes in columns; nodes keep the order in which they are given, so that a sector stays in its place. */

import { sankey, type SankeyGraph, sankeyLinkHorizontal } from 'd3-sankey'
import { useSaid, useWidth } from '../shell/use.ts'
import { textWidth } from './labels.tsx'

export interface FlowNode {
  readonly id: string
  readonly name: string
  readonly column: number
  /** Not of the region. */
  readonly outside?: boolean
}

export interface FlowLink {
  readonly source: string
  readonly target: string
  readonly value: number
}

/** Between two nodes of a column: a line of text for each, however small it is. */
const apart = 15
const nodeWidth = 9

type Laid = SankeyGraph<FlowNode, FlowLink>

const layout = (
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  extent: [[number, number], [number, number]],
): Laid => {
  const used = new Set(links.flatMap(({ source, target }) => [source, target]))
  return sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeSort(() => 0)
    .nodeWidth(nodeWidth)
    .nodePadding(apart)
    .extent(extent)({
    // The layout writes into what it is given.
    nodes: nodes.filter(({ id }) => used.has(id)).map(node => ({ ...node })),
    links: links.map(link => ({ ...link })),
  }) as Laid
}

const path = sankeyLinkHorizontal<FlowNode, FlowLink>()

export const Sankey = ({
  nodes,
  links,
  sentence,
  show,
  firstWidth,
}: {
  readonly nodes: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  readonly sentence: string
  readonly show: (value: number) => string
  readonly firstWidth: number
}) => {
  const [place, width] = useWidth(firstWidth)
  const last = Math.max(...nodes.map(({ column }) => column))
  const inColumn = Array.from({ length: last + 1 }, (_, at) => nodes.filter(({ column }) => column === at).length)
  const height = 360 + Math.max(...inColumn) * apart
  const roomOf = (column: number): number =>
    16 + Math.max(0, ...nodes.filter(node => node.column === column).map(({ name }) => textWidth(`${name} 00,000`)))
  const laid = layout(nodes, links, [
    [roomOf(0), 6],
    [width - roomOf(last), height - 6],
  ])
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg className="flow-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {laid.links.map(link => {
          const [from, to] = [link.source as FlowNode, link.target as FlowNode]
          return (
            <path
              key={`${from.id} ${to.id}`}
              className={from.outside === true || to.outside === true ? 'flow outside' : 'flow'}
              d={path(link) ?? ''}
              strokeWidth={Math.max(0.4, link.width ?? 0)}
            />
          )
        })}
        {laid.nodes.map(({ id, name, column, outside, value = 0, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => {
          const isFirst = column === 0
          return (
            <g key={id}>
              <rect
                className={outside === true ? 'node outside' : 'node'}
                x={x0}
                y={y0}
                width={x1 - x0}
                height={Math.max(1, y1 - y0)}
              />
              <text className={isFirst ? 'end halo' : 'halo'} x={isFirst ? x0 - 6 : x1 + 6} y={(y0 + y1) / 2 + 4}>
                {name} <tspan className="k">{show(value)}</tspan>
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
