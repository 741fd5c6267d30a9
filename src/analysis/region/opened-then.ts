/** A region opened in another year, with the links that it had then. */

import type { Horizon } from '../../engine/run.ts'
import type { RegionData } from '../../regions/types.ts'
import { placing } from './placing.ts'
import type { OpenRegion } from './simulation.ts'
import { closedNation } from './whole-nation.ts'

/** `pack` is the open region as of another year: a nation is closed anew from there, and areas are placed within it. */
export const linkedThen = ({ program, files }: OpenRegion, pack: RegionData, horizon: Horizon): RegionData => {
  const { end: horizonEnd, stepsPerYear } = horizon
  if (pack.within === undefined || files === undefined) return closedNation(() => program, pack, horizon)
  return placing(files.read, { horizonEnd, stepsPerYear })(pack)
}
