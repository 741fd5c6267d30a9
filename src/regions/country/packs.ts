/** All folders of a country: its context, its areas as derived or as made by hand, and the union of all. */

import type { ReadText } from '../types.ts'
import type { ContextFile } from '../schema.ts'
import { deriveCountry } from './derive.ts'
import { appended } from './tables.ts'

/** Files of an area or a context; those that a folder lacks are left out. */
const folderFiles = `region.json figures.csv series.csv vital.csv cohorts.csv census.csv census-2000.csv census-2010.csv
  input-output.csv paths.csv reporting.csv history.csv past.csv targets.csv outside.csv levers.csv later.csv`.split(
  /\s+/,
)

export interface CountryPacks {
  readonly files: ReadonlyMap<string, string>
  /** Ids of all areas, in the order of areas.csv, and those of them that are kept as made by hand. */
  readonly areas: readonly string[]
  readonly kept: readonly string[]
}

/**
 * The folders of all areas of `country`, of their context, and of their union, CN-all for CN. `read` finds files below
 * countries/<country>, `regions` those of the regions.
 */
export const countryPacks = (read: ReadText, country: string, regions: ReadText, handmade: boolean): CountryPacks => {
  const { start, names } = JSON.parse(regions(`${country}/region.json`)!) as Pick<ContextFile, 'start' | 'names'>
  const derived = deriveCountry(read, country, start, regions)
  const files = new Map(derived.files)
  const copy = (id: string): void => {
    for (const file of folderFiles) {
      const text = regions(`${id}/${file}`)
      if (text === undefined) files.delete(`${id}/${file}`)
      else files.set(`${id}/${file}`, text)
    }
  }
  copy(country)
  // The history of the nation gives some paths for single areas: the others get one of their own.
  const history = `${country}/history.csv`
  files.set(history, appended(files.get(history)!, read('history.csv') ?? ''))
  const isArea = (id: string): boolean => /"kind": *"area"/.test(regions(`${id}/region.json`) ?? '')
  const kept = handmade ? derived.areas.filter(isArea) : []
  // Known errors in an area's figures hold for the derived ones as well.
  for (const id of derived.areas) {
    const known = regions(`${id}/reporting.csv`)
    if (known !== undefined) files.set(`${id}/reporting.csv`, known)
  }
  for (const id of kept) {
    copy(id)
    // Fits belong to the region that they were made for, which is not among these folders.
    const { parameters: _, ...file } = JSON.parse(files.get(`${id}/region.json`)!) as Record<string, unknown>
    files.set(`${id}/region.json`, `${JSON.stringify(file, undefined, 2)}\n`)
  }
  const union = { id: `${country}-all`, kind: 'union', names, areas: derived.areas }
  files.set(`${union.id}/region.json`, `${JSON.stringify(union, undefined, 2)}\n`)
  return { files, areas: derived.areas, kept }
}
