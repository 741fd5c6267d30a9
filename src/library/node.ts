/** The package in Node: regions come from its folder, or from one of your own. */

import { packsOf } from '../regions/country/on-demand.ts'
import { openFrom, type Region, type RegionOptions } from './region.ts'

export * from './entry.ts'

export interface FolderOptions extends RegionOptions {
  /** A folder of regions of your own. */
  readonly packs?: string
}

/** Opens a region by its id, such as 'northeast' or 'CN-LN'. */
export const openRegion = async (id: string, options: FolderOptions = {}): Promise<Region> =>
  openFrom(packsOf(id, options.packs).read, id, options)
