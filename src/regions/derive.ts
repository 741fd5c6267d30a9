/** Rewrites what a folder derives: cohorts.csv and the mortality factor from its census, propensities from its table. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CohortTable, deriveTable, formatTable, parseCensus, parseVital } from './derivation.ts'
import { importPropensities, uses } from './import-propensities.ts'
import { parseRegion, parseSources } from './parse.ts'
import { PackError, type PackProblem } from './problems.ts'

/** The table of a folder under `root`; undefined when its region.json speaks of no census. */
export const deriveFolder = (root: string, id: string): CohortTable | undefined => {
  const problems: PackProblem[] = []
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const region = parseRegion(`${id}/region.json`, read(`${id}/region.json`), id, problems)
  if (problems.length > 0) throw new PackError(id, problems)
  if (region === undefined || !('census' in region) || region.census === undefined) return undefined
  const times = { moment: region.census.moment, start: region.start }
  const sources = new Set(Object.keys(parseSources(read('sources.csv'), problems)))
  const census = parseCensus(`${id}/census.csv`, read(`${id}/census.csv`), times.moment, problems)
  const vital = parseVital(`${id}/vital.csv`, read(`${id}/vital.csv`), times, sources, problems)
  if (census === undefined || vital === undefined) throw new PackError(id, problems)
  // The pack keeps six decimals of the factor, and the cohorts are those of the factor kept.
  const solved = deriveTable(region.kind, census, vital).cohorts.factor
  return deriveTable(region.kind, census, vital, Number(solved.toFixed(6)))
}

const replaceValue = (text: string, name: string, labels: string, value: number): string =>
  text.replace(new RegExp(`^(${name},${labels},)[^,]*,`, 'm'), `$1${value},`)

/** The figures of an area with the import propensities of its input-output table, to three decimals. */
export const withPropensities = (figures: string, table: string): string => {
  const { mostLocal, middle, table: ofTable } = importPropensities(table)
  const found = { importPropensity: middle, importPropensityLocal: mostLocal, importPropensityTable: ofTable }
  return Object.entries(found).reduce(
    (text, [name, values]) =>
      uses.reduce((so, use) => replaceValue(so, name, `use=${use}`, Number(values[use].toFixed(3))), text),
    figures,
  )
}

const thousands = (values: readonly number[]): string => values.map(value => (1000 * value).toFixed(1)).join(', ')

/** Rewrites the files of a folder; returns what came out, undefined where region.json describes no census. */
export const rewriteFolder = (root: string, id: string): string | undefined => {
  const table = deriveFolder(root, id)
  if (table === undefined) return undefined
  const { factor, netMigration, deaths } = table.cohorts
  writeFileSync(join(root, id, 'cohorts.csv'), formatTable(table))
  const figures = join(root, id, 'figures.csv')
  const before = readFileSync(figures, 'utf8')
  const withFactor = replaceValue(before, 'mortalityFactor', '', factor)
  const tradeTable = join(root, id, 'input-output.csv')
  const after = existsSync(tradeTable) ? withPropensities(withFactor, readFileSync(tradeTable, 'utf8')) : withFactor
  if (after !== before) writeFileSync(figures, after)
  return `${id}: mortalityFactor ${factor}; thousands a year: deaths ${thousands(deaths)}; net migration ${thousands(netMigration)}`
}
