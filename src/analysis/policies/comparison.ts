/** Compares policies over the same simulations: paired differences, and which of several are tied with the best. */

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

/** A difference with a smaller corrected chance than this is told from none. */
const significant = 0.05

export interface BestGroup {
  readonly best: number
  /** With the best itself: those that cannot be told from it over the same simulations, Holm's correction made. */
  readonly group: readonly number[]
}

/** `values[policy][simulation]`: more is better. Of policies with the same mean the first is best. */
export const compareAll = (values: ReadonlyArray<readonly number[]>): BestGroup => {
  const means = values.map(meanOf)
  const best = means.indexOf(Math.max(...means))
  const others = values.map((_, at) => at).filter(at => at !== best)
  const corrected = holm(others.map(at => pairedDifference(values[best], values[at]).p))
  const tied = others.filter((_, at) => corrected[at] > significant)
  return { best, group: [best, ...tied].toSorted((a, b) => a - b) }
}

export interface Ranking {
  /** Mean of the values by the id of the policy: a share between 0 and 1 where the values are shares. */
  readonly scores: Readonly<Record<string, number>>
  readonly best: string
  /** Policies that cannot be told from the best over the same simulations, with the best: a tie. */
  readonly group: readonly string[]
}

/** The same by the ids of the policies, with the means. */
export const rankingOf = (values: ReadonlyArray<readonly number[]>, ids: readonly string[]): Ranking => {
  const { best, group } = compareAll(values)
  return {
    scores: Object.fromEntries(ids.map((id, policy) => [id, meanOf(values[policy])])),
    best: ids[best],
    group: group.map(policy => ids[policy]),
  }
}

/** Of each policy against another over the same simulations: 1 better, -1 worse, 0 not told apart, Holm's correction made. */
export const sides = (values: ReadonlyArray<readonly number[]>, others: ReadonlyArray<readonly number[]>): number[] => {
  const differences = values.map((list, at) => pairedDifference(list, others[at]))
  // What is equal in every simulation, as a policy is to itself, is no comparison.
  const compared = [...differences.keys()].filter(at => differences[at].p < 1)
  const corrected = holm(compared.map(at => differences[at].p))
  const told = new Set(compared.filter((_, at) => corrected[at] <= significant))
  return differences.map(({ difference }, at) => (told.has(at) ? Math.sign(difference) : 0))
}
