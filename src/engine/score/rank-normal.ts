/**
 * Draws of several chains replaced by the normal scores of their ranks (Vehtari, Gelman, Simpson, Carpenter and
 * Bürkner 2021), so that convergence can be judged for distributions without mean or variance too.
 */
import { normalQuantile } from '../distributions.ts'

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
export function checkChains(chains: Chains, where: string): void {
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
export function momentsOf(chains: Chains): readonly { readonly mean: number; readonly variance: number }[] {
  return chains.map(chain => {
    let sum = 0
    for (let at = 0; at < chain.length; at++) sum += chain[at]
    const mean = sum / chain.length
    let square = 0
    for (let at = 0; at < chain.length; at++) square += (chain[at] - mean) ** 2
    return { mean, variance: square / (chain.length - 1) }
  })
}
