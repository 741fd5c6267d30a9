/** Finds the largest residual of the accounts of each member, in the order and with the rules of src/language/period.ts. */

import type { Check, LinkedModel } from '../../linked.ts'
import { Code, type ModuleWriter } from './assembler.ts'
import { Vectors } from './elementary.ts'
import { Graph, type Node, type Place } from './graph.ts'
import type { Layout } from './layout.ts'
import { lower, type ConstantPool } from './lower.ts'

/** Checks in one function. */
const checksInFunction = 12

/** What has been found so far: three rows of a number for each member, from `resultsAt` on. */
interface Found {
  /** Residual relative to its scale; no number ends the search. */
  readonly relative: Node
  /** The same relative to what is allowed. */
  readonly share: Node
  /** Place of the element among those of all checks. */
  readonly place: Node
}

const rows = ['relative', 'share', 'place'] as const

/** Bytes of the results. */
export const resultBytes = (layout: Layout): number => rows.length * layout.bytesOfElement

interface Parts {
  readonly module: ModuleWriter
  readonly pool: ConstantPool
  readonly layout: Layout
  readonly resultsAt: number
}

const placeAt = (number: number): Place => ({ base: 'members', terms: [], number })

const numberAt = (graph: Graph, { layout }: Parts, element: number): Node =>
  graph.read(placeAt(layout.valuesAt + element * layout.bytesOfElement))

/** The largest residual of one check, and where it is. */
const largestOf = (l: Vectors, parts: Parts, check: Check, first: number): readonly [Node, Node] => {
  const { graph, constant, and, not, equal, select, abs, div } = l
  let relative = constant(0)
  let place = constant(first)
  for (let element = 0; element < check.gap.size; element++) {
    const distance = abs(numberAt(graph, parts, check.gap.offset + element))
    const scale = abs(numberAt(graph, parts, check.scale.offset + element))
    const ratio = select(equal(distance, constant(0)), constant(0), div(distance, scale))
    // Not below or equal: larger or no number; once it is no number it stays so.
    const larger = and(not(graph.do('f64x2.le', [ratio, relative])), equal(relative, relative))
    relative = select(larger, ratio, relative)
    place = select(larger, constant(first + element), place)
  }
  return [relative, place]
}

const consider = (l: Vectors, found: Found, [relative, place]: readonly [Node, Node], tolerance: number): Found => {
  const { and, or, select, less, equal, unequal } = l
  const share = l.div(relative, l.constant(tolerance))
  const wanted = or(less(found.share, share), unequal(relative, relative))
  const taken = and(wanted, equal(found.relative, found.relative))
  return {
    relative: select(taken, relative, found.relative),
    share: select(taken, share, found.share),
    place: select(taken, place, found.place),
  }
}

const addFunction = (parts: Parts, write: (l: Vectors) => Found): number => {
  const { module, pool, layout, resultsAt } = parts
  const graph = new Graph()
  const found = write(new Vectors(graph))
  rows.forEach((row, at) => graph.write(graph.root, placeAt(resultsAt + at * layout.bytesOfElement), found[row]))
  const code = new Code([])
  lower(graph, code, pool, { together: 1, vectors: layout.members / 2 })
  const target = module.declare([], [])
  module.define(target, code)
  return target
}

/** Adds the exports `worst`, for the first step of a year, and `worstWithinYear`. */
export const addWorst = (parts: Parts, { checks }: LinkedModel): void => {
  const { module, layout, resultsAt } = parts
  const add = (name: string, withAnnual: boolean): void => {
    const chosen: { readonly check: Check; readonly first: number }[] = []
    let first = 0
    for (const check of checks) {
      if (withAnnual || !check.annual) chosen.push({ check, first })
      first += check.gap.size
    }
    const targets = [
      addFunction(parts, ({ constant }) => ({ relative: constant(0), share: constant(-1), place: constant(-1) })),
    ]
    for (let from = 0; from < chosen.length; from += checksInFunction) {
      const target = addFunction(parts, l => {
        const [relative, share, place] = rows.map((_, at) =>
          l.graph.read(placeAt(resultsAt + at * layout.bytesOfElement)),
        )
        let found: Found = { relative, share, place }
        for (const { check, first: start } of chosen.slice(from, from + checksInFunction))
          found = consider(l, found, largestOf(l, parts, check, start), check.tolerance)
        return found
      })
      targets.push(target)
    }
    const code = new Code([])
    for (const target of targets) code.call(target)
    const target = module.declare([], [])
    module.define(target, code)
    module.export(name, target)
  }
  add('worst', true)
  add('worstWithinYear', false)
}
