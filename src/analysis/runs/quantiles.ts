/** Medians and 10–90 % bands of an ensemble, and the Monte Carlo errors of its shares. */

import type { Band } from '../words/numbers.ts'

/** Linear between the sorted values; `whole` takes the value below instead, as for calendar years. */
export const quantile = (sorted: ArrayLike<number>, share: number, whole = false): number => {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]
  const rest = place - below
  if (rest === 0 || whole) return low
  const high = sorted[below + 1]
  return low === high ? low : low + rest * (high - low)
}

export const bandOf = (values: readonly number[], whole = false): Band => {
  const sorted = Float64Array.from(values).toSorted()
  return {
    low: quantile(sorted, 0.1, whole),
    median: quantile(sorted, 0.5, whole),
    high: quantile(sorted, 0.9, whole),
  }
}

/** Standard error of a share of independent simulations; one is added to either side, so that 0 of a few is not certain. */
export const shareError = (share: number, members: number): number => {
  const drawn = (share * members + 1) / (members + 2)
  return Math.sqrt((drawn * (1 - drawn)) / members)
}
