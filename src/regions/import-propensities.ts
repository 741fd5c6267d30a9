/** Derives the import propensities of an area from its input-output table, for figures.csv and for its test. */

import { csvParseRows } from 'd3-dsv'

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

/** Sectors whose output the model takes as given, so that demand for them counts as an import of the market sector. */
const givenSectors: ReadonlySet<string> = new Set(['farming', 'oil', 'public'])

/** Robots and digital equipment are bought from one sector, and so are buildings. */
const boughtFrom: Partial<Record<Use, string>> = { robots: 'machinery', building: 'construction' }

/** Uses that the area sells itself: the first buyer is outside, so only the inputs of the seller can be imported. */
const soldHere: ReadonlySet<Use> = new Set<Use>(['abroad', 'nation', 'visitors'])

export interface Propensities {
  /** With no purchase from outside of a good that the area makes itself. */
  readonly mostLocal: Readonly<Record<Use, number>>
  /** Purchase shares half-way between the two. */
  readonly middle: Readonly<Record<Use, number>>
  /** With the purchase shares of the table. */
  readonly table: Readonly<Record<Use, number>>
}

interface Table {
  readonly sectors: readonly string[]
  readonly of: (row: string, column: string) => number
}

/** Columns: selling sectors by buying sector and by use; the last rows give value added and purchase shares by sector. */
const parseTable = (text: string): Table => {
  const [header = [], ...lines] = csvParseRows(text)
  const columns = new Map(header.map((name, index) => [name, index]))
  const rows = new Map(lines.map(line => [line[0] ?? '', line]))
  const sectors = header.filter(name => rows.has(name))
  const of = (row: string, column: string): number => {
    const value = Number(rows.get(row)?.[columns.get(column) ?? Number.NaN] || Number.NaN)
    if (!Number.isFinite(value)) throw new Error(`The input-output table has no number for ${row}, ${column}.`)
    return value
  }
  return { sectors, of }
}

/** Solves x·(1 - matrix) = right by elimination; a table of inputs below 1 needs no change of pivot. */
const solveRow = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const size = right.length
  const rows = right.map((value, to) => [...right.map((_, from) => (from === to ? 1 : 0) - matrix[from]![to]!), value])
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      rows[row] = rows[row]!.map((value, column) => value - factor * rows[pivot]![column]!)
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!)
}

/**
 * The import propensity of a use is 1 less the value added of the area's market sectors in a unit of the use:
 * v·(1 - R·A)⁻¹·R·b, with value added v, inputs A, purchase shares R and the goods b of the use.
 */
const propensitiesWith = ({ sectors, of }: Table, localShare: (sector: string) => number): Record<Use, number> => {
  const local = sectors.map(from => sectors.map(to => localShare(from) * of(from, to)))
  const valueAdded = sectors.map(sector => (givenSectors.has(sector) ? 0 : of('valueAdded', sector)))
  const embodied = solveRow(local, valueAdded)
  const contentOf = (use: Use): number => {
    const only = boughtFrom[use]
    // Public purchases are those from firms: what the public sector makes itself is no purchase.
    const goods = sectors.map(sector => {
      if (only !== undefined) return sector === only ? 1 : 0
      return use === 'purchases' && sector === 'public' ? 0 : of(sector, use)
    })
    const total = goods.reduce((sum, part) => sum + part, 0)
    const bought = (index: number): number => (soldHere.has(use) ? 1 : localShare(sectors[index]!))
    return goods.reduce((sum, part, index) => sum + (embodied[index]! * bought(index) * part) / total, 0)
  }
  return Object.fromEntries(uses.map(use => [use, 1 - contentOf(use)])) as Record<Use, number>
}

export const importPropensities = (text: string): Propensities => {
  const table = parseTable(text)
  const inTable = (sector: string): number => table.of('localTable', sector)
  // The bound of output over use can lie below a share that was observed; then the share is the bound.
  const most = (sector: string): number => Math.max(inTable(sector), table.of('localMost', sector))
  return {
    mostLocal: propensitiesWith(table, most),
    middle: propensitiesWith(table, sector => (inTable(sector) + most(sector)) / 2),
    table: propensitiesWith(table, inTable),
  }
}
