/** Arranges the equations of a routine into loops: those over the same labels share one loop wherever order permits. */

import type { EquationNode, Piece, SumLoop, Variable } from '../linked.ts'
import { nodeRead } from '../order.ts'

/** One text of one equation, waiting for its place. */
export interface Part {
  readonly node: EquationNode
  readonly piece: Piece
  readonly place: number
  /** The loops with more than one label, and their dimensions as bits. */
  readonly loops: readonly SumLoop[]
  readonly mask: number
}

/** Parts that share one loop nest. */
export interface Group {
  readonly loops: readonly SumLoop[]
  readonly parts: Part[]
}

const partOf = (node: EquationNode, piece: Piece, place: number): Part => {
  const loops = piece.loops.filter(loop => loop.low < loop.high)
  return { node, piece, place, loops, mask: loops.reduce((mask, { dimension }) => mask | (1 << dimension.rank), 0) }
}

const signature = (part: Part): string =>
  part.loops.map(({ dimension, low, high }) => `${String(dimension.rank)}:${String(low)}:${String(high)}`).join(' ')

/** What an open group has written, to keep out equations that need more of it than their own labels. */
class Written {
  private readonly values = new Set<Variable>()
  private readonly closings = new Set<Variable>()

  add({ variable, closing }: EquationNode): void {
    if (closing) this.closings.add(variable)
    else this.values.add(variable)
  }

  blocks(part: Part): boolean {
    return part.node.reads.some(
      ({ variable, closing, crossing }) =>
        (crossing & part.mask) !== 0 && (closing ? this.closings : this.values).has(variable),
    )
  }
}

/** Keeps the order as given: one group for each piece. */
export const inSequence = (nodes: readonly EquationNode[]): Group[] =>
  nodes.flatMap((node, place) =>
    node.pieces.map((piece): Group => {
      const part = partOf(node, piece, place)
      return { loops: part.loops, parts: [part] }
    }),
  )

/** Groups of at most `most` parts, every equation after those it reads. */
export const schedule = (nodes: readonly EquationNode[], most: number): Group[] => {
  const places = new Map<EquationNode, number>()
  nodes.forEach((node, place) => places.set(node, place))
  const waitingFor = new Int32Array(nodes.length)
  const unfinished = Int32Array.from(nodes, node => node.pieces.length)
  const readers: number[][] = nodes.map(() => [])
  nodes.forEach((node, place) => {
    for (const read of node.reads) {
      const wanted = nodeRead(read)
      const other = wanted === undefined ? undefined : places.get(wanted)
      if (other === undefined || other === place) continue
      waitingFor[place] = (waitingFor[place] ?? 0) + 1
      readers[other]?.push(place)
    }
  })

  /** Parts that may be placed now, by signature, each list in the order of the equations. */
  const ready = new Map<string, Part[]>()
  const release = (place: number): void => {
    const node = nodes[place]
    for (const piece of node?.pieces ?? []) {
      if (node === undefined) continue
      const part = partOf(node, piece, place)
      const key = signature(part)
      const list = ready.get(key)
      if (list === undefined) {
        ready.set(key, [part])
        continue
      }
      let at = list.length
      while (at > 0 && (list[at - 1]?.place ?? 0) > place) at--
      list.splice(at, 0, part)
    }
  }
  nodes.forEach((_, place) => {
    if (waitingFor[place] === 0) release(place)
  })

  const groups: Group[] = []
  for (;;) {
    let next: Part[] | undefined
    for (const list of ready.values()) {
      if (list[0] !== undefined && (next?.[0] === undefined || list[0].place < next[0].place)) next = list
    }
    const first = next?.[0]
    if (next === undefined || first === undefined) return groups
    const group: Group = { loops: first.loops, parts: [] }
    groups.push(group)
    const written = new Written()
    while (group.parts.length < most) {
      const at = next.findIndex(part => !written.blocks(part))
      const part = next[at]
      if (part === undefined) break
      next.splice(at, 1)
      group.parts.push(part)
      written.add(part.node)
      unfinished[part.place] = (unfinished[part.place] ?? 0) - 1
      if (unfinished[part.place] !== 0) continue
      for (const reader of readers[part.place] ?? []) {
        waitingFor[reader] = (waitingFor[reader] ?? 0) - 1
        if (waitingFor[reader] === 0) release(reader)
      }
    }
  }
}
