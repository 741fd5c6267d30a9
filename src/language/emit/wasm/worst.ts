/** Finds the largest residual of the accounts of each member, in the order and with the rules of src/language/period.ts. */

import type { Check, LinkedModel } from '../../linked.ts'
import { Code, type ModuleWriter, types } from './assembler.ts'
import { Lanes } from './elementary.ts'
import { Graph, type Node, type Place } from './graph.ts'
import type { Layout } from './layout.ts'
import { bytesOfVector, lowerAt, lowerValueAt, type ConstantPool } from './lower.ts'

/** Checks in one function. */
const checksInFunction = 12

/** Parameters of the functions: where a vector of members begins. */
const vector = [types.i32]

/** The largest residuals so far: three rows of a number for each member, from `resultsAt` on. */
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
const largestOf = (l: Lanes, parts: Parts, check: Check, first: number): readonly [Node, Node] => {
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

const consider = (l: Lanes, found: Found, [relative, place]: readonly [Node, Node], tolerance: number): Found => {
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

/** A function for the vector that begins at the byte it is given. */
const addFunction = (parts: Parts, write: (l: Lanes) => Found): number => {
  const { module, pool, layout, resultsAt } = parts
  const graph = new Graph()
  const found = write(new Lanes(graph))
  rows.forEach((row, at) => graph.write(graph.root, placeAt(resultsAt + at * layout.bytesOfElement), found[row]))
  const code = new Code(vector)
  lowerAt(graph, code, pool, 0)
  return module.add(code)
}

const foundIn = ({ graph }: Lanes, { resultsAt, layout }: Parts): Found => {
  const [relative, share, place] = rows.map((_, at) => graph.read(placeAt(resultsAt + at * layout.bytesOfElement)))
  return { relative, share, place }
}

/**
 * Mask of members in which all elements of a check are surely no larger than what has been found: a product that is too
 * small by more than can be lost in rounding. Infinite ones are not sure.
 */
const isSurelySmaller = (l: Lanes, parts: Parts, check: Check): Node => {
  const { graph, and, abs, mul, sub, times, constant } = l
  const limit = times(foundIn(l, parts).share, check.tolerance * (1 - 2 ** -40))
  let smaller: Node | undefined
  for (let element = 0; element < check.gap.size; element++) {
    const distance = abs(numberAt(graph, parts, check.gap.offset + element))
    const allowed = mul(limit, numberAt(graph, parts, check.scale.offset + element))
    const here = graph.do('f64x2.le', [sub(distance, allowed), constant(0)])
    smaller = smaller === undefined ? here : and(smaller, here)
  }
  return smaller ?? constant(Number.NaN)
}

interface PlacedCheck {
  readonly check: Check
  readonly first: number
}

/** Adds the exports `worst`, for the first step of a year, and `worstWithinYear`. */
export const addWorst = (parts: Parts, { checks }: LinkedModel): void => {
  const { module, pool, layout } = parts
  const start = addFunction(parts, ({ constant }) => ({
    relative: constant(0),
    share: constant(-1),
    place: constant(-1),
  }))
  let elements = 0
  const all = checks.map((check): PlacedCheck & { readonly target: number } => {
    const first = elements
    elements += check.gap.size
    const target = addFunction(parts, l =>
      consider(l, foundIn(l, parts), largestOf(l, parts, check, first), check.tolerance),
    )
    return { check, first, target }
  })
  const add = (name: string, withAnnual: boolean): void => {
    const chosen = all.filter(({ check }) => withAnnual || !check.annual)
    const targets: number[] = []
    for (let from = 0; from < chosen.length; from += checksInFunction) {
      const code = new Code(vector)
      chosen.slice(from, from + checksInFunction).forEach(({ check, target: exact }, at) => {
        // Before the first check nothing has been found.
        if (from + at === 0) code.get(0).call(start).get(0).call(exact)
        else {
          const graph = new Graph()
          lowerValueAt(graph, isSurelySmaller(new Lanes(graph), parts, check), code, pool, 0)
          code.lane('i64x2.all_true').op('i32.eqz').if().get(0).call(exact).op('end')
        }
      })
      targets.push(module.add(code))
    }
    const code = new Code([])
    for (const target of targets)
      for (let at = 0; at < layout.members / 2; at++) code.i32(at * bytesOfVector).call(target)
    module.add(code, [], name)
  }
  add('worst', true)
  add('worstWithinYear', false)
}
