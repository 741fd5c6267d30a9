/**
 * Regions that come with the program as tables and rules: the areas of a country that have no folder to run, and the
 * union of all. Their files are derived when one of them is first read, once a process, as `heartland derive` writes them.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startNamed } from '../at-start.ts'
import { isRunnable, ownCountries, ownPacks, readFrom } from '../read.ts'
import type { Names, ReadText } from '../types.ts'
import { countryPacks, unionOf } from './packs.ts'
import { readAreas } from './tables.ts'

interface DerivedRegion {
  readonly id: string
  readonly kind: string
  readonly names: Names
  readonly areas: readonly string[]
  readonly country: string
}

const tablesOf = (country: string): ReadText => readFrom(join(ownCountries, country))

let known: readonly DerivedRegion[] | undefined

/** Regions of `root` that are derived, in the order of areas.csv, the union last; none of a folder of the user's own. */
export const derivedRegions = (root: string = ownPacks): readonly DerivedRegion[] => {
  if (root !== ownPacks || !existsSync(ownCountries)) return []
  const own = readFrom(root)
  // A country whose nation is made for a start is opened from folders that `heartland derive` writes.
  const opened = readdirSync(ownCountries).filter(country => own(`${country}/region.json`) !== undefined)
  known ??= opened.flatMap(country => {
    const areas = readAreas(tablesOf(country))
    const union = unionOf(
      country,
      own,
      areas.map(({ id }) => id),
    )
    const single = areas.map(({ id, en, zh }) => ({ id, kind: 'area', names: { en, zh }, areas: [id], country }))
    return [...single.filter(({ id }) => !isRunnable(own, id)), { ...union, country }]
  })
  return known
}

const derived = new Map<string, ReadonlyMap<string, string>>()

const filesOf = (country: string): ReadonlyMap<string, string> => {
  const found = derived.get(country) ?? countryPacks(tablesOf(country), country, readFrom(ownPacks), true).files
  derived.set(country, found)
  return found
}

export interface Packs {
  readonly read: ReadText
  /** Paths of the files of a folder. */
  readonly filesIn: (folder: string) => string[]
}

/** Files of a region, 'northeast@2025' too: from the folders below `root`, or derived from the tables of its country. */
export const packsOf = (word: string, root: string = ownPacks): Packs => {
  const { id } = startNamed(word)
  const read = readFrom(root)
  const one = isRunnable(read, id) ? undefined : derivedRegions(root).find(region => region.id === id)
  if (one === undefined)
    return { read, filesIn: folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`) }
  return {
    read: path => filesOf(one.country).get(path),
    filesIn: folder => [...filesOf(one.country).keys()].filter(path => path.startsWith(`${folder}/`)),
  }
}
