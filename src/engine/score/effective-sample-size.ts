/**
 * How many independent draws the dependent draws of Markov chains are worth: Geyer's initial monotone sequence (1992)
 * over several chains, as Vehtari and others (2021) put it.
 */
import { ln } from '../../language/elementary.ts'
import { type Chains, checkChains, momentsOf, rankNormalised, splitChains } from './rank-normal.ts'

/** For means and medians: of the rank-normalised, split chains. All draws equal: as many as there are. */
export function bulkSampleSize(chains: Chains): number {
  checkChains(chains, 'bulkSampleSize')
  return sampleSize(rankNormalised(splitChains(chains)))
}

/** For the ends of bands: the smaller of those of being below the 5 % and the 95 % point. */
export function tailSampleSize(chains: Chains): number {
  checkChains(chains, 'tailSampleSize')
  const sorted = Float64Array.from(chains.flatMap(chain => Array.from(chain))).sort()
  const split = splitChains(chains)
  const below = (share: number): number => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)]
    const point = low + (place - Math.floor(place)) * (sorted[Math.ceil(place)] - low)
    return sampleSize(split.map(chain => chain.map(value => (value <= point ? 1 : 0))))
  }
  return Math.min(below(0.05), below(0.95))
}

/** Of the draws as they are. */
export function sampleSize(chains: Chains): number {
  const n = chains[0].length
  const all = n * chains.length
  const moments = momentsOf(chains)
  const within = moments.reduce((sum, { variance }) => sum + variance, 0) / moments.length
  const between = chains.length > 1 ? momentsOf([moments.map(({ mean }) => mean)])[0].variance : 0
  const pooled = (within * (n - 1)) / n + between
  if (pooled === 0) return all
  /** Correlation at a lag, over all chains, about each chain's own mean. */
  const correlation = (lag: number): number => {
    if (lag === 0) return 1
    let mean = 0
    chains.forEach((chain, at) => {
      let sum = 0
      for (let draw = lag; draw < n; draw++) {
        sum += (chain[draw] - moments[at].mean) * (chain[draw - lag] - moments[at].mean)
      }
      mean += sum / n / chains.length
    })
    return 1 - (within - mean) / pooled
  }
  // Sums of neighbouring pairs are above 0 and decrease in a chain at rest; where the estimates stop doing so is noise.
  // Of the last pair the even part counts once.
  let least = 1 + correlation(1)
  let sum = least
  let last = 0
  for (let lag = 2; lag < n - 2; lag += 2) {
    const even = correlation(lag)
    const pair = even + correlation(lag + 1)
    if (pair <= 0 || lag + 2 >= n - 2) {
      last = pair <= 0 ? Math.max(0, even) : even
      break
    }
    least = Math.min(least, pair)
    sum += least
  }
  const time = Math.max(2 * sum - 1 + last, 1 / (ln(all) / ln(10)))
  return all / time
}
