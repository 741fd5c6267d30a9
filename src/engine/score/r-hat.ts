/**
 * R-hat: whether chains that started apart describe the same distribution. It is 1 if they do; above 1.01 they do not
 * yet.
 */
import { type Chains, checkChains, momentsOf, rankNormalised, splitChains } from './rank-normal.ts'

/**
 * The larger of the split R-hat of rank-normalised draws (location) and of their distances from the median (spread).
 * 1 when all draws are equal.
 */
export function rHat(chains: Chains): number {
  checkChains(chains, 'rHat')
  const split = splitChains(chains)
  const middle = medianOf(split)
  const folded = split.map(chain => chain.map(value => Math.abs(value - middle)))
  return Math.max(classicalRHat(rankNormalised(split)), classicalRHat(rankNormalised(folded)))
}

/** Gelman and Rubin's: the root of the pooled over the mean variance within chains. */
export function classicalRHat(chains: Chains): number {
  const moments = momentsOf(chains)
  const n = chains[0].length
  const within = moments.reduce((sum, { variance }) => sum + variance, 0) / moments.length
  const [{ variance: between }] = momentsOf([moments.map(({ mean }) => mean)])
  if (within === 0) return between === 0 ? 1 : Infinity
  return Math.sqrt((n - 1) / n + between / within)
}

function medianOf(chains: readonly Float64Array[]): number {
  const sorted = Float64Array.from(chains.flatMap(chain => [...chain])).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
