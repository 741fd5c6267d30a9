/** Opens a region by its id: its folder is read, the model linked to it and compiled. */

import { openData, type OpenOptions, type OpenRegion, requiredData } from '../analysis/simulation.ts'
import { model as heartland } from '../model/index.ts'
import { ownPacks, readRegion } from '../regions/read.ts'

export interface FolderOptions extends OpenOptions {
  /** Folder that holds the region's folder; the packs of the program when absent. */
  readonly root?: string
}

/** Takes about a tenth of a second; runs of the simulator take some milliseconds. */
export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion => {
  const { root = ownPacks, model = heartland } = options
  return openData(readRegion(id, requiredData(model), root), options)
}
