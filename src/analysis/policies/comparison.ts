/** Compares policies over the same simulations: paired differences, and the correction for several tests at once. */

import { normalCumulative } from '../../engine/distributions.ts'
import { meanOf, varianceOf } from '../runs/quantiles.ts'

export interface PairedDifference {
  readonly difference: number
  /** Standard error of the difference over the simulations. */
  readonly error: number
  /** Chance of a difference as large where there is none, two-sided. */
  readonly p: number
}

/** The mean difference of numbers over the same simulations. */
export const pairedDifference = (first: readonly number[], second: readonly number[]): PairedDifference => {
  const differences = first.map((value, at) => value - second[at])
  const difference = meanOf(differences)
  const error = Math.sqrt(varianceOf(differences) / differences.length)
  const p = error === 0 ? (difference === 0 ? 1 : 0) : 2 * normalCumulative(-Math.abs(difference) / error)
  return { difference, error, p }
}

/** Holm's correction for several tests at once: the chances, each at least as large as it would be alone. */
export const holm = (chances: readonly number[]): number[] => {
  const order = chances.map((_, at) => at).toSorted((a, b) => chances[a] - chances[b])
  const corrected = new Array<number>(chances.length)
  let largest = 0
  order.forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (chances.length - rank) * chances[at]))
    corrected[at] = largest
  })
  return corrected
}
