/** Loads a region as it opens, or as of 1 January of a year that is named: 'northeast@2015'. */

import { readActuals } from './actuals.ts'
import { loadRegion, type LoadOptions } from './load.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { packAt, readPast } from './past.ts'
import { startsIn } from './past-of-starts.ts'
import { PackError } from './problems.ts'
import type { ReadText, RegionData, Required } from './types.ts'

/** The id of the folder, and the year in which the region is opened where one is named. */
export const startNamed = (word: string): { readonly id: string; readonly year?: number } => {
  const [, id = word, year] = /^(.*)@(\d{4})$/.exec(word) ?? []
  return year === undefined ? { id } : { id, year: Number(year) }
}

/** What a region lacks that says by itself when it opens, it may also do without. */
const packOf = (read: ReadText, region: RegionData, year: number, bySelf: boolean): RegionData => {
  try {
    return packAt(region, readPast(read, region), year)
  } catch (error) {
    if (!bySelf || !(error instanceof PackError)) throw error
    const { id, start, areas } = region
    const at = { file: `${areas[0]}/region.json`, field: 'opens' }
    const problem = { ...at, message: fault.notInYear({ id, year }), fix: fix.withoutOpens({ start }) }
    throw new PackError(id, [...error.problems, problem])
  }
}

/** The region of its folder, in the year in which it opens by itself. */
export const asItOpens = (read: ReadText, figures: RegionData): RegionData =>
  figures.opens === undefined ? figures : packOf(read, figures, figures.opens, true)

/**
 * As `loadRegion`, opened in the year that is named; else, with `actuals`, figures since the start, from the last of them;
 * else in the year that the region says, or at the start of the figures. In another year than that it is a region of its
 * own name, with the errors of the one of its folder. Throws a PackError.
 */
export const loadRegionAt = (
  read: ReadText,
  word: string,
  declared: readonly Required[],
  { actuals, ...options }: LoadOptions & { readonly actuals?: string | undefined } = {},
): RegionData => {
  const { id, year } = startNamed(word)
  const figures = loadRegion(read, id, declared, options)
  // Fits and back-tests go back from the start of the figures.
  const standard = options.parameters === 'priors' ? figures.start : (figures.opens ?? figures.start)
  const given = actuals === undefined ? undefined : readActuals(actuals, figures, standard)
  const { region, start } = given ?? { region: figures, start: standard }
  const opened = year ?? start
  const pack = opened === figures.start ? figures : packOf(read, region, opened, opened === figures.opens)
  const usual = startsIn(read, figures.context)?.at(-1) ?? standard
  return opened === usual && given === undefined ? pack : { modelErrorOf: id, ...pack, id: `${id}@${opened}` }
}
