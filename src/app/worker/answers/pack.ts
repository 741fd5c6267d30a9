/** All data behind the numbers of a region, for the Data view. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { type PackEntry, packEntries } from '../../../analysis/pack.ts'
import type { Names } from '../../../regions/types.ts'

export interface Pack {
  readonly entries: readonly PackEntry[]
  readonly sources: Readonly<Record<string, { readonly what: string; readonly url: string }>>
  readonly areaNames: Readonly<Record<string, Names>>
}

export interface PackInput {
  /** Without them only what the region's folder holds. */
  readonly parameters: boolean
}

/** As the folder holds them, under whatever external conditions the question is asked. */
export const pack = ({ region: given, under, linked }: WasmRegion, { parameters }: PackInput): Pack => {
  const region = under?.own ?? given
  return {
    entries: packEntries(region, linked).filter(({ kind }) => parameters || kind !== 'parameter'),
    sources: region.sources,
    areaNames: region.areaNames,
  }
}
