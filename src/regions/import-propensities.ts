/** Derives the import propensities of an area from its input-output table, for figures.csv and for its test. */

import {
  goodsOf,
  isGiven,
  localInverse,
  middleShares,
  mostLocal,
  type Outlet,
  parseInputOutput,
  saleOutlets,
} from './input-output.ts'
import type { InputOutputTable } from './types.ts'
import { PackError, type PackProblem } from './problems.ts'

/** Kinds of demand, as the model's dimension `use` has them. */
export const uses = [
  'consumption',
  'investment',
  'robots',
  'building',
  'purchases',
  'abroad',
  'nation',
  'visitors',
] as const
type Use = (typeof uses)[number]

export interface Propensities {
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
