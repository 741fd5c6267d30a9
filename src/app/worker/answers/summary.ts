/** Combines the parts of an ensemble: quantiles of each path, and classes of the simulations. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { classesAt } from '../../../analysis/fold.ts'
import { quantile } from '../../../analysis/quantiles.ts'
import { type Probabilities, probabilitiesOf } from '../../../analysis/verdict.ts'
import { type PathsPart, placesIn } from '../paths-part.ts'
import type { ChancesPart } from './chances.ts'

/** Step by step, then year by year. */
export interface PathBand {
  readonly p10: ArrayLike<number>
  /** Absent in the bands that the app is built with. */
  readonly p25?: ArrayLike<number>
  readonly p50: ArrayLike<number>
  readonly p75?: ArrayLike<number>
  readonly p90: ArrayLike<number>
}

export interface PolicySummary extends Probabilities {
  readonly members: number
  readonly bands: Readonly<Record<string, PathBand>>
}

export interface SummaryInput {
  readonly parts: readonly ChancesPart[]
  /** In the order in which the parts kept them. */
  readonly paths: readonly string[]
}

const shares = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 } as const

/** Quantiles of the paths of one policy. */
export const pathBands = (
  parts: readonly PathsPart[],
  policy: number,
  names: readonly string[],
  places: number,
): Record<string, PathBand> => {
  const members = parts.reduce((sum, { range: [from, to] }) => sum + to - from, 0)
  const sorted = new Float64Array(members)
  return Object.fromEntries(
    names.map((name, at) => {
      const band = Object.fromEntries(Object.keys(shares).map(key => [key, new Float64Array(places)]))
      for (let place = 0; place < places; place++) {
        let begin = 0
        for (const { range, paths } of parts) {
          const count = range[1] - range[0]
          const from = (at * places + place) * count
          sorted.set(paths[policy].subarray(from, from + count), begin)
          begin += count
        }
        sorted.sort()
        for (const [key, share] of Object.entries(shares)) band[key][place] = quantile(sorted, share)
      }
      return [name, band as unknown as PathBand]
    }),
  )
}

/** By policy, in the order of the parts. */
export const summary = ({ simulator }: WasmRegion, { parts, paths }: SummaryInput): PolicySummary[] => {
  const inOrder = parts.toSorted((a, b) => a.range[0] - b.range[0])
  return inOrder[0].judgements.map((_, policy) => {
    const readings = inOrder.flatMap(({ judgements }) => judgements[policy]).map(judgement => classesAt(judgement))
    return {
      members: readings.length,
      ...probabilitiesOf(readings),
      bands: pathBands(inOrder, policy, paths, placesIn(simulator)),
    }
  })
}
