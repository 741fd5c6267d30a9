/** Everything that went into the numbers of a region, for the view Data. */

import type { LanesRegion } from '../../../analysis/lanes-region.ts'
import { type PackEntry, packEntries } from '../../../analysis/pack.ts'
import type { Names } from '../../../regions/types.ts'

export interface Pack {
  readonly entries: readonly PackEntry[]
  readonly sources: Readonly<Record<string, { readonly what: string; readonly url: string }>>
  readonly areaNames: Readonly<Record<string, Names>>
}

/** Nothing has to be said besides the region. */
export const pack = ({ region, linked }: LanesRegion, _: Readonly<Record<string, never>>): Pack => ({
  entries: packEntries(region, linked),
  sources: region.sources,
  areaNames: region.areaNames,
})
