/** Opens a region by its id: its folder is read, the model linked to it and compiled. */

import { openData, type OpenOptions, type OpenRegion, requiredData } from '../analysis/simulation.ts'
import { model as heartland } from '../model/index.ts'
import type { LoadOptions } from '../regions/load.ts'
import { ownPacks } from '../regions/read.ts'
import { readRegion } from '../regions/read-region.ts'

export interface FolderOptions extends OpenOptions {
  /** Folder that holds the region's folder; the packs of the program when absent. */
  readonly root?: string
  /** 'priors': without the fitted parameters that the region may ask for. */
  readonly parameters?: LoadOptions['parameters']
}

/** Takes about a tenth of a second; runs of the simulator take some milliseconds. */
export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion => {
  const { root = ownPacks, model = heartland, parameters = 'asRegionSays' } = options
  return openData(readRegion(id, requiredData(model), root, { parameters }), options)
}
