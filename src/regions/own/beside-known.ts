/** Compares each area of a region with the other areas that come with the program. */

import { type Doubt, doubtsAbout } from './plausible.ts'
import { listRegions } from '../read.ts'
import { readRegion } from '../read-region.ts'
import type { RegionData, Required } from '../types.ts'

/** Figures of more than four times, or less than a quarter of, those of the other areas, the furthest first. */
export const doubtsBeside = (region: RegionData, required: readonly Required[]): Doubt[] => {
  const known = listRegions()
    .map(id => readRegion(id, required))
    .filter(({ areas }) => areas.length === 1)
  return region.areas.flatMap(area =>
    doubtsAbout(
      region,
      known.filter(({ areas }) => !areas.includes(area)),
    ).filter(({ figure }) => figure.area === area),
  )
}
