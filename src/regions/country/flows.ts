/**
 * Trade and moves between the areas of a country: both fall with distance (gravity), and are scaled until the sums that
 * leave and reach every area are those of the tables (iterative proportional fitting).
 */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { sum } from '../cohorts.ts'
import { PackError } from '../problems.ts'
import type { CountryArea, CountryTables, MoneyTable } from './tables.ts'

/** A row of flows.csv: the share of `to` in what leaves `from`. */
interface FlowRow {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly value: number
  /** Unit, evidence and id of the source. */
  readonly origin: readonly [unit: string, evidence: string, source: string]
}

/** Sums that leave and that reach each area, in the order of the areas: CNY bn/year or person m in five years. */
interface Margins {
  readonly out: readonly number[]
  readonly in: readonly number[]
}

/** Rows and columns in the order of the areas; row: where it comes from, column: where it goes. */
type Pairs = ReadonlyArray<readonly number[]>

/** Radius of the earth, km. */
const radius = 6371

/** Length of the great circle between the capitals of two areas, km. */
const distance = (one: CountryArea, two: CountryArea): number => {
  const [y1, y2, x] = [one.latitude, two.latitude, one.longitude - two.longitude].map(angle => (angle * Math.PI) / 180)
  const cosine = Math.sin(y1!) * Math.sin(y2!) + Math.cos(y1!) * Math.cos(y2!) * Math.cos(x!)
  return radius * Math.acos(Math.min(1, cosine))
}

/** Size of the origin times size of the destination over km between them, 0 within an area; in any unit. */
const gravity = (areas: readonly CountryArea[], from: readonly number[], to: readonly number[]): Pairs =>
  areas.map((one, row) =>
    areas.map((two, column) => (row === column ? 0 : (from[row]! * to[column]!) / distance(one, two))),
  )

/** Columns are met to so much, of themselves. */
const tolerance = 1e-10
const mostRounds = 10_000

/**
 * The pairs scaled by row and by column until rows sum to `out` and columns to `in`, which is scaled to the total of
 * `out` first; in the unit of the margins.
 */
const balanced = (pairs: Pairs, margins: Margins): Pairs => {
  const scale = sum([...margins.out]) / sum([...margins.in])
  let flows = pairs
  for (let round = 0; round < mostRounds; round++) {
    flows = flows.map((row, at) => row.map(value => (value * margins.out[at]!) / sum(row)))
    const factors = margins.in.map((wanted, at) => (wanted * scale) / sum(flows.map(row => row[at]!)))
    if (factors.every(factor => Math.abs(factor - 1) < tolerance)) return flows
    flows = flows.map(row => row.map((value, at) => value * factors[at]!))
  }
  throw new Error('No flows between the areas meet what leaves and what reaches each of them.')
}

/** A column of the input-output table over all products, CNY bn/year. */
const ofProducts = (table: MoneyTable, column: string): number =>
  sum([...table].flatMap(([row, cells]) => (/^\d/.test(row) ? [cells[column] ?? 0] : [])))

/** Of all products, CNY bn/year. */
const valueAdded = (table: MoneyTable): number =>
  sum(
    [...table].flatMap(([row, cells]) =>
      row.startsWith('VA')
        ? Object.entries(cells).flatMap(([column, value]) => (/^\d/.test(column) ? [value] : []))
        : [],
    ),
  )

/**
 * Above it sales to other areas, or purchases from them, are goods that pass through, which some tables count: those of
 * Chongqing are four times its value added (assumed).
 */
const mostOfValueAdded = 1.5

/** Sales of area to area, CNY bn/year, from sales `OF` and purchases `IF` of the input-output tables. */
const trade = ({ areas, inputOutput }: CountryTables): Pairs => {
  const tables = areas.map(({ id }) => inputOutput.get(id)!)
  const sizes = tables.map(valueAdded)
  const [out, into] = ['OF', 'IF'].map(column =>
    tables.map((table, at) => Math.min(mostOfValueAdded * sizes[at]!, ofProducts(table, column))),
  )
  return balanced(gravity(areas, sizes, sizes), { out: out!, in: into! })
}

/** End of the five years that the survey of migration asks about. */
const surveyed = 2015

/** Moves of area to area, person m in five years, from arrivals and departures of `tables/series.csv`. */
const moves = ({ areas, series }: CountryTables): Pairs => {
  const [out, into] = ['departures5Years', 'arrivals5Years'].map(name =>
    areas.map(({ id }): number => {
      const found = series.get(id)?.get(name)?.get(surveyed)?.value
      if (found !== undefined) return found
      const message = fault.figureMissing({ name: `${id} ${name}`, year: surveyed })
      throw new PackError(id, [{ file: 'tables/series.csv', message, fix: fix.addRows() }])
    }),
  )
  return balanced(gravity(areas, out!, into!), { out: out!, in: into! })
}

/** The rows of flows.csv, in order of name, `from` and `to`; the shares of what leaves an area sum to 1. */
export const flowRows = (tables: CountryTables): FlowRow[] => {
  const { areas } = tables
  const rows = (name: string, pairs: Pairs, source: string): FlowRow[] =>
    pairs.flatMap((row, from) =>
      row.flatMap((value, to) =>
        from === to
          ? []
          : [
              {
                name,
                from: areas[from]!.id,
                to: areas[to]!.id,
                value: value / sum([...row]),
                origin: ['share', 'derived', source],
              },
            ],
      ),
    )
  const all = [
    ...rows('tradeShare', trade(tables), 'input-output-tables-2017'),
    ...rows('moveShare', moves(tables), 'gu-kaleidoscope'),
  ]
  const place = ({ name, from, to }: FlowRow): string => `${name} ${from} ${to}`
  return all.toSorted((one, two) => (place(one) < place(two) ? -1 : 1))
}
