/** Arranges the equations of a routine into loops: those over the same labels share one loop wherever order permits. */

import { elementsIn } from '../expression.ts'
import type { EquationNode, Piece, SumLoop } from '../linked.ts'
import { numberNodes, placeRead } from '../order.ts'

/** One text of one equation, waiting for its place. */
export interface ScheduledText {
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
  readonly parts: ScheduledText[]
}

/** Loops with more than one label, and the parts over them that may be placed now, in the order of the equations. */
interface Nest {
  readonly loops: readonly SumLoop[]
  readonly mask: number
  readonly ready: ScheduledText[]
}

const nestOf = (loops: readonly SumLoop[]): Nest => {
  let mask = 0
  for (const { dimension, low, high } of loops) if (low < high) mask |= 1 << dimension.rank
  const whole = loops.every(({ low, high }) => low < high)
  return { loops: whole ? loops : loops.filter(({ low, high }) => low < high), mask, ready: [] }
}

export const isSame = (a: SumLoop, b: SumLoop): boolean =>
  a.dimension === b.dimension && a.low === b.low && a.high === b.high

const sameLoops = (a: readonly SumLoop[], b: readonly SumLoop[]): boolean =>
  a.length === b.length && a.every((loop, at) => isSame(loop, b[at]))

/** Keeps the order as given: one group for each piece. */
export const inSequence = (nodes: readonly EquationNode[]): Group[] =>
  nodes.flatMap((node, place) =>
    node.pieces.map((piece): Group => {
      const { loops, mask } = nestOf(piece.loops)
      return { loops, parts: [{ node, piece, place, loops, mask }] }
    }),
  )

class Schedule {
  private readonly nodes: readonly EquationNode[]
  private readonly waitingFor: Int32Array
  private readonly unfinished: Int32Array
  /** The nodes that read each node, and where each node's own begin in the list. */
  private readonly readers: Int32Array
  private readonly firstReader: Int32Array
  private readonly nests: Nest[] = []
  /** Nests by the loops of a piece: most pieces over the same labels share their list of loops. */
  private readonly nestsOf = new Map<readonly SumLoop[], Nest>()
  /** The last group that wrote a node. */
  private readonly writtenIn: Int32Array

  constructor(nodes: readonly EquationNode[]) {
    const count = nodes.length
    this.nodes = nodes
    this.waitingFor = new Int32Array(count)
    this.unfinished = new Int32Array(count)
    this.writtenIn = new Int32Array(count)
    numberNodes(nodes)
    this.firstReader = new Int32Array(count + 1)
    for (let place = 0; place < count; place++) {
      const { pieces, reads } = nodes[place]
      this.unfinished[place] = pieces.length
      for (let at = 0; at < reads.length; at++) {
        const other = placeRead(nodes, reads[at])
        if (other < 0 || other === place) continue
        this.waitingFor[place]++
        this.firstReader[other + 1]++
      }
    }
    for (let place = 0; place < count; place++) this.firstReader[place + 1] += this.firstReader[place]
    this.readers = new Int32Array(this.firstReader[count])
    const next = this.firstReader.slice()
    for (let place = 0; place < count; place++) {
      const { reads } = nodes[place]
      for (let at = 0; at < reads.length; at++) {
        const other = placeRead(nodes, reads[at])
        if (other >= 0 && other !== place) this.readers[next[other]++] = place
      }
    }
    for (let place = 0; place < count; place++) if (this.waitingFor[place] === 0) this.release(place)
  }

  private nest(loops: readonly SumLoop[]): Nest {
    let nest = this.nestsOf.get(loops)
    if (nest === undefined) {
      const own = nestOf(loops)
      nest = this.nests.find(other => sameLoops(other.loops, own.loops))
      if (nest === undefined) {
        nest = own
        this.nests.push(nest)
      }
      this.nestsOf.set(loops, nest)
    }
    return nest
  }

  private release(place: number): void {
    const node = this.nodes[place]
    for (let number = 0; number < node.pieces.length; number++) {
      const piece = node.pieces[number]
      const { loops, mask, ready } = this.nest(piece.loops)
      let at = ready.length
      for (; at > 0 && ready[at - 1].place > place; at--) ready[at] = ready[at - 1]
      ready[at] = { node, piece, place, loops, mask }
    }
  }

  /** True for a part that needs more of what the group has written than its own labels. */
  private isBlocked({ node, mask }: ScheduledText, group: number): boolean {
    const { reads } = node
    for (let at = 0; at < reads.length; at++) {
      const read = reads[at]
      if ((read.crossing & mask) === 0) continue
      const other = placeRead(this.nodes, read)
      if (other >= 0 && this.writtenIn[other] === group) return true
    }
    return false
  }

  private finishPiece(place: number): void {
    if (--this.unfinished[place] !== 0) return
    for (let at = this.firstReader[place]; at < this.firstReader[place + 1]; at++) {
      const reader = this.readers[at]
      if (--this.waitingFor[reader] === 0) this.release(reader)
    }
  }

  /**
   * In the order of the equations; of one equation's texts the one for most labels first, because sums that only the
   * others need can then be taken along in its loop.
   */
  private comesFirst(a: Nest, b: Nest): boolean {
    const [first] = a.ready
    const { place } = b.ready[0]
    if (first.place !== place) return first.place < place
    const readsItself = first.node.reads.some(read => placeRead(this.nodes, read) === place)
    return !readsItself && elementsIn(a.loops) > elementsIn(b.loops)
  }

  groups(most: number): Group[] {
    const groups: Group[] = []
    for (;;) {
      let next: Nest | undefined
      for (let at = 0; at < this.nests.length; at++) {
        const nest = this.nests[at]
        if (nest.ready.length > 0 && (next === undefined || this.comesFirst(nest, next))) next = nest
      }
      if (next === undefined) return groups
      const { loops, ready } = next
      const group: Group = { loops, parts: [] }
      groups.push(group)
      const number = groups.length
      while (group.parts.length < most) {
        let at = 0
        while (at < ready.length && this.isBlocked(ready[at], number)) at++
        if (at === ready.length) break
        const part = ready[at]
        ready.splice(at, 1)
        group.parts.push(part)
        this.writtenIn[part.place] = number
        this.finishPiece(part.place)
      }
    }
  }
}

/** Groups of at most `most` parts, every equation after those it reads. */
export const schedule = (nodes: readonly EquationNode[], most: number): Group[] => new Schedule(nodes).groups(most)
