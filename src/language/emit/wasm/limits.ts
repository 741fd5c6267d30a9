/** min and max, in less time than their instructions take. */

import type { Lanes } from './elementary.ts'
import { constantOf, type Node } from './graph.ts'

const areConstant = (...nodes: readonly Node[]): boolean => nodes.every(node => constantOf(node) !== undefined)

/** A value and a constant, if one of the two is one that is neither none nor a negative zero. */
const asLimited = (a: Node, b: Node): readonly [value: Node, limit: Node] | undefined => {
  const [value, limit] = constantOf(a) === undefined ? [a, b] : [b, a]
  const known = constantOf(limit)
  if (known === undefined || areConstant(value) || Number.isNaN(known) || Object.is(known, -0)) return undefined
  return [value, limit]
}

/**
 * Math.min. With a constant a single comparison does: pmin(x, c) is c < x ? c : x, which keeps a number that is none
 * and, of equal ones, x; only of two zeros does it matter which. Otherwise both orders are taken, which differ in two
 * cases alone: of two zeros the negative one has a bit more, and a number that is none stays none with any bits
 * more. On x64 that is less than half the work of the instruction for it.
 */
export const least = (lanes: Lanes, a: Node, b: Node): Node => {
  const { graph } = lanes
  const limited = asLimited(a, b)
  if (limited !== undefined) return graph.do('f64x2.pmin', limited)
  if (areConstant(a, b)) return graph.do('f64x2.min', [a, b])
  return lanes.or(graph.do('f64x2.pmin', [a, b]), graph.do('f64x2.pmin', [b, a]))
}

/**
 * Math.max; with 0 a negative zero has to become a positive one, which adding 0 does. Where both orders are taken, the
 * bits that both have are the positive one of two zeros, and they differ as numbers only where one is none.
 */
export const greatest = (lanes: Lanes, a: Node, b: Node): Node => {
  const { graph } = lanes
  const limited = asLimited(a, b)
  if (limited !== undefined) {
    const chosen = graph.do('f64x2.pmax', limited)
    return constantOf(limited[1]) === 0 ? lanes.add(chosen, limited[1]) : chosen
  }
  if (areConstant(a, b)) return graph.do('f64x2.max', [a, b])
  const [one, other] = [graph.do('f64x2.pmax', [a, b]), graph.do('f64x2.pmax', [b, a])]
  return lanes.or(lanes.and(one, other), lanes.unequal(one, other))
}
