/** Combines the parts of an ensemble: quantiles of paths and of their differences to current policy. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { quantile } from '../../../analysis/runs/quantiles.ts'
import { type PathsPart, placesIn } from '../paths-part.ts'
import type { ChancesPart } from './chances.ts'

/** Step by step, then year by year. */
export interface PathBand {
  readonly p10: ArrayLike<number>
  /** Absent in the bands that the app is built with. */
  readonly p25?: ArrayLike<number>
  readonly p75?: ArrayLike<number>
  readonly p90: ArrayLike<number>
}

export interface PolicySummary {
  readonly members: number
  readonly bands: Readonly<Record<string, PathBand>>
  /** Of the differences to current policy, simulation by simulation; those of current policy itself are 0. */
  readonly changes: Readonly<Record<string, PathBand>>
}

export interface SummaryInput {
  readonly parts: readonly ChancesPart[]
  /** The same simulations under current policy; without them it is the first policy of the parts. */
  readonly current?: readonly ChancesPart[] | undefined
  /** In the order in which the parts kept them. */
  readonly paths: readonly string[]
}

const shares = { p10: 0.1, p25: 0.25, p75: 0.75, p90: 0.9 } as const

const inOrder = <Part extends PathsPart>(parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => a.range[0] - b.range[0])

/** The values of all members at one place of the paths, in the order of the members. */
const gather = (parts: readonly PathsPart[], policy: number, place: number, into: Float64Array): void => {
  let begin = 0
  for (const {
    range: [first, last],
    paths,
  } of parts) {
    const count = last - first
    into.set(paths[policy].subarray(place * count, (place + 1) * count), begin)
    begin += count
  }
}

/** Quantiles of the paths of one policy, or of their differences to those of other parts; parts in order. */
const pathBands = (
  parts: readonly PathsPart[],
  policy: number,
  names: readonly string[],
  places: number,
  against?: readonly PathsPart[],
): Record<string, PathBand> => {
  const members = parts.reduce((sum, { range: [from, to] }) => sum + to - from, 0)
  const values = new Float64Array(members)
  const others = new Float64Array(members)
  return Object.fromEntries(
    names.map((name, at) => {
      const band = Object.fromEntries(Object.keys(shares).map(key => [key, new Float64Array(places)]))
      for (let place = 0; place < places; place++) {
        gather(parts, policy, at * places + place, values)
        if (against !== undefined) {
          gather(against, 0, at * places + place, others)
          for (let member = 0; member < members; member++) values[member] -= others[member]
        }
        values.sort()
        for (const [key, share] of Object.entries(shares)) band[key][place] = quantile(values, share)
      }
      return [name, band as unknown as PathBand]
    }),
  )
}

/** By policy, in the order of the parts. */
export const summary = ({ simulator }: WasmRegion, { parts, current, paths }: SummaryInput): PolicySummary[] => {
  const own = inOrder(parts)
  const against = inOrder(current ?? parts)
  const places = placesIn(simulator)
  return own[0].paths.map((_, policy) => ({
    members: own.reduce((sum, { range: [from, to] }) => sum + to - from, 0),
    bands: pathBands(own, policy, paths, places),
    changes: pathBands(own, policy, paths, places, against),
  }))
}
