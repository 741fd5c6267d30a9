/**
 * Regions that come with the program as tables and rules: the areas of a country that have no folder to run, and
 * unions of them. Their files are derived when one of them is first read, once a process, as `heartland derive` writes them.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startNamed } from '../at-start.ts'
import { isRunnable, ownCountries, ownPacks, readFrom } from '../read.ts'
import type { Names, ReadText } from '../types.ts'
import { countryPacks, readCountry, unionsOf } from './packs.ts'
import { readAreas } from './tables.ts'

interface DerivedRegion {
  readonly id: string
  readonly kind: string
  readonly names: Names
  readonly areas: readonly string[]
  readonly country: string
}

const textsOf = (country: string): ReadText => readFrom(join(ownCountries, country))

/** The countries whose tables come with the program: none in the npm package. */
export const countryIds = (): string[] => (existsSync(ownCountries) ? readdirSync(ownCountries) : [])

/** Tables and rules of a country; undefined where the program has none of it. */
export const countryTablesOf = (country: string): ReadText | undefined =>
  existsSync(join(ownCountries, country)) ? textsOf(country) : undefined

/** The country whose rules make an area, with its tables; undefined for a region that is no area of such a country. */
export const countryOfArea = (
  id: string,
  root?: string,
): { readonly country: string; readonly read: ReadText } | undefined => {
  const country = derivedRegions(root).find(one => one.id === id && one.kind === 'area')?.country
  return country === undefined ? undefined : { country, read: textsOf(country) }
}

let known: readonly DerivedRegion[] | undefined

/** Regions of `root` that are derived, in the order of areas.csv, the union last; none of a folder of the user's own. */
export const derivedRegions = (root: string = ownPacks): readonly DerivedRegion[] => {
  if (root !== ownPacks) return []
  const own = readFrom(root)
  known ??= countryIds().flatMap(country => {
    const areas = readAreas(textsOf(country))
    const single = areas.map(({ id, en, zh }) => ({ id, kind: 'area', names: { en, zh }, areas: [id], country }))
    const ids = areas.map(({ id }) => id)
    const unions = unionsOf(country, readCountry(textsOf(country)), ids).map(union => ({ ...union, country }))
    return [...single.filter(({ id }) => !isRunnable(own, id)), ...unions]
  })
  return known
}

const derived = new Map<string, ReadonlyMap<string, string>>()

/** Of a country whose nation is derived too, in one of its starts; of another as its folder opens. */
const filesOf = (country: string, start: number | undefined): ReadonlyMap<string, string> => {
  const key = `${country}@${start ?? ''}`
  const found =
    derived.get(key) ?? countryPacks(textsOf(country), country, readFrom(ownPacks), { handmade: true, start }).files
  derived.set(key, found)
  return found
}

export interface Packs {
  readonly read: ReadText
  /** Paths of the files of a folder. */
  readonly filesIn: (folder: string) => string[]
}

/** Files of a region, 'northeast@2025' too: from the folders below `root`, or derived from the tables of its country. */
export const packsOf = (word: string, root: string = ownPacks): Packs => {
  const { id, year } = startNamed(word)
  const read = readFrom(root)
  const one = isRunnable(read, id) ? undefined : derivedRegions(root).find(region => region.id === id)
  if (one === undefined)
    return { read, filesIn: folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`) }
  const { country } = one
  const { starts } = readCountry(textsOf(country))
  const start = starts && (year ?? starts.at(-1)!)
  // Folders of other starts stand below their year.
  const found = (path: string): string | undefined => {
    const [, other, file = path] = /^(\d{4})\/(.+)$/.exec(path) ?? []
    return filesOf(country, other === undefined ? start : Number(other)).get(file)
  }
  const filesIn = (folder: string): string[] =>
    [...filesOf(country, start).keys()].filter(path => path.startsWith(`${folder}/`))
  if (starts === undefined) return { read: found, filesIn }
  return { read: path => (path === `${country}/starts.json` ? JSON.stringify(starts) : found(path)), filesIn }
}
