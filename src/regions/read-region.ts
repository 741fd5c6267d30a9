/** Reads a region from disk, with the regions that it refers to. */

import { type LoadOptions, loadRegion } from './load.ts'
import { ownPacks, readFrom } from './read.ts'
import type { RegionData, Required } from './types.ts'

export const readRegion = (
  id: string,
  required: readonly Required[],
  root: string = ownPacks,
  options: LoadOptions = {},
): RegionData => loadRegion(readFrom(root), id, required, options)
