/** A region opened in another year, with the links that it had then. */

import type { Horizon } from '../../engine/run.ts'
import type { RegionData } from '../../regions/types.ts'
import { type OpenRegion, placed } from './simulation.ts'
import { closedNation } from './whole-nation.ts'

/** `pack` is the open region as of another year: a nation is closed anew from there, and areas are placed within it. */
export const linkedThen = (open: OpenRegion, pack: RegionData, horizon: Horizon): RegionData => {
  const { end: horizonEnd, stepsPerYear } = horizon
  return pack.within === undefined
    ? closedNation(() => open.program, pack, horizon)
    : placed(pack, { horizonEnd, stepsPerYear }, open.files?.read)
}
