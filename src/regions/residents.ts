/** Residents of a region's areas. */

import type { RegionData } from './types.ts'

/** Residents of each area at the start, million. */
export const residentsByArea = (region: Pick<RegionData, 'values' | 'areas'>): Map<string, number> => {
  const people = region.values['startPopulation']?.values ?? new Float64Array()
  const cells = people.length / Math.max(1, region.areas.length)
  return new Map(
    region.areas.map((area, at) => [
      area,
      people.subarray(at * cells, (at + 1) * cells).reduce((sum, one) => sum + one, 0),
    ]),
  )
}
