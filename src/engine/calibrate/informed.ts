/**
 * Compares the posterior of each parameter with its prior, and decides whether the data inform it or it stays assumed.
 */
import type { Prior } from '../../language/declare.ts'
import { ln } from '../../language/elementary.ts'
import { bulkSampleSize, tailSampleSize, rHat } from '../score/convergence.ts'
import { weibullQuantile } from '../score/coverage.ts'
import type { PriorSpace } from './prior-space.ts'
import type { Scores } from './types.ts'

/**
 * A parameter is "informed" from this divergence of posterior from prior on, in nats: a spread narrowed to 0.78 of the
 * prior's about the same middle, or a middle moved by 0.32 of its deviations. Below, it is as assumed as before.
 */
const INFORMED_FROM = 0.05

/** Values at 10, 50 and 90 %. */
export type CentralRange = Pick<Prior, 'low' | 'central' | 'high'>

export interface LearntParameter {
  readonly name: string
  readonly prior: CentralRange
  readonly posterior: CentralRange
  /** Of the most likely point. */
  readonly mode: number
  /** Posterior mean in standard deviations of the prior from its median. */
  readonly shift: number
  /** Posterior deviation over the prior's, in normal scores. */
  readonly deviationRatio: number
  /** Kullback and Leibler's divergence of the posterior from the prior, both taken as normal in scores; in nats. */
  readonly divergence: number
  readonly label: 'informed' | 'assumed'
  readonly rHat: number
  readonly bulkSampleSize: number
  readonly tailSampleSize: number
}

/** `chains[chain][draw]` are scores; `mode` is the most likely point. */
export function learntParameters(
  space: PriorSpace,
  mode: Scores,
  chains: readonly (readonly Scores[])[],
): LearntParameter[] {
  const places = chains.map(draws => draws.map(draw => space.placesAt(draw)))
  const values = chains.flatMap(draws => draws.map(draw => space.valuesAt(draw)))
  const atMode = space.valuesAt(mode)
  return space.names.map((name, at) => {
    const own = places.map(draws => Float64Array.from(draws, place => place[at]))
    const all = own.flatMap(chain => [...chain])
    const shift = all.reduce((sum, place) => sum + place, 0) / all.length
    const variance = all.reduce((sum, place) => sum + (place - shift) ** 2, 0) / (all.length - 1)
    const divergence = 0.5 * (variance + shift * shift - 1 - ln(variance))
    return {
      name,
      prior: rangeOf(share => space.quantile(at, share)),
      posterior: sampleRange(Float64Array.from(values, value => value[at])),
      mode: atMode[at],
      shift,
      deviationRatio: Math.sqrt(variance),
      divergence,
      label: divergence >= INFORMED_FROM ? 'informed' : 'assumed',
      rHat: rHat(own),
      bulkSampleSize: bulkSampleSize(own),
      tailSampleSize: tailSampleSize(own),
    }
  })
}

const rangeOf = (quantile: (share: number) => number): CentralRange => ({
  low: quantile(0.1),
  central: quantile(0.5),
  high: quantile(0.9),
})

const sampleRange = (values: Float64Array): CentralRange => {
  const sorted = values.sort()
  return rangeOf(share => weibullQuantile(sorted, share))
}
