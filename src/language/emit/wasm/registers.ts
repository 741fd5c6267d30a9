/**
 * Decides how many vectors of members the loops of a graph process together, so that their values stay in registers.
 */

import type { Graph, Node, CodeScope } from './graph.ts'

/** Of x64; arm64 has twice as many. */
const registers = 16

interface Need {
  /** For each vector. */
  readonly each: number
  /** For all together. */
  readonly shared: number
}

/** What an innermost loop keeps through all its rounds: values from outside, its totals, and one in the making. */
const needOf = (scope: CodeScope): Need => {
  const held = new Set<Node>()
  const seen = new Set<Node>()
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.operation === 'constant' || node.home !== scope) held.add(node)
    else for (const input of node.inputs) visit(input)
  }
  for (const item of scope.items) {
    if (item.type === 'loop') continue
    if (item.type === 'add') held.add(item.total)
    visit(item.node)
  }
  let shared = 0
  for (const node of held) if (node.uniform) shared++
  return { each: held.size - shared + 1, shared }
}

const innermost = (scope: CodeScope): CodeScope[] => {
  const inside = scope.items.flatMap(item => (item.type === 'loop' ? innermost(item.scope) : []))
  return inside.length === 0 && scope.parent !== undefined ? [scope] : inside
}

/**
 * The most vectors that fit, a divisor of `vectors`. Where not even two do, as many as allowed: values have to go
 * through memory anyway, and one vector can then wait for it while the next goes on.
 */
export const vectorsTogether = (graph: Graph, vectors: number, allowed: number): number => {
  const needs = innermost(graph.root).map(needOf)
  const fits = (count: number): boolean => needs.every(({ each, shared }) => count * each + shared <= registers)
  const counts: number[] = []
  for (let count = Math.min(vectors, allowed); count >= 1; count--) if (vectors % count === 0) counts.push(count)
  return counts.find(count => count > 1 && fits(count)) ?? counts[0]
}
