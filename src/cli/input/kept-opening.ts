/** Regions that come with the program are kept as they open: read from their folders, or derived from tables, once. */

import { deserialize, serialize } from 'node:v8'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { openedText } from '../../regions/opened.ts'
import type { RegionData } from '../../regions/types.ts'
import { contentHash, keep, readKept, standardFolder } from '../kept.ts'
import { loadedStamp } from '../stamp.ts'

/** Of the whole nation one takes 7 MB, of most others less than 2. */
const mostKept = 40

const names = new WeakMap<RegionData, string>()

/** A hash of all that decides what a region is: the name under which it is kept, or that of its content. */
export const openedHash = (region: RegionData): string => names.get(region) ?? contentHash(openedText(region))

/**
 * The region that `open` gives; where this program has opened it before, `reopen` of what it was then. `asked` is all that
 * decides what it is. Nothing is kept where the environment says HEARTLAND_RESULTS=new.
 */
export const openKept = (
  asked: unknown,
  open: () => OpenRegion,
  reopen: (region: RegionData) => OpenRegion,
  folder: string = standardFolder,
): OpenRegion => {
  if (process.env['HEARTLAND_RESULTS'] === 'new') return open()
  const name = `${contentHash(loadedStamp(), JSON.stringify(asked))}.opened`
  const named = (opened: OpenRegion): OpenRegion => {
    names.set(opened.region, name)
    return opened
  }
  let kept: RegionData | undefined
  try {
    kept = deserialize(readKept(folder, name)!) as RegionData
  } catch {
    // None, or half of one.
  }
  if (kept !== undefined) return named(reopen(kept))
  const opened = open()
  keep(folder, name, serialize(opened.region), mostKept)
  return named(opened)
}
