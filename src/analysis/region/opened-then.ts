/** A region opened in another year, with the links that it had then. */

import { createSimulator, type Horizon } from '../../engine/run.ts'
import { packAt, readPast } from '../../regions/past.ts'
import type { RegionData } from '../../regions/types.ts'
import { nationOf, type OpenRegion } from './simulation.ts'
import { closedNation, withinNation } from './whole-nation.ts'

/** `pack` is the open region as of another year: a nation is closed anew from there, and areas are placed within it. */
export const linkedThen = (open: OpenRegion, pack: RegionData, horizon: Horizon): RegionData => {
  const read = open.files?.read
  if (pack.within === undefined || read === undefined) return closedNation(() => open.program, pack, horizon)
  const nation = nationOf(read, pack.within)
  const then = packAt(nation.region, readPast(read, nation.region), pack.start)
  const region = closedNation(() => nation.program, then, horizon)
  return withinNation({ region, simulator: createSimulator(nation.program, region, horizon) }, pack)
}
