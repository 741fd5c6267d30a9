/** Rewrites what a folder derives: cohorts.csv and the mortality factor from its census, propensities from its table. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CohortTable, deriveTable, formatTable, isCounted, readCounts } from './derivation.ts'
import { Folder } from './folder.ts'
import { messages as fix } from '../texts/fix.ts'
import { importPropensities, uses } from './import-propensities.ts'
import { PackError } from './problems.ts'
import { readFrom } from './read.ts'
import type { ReadText } from './types.ts'

/** The table of a folder; undefined when its region.json speaks of no census. */
export const deriveFolder = (read: ReadText, id: string): CohortTable | undefined => {
  const folder = new Folder(read)
  const region = folder.region(id, fix.addRegion())
  if (folder.problems.length > 0) throw new PackError(id, folder.problems)
  if (region === undefined || !isCounted(region)) return undefined
  folder.readSources()
  const counts = readCounts(folder, region)
  if (counts === undefined) throw new PackError(id, folder.problems)
  // The pack keeps six decimals of the factor, and the cohorts are those of the factor kept.
  const solved = deriveTable(region.kind, counts).cohorts.factor
  return deriveTable(region.kind, counts, Number(solved.toFixed(6)))
}

const replaceValue = (text: string, name: string, labels: string, value: number): string =>
  text.replace(new RegExp(`^(${name},${labels},)[^,]*,`, 'm'), `$1${value},`)

/** The figures of an area with the import propensities of its input-output table, to three decimals.
 * @internal
 */
export const withPropensities = (figures: string, table: string): string => {
  const { mostLocal, middle, table: ofTable } = importPropensities(table)
  const found = { importPropensity: middle, importPropensityLocal: mostLocal, importPropensityTable: ofTable }
  return Object.entries(found).reduce(
    (text, [name, values]) =>
      uses.reduce((so, use) => replaceValue(so, name, `use=${use}`, Number(values[use].toFixed(3))), text),
    figures,
  )
}

/** The figures of an area with what follows from its census and, where it has one, its input-output table. */
export const withDerived = (figures: string, factor: number, table: string | undefined): string => {
  const withFactor = replaceValue(figures, 'mortalityFactor', '', factor)
  return table === undefined ? withFactor : withPropensities(withFactor, table)
}

const thousands = (values: readonly number[]): string => values.map(value => (1000 * value).toFixed(1)).join(', ')

/** Rewrites the files of a folder; returns what came out, undefined where region.json describes no census. */
export const rewriteFolder = (root: string, id: string): string | undefined => {
  const table = deriveFolder(readFrom(root), id)
  if (table === undefined) return undefined
  const { factor, netMigration, deaths } = table.cohorts
  writeFileSync(join(root, id, 'cohorts.csv'), formatTable(table))
  const figures = join(root, id, 'figures.csv')
  const before = readFileSync(figures, 'utf8')
  const tradeTable = join(root, id, 'input-output.csv')
  const after = withDerived(before, factor, existsSync(tradeTable) ? readFileSync(tradeTable, 'utf8') : undefined)
  if (after !== before) writeFileSync(figures, after)
  return `${id}: mortalityFactor ${factor}; thousands a year: deaths ${thousands(deaths)}; net migration ${thousands(netMigration)}`
}
