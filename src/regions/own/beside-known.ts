/** Compares each area of a region with the other areas that come with the program. */

import { derivedRegions, packsOf } from '../country/on-demand.ts'
import { loadRegion } from '../load.ts'
import { listRegions } from '../read.ts'
import type { RegionData, Required } from '../types.ts'
import { type Doubt, doubtsAbout } from './plausible.ts'

/**
 * Figures of more than four times, or less than a quarter of, those of the other areas, the furthest first. A province of
 * a country that is derived by rule is compared with all its others.
 */
export const doubtsBeside = (region: RegionData, required: readonly Required[]): Doubt[] => {
  const nation = derivedRegions().flatMap(({ id, kind, country }) =>
    kind === 'area' && country === region.context ? [id] : [],
  )
  const others = region.areas.some(area => nation.includes(area)) ? nation : []
  const known = [...listRegions(), ...others]
    .map(id => loadRegion(packsOf(id).read, id, required))
    .filter(({ areas }) => areas.length === 1)
  return region.areas.flatMap(area =>
    doubtsAbout(
      region,
      known.filter(({ areas }) => !areas.includes(area)),
    ).filter(({ figure }) => figure.area === area),
  )
}
