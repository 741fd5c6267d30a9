/** Finds a solved unknown between its bounds, all its elements at once. */

import { nameAt } from './element.ts'
import { ModelError } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import { messages as solution } from '../texts/solution.ts'
import type { Item, Variable } from './linked.ts'

type Solve = Extract<Item, { type: 'solve' }>

const mostRounds = 200
/** A bracket narrower than this part of its middle is closed. */
const precision = 4 * 2 ** -52

/** The bracket of one element: the latest point, its opposite, and the point before. */
interface Bracket {
  x1: number
  f1: number
  x2: number
  f2: number
  x3: number
  f3: number
  /** The next point to look at, as a part of the way from x1 to x2. */
  part: number
  open: boolean
}

const openBracket = (x1: number, f1: number, x2: number, f2: number): Bracket => {
  const sameSign = f1 < 0 === f2 < 0
  return { x1, f1, x2, f2, x3: x1, f3: f1, part: 0.5, open: f1 !== 0 && f2 !== 0 && !sameSign }
}

/** The end with the smaller residual. */
const bestOf = ({ x1, f1, x2, f2 }: Bracket): number => (Math.abs(f2) < Math.abs(f1) ? x2 : x1)

/** Takes in the residual at x and says where to look next: Chandrupatla's mixture of bisection and inverse quadratic interpolation. */
const narrow = (bracket: Bracket, x: number, f: number): void => {
  if (f < 0 === bracket.f1 < 0) {
    bracket.x3 = bracket.x1
    bracket.f3 = bracket.f1
  } else {
    bracket.x3 = bracket.x2
    bracket.f3 = bracket.f2
    bracket.x2 = bracket.x1
    bracket.f2 = bracket.f1
  }
  bracket.x1 = x
  bracket.f1 = f
  const { x1, f1, x2, f2, x3, f3 } = bracket
  const width = Math.abs(x2 - x1)
  const limit = width > 0 ? (precision * Math.abs(bestOf(bracket)) + 2 ** -1000) / width : 1
  if (f1 === 0 || limit > 0.5) {
    bracket.open = false
    return
  }
  const xi = (x1 - x2) / (x3 - x2)
  const phi = (f1 - f2) / (f3 - f2)
  const curved = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
  const part = curved
    ? (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
    : 0.5
  bracket.part = Math.min(1 - limit, Math.max(limit, part))
}

/** A search holds the places of the unknown, which it sets, and of the residual, which `evaluate` computes from it. */
export interface Search {
  readonly guess: Float64Array
  readonly gap: Float64Array
  readonly low: ArrayLike<number>
  readonly high: ArrayLike<number>
  readonly evaluate: () => void
  /** True if the better bound is taken where the residual is 0 nowhere between the bounds. */
  readonly nearest: boolean
  /** Called for an element without a solution, whose bracket is closed. */
  readonly refuse: (element: number, bracket: Bracket) => void
}

/** Narrows each element's bracket until it holds no further number. Elements do not affect each other. */
export const search = ({ guess, gap, low, high, evaluate, nearest, refuse }: Search): void => {
  guess.set(high)
  evaluate()
  const gapHigh = gap.slice()
  guess.set(low)
  evaluate()
  const brackets = Array.from(gap, (atLow, element) =>
    openBracket(low[element]!, atLow, high[element]!, gapHigh[element]!),
  )
  brackets.forEach((bracket, element) => {
    const { f1, f2, open } = bracket
    const outside = !open && f1 !== 0 && f2 !== 0
    if (!Number.isNaN(f1) && !Number.isNaN(f2) && !(outside && !nearest)) return
    bracket.open = false
    refuse(element, bracket)
  })
  for (let round = 0; round < mostRounds && brackets.some(({ open }) => open); round++) {
    brackets.forEach((bracket, element) => {
      const { x1, x2, part, open } = bracket
      guess[element] = open ? x1 + part * (x2 - x1) : bestOf(bracket)
    })
    evaluate()
    brackets.forEach((bracket, element) => {
      if (bracket.open) narrow(bracket, guess[element]!, gap[element]!)
    })
  }
  brackets.forEach((bracket, element) => {
    guess[element] = bestOf(bracket)
  })
  evaluate()
}

export const takesNearest = ({ declaration }: Variable): boolean =>
  declaration?.kind === 'solved' && declaration.nearest === true

/** The bounds are in their slots already. */
export const solveUnknown = (item: Solve, evaluate: () => void, values: Float64Array): void => {
  const { unknown } = item
  const slot = ({ offset }: Variable): Float64Array => values.subarray(offset, offset + unknown.size)
  search({
    guess: slot(unknown),
    gap: slot(item.residual),
    low: slot(item.low).slice(),
    high: slot(item.high).slice(),
    evaluate,
    nearest: takesNearest(unknown),
    refuse: (element, bracket) => fail(item, element, bracket),
  })
}

const fail = ({ unknown }: Solve, element: number, { x1, f1, x2, f2 }: Bracket): never => {
  const from = String(x1 / unknown.factor)
  const to = String(x2 / unknown.factor)
  throw new ModelError([
    {
      name: unknown.name,
      message: linker.of({
        where: nameAt(unknown, element),
        what: solution.none({ from, to, atFrom: f1, atTo: f2 }),
      }),
    },
  ])
}

/** A variable of a block that is repeated until nothing moves, and its numbers of the round before. */
interface Moving {
  readonly offset: number
  readonly size: number
  readonly unit: string
  readonly before: Float64Array
}

/**
 * The largest movement since the round before, relative to the largest number of its unit, and where. Of `width`
 * simulations whose numbers lie side by side, that of one.
 */
export const largestMove = (
  variables: readonly Moving[],
  values: Float64Array,
  width = 1,
  lane = 0,
): { readonly moved: number; readonly variable: number; readonly element: number } => {
  const largest = new Map<string, number>()
  for (const { offset, size, unit } of variables) {
    let most = largest.get(unit) ?? 0
    for (let element = 0; element < size; element++)
      most = Math.max(most, Math.abs(values[(offset + element) * width + lane]!))
    largest.set(unit, most)
  }
  let found = { moved: 0, variable: 0, element: 0 }
  variables.forEach(({ offset, size, unit, before }, variable) => {
    const scale = largest.get(unit)!
    for (let element = 0; element < size; element++) {
      const place = element * width + lane
      const distance = Math.abs(values[offset * width + place]! - before[place]!)
      const moved = distance === 0 ? 0 : distance / scale
      if (!(moved <= found.moved)) found = { moved, variable, element }
    }
  })
  return found
}
