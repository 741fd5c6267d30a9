/** The piecewise linear function of a table, for two members per vector. */

import type { LinkedTable } from '../../linked.ts'
import { interpolate } from '../arithmetic.ts'
import type { Vectors } from './elementary.ts'
import { constantOf, type Node } from './graph.ts'

/** Every piece's numbers are selected from the left to the one that holds the argument. */
export const piecewise = (vectors: Vectors, { arguments: xs, results: ys }: LinkedTable, x: Node): Node => {
  const { constant, select, above } = vectors
  const known = constantOf(x)
  if (known !== undefined) return constant(interpolate(xs, ys, known))
  const last = xs.length - 1
  const piece = (at: number): readonly [Node, Node, Node, Node] => [
    constant(xs[at - 1]),
    constant(ys[at - 1]),
    constant(xs[at] - xs[at - 1]),
    constant(ys[at] - ys[at - 1]),
  ]
  // A table of one point is constant: its only piece is never chosen.
  let [left, below, width, rise] = piece(Math.min(1, last))
  for (let at = 2; at <= last; at++) {
    const beyond = above(x, xs[at - 1])
    const next = piece(at)
    left = select(beyond, next[0], left)
    below = select(beyond, next[1], below)
    width = select(beyond, next[2], width)
    rise = select(beyond, next[3], rise)
  }
  const within = vectors.add(below, vectors.mul(vectors.div(vectors.sub(x, left), width), rise))
  const high = select(vectors.graph.do('f64x2.ge', [x, constant(xs[last])]), constant(ys[last]), within)
  return select(vectors.graph.do('f64x2.le', [x, constant(xs[0])]), constant(ys[0]), high)
}
