/** Provides the regions as modules of the app: the folders of each region, and the files of each folder. */

import { asItOpens } from '../../regions/at-start.ts'
import { loadRegion } from '../../regions/load.ts'
import { nationFile } from '../../analysis/answer/standing.ts'
import { votesFile } from '../../analysis/answer/votes.ts'
import { listRegions, ownPacks, readFrom } from '../../regions/read.ts'
import { requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import { readPast } from '../../regions/past.ts'
import { readTargets } from '../../regions/targets.ts'
import type { Names, ReadText, RegionData } from '../../regions/types.ts'
import { firstRegion } from '../../regions/first-region.ts'

interface BuiltRegion {
  readonly id: string
  readonly names: Names
  readonly folders: readonly string[]
}

export interface BuiltRegions {
  readonly regions: readonly BuiltRegion[]
  /** Only the files that the loader reads, by folder; those of no folder are in ''. */
  readonly folders: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Those that an opening in another year reads besides, by folder. */
  readonly pasts: ReadonlyMap<string, Readonly<Record<string, string>>>
}

type Folders = Map<string, Record<string, string>>

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')

/** Notes what is read, by folder, but for what `known` has of it. */
const noting =
  (read: ReadText, folders: Folders, known?: Folders): ReadText =>
  path => {
    const text = read(path)
    const folder = folderOf(path)
    if (text === undefined || known?.get(folder)?.[path] !== undefined) return text
    const files = folders.get(folder) ?? {}
    folders.set(folder, files)
    files[path] = text
    return text
  }

/** Reads what an opening in another year reads; a region without a past has none of it. */
const notePast = (read: ReadText, region: RegionData): void => {
  if (read(`${region.context}/past.csv`) === undefined) return
  const past = readPast(read, region)
  for (const place of [...region.areas, region.context]) past.cohorts(place, region.start)
  readTargets(read, region)
}

/** The app begins with the first of them. */
const order = [firstRegion, 'CN-LN', 'CN-JL', 'CN-HL']

export const readRegions = (): BuiltRegions => {
  const [folders, pasts]: Folders[] = [new Map(), new Map()]
  const required = requiredData(model)
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  const read = readFrom(ownPacks)
  const regions = listRegions()
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((id): BuiltRegion => {
      const own = new Set<string>()
      const reading = noting(read, folders)
      const kept: ReadText = path => {
        const text = reading(path)
        if (text !== undefined) own.add(folderOf(path))
        return text
      }
      const region = loadRegion(kept, id, required)
      asItOpens(kept, region)
      kept(votesFile(id))
      kept(nationFile(region.context))
      notePast(noting(read, pasts, folders), region)
      return { id, names: region.names, folders: [...own] }
    })
  return { regions, folders, pasts }
}
