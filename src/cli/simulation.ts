/** Opens a region by its id: reads its folder, links the model to it and compiles it. */

import { openData, type OpenOptions, type OpenRegion, requiredData } from '../analysis/simulation.ts'
import { model as heartland } from '../model/index.ts'
import type { LoadOptions } from '../regions/load.ts'
import { ownPacks } from '../regions/read.ts'
import { readRegion } from '../regions/read-region.ts'

export interface FolderOptions extends OpenOptions {
  /** Folder that contains the region's folder (default: the regions that come with the program). */
  readonly root?: string
  /** 'priors': without the fitted parameters that the region may name. */
  readonly parameters?: LoadOptions['parameters']
}

/** Takes about a tenth of a second; runs of the simulator take some milliseconds. */
export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion => {
  const { root = ownPacks, model = heartland, parameters = 'asRegionSays' } = options
  return openData(readRegion(id, requiredData(model), root, { parameters }), options)
}
