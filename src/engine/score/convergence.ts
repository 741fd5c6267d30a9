/**
 * Draws of several chains replaced by the normal scores of their ranks (Vehtari, Gelman, Simpson, Carpenter and
 * Bürkner 2021), so that convergence can be judged for distributions without mean or variance too.
 */
import { normalQuantile } from '../distributions.ts'
import { ln } from '../../language/elementary.ts'

/** Chain after chain, each in the order in which it was drawn. */
export type Chains = readonly ArrayLike<number>[]

/** Normal scores of the ranks among all draws of all chains; equal draws share their mean rank (Blom's 3/8 rule). */
export function rankNormalised(chains: Chains): Float64Array[] {
  const all = chains.flatMap((chain, at) => Array.from({ length: chain.length }, (_, draw) => [at, draw] as const))
  const value = ([chain, draw]: readonly [number, number]): number => chains[chain][draw]
  all.sort((a, b) => value(a) - value(b))
  const scores = chains.map(chain => new Float64Array(chain.length))
  for (let first = 0; first < all.length; ) {
    let last = first
    while (last + 1 < all.length && value(all[last + 1]) === value(all[first])) last++
    const rank = (first + last) / 2 + 1
    const score = normalQuantile((rank - 0.375) / (all.length + 0.25))
    for (; first <= last; first++) scores[all[first][0]][all[first][1]] = score
  }
  return scores
}

/** Each chain in two halves, so that a chain that drifts disagrees with itself; of an odd number the middle is left out. */
export function splitChains(chains: Chains): Float64Array[] {
  return chains.flatMap(chain => {
    const half = chain.length >> 1
    const all = Float64Array.from(chain)
    return [all.slice(0, half), all.slice(all.length - half)]
  })
}

/** Chains of the same length, at least 4 draws each, all finite. */
function checkChains(chains: Chains, where: string): void {
  const length = chains[0]?.length ?? 0
  if (length < 4 || chains.some(chain => chain.length !== length)) {
    throw new Error(
      `${where}: chains of ${chains.map(chain => chain.length).join(', ') || 'no'} draws; they need the same number, at least 4.`,
    )
  }
  chains.forEach((chain, at) => {
    for (let draw = 0; draw < length; draw++) {
      if (!Number.isFinite(chain[draw])) throw new Error(`${where}: draw ${draw} of chain ${at} is ${chain[draw]}.`)
    }
  })
}

/** Mean and sample variance (n - 1) of each chain. */
function momentsOf(chains: Chains): readonly { readonly mean: number; readonly variance: number }[] {
  return chains.map(chain => {
    let sum = 0
    for (let at = 0; at < chain.length; at++) sum += chain[at]
    const mean = sum / chain.length
    let square = 0
    for (let at = 0; at < chain.length; at++) square += (chain[at] - mean) ** 2
    return { mean, variance: square / (chain.length - 1) }
  })
}

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
