/** Rewrites what a folder derives: cohorts.csv and the mortality factor from its census, propensities from its table. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CohortTable, deriveTable, formatTable, isCounted, readCounts } from './derivation.ts'
import { Folder } from './folder.ts'
import { messages as fix } from '../texts/fix.ts'
import { PackError, type PackProblem } from './problems.ts'
import { readFrom } from './read.ts'
import type { ReadText, InputOutputTable } from './types.ts'
import {
  goodsOf,
  isGiven,
  localInverse,
  middleShares,
  mostLocal,
  type Outlet,
  parseInputOutput,
  saleOutlets,
  uses,
} from './input-output.ts'

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

type Use = (typeof uses)[number]

interface Propensities {
  /** With no purchase from outside of a good that the area makes itself. */
  readonly mostLocal: Readonly<Record<Use, number>>
  /** Purchase shares half-way between the two. */
  readonly middle: Readonly<Record<Use, number>>
  /** With the purchase shares of the table. */
  readonly table: Readonly<Record<Use, number>>
}

/** Sales abroad are those to the world, with cars and arms in them. */
const outletOf = (use: Use): Outlet => (use === 'abroad' ? 'world' : use)

/**
 * The import propensity of a use is 1 less the value added of the area's market sectors in a unit of the use:
 * v·(1 - R·A)⁻¹·R·b, with value added v, inputs A, purchase shares R and the goods b of the use. Of what the area sells
 * itself the first buyer is outside, so only the inputs of the seller can be imported.
 */
const propensitiesWith = (table: InputOutputTable, shares: readonly number[]): Record<Use, number> => {
  const { sectors, valueAdded } = table
  const inverse = localInverse(table, shares)
  const embodied = sectors.map((_, good) =>
    sectors.reduce((sum, sector, at) => sum + (isGiven(sector) ? 0 : valueAdded[at]! * inverse[at]![good]!), 0),
  )
  const contentOf = (use: Use): number => {
    const outlet = outletOf(use)
    const isSale = (saleOutlets as readonly string[]).includes(outlet)
    const goods = goodsOf(table, outlet)
    return goods.reduce((sum, part, good) => sum + embodied[good]! * (isSale ? 1 : shares[good]!) * part, 0)
  }
  return Object.fromEntries(uses.map(use => [use, 1 - contentOf(use)])) as Record<Use, number>
}

/** Throws a PackError on a table that cannot be. */
export const importPropensities = (text: string): Propensities => {
  const problems: PackProblem[] = []
  const table = parseInputOutput({ file: 'input-output.csv', text, problems })
  if (table === undefined) throw new PackError('', problems)
  return {
    mostLocal: propensitiesWith(
      table,
      table.localTable.map((share, at) => mostLocal(share, table.localMost[at]!)),
    ),
    middle: propensitiesWith(table, middleShares(table)),
    table: propensitiesWith(table, table.localTable),
  }
}

/** The figures of an area with the import propensities of its input-output table, to three decimals.
 * @internal
 */
export const withPropensities = (figures: string, table: string): string => {
  const propensities = importPropensities(table)
  const { middle: importPropensity, mostLocal: importPropensityLocal, table: importPropensityTable } = propensities
  const found = { importPropensity, importPropensityLocal, importPropensityTable }
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
