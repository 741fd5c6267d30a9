/**
 * Orders the equations of a phase so that inputs come first; circular definitions must be declared blocks or searches.
 */

import type { EquationNode, Item, Read, Variable } from './linked.ts'
import { report, reportAt, type Directory } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Message } from './messages.ts'

/** Neighbours in the graph of one phase, by place in the list of nodes. */
interface Graph {
  readonly nodes: readonly EquationNode[]
  readonly reads: ReadonlyArray<readonly number[]>
}

/** The node of this phase that a read waits for; opening values and other phases' values are there already. */
const nodeRead = (read: Pick<Read, 'variable' | 'closing'>): EquationNode | undefined =>
  read.closing ? read.variable.closing : read.variable.value

/** The place of the node that a read waits for in a list whose nodes know their places; -1 when it is not in it. */
export const placeRead = (nodes: readonly EquationNode[], read: Pick<Read, 'variable' | 'closing'>): number => {
  const wanted = nodeRead(read)
  if (wanted === undefined) return -1
  const { place } = wanted
  return place >= 0 && nodes[place] === wanted ? place : -1
}

export const numberNodes = (nodes: readonly EquationNode[]): void => {
  for (let place = 0; place < nodes.length; place++) nodes[place].place = place
}

const graphOf = (nodes: readonly EquationNode[]): Graph => {
  const reads: (readonly number[])[] = new Array(nodes.length)
  const found: number[] = []
  numberNodes(nodes)
  for (let place = 0; place < nodes.length; place++) {
    const own = nodes[place].reads
    let count = 0
    for (let at = 0; at < own.length; at++) {
      const read = placeRead(nodes, own[at])
      if (read < 0) continue
      let to = count++
      for (; to > 0 && found[to - 1] > read; to--) found[to] = found[to - 1]
      found[to] = read
    }
    reads[place] = count === 0 ? none : found.slice(0, count)
  }
  return { nodes, reads }
}

const none: readonly number[] = []

/** Tarjan's strongly connected components, each after those it reads; ties in the order of the list. */
const components = ({ nodes, reads }: Graph): number[][] => {
  const seen = new Int32Array(nodes.length).fill(-1)
  const waiting = new Uint8Array(nodes.length)
  const stack: number[] = []
  const found: number[][] = []
  let count = 0
  const visit = (place: number): number => {
    const number = count++
    let low = number
    seen[place] = number
    stack.push(place)
    waiting[place] = 1
    const own = reads[place]
    for (let at = 0; at < own.length; at++) {
      const read = own[at]
      if (seen[read] === -1) low = Math.min(low, visit(read))
      else if (waiting[read] === 1) low = Math.min(low, seen[read])
    }
    if (low !== number) return low
    if (stack[stack.length - 1] === place) {
      stack.pop()
      waiting[place] = 0
      found.push([place])
      return low
    }
    const component = stack.splice(stack.lastIndexOf(place))
    for (const member of component) waiting[member] = 0
    found.push(component.sort((a, b) => a - b))
    return low
  }
  for (let place = 0; place < nodes.length; place++) if (seen[place] === -1) visit(place)
  return found
}

const nodeName = (node: EquationNode): string => (node.closing ? `closing(${node.variable.name})` : node.variable.name)

/** A shortest loop within a component, through its first member: breadth first along what is read. */
const shortestLoop = ({ reads }: Graph, members: readonly number[]): number[] => {
  const start = members[0] ?? 0
  const inside = new Set(members)
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const place of queue) {
    for (const read of reads[place] ?? []) {
      if (read === start) {
        const loop = [start]
        for (let at = place; at !== start; at = cameFrom.get(at) ?? start) loop.push(at)
        loop.push(start)
        return loop.reverse()
      }
      if (inside.has(read) && !cameFrom.has(read)) {
        cameFrom.set(read, place)
        queue.push(read)
      }
    }
  }
  return [...members, start]
}

