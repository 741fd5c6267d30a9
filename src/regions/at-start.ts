/** Loads a region as it is at its own start, or as of 1 January of another year: 'northeast@2025'. */

import { readActuals } from './actuals.ts'
import { loadRegion, type LoadOptions } from './load.ts'
import { packAt, readPast } from './past.ts'
import type { ReadText, RegionData, Required } from './types.ts'

/** The id of the folder, and the year in which the region is opened where one is named. */
export const startNamed = (word: string): { readonly id: string; readonly year?: number } => {
  const [, id = word, year] = /^(.*)@(\d{4})$/.exec(word) ?? []
  return year === undefined ? { id } : { id, year: Number(year) }
}

/**
 * As `loadRegion`; with `actuals`, figures since the start, opened from the last of them where no year is named. In another
 * year it is a region of its own name, with the errors of the one of its folder. Throws a PackError.
 */
export const loadRegionAt = (
  read: ReadText,
  word: string,
  declared: readonly Required[],
  { actuals, ...options }: LoadOptions & { readonly actuals?: string | undefined } = {},
): RegionData => {
  const { id, year } = startNamed(word)
  const own = loadRegion(read, id, declared, options)
  const given = actuals === undefined ? undefined : readActuals(actuals, own, own.start)
  const { region, start } = given ?? { region: own, start: own.start }
  const opened = year ?? start
  if (opened === own.start) return own
  return { modelErrorOf: id, ...packAt(region, readPast(read, region), opened), id: `${id}@${opened}` }
}
