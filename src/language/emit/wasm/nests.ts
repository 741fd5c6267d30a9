/** Writes loop nests: equations that share their loops, and the sums calculated inside them. */

import { elementsIn, operandsOf } from '../../expression.ts'
import type { Expression, SumLoop } from '../../linked.ts'
import type { Nest, Total } from '../totals.ts'
import { cutByTests } from './label-tests.ts'
import type { EquationWriter } from './equations.ts'
import type { Graph, Node, CodeScope } from './graph.ts'

/** A loop over so many labels is cut, into so many parts at most. */
const shortestCut = 32
const mostCuts = 6

const isElementary = (expression: Expression): boolean =>
  expression.op === 'call'
    ? expression.name === 'exp' || expression.name === 'ln' || expression.name === 'logistic'
    : expression.op === 'binary' && expression.operator === 'pow'

/** True if an exp, ln or pow varies over the innermost loop, but not over one around it. */
const repeats = (expression: Expression, around: SumLoop, innermost: SumLoop): boolean => {
  const varies = ({ dimension }: SumLoop): boolean => (expression.mask & (1 << dimension.rank)) !== 0
  if (isElementary(expression) && varies(innermost) && !varies(around)) return true
  return operandsOf(expression).some(part => repeats(part, around, innermost))
}

/**
 * Loops that are written out inside the innermost one, where values that do not depend on them are calculated once for
 * all their labels. Not where sums are taken along, whose order of additions must stay.
 */
const writtenOutInside = ({ loops, parts, totals }: Nest): SumLoop[] => {
  const innermost = loops[loops.length - 1]
  if (totals.length > 0) return []
  return loops.slice(0, -1).filter(loop => parts.some(({ piece }) => repeats(piece.expression, loop, innermost)))
}

/** A long loop in parts, along each of which what an equation asks of the label is answered beforehand. */
const partsOfLoop = (loop: SumLoop | undefined, { parts }: Nest): readonly SumLoop[] => {
  if (loop === undefined) return []
  if (elementsIn([loop]) < shortestCut) return [loop]
  const cut = cutByTests(
    loop,
    parts.map(({ piece }) => piece.expression),
  )
  return cut.length <= mostCuts ? cut : [loop]
}

/** Adds a nest to a graph; loops around the innermost are written out up to `mostCopies` copies of an equation. */
export const writeNest = (graph: Graph, writer: EquationWriter, nest: Nest, mostCopies: number): void => {
  const { totals } = nest
  const outer = nest.loops.slice(0, -1)
  const copies = nest.parts.length * elementsIn(outer)
  const inside = copies <= mostCopies ? writtenOutInside(nest) : []
  const loops = [...nest.loops.filter(loop => !inside.includes(loop)), ...inside]
  const innermost = loops.length - inside.length - 1
  const isWrittenOut = (loop: SumLoop, depth: number): boolean =>
    (depth !== innermost && copies <= mostCopies) || totals.some(({ within }) => within.has(loop))
  const cut = partsOfLoop(loops[innermost], nest)
  const sums: Node[] = []
  const enter = (depth: number, scope: CodeScope): void => {
    totals.forEach(({ outerLoops }, at) => {
      if (outerLoops === depth) sums[at] = graph.total(scope)
    })
    const loop = loops[depth]
    if (loop === undefined) writeBody(graph, writer, nest, sums, scope)
    else if (isWrittenOut(loop, depth)) {
      for (let position = loop.low; position <= loop.high; position++) {
        writer.hold(loop.dimension, { scope: undefined, delta: position })
        enter(depth + 1, scope)
      }
    } else {
      for (const part of depth === innermost ? cut : [loop]) {
        const [inner] = writer.open(scope, [part])
        enter(depth + 1, inner)
        graph.close(inner)
      }
    }
    if (depth === innermost) addBeyond(graph, writer, nest, sums, scope)
    if (loop !== undefined) writer.hold(loop.dimension, undefined)
    totals.forEach(({ node, outerLoops, sum }, at) => {
      if (outerLoops === depth)
        writer.store(node, writer.valueWith(sum, sums[at], node.pieces[0].expression, scope), scope)
    })
  }
  enter(0, graph.root)
}

/** Writes the innermost loop. */
const writeBody = (
  graph: Graph,
  writer: EquationWriter,
  { parts, totals }: Nest,
  sums: readonly Node[],
  inner: CodeScope,
): void => {
  for (const { node, piece } of parts) {
    const fixed = piece.loops.filter(({ low, high }) => low === high)
    for (const { dimension, low } of fixed) writer.hold(dimension, { scope: undefined, delta: low })
    writer.store(node, writer.value(piece.expression, inner), inner)
    for (const { dimension } of fixed) writer.hold(dimension, undefined)
  }
  totals.forEach((total, at) => {
    if (!isTakenHere(writer, total)) return
    const { row, ahead, sum } = total
    const present = writer.binding(row.dimension)
    writer.hold(row.dimension, { scope: present.scope, delta: present.delta - ahead })
    graph.add(inner, sums[at], writer.value(sum.body, inner))
    writer.hold(row.dimension, present)
  })
}

/** The elements of sums that go on where the innermost loop has ended. */
const addBeyond = (
  graph: Graph,
  writer: EquationWriter,
  { loops, totals }: Nest,
  sums: readonly Node[],
  scope: CodeScope,
): void => {
  const { high } = loops[loops.length - 1]
  totals.forEach((total, at) => {
    if (!isTakenHere(writer, total)) return
    const { row, ahead, sum } = total
    for (let position = high - ahead + 1; position <= row.high; position++) {
      writer.hold(row.dimension, { scope: undefined, delta: position })
      graph.add(scope, sums[at], writer.value(sum.body, scope))
    }
  })
}

/** False at labels of the loops around at which a sum is not taken along. */
const isTakenHere = (writer: EquationWriter, { within }: Total): boolean =>
  [...within].every(([{ dimension }, position]) => writer.binding(dimension).delta === position)
