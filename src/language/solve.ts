/** Finds a solved unknown between its bounds, all its elements at once. */

import { nameAt } from './element.ts'
import { ModelError } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import { messages as solution } from '../texts/solution.ts'
import type { Item } from './linked.ts'

type Solve = Extract<Item, { type: 'solve' }>

export const mostRounds = 200
/** A bracket narrower than this part of its middle is closed. */
const precision = 4 * 2 ** -52

/** The bracket of one element: the latest point, its opposite, and the point before. */
export interface Bracket {
  x1: number
  f1: number
  x2: number
  f2: number
  x3: number
  f3: number
  /** Where to look next, as a part of the way from x1 to x2. */
  part: number
  open: boolean
}

export const openBracket = (x1: number, f1: number, x2: number, f2: number): Bracket => {
  const sameSign = f1 < 0 === f2 < 0
  return { x1, f1, x2, f2, x3: x1, f3: f1, part: 0.5, open: f1 !== 0 && f2 !== 0 && !sameSign }
}

/** The end with the smaller residual. */
export const bestOf = ({ x1, f1, x2, f2 }: Bracket): number => (Math.abs(f2) < Math.abs(f1) ? x2 : x1)

/** Takes in the residual at x and says where to look next: Chandrupatla's mixture of bisection and inverse quadratic interpolation. */
export const narrow = (bracket: Bracket, x: number, f: number): void => {
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

/**
 * Narrows each element's bracket until it holds no further number. The bounds are in their slots already;
 * `evaluate` recomputes the block and the residual from the unknown. Elements do not affect each other.
 */
export const solveUnknown = (item: Solve, evaluate: () => void, values: Float64Array): void => {
  const { unknown, residual } = item
  const { size } = unknown
  const low = values.slice(item.low.offset, item.low.offset + size)
  const high = values.slice(item.high.offset, item.high.offset + size)
  const guess = values.subarray(unknown.offset, unknown.offset + size)
  const gap = values.subarray(residual.offset, residual.offset + size)
  guess.set(high)
  evaluate()
  const gapHigh = gap.slice()
  guess.set(low)
  evaluate()
  const brackets = Array.from({ length: size }, (_, element) =>
    openBracket(low[element]!, gap[element]!, high[element]!, gapHigh[element]!),
  )
  brackets.forEach((bracket, element) => {
    const outside = !bracket.open && bracket.f1 !== 0 && bracket.f2 !== 0
    const undefinedGap = Number.isNaN(bracket.f1) || Number.isNaN(bracket.f2)
    if (undefinedGap || (outside && !takesNearest(item))) fail(item, element, bracket)
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

const takesNearest = ({ unknown }: Solve): boolean =>
  unknown.declaration?.kind === 'solved' && unknown.declaration.nearest === true

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