const reportLoop = (directory: Directory, graph: Graph, members: readonly number[], fix: Message): void => {
  const chain = shortestLoop(graph, members).map(place => {
    const node = graph.nodes[place]
    return node === undefined ? '' : nodeName(node)
  })
  report(directory, chain[0] ?? '', linker.loop({ chain: chain.join(' <- '), fix }))
}

const simultaneousName = (node: EquationNode): string | undefined =>
  node.variable.declaration?.kind === 'equation' ? node.variable.declaration.simultaneous : undefined

/** The unknown's block in order, or undefined when it has a loop beside the unknown's own. */
const solveItem = (
  directory: Directory,
  graph: Graph,
  members: readonly number[],
  unknown: Variable,
): Item | undefined => {
  const hidden = (name: string): Variable | undefined =>
    directory.hidden.find(variable => variable.name === `${name} of ${unknown.name}`)
  const low = hidden('low bound')
  const high = hidden('high bound')
  const residual = hidden('residual')
  if (low?.value === undefined || high?.value === undefined || residual?.value === undefined) return undefined
  const block = members
    .map(place => graph.nodes[place])
    .filter(node => node !== undefined && node.variable !== unknown) as EquationNode[]
  for (const bound of [low.value, high.value]) {
    const inside = bound.reads.find(
      read => read.variable === unknown || block.some(node => node.variable === read.variable),
    )
    if (inside !== undefined) {
      const { name } = unknown
      reportAt(directory, name, linker.boundReads({ reads: inside.variable.name, name }), `${name} (between)`)
      return undefined
    }
  }
  const inner = graphOf(block)
  const order: EquationNode[] = []
  for (const component of components(inner)) {
    const place = component[0] ?? 0
    const node = inner.nodes[place]
    if (node === undefined) continue
    if (component.length > 1 || inner.reads[place]?.includes(place) === true) {
      reportLoop(directory, inner, component, linker.baseFix())
      return undefined
    }
    order.push(node)
  }
  return {
    type: 'solve',
    unknown,
    low,
    high,
    residual,
    bounds: [low.value, high.value],
    nodes: [...order, residual.value],
  }
}

export const orderPhase = (
  directory: Directory,
  nodes: readonly EquationNode[],
  phase: 'base' | 'annual' | 'step',
): Item[] => {
  const graph = graphOf(nodes)
  const items: Item[] = []
  let run: EquationNode[] = []
  const flush = (): void => {
    if (run.length > 0) items.push({ type: 'equations', nodes: run })
    run = []
  }
  for (const members of components(graph)) {
    const [place] = members
    const first = nodes[place]
    const circular = members.length > 1 || graph.reads[place].includes(place)
    const { kind } = first.variable
    if (!circular && kind !== 'solved' && kind !== 'trial') {
      run.push(first)
      continue
    }
    const unknowns = members.map(member => nodes[member].variable).filter(variable => variable.kind === 'solved')
    const unknown = unknowns[0]
    if (unknowns.length > 1) {
      reportLoop(directory, graph, members, linker.unknownsFix({ names: unknowns.map(({ name }) => name) }))
    } else if (unknown !== undefined) {
      if (!circular) {
        reportAt(directory, unknown.name, linker.residualFixed())
        continue
      }
      const item = solveItem(directory, graph, members, unknown)
      if (item === undefined) continue
      flush()
      items.push(item)
    } else if (circular) {
      const block = simultaneousName(first)
      const settings = block === undefined ? undefined : directory.model.simultaneous?.[block]
      const together = members.map(member => nodes[member])
      if (block === undefined || settings === undefined || together.some(node => simultaneousName(node) !== block)) {
        reportLoop(directory, graph, members, phase === 'base' ? linker.baseFix() : linker.stepFix())
        continue
      }
      flush()
      items.push({
        type: 'simultaneous',
        name: block,
        nodes: together,
        tolerance: settings.tolerance,
        most: settings.most,
      })
    } else {
      const { variable } = first
      const declaration = variable.declaration
      const of = declaration?.kind === 'trial' ? directory.variables.get(declaration.of) : undefined
      if (of === undefined) continue
      flush()
      items.push({ type: 'trial', variable, of, start: first })
    }
  }
  flush()
  return items
}
