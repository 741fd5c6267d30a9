/** Residents of a region's areas. */

import type { RegionData } from '../types.ts'

/** Residents of each area at the start, million. */
export const headsOf = (region: RegionData): Map<string, number> => {
  const people = region.values['startPopulation']?.values ?? new Float64Array()
  const each = people.length / Math.max(1, region.areas.length)
  return new Map(
    region.areas.map((area, at) => [
      area,
      people.subarray(at * each, (at + 1) * each).reduce((sum, one) => sum + one, 0),
    ]),
  )
}
