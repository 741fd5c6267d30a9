/**
 * Flows between sectors in a year: output, uses and sales outside of the model, bought in the proportions of the
 * input-output table. Demand for a good beyond what its makers leave in the area is met from outside; what they leave
 * beyond demand goes to the rest of the country, although the model counts it as sold at home: it knows what all
 * industries together sell there, and shares it out by the table.
 */

import { type Reader, readRun } from '../../engine/run/reader.ts'
import { goodsOf, type Outlet, saleOutlets } from '../../regions/input-output.ts'
import { sumOf } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type AreaTable, areaTables, industriesOf } from './area-table.ts'
import { type IndustryQuestion, runInput } from './industry-table.ts'
import { plainRun } from './shocks.ts'

/** Uses at home besides those of the sectors. What the public sector does not sell it provides to all. */
export const homeUses = ['consumption', 'investment', 'building', 'purchases', 'provided'] as const

/** Kinds of demand of the model in each use at home. */
const outletsOfUse: Readonly<Record<(typeof homeUses)[number], readonly Outlet[]>> = {
  consumption: ['consumption'],
  investment: ['investment', 'robots'],
  building: ['building'],
  purchases: ['purchases'],
  provided: [],
}

/** Billion a year at prices of the start, gross. */
export interface Flows {
  readonly year: number
  readonly sectors: readonly string[]
  /** Sold at home by sector, to the sectors and then to the uses at home. */
  readonly home: ReadonlyArray<readonly number[]>
  /** Sold outside by sector, to the partners. */
  readonly sold: ReadonlyArray<readonly number[]>
  /** Bought outside by the sectors and then by the uses at home. */
  readonly bought: readonly number[]
  readonly valueAdded: readonly number[]
  readonly output: readonly number[]
}

const added = (rows: ReadonlyArray<readonly number[]>): number[] =>
  rows[0]!.map((_, at) => sumOf(rows.map(row => row[at]!)))

const nation = saleOutlets.indexOf('nation')

const record = [
  'outputOfIndustry',
  'exportsOfIndustry',
  'industrySellers',
  'soldOutside',
  'demandOfUse',
  'primaryOutput',
  'oilOutput',
  'publicOutput',
] as const

/** Value added of the sectors whose output the model takes as given. */
const givenOutput: Readonly<Record<string, (typeof record)[number]>> = {
  farming: 'primaryOutput',
  oil: 'oilOutput',
  public: 'publicOutput',
}

const flowsOfArea = (
  { area, table, shares }: AreaTable,
  read: Reader,
  year: number,
  industries: readonly string[],
): Omit<Flows, 'year' | 'sectors'> => {
  const { sectors } = table
  const of = (name: (typeof record)[number], ...labels: readonly string[]): number =>
    read.mean(name, year, area, ...labels)
  const valueAdded = sectors.map(sector =>
    industries.includes(sector) ? of('outputOfIndustry', sector) : of(givenOutput[sector]!),
  )
  const output = valueAdded.map((value, at) => value / table.valueAdded[at]!)
  const uses = homeUses.map(use =>
    added([
      sectors.map(() => 0),
      ...outletsOfUse[use].map(outlet => {
        const bought = of('demandOfUse', outlet)
        return goodsOf(table, outlet).map(part => part * bought)
      }),
    ]),
  )
  const rows = sectors.map((sector, at) => {
    const wanted = [...output.map((value, buyer) => table.inputs[at]![buyer]! * value), ...uses.map(use => use[at]!)]
    const all = sumOf(wanted)
    const made = output[at]!
    const byPartner = saleOutlets.map(sale =>
      industries.includes(sector) ? of('industrySellers', sector, sale) * of('soldOutside', sale) : 0,
    )
    const others = sumOf(byPartner) - byPartner[nation]!
    if (industries.includes(sector)) byPartner[nation] = of('exportsOfIndustry', sector) - others
    const outside = sumOf(byPartner)
    // The model's sales outside beyond what is made are goods that pass through.
    const kept = outside === 0 ? 0 : Math.min(1, made / outside)
    // Sectors with given output supply the share of the table; all others what they do not sell outside.
    const left = industries.includes(sector) ? made - kept * outside : shares[at]! * all
    const supplied = Math.min(left, all, made)
    const rest = Math.max(0, made - kept * outside - supplied)
    const home = wanted.map(value => (all === 0 ? 0 : (value / all) * supplied))
    const missing = wanted.map((value, buyer) => value - home[buyer]!)
    return sector === 'public'
      ? { home: [...home.slice(0, -1), rest], missing, sold: byPartner }
      : { home, missing, sold: byPartner.map((value, partner) => kept * value + (partner === nation ? rest : 0)) }
  })
  return {
    home: rows.map(({ home }) => home),
    sold: rows.map(({ sold }) => sold),
    bought: added(rows.map(({ missing }) => missing)),
    valueAdded,
    output,
  }
}

/**
 * Of the region, what its areas sell each other counting as outside, or of an area. Throws a UsageError where the region
 * has no input-output table.
 */
export const industryFlows = (open: OpenRegion, question: Omit<IndustryQuestion, 'members' | 'seed'>): Flows => {
  const { year, area, assumptions = {} } = question
  const plain = plainRun(open, { assumptions })
  const tables = areaTables(open, plain).filter(own => area === undefined || own.area === area)
  const read = readRun(open.simulator.run({ ...runInput(open, question, plain), record }))
  const found = tables.map(own => flowsOfArea(own, read, year, industriesOf(open)))
  return {
    year,
    sectors: tables[0]!.table.sectors,
    home: found[0]!.home.map((_, at) => added(found.map(({ home }) => home[at]!))),
    sold: found[0]!.sold.map((_, at) => added(found.map(({ sold }) => sold[at]!))),
    bought: added(found.map(({ bought }) => bought)),
    valueAdded: added(found.map(({ valueAdded }) => valueAdded)),
    output: added(found.map(({ output }) => output)),
  }
}
