/** Opens a region by its id: reads its folder, links the model to it and compiles it. */

import {
  horizonOf,
  openData,
  type OpenOptions,
  type OpenRegion,
  openPlaced,
  requiredData,
} from '../../analysis/region/simulation.ts'
import { placing } from '../../analysis/region/placing.ts'
import { model as heartland } from '../../model/index.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import type { LoadOptions } from '../../regions/load.ts'
import { checkAreas, type OwnPath, withOwnPaths } from '../../regions/own-paths.ts'
import { packsOf } from '../../regions/country/on-demand.ts'
import type { RegionData } from '../../regions/types.ts'
import { remembering } from '../question/kept-found.ts'
import { openKept } from './kept-opening.ts'

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

export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion => {
  const { root, model = heartland, parameters = 'asRegionSays', actuals, paths = [] } = options
  const ofProgram = root === undefined && paths.length === 0
  const read = remembering(withOwnPaths(packsOf(id, root).read, paths), ofProgram)
  const placed = { ...options, place: placing(read, options) }
  const open = (): OpenRegion => {
    const region = options.loaded ?? loadRegionAt(read, id, requiredData(model), { parameters, actuals })
    checkAreas(region, paths)
    return openData(region, placed, read)
  }
  const asItComes = ofProgram && [options.model, options.loaded, actuals].every(one => one === undefined)
  if (!asItComes) return open()
  return openKept([id, parameters, horizonOf(options)], open, region => openPlaced(region, placed, read))
}
