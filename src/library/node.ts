/** The package in Node: regions come from its folder, or from one of your own. */

import { ownPacks, readFrom } from '../regions/read.ts'
import { openFrom, type Region, type RegionOptions } from './region.ts'

export * from './entry.ts'

export interface FolderOptions extends RegionOptions {
  /** A folder of regions of your own. */
  readonly packs?: string
}

/** Opens a region by its id, such as 'northeast' or 'CN-LN'. */
export const openRegion = async (id: string, options: FolderOptions = {}): Promise<Region> =>
  openFrom(readFrom(options.packs ?? ownPacks), id, options)
