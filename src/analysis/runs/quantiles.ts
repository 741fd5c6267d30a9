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

export const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at]!
  return sum
}

export const meanOf = (values: ArrayLike<number>): number => sumOf(values) / values.length

/** Of a sample: over its size less one; 0 of a single number. */
export const varianceOf = (values: ArrayLike<number>): number => {
  const mean = meanOf(values)
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at]! - mean) ** 2
  return sum / Math.max(1, values.length - 1)
}

export const deviationOf = (values: ArrayLike<number>): number => Math.sqrt(varianceOf(values))
