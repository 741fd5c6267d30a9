/**
 * Sums over a whole loop nest are taken inside that nest, where what they add is at hand: `residents = sum(people)`
 * beside the equations over the same people costs one addition an element, not a loop of its own. The order of the
 * additions stays the same.
 */

import { eachRead } from '../expression.ts'
import type { EquationNode, Expression, SumLoop } from '../linked.ts'
import { placeRead } from '../order.ts'
import type { Group, Part } from './schedule.ts'

type Sum = Extract<Expression, { op: 'sum' }>

/** A sum that a nest takes along: its first loops are those of the equation, the rest those of the sum. */
export interface Total {
  readonly node: EquationNode
  readonly outerLoops: number
  readonly body: Expression
}

/** A loop nest with the sums that it takes along. */
export interface Nest {
  readonly loops: readonly SumLoop[]
  readonly parts: readonly Part[]
  readonly totals: readonly Total[]
}

const sameLoops = (loops: readonly SumLoop[], part: Part, sum: Sum): boolean => {
  const outer = part.loops.length
  return (
    loops.length === outer + sum.loops.length &&
    loops.every(({ dimension, low, high }, at) => {
      const own = at < outer ? part.loops[at] : sum.loops[at - outer]
      return dimension === own.dimension && low === own.low && high === own.high
    })
  )
}

/** Equations that are one sum and nothing else, over all their labels alike. */
const sumOf = ({ node, piece, loops }: Part): Sum | undefined =>
  piece.expression.op === 'sum' && node.pieces.length === 1 && loops.length === piece.loops.length
    ? piece.expression
    : undefined

/** Moves sums into nests of the same loops where the order of events allows it; `takes` chooses the nests. */
export const withTotals = (groups: readonly Group[], takes: (group: Group) => boolean): Nest[] => {
  const nests = groups.map(({ loops, parts }) => ({ loops, parts, totals: [] as Total[] }))
  const long = groups.map(takes)
  /** The parts that may move, by the nest that they are in. */
  const candidates: { readonly from: number; readonly part: Part; readonly sum: Sum }[] = []
  for (let from = 0; from < nests.length; from++) {
    const { parts } = nests[from]
    for (let at = 0; at < parts.length; at++) {
      const sum = sumOf(parts[at])
      if (sum !== undefined && nests.some(({ loops }, place) => long[place] && sameLoops(loops, parts[at], sum)))
        candidates.push({ from, part: parts[at], sum })
    }
  }
  if (candidates.length === 0) return nests

  /** The nest after which a node is there, by its place; half a place later for totals, which are there when it is done. */
  const done: number[] = []
  const firstReader: number[] = []
  const nodes: EquationNode[] = []
  for (const { parts } of nests) for (let at = 0; at < parts.length; at++) nodes[parts[at].place] = parts[at].node
  for (let place = 0; place < nests.length; place++) {
    const { parts } = nests[place]
    for (let at = 0; at < parts.length; at++) {
      const { reads } = parts[at].node
      done[parts[at].place] = place
      for (let number = 0; number < reads.length; number++) {
        const other = placeRead(nodes, reads[number])
        if (other >= 0) firstReader[other] ??= place
      }
    }
  }

  /** True when all that a sum adds is there when a nest is at its element. */
  const isAtHand = (body: Expression, place: number): boolean => {
    let atHand = true
    const visit = (read: Extract<Expression, { op: 'read' }>, taken: number): void => {
      const { variable, positions } = read
      const other = placeRead(nodes, read)
      const when = other < 0 ? -1 : done[other]
      const present = (taken & variable.mask) === 0 && positions.every(position => position < 0)
      if (when > place || (when === place && !present)) atHand = false
    }
    eachRead(body, visit, 0)
    return atHand
  }

  for (const { from, part, sum } of candidates) {
    const wanted = firstReader[part.place] ?? nests.length
    const to = nests.findIndex(
      ({ loops }, place) =>
        long[place] && place !== from && place < wanted && sameLoops(loops, part, sum) && isAtHand(sum.body, place),
    )
    if (to < 0) continue
    nests[to].totals.push({ node: part.node, outerLoops: part.loops.length, body: sum.body })
    nests[from].parts = nests[from].parts.filter(other => other !== part)
    done[part.place] = to + 0.5
  }
  return nests.filter(({ parts, totals }) => parts.length > 0 || totals.length > 0)
}
