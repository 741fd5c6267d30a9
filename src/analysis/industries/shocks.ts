/** Shocks to the external sales of a region: the text, the industries affected, and the figures of the model that change. */

import { type Reader, readRun } from '../../engine/run/reader.ts'
import type { SetChange, RunInput } from '../../engine/run.ts'
import { type Assumptions, leversOf, type Policy } from '../../engine/scenario.ts'
import { UsageError } from '../../language/messages.ts'
import { goodsOf, localInverse, saleOutlets } from '../../regions/input-output.ts'
import { sumOf } from '../runs/quantiles.ts'
import { packageStart } from '../../model/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { unknownWord } from '../../language/usage.ts'
import { type AreaTable, industriesOf, tableRecord, givenTables } from './area-table.ts'
import { messages as industryMessages } from '../../texts/industry.ts'
import { plant, readShock, restrictions, shockedVariables, type ShockText } from './shock-text.ts'

type Sale = (typeof saleOutlets)[number]

export interface SaleShock {
  readonly variable: string
  /** All areas of the region when absent. */
  readonly area?: string
  /** All sellers when absent. */
  readonly industry?: string
  /** Relative change, -1 for -100 %; for a plant, billion a year of sales; for a restriction, the lever's value. */
  readonly change: number
  /** The year from whose start on it holds. */
  readonly from: number
}

const isOf = (one: SaleShock, area: string, sale: Sale): boolean =>
  !restrictions.includes(one.variable) &&
  (one.area === undefined || one.area === area) &&
  (one.variable === plant ? sale === 'nation' : shockedVariables[one.variable]!.includes(sale))

/** The levers that hold under the shocks. */
export const restrictionsOf = (shocks: readonly SaleShock[]): Policy =>
  Object.fromEntries(
    shocks
      .filter(({ variable }) => restrictions.includes(variable))
      .map(({ variable, change, from }) => [variable, { value: change, start: from, ramp: 0 }]),
  )

const parseRestriction = (
  { linked }: Pick<OpenRegion, 'linked'>,
  text: string,
  { variable, labels, amount, from = packageStart }: ShockText,
): SaleShock => {
  const { bounds, unit } = leversOf(linked).get(variable)!
  const change = unit === 'share' ? amount / 100 : amount
  if (labels.length > 0 || change < bounds[0] || change > bounds[1]) {
    const [least, most] = bounds.map(bound => String(unit === 'share' ? 100 * bound : bound))
    throw new UsageError(industryMessages.restrictionBounds({ text, variable, least: least!, most: most! }))
  }
  return { variable, change, from }
}

/** 'exportsRussia=-100%', 'exportsCars[CN-JL]=20%', 'exportsWorld[CN-LN,machinery]=-30%', 'plant[CN-JL,vehicles]=-20bn'. */
export const parseShock = (open: Pick<OpenRegion, 'region' | 'linked' | 'simulator'>, text: string): SaleShock => {
  const { region, simulator } = open
  const read = readShock(text)
  if (read === undefined) throw new UsageError(industryMessages.shockForm({ text }))
  const { variable, labels, amount, unit, from = packageStart } = read
  const [first, last] = [Math.floor(region.start), simulator.horizon.end - 1]
  if (from < first || from > last)
    throw new UsageError(industryMessages.shockOutside({ text, first: String(first), last: String(last) }))
  if (restrictions.includes(variable)) return parseRestriction(open, text, read)
  if (variable !== plant && !Object.hasOwn(shockedVariables, variable)) {
    const known = [...Object.keys(shockedVariables), plant, ...restrictions]
    throw new UsageError(industryMessages.shockUnknown({ word: variable, known: known.join(', ') }))
  }
  const industries = industriesOf(open)
  const industry = labels.find(label => industries.includes(label))
  const [area, ...others] = labels.filter(label => label !== industry)
  if (area !== undefined && !region.areas.includes(area)) {
    throw unknownWord('area', area, [...region.areas, ...industries])
  }
  if (others.length > 0 || (variable === plant && (area === undefined || industry === undefined))) {
    throw new UsageError(industryMessages.shockForm({ text }))
  }
  const change = unit === 'bn' ? amount : amount / 100
  if (unit === '%' && change < -1) throw new UsageError(industryMessages.shockBelow({ text }))
  return {
    variable,
    ...(area === undefined ? {} : { area }),
    ...(industry === undefined ? {} : { industry }),
    change,
    from,
  }
}

