/** Provides the regions as modules of the app: the folders of each region, and the files of each folder. */

import { loadRegion } from '../../regions/load.ts'
import { listRegions, ownPacks, readFrom } from '../../regions/read.ts'
import { requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import type { Names } from '../../regions/types.ts'
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
}

/** What comes first is what the app begins with. */
const order = [firstRegion, 'CN-LN', 'CN-JL', 'CN-HL']

export const readRegions = (): BuiltRegions => {
  const folders = new Map<string, Record<string, string>>()
  const required = requiredData(model)
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  const regions = listRegions()
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((id): BuiltRegion => {
      const read = readFrom(ownPacks)
      const own = new Set<string>()
      const { names } = loadRegion(
        path => {
          const text = read(path)
          if (text === undefined) return undefined
          const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
          own.add(folder)
          const files = folders.get(folder) ?? {}
          folders.set(folder, files)
          files[path] = text
          return text
        },
        id,
        required,
      )
      return { id, names, folders: [...own] }
    })
  return { regions, folders }
}

export const readMaps = ({ regions }: BuiltRegions): unknown[] =>
  regions.flatMap(({ id }) => {
    const text = readFrom(ownPacks)(`${id}/map.json`)
    return text === undefined ? [] : [JSON.parse(text) as unknown]
  })
