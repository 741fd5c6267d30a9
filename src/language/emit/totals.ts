/**
 * Calculates sums over a whole loop nest inside that nest, where their summands are available: `residents =
 * sum(people)` beside the equations over the same people costs one addition per element instead of another loop. The
 * order of the additions does not change.
 */

import { eachRead, eachSum, type Sum } from '../expression.ts'
import type { EquationNode, Expression, Read, SumLoop } from '../linked.ts'
import { placeRead } from '../order.ts'
import { type Group, isSame, type ScheduledText } from './schedule.ts'

/** An equation with a sum that a nest takes along: its first loops are those of the equation, the rest those of the sum. */
export interface Total extends Match {
  readonly node: EquationNode
  readonly outerLoops: number
  readonly sum: Sum
}

/** The way of the loops of a nest through the elements of a sum. */
interface Match {
  /** The sum's innermost loop. It may go on for a few labels where that of the nest has ended. */
  readonly row: SumLoop
  /** Labels by which the nest's innermost loop is ahead of the sum's. */
  readonly ahead: number
  /** Loops of the nest that the sum does not have, each with the one position at which the sum is taken. */
  readonly within: ReadonlyMap<SumLoop, number>
}

/** A loop nest with the sums that it takes along. */
export interface Nest {
  readonly loops: readonly SumLoop[]
  readonly parts: readonly ScheduledText[]
  readonly totals: readonly Total[]
}

/** Chooses the nests that take sums along. */
export interface Taking {
  readonly nest: (group: Group) => boolean
  /** Also sums whose loops are not quite those of the nest: see `Match`. */
  readonly loosely: boolean
}

/** Labels that a sum may have beyond the innermost loop of a nest; they are written out behind it. */
const mostBeyond = 4
/** Loops around are written out, for sums taken at one of their labels, up to so many copies of a part. */
const mostCopies = 48

/** The label at which a sum has a dimension that is not one of its loops; the first one when it says nothing. */
const positionIn = (body: Expression, { dimension, low }: SumLoop): number => {
  let found = low
  eachRead(
    body,
    ({ variable, positions }) => {
      const position = positions[variable.dimensions.indexOf(dimension)] ?? -1
      if (position >= 0) found = position
    },
    0,
  )
  return found
}

const matchOf = ({ loops, parts }: Group, part: ScheduledText, sum: Sum, loosely: boolean): Match | undefined => {
  const outer = part.loops.length
  const row = sum.loops[sum.loops.length - 1]
  const last = loops[loops.length - 1]
  if (loops.length <= outer || row.dimension !== last.dimension) return undefined
  for (let at = 0; at < outer; at++) if (!isSame(loops[at], part.loops[at])) return undefined
  const beyond = row.high - row.low - (last.high - last.low)
  if (!isSame(row, last) && !(loosely && beyond >= 0 && beyond <= mostBeyond)) return undefined
  const within = new Map<SumLoop, number>()
  let taken = 0
  let copies = parts.length
  for (let at = outer; at < loops.length - 1; at++) {
    const loop = loops[at]
    if (taken < sum.loops.length - 1 && isSame(loop, sum.loops[taken])) taken++
    else {
      within.set(loop, positionIn(sum.body, loop))
      copies *= loop.high - loop.low + 1
    }
  }
  if (taken < sum.loops.length - 1) return undefined
  if (within.size > 0 && !(loosely && copies <= mostCopies)) return undefined
  return { row, ahead: last.low - row.low, within }
}

const isExact = ({ ahead, within }: Match): boolean => ahead === 0 && within.size === 0

/** The sum of an equation over all its labels alike that is one sum and nothing else, or, loosely, has just one. */
const sumOf = ({ node, piece, loops }: ScheduledText, loosely: boolean): Sum | undefined => {
  const { expression } = piece
  if (node.pieces.length !== 1 || loops.length !== piece.loops.length) return undefined
  if (expression.op === 'sum' || !loosely) return expression.op === 'sum' ? expression : undefined
  const sums: Sum[] = []
  eachSum(expression, sum => sums.push(sum))
  return sums.length === 1 ? sums[0] : undefined
}

/** Moves sums into nests of the same loops where the order of events allows it. */
export const withTotals = (groups: readonly Group[], { nest: takes, loosely }: Taking): Nest[] => {
  const nests = groups.map(({ loops, parts }) => ({ loops, parts, totals: [] as Total[] }))
  const long = groups.map(takes)
  /** The parts that may move, by the nest that they are in. */
  const candidates: { readonly from: number; readonly part: ScheduledText; readonly sum: Sum }[] = []
  for (let from = 0; from < nests.length; from++) {
    const { parts } = nests[from]
    for (let at = 0; at < parts.length; at++) {
      const sum = sumOf(parts[at], loosely)
      if (
        sum !== undefined &&
        groups.some((group, place) => long[place] && matchOf(group, parts[at], sum, loosely) !== undefined)
      )
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
      const { node, piece, place: own } = parts[at]
      done[own] = place
      const visit = (read: Pick<Read, 'variable' | 'closing'>): void => {
        const other = placeRead(nodes, read)
        if (other >= 0) firstReader[other] ??= place
      }
      // Of several texts of one equation, not every one reads all that the equation does.
      if (node.pieces.length > 1) eachRead(piece.expression, visit, 0)
      else for (let number = 0; number < node.reads.length; number++) visit(node.reads[number])
    }
  }

  /** True when all that a sum adds is there when a nest is at its element, and what else its equation reads before. */
  const isAtHand = ({ piece }: ScheduledText, sum: Sum, place: number): boolean => {
    let atHand = true
    const visit = (read: Extract<Expression, { op: 'read' }>, taken: number): void => {
      const { variable, positions } = read
      const other = placeRead(nodes, read)
      const when = other < 0 ? -1 : done[other]
      const present = (taken & variable.mask) === 0 && positions.every(position => position === -1)
      if (when > place || (when === place && !present)) atHand = false
    }
    eachRead(sum.body, visit, 0)
    if (piece.expression !== sum) eachRead(piece.expression, visit, 0)
    return atHand
  }

  for (const { from, part, sum } of candidates) {
    const wanted = firstReader[part.place] ?? nests.length
    const matchAt = (place: number): Match | undefined => {
      if (!long[place] || place === from || place >= wanted) return undefined
      const match = matchOf(groups[place], part, sum, loosely)
      return match !== undefined && isAtHand(part, sum, place) ? match : undefined
    }
    const matches = nests.map((_, place) => matchAt(place))
    let to = matches.findIndex(match => match !== undefined && isExact(match))
    if (to < 0) to = matches.findIndex(match => match !== undefined)
    const match = matches[to]
    if (match === undefined) continue
    nests[to].totals.push({ node: part.node, outerLoops: part.loops.length, sum, ...match })
    nests[from].parts = nests[from].parts.filter(other => other !== part)
    done[part.place] = to + 0.5
  }
  return nests.filter(({ parts, totals }) => parts.length > 0 || totals.length > 0)
}