/**
 * A kind of sale of the area after the shocks, by the sector that sells, from `sold` in all before them; a plant has
 * grown by `growthSince` its first year. Shocks of the same sales follow one another.
 */
export const soldAfter = (
  shocks: readonly SaleShock[],
  { area, table }: Pick<AreaTable, 'area' | 'table'>,
  sale: Sale,
  sold: number,
  growthSince: (from: number) => number = () => 1,
): number[] => {
  const own = shocks.filter(one => isOf(one, area, sale))
  return own.reduce(
    (now, { variable, industry, change, from }) => {
      const only = industry === undefined ? undefined : table.sectors.indexOf(industry)
      const changed = (value: number): number =>
        variable === plant ? Math.max(0, value + change * growthSince(from)) : value * (1 + change)
      return now.map((value, at) => (only === undefined || at === only ? changed(value) : value))
    },
    goodsOf(table, sale).map(part => part * sold),
  )
}

/**
 * Throws a UsageError where the industry of a shock sells nothing of what the shock changes in any of its areas, or less
 * to the rest of the country at the start than the plant that closes. `read` is a run without shocks.
 */
export const checkShocks = (
  { region }: Pick<OpenRegion, 'region'>,
  shocks: readonly SaleShock[],
  tables: readonly AreaTable[],
  read: Reader,
): void => {
  const addressed = shocks.filter(({ industry }) => industry !== undefined)
  for (const { variable, area, industry, change } of addressed) {
    const sold = (sales: readonly Sale[], of: (area: string) => number): number =>
      sumOf(
        tables
          .filter(one => area === undefined || one.area === area)
          .flatMap(one =>
            sales.map(sale => goodsOf(one.table, sale)[one.table.sectors.indexOf(industry!)]! * of(one.area)),
          ),
      )
    if (variable === plant) {
      const most = sold(['nation'], own => read.at('exportsNationStart', region.start, own))
      if (most + change >= 0) continue
      const said = { area: area!, industry: industry!, asked: String(-change), most: most.toFixed(1) }
      throw new UsageError(industryMessages.plantAbove(said))
    }
    if (sold(shockedVariables[variable]!, () => 1) === 0) {
      throw new UsageError(industryMessages.shockSellsNothing({ variable, industry: industry! }))
    }
  }
}

/** Shares of the market industries in the value added that a unit sold by each sector leaves in the area. */
const contentOfSellers = ({ table, shares }: AreaTable, industries: readonly string[]): number[][] => {
  const inverse = localInverse(table, shares)
  const rows = industries.map(industry => table.sectors.indexOf(industry))
  return table.sectors.map((_, seller) => {
    const values = rows.map(row => inverse[row]![seller]! * table.valueAdded[row]!)
    const total = sumOf(values)
    return values.map(value => value / total)
  })
}

const startNames = [
  'exportsRussiaCarsStart',
  'exportsRussiaStart',
  'exportsAbroadStart',
  'exportsNationStart',
  'defenceStart',
  'tourismStart',
  'contentWeight',
  'industrySellers',
] as const

/** Names that the tables of a run and its shocked start are read from. */
const startRecord: readonly string[] = [...tableRecord, ...startNames, 'soldOutside']

/**
 * A run without shocks, under current policy unless another is given, for its tables, its shocked start and what else is recorded. Throws a
 * UsageError where the region has no table: its model has no industries to record.
 */
