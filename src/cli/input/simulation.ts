/** Opens a region by its id: reads its folder, links the model to it and compiles it. */

import { openData, type OpenOptions, type OpenRegion, requiredData } from '../../analysis/region/simulation.ts'
import { placing } from '../../analysis/region/placing.ts'
import { model as heartland } from '../../model/index.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import type { LoadOptions } from '../../regions/load.ts'
import { checkAreas, type OwnPath, withOwnPaths } from '../../regions/own-paths.ts'
import { packsOf } from '../../regions/country/on-demand.ts'
import type { RegionData } from '../../regions/types.ts'
import { remembering } from '../question/kept-found.ts'

export interface FolderOptions extends OpenOptions {
  /** Folder that contains the region's folder (default: the regions that come with the program, of which some are derived from tables). */
  readonly root?: string
  /** 'priors': without the fitted parameters that the region may name. */
  readonly parameters?: LoadOptions['parameters']
  /** The text of figures since the start, from which it is opened. */
  readonly actuals?: string
  /** Paths in place of those in the folder. */
  readonly paths?: readonly OwnPath[]
  /** Content of its folder, where that has been read. */
  readonly loaded?: RegionData
}

/** Takes about a tenth of a second; runs of the simulator take some milliseconds. */
export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion => {
  const { root, model = heartland, parameters = 'asRegionSays', actuals, paths = [] } = options
  const read = remembering(withOwnPaths(packsOf(id, root).read, paths))
  const region = options.loaded ?? loadRegionAt(read, id, requiredData(model), { parameters, actuals })
  checkAreas(region, paths)
  return openData(region, { ...options, place: placing(read, options) }, read)
}
