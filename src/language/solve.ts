/** Finds a solved unknown by bisection, all its elements at once. */

import { nameAt } from './element.ts'
import { ModelError } from './errors.ts'
import type { Item } from './linked.ts'

const mostRounds = 200

/**
 * Halves each element's bracket until it no longer shrinks. The bounds are in their slots already;
 * `evaluate` recomputes the block and the residual from the unknown. Elements do not affect each other.
 */
export const solveUnknown = (
  item: Extract<Item, { type: 'solve' }>,
  evaluate: () => void,
  values: Float64Array,
): void => {
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
  const gapLow = gap.slice()
  for (let element = 0; element < size; element++) {
    const below = gapLow[element] ?? 0
    const above = gapHigh[element] ?? 0
    if (below === 0) high[element] = low[element] ?? 0
    else if (above === 0) low[element] = high[element] ?? 0
    // Written so that NaN fails too.
    else if (!((below < 0 && above > 0) || (below > 0 && above < 0))) {
      const from = String((low[element] ?? 0) / unknown.factor)
      const to = String((high[element] ?? 0) / unknown.factor)
      const name = nameAt(unknown, element)
      throw new ModelError([
        {
          name: unknown.name,
          message:
            `${name}: no solution between ${from} and ${to}: the residual is ${String(below)} at ${from} and ${String(above)} at ${to}; ` +
            "widen 'between', or correct the figures that the residual reads",
        },
      ])
    }
  }
  for (let round = 0; round < mostRounds; round++) {
    let shrinks = false
    for (let element = 0; element < size; element++) {
      const from = low[element] ?? 0
      const to = high[element] ?? 0
      const middle = (from + to) / 2
      guess[element] = middle
      if (middle !== from && middle !== to) shrinks = true
    }
    evaluate()
    if (!shrinks) return
    for (let element = 0; element < size; element++) {
      const middle = guess[element] ?? 0
      const here = gap[element] ?? 0
      if (here === 0) {
        low[element] = middle
        high[element] = middle
      } else if (here > 0 === (gapLow[element] ?? 0) > 0) low[element] = middle
      else high[element] = middle
    }
  }
}