export const plainRun = (
  open: OpenRegion,
  input: Pick<RunInput, 'assumptions' | 'policy' | 'sampled' | 'shocks' | 'observe'>,
  record: readonly string[] = [],
): Reader => {
  givenTables(open)
  return readRun(open.simulator.run({ ...input, record: [...new Set([...startRecord, ...record])] }))
}

/**
 * Figures of the start that are others from the year of each shock on, once the start is solved without them. `read` is a
 * run with the same parameters and without shocks.
 */
export const shockChanges = (
  open: Pick<OpenRegion, 'region' | 'linked'>,
  shocks: readonly SaleShock[],
  tables: readonly AreaTable[],
  read: Reader,
): SetChange[] =>
  [...new Set(shocks.map(({ from }) => from))]
    .toSorted((a, b) => a - b)
    .map(from => {
      const known = shocks.filter(one => one.from <= from)
      return { from, values: shockedStart(open, known, tables, read) }
    })

/**
 * Figures of the start that make the shocks: sales, and, where a shock meets one industry, who earns from them. Sales of
 * a plant are given as of its first year.
 */
export const shockedStart = (
  open: Pick<OpenRegion, 'region' | 'linked'>,
  shocks: readonly SaleShock[],
  tables: readonly AreaTable[],
  read: Reader,
): Assumptions => {
  const { region } = open
  const industries = industriesOf(open)
  /** Sales of a kind at the start, divided by those of the year. */
  const sinceStart = (area: string, sale: Sale, year: number): number => {
    const [first, then] = [region.start, year].map(one => read.at('soldOutside', one, area, sale)) as [number, number]
    return then === 0 ? 1 : first / then
  }
  const entries = tables.flatMap(own => {
    const { area, table } = own
    const [cars, russia, abroad, nation, defence, visitors] = startNames
      .slice(0, 6)
      .map(name => read.at(name, region.start, area)) as [number, number, number, number, number, number]
    const before = { cars, russia: russia - cars, world: abroad - russia, nation, defence, visitors }
    const after = Object.fromEntries(
      saleOutlets.map(sale => [sale, soldAfter(shocks, own, sale, before[sale], from => sinceStart(area, sale, from))]),
    )
    // As a ratio, so that no shock is no change to the last bit.
    const sum = (sale: Sale): number => {
      const all = sumOf(goodsOf(table, sale).map(part => part * before[sale]))
      return all === 0 ? before[sale] : before[sale] * (sumOf(after[sale]!) / all)
    }
    const russiaNow = sum('cars') + sum('russia')
    const now = [sum('cars'), russiaNow, russiaNow + sum('world'), sum('nation'), sum('defence'), sum('visitors')]
    const mixes = saleOutlets.filter(sale => shocks.some(one => one.industry !== undefined && isOf(one, area, sale)))
    const content = mixes.length === 0 ? [] : contentOfSellers(own, industries)
    return [
      ...now.map((value, at) => [`${startNames[at]!}[${area}]`, value] as const),
      ...mixes.flatMap(sale => {
        const goods = goodsOf(table, sale)
        const moved = after[sale]!.map((value, at) => value - goods[at]! * before[sale])
        const earned = industries.map((industry, at) =>
          Math.max(
            0,
            read.at('contentWeight', region.start, area, industry, sale) * before[sale] +
              sumOf(moved.map((value, seller) => value * content[seller]![at]!)),
          ),
        )
        const sellers = industries.map(industry => after[sale]![table.sectors.indexOf(industry)]!)
        const [all, sold] = [sumOf(earned), sumOf(sellers)]
        return industries.flatMap((industry, at) => [
          ...(all > 0 ? [[`contentWeight[${area},${industry},${sale}]`, earned[at]! / all] as const] : []),
          ...(all > 0 && sale === 'nation' ? [[`contentNation[${area},${industry}]`, earned[at]! / all] as const] : []),
          ...(sold > 0 ? [[`industrySellers[${area},${industry},${sale}]`, sellers[at]! / sold] as const] : []),
        ])
      }),
    ]
  })
  return Object.fromEntries(entries)
}
