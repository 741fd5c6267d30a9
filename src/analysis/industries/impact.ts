/**
 * Effects of a change of sales outside on the industries of a region: direct, indirect and induced effects by the
 * input-output table, and beside them those of the whole model, from a run with the shock and one without.
 */

import { memberInput } from '../../engine/ensemble.ts'
import { readRun, type Reader } from '../../engine/run/reader.ts'
import type { RunInput } from '../../engine/run.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { goodsOf, localInverse, outputFor, saleOutlets } from '../../regions/input-output.ts'
import { sumOf, bandOf } from '../runs/quantiles.ts'
import { type Division, reasonsOf } from '../explain/reasons.ts'
import { valuesOfRun } from '../explain/tree.ts'
import type { Band } from '../words/numbers.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type AreaTable, areaTables, industriesOf, spendingOf, spendingRecord } from './area-table.ts'
import { checkShocks, plainRun, restrictionsOf, type SaleShock, shockChanges, soldAfter } from './shocks.ts'
import { eachOf, type Steps } from './steps.ts'

/** The parts add up to the total exactly. */
export interface ImpactParts {
  /** Of the sellers themselves. */
  readonly direct: number
  /** Of their suppliers, and so on. */
  readonly indirect: number
  /** Of what households buy of the wages earned, and so on. */
  readonly induced: number
  readonly total: number
}

export interface ModelImpact {
  readonly valueAdded: number
  readonly employed: number
}

export interface SectorImpact {
  /** An industry of the model, farming, oil or public. */
  readonly sector: string
  /** Value added, billion a year at prices of the start. */
  readonly valueAdded: ImpactParts
  /** Million employed. */
  readonly employed: ImpactParts
  /** Results of the whole model for the industry in each of the years; absent for what is no market industry. */
  readonly model?: readonly ModelImpact[]
}

/** A change by the whole model, in each of the years. */
export interface ModelChange {
  readonly variable: string
  /** Its sentence in the model. */
  readonly doc: string
  readonly unit: string
  /** True: changes are relative. */
  readonly relative: boolean
  readonly at: readonly number[]
}

export interface Impact {
  readonly shocks: readonly SaleShock[]
  readonly year: number
  /** Change of sales outside in the year, billion a year, gross. */
  readonly sales: number
  /** Market output and gross product without the shock, billion a year. */
  readonly output: number
  readonly sectors: readonly SectorImpact[]
  readonly total: {
    readonly valueAdded: ImpactParts
    readonly employed: ImpactParts
    readonly model: readonly ModelImpact[]
  }
  /** The first year of the shock, the year asked for, and the last of the run. */
  readonly years: readonly number[]
  readonly changes: readonly ModelChange[]
  /** Of simulations with drawn parameters and shocks; absent without them. */
  readonly bands?: ImpactBands
}

interface ImpactBand {
  /** Value added by the table, in all. */
  readonly table: Band
  /** By the whole model, in each of the years; absent for what is no market industry. */
  readonly model?: ReadonlyArray<{ readonly valueAdded: Band; readonly employed: Band }>
}

/** 10 % of the simulations are below `low`, 10 % above `high`. */
export interface ImpactBands {
  readonly members: number
  /** In the order of `sectors`. */
  readonly sectors: readonly ImpactBand[]
  readonly total: ImpactBand
  /** In the order of `changes`, each in the years. */
  readonly changes: ReadonlyArray<readonly Band[]>
}

/** The total is the sum of the parts, so that they add up to the bit. */
const partsOf = (direct: number, indirect: number, induced: number): ImpactParts => ({
  direct,
  indirect,
  induced,
  total: direct + indirect + induced,
})

const added = (parts: readonly ImpactParts[]): ImpactParts =>
  partsOf(
    sumOf(parts.map(({ direct }) => direct)),
    sumOf(parts.map(({ indirect }) => indirect)),
    sumOf(parts.map(({ induced }) => induced)),
  )

interface AreaImpact {
  readonly sales: number
  readonly valueAdded: readonly ImpactParts[]
  readonly employed: readonly ImpactParts[]
}

/** By sector of the table. `sold` is the change of what each sells outside. */
const impactByTable = ({ table, shares, jobs }: AreaTable, sold: readonly number[], spending: number): AreaImpact => {
  const suppliers = outputFor(localInverse(table, shares), sold)
  const all = outputFor(localInverse(table, shares, spending), sold)
  const valueAdded = sold.map((direct, at) => {
    const share = table.valueAdded[at]!
    return partsOf(direct * share, (suppliers[at]! - direct) * share, (all[at]! - suppliers[at]!) * share)
  })
  const employed = valueAdded.map(({ direct, indirect, induced }, at) =>
    partsOf(direct * jobs[at]!, indirect * jobs[at]!, induced * jobs[at]!),
  )
  return { sales: sumOf(sold), valueAdded, employed }
}

/** Variables of the whole model that are shown for the region: relative changes of levels, others as they are. */
const shown: ReadonlyArray<readonly [variable: string, relative: boolean]> = [
  ['regionOutput', true],
  ['regionEmployed', true],
  ['regionUnemployment', false],
  ['regionRealWage', true],
  ['price', true],
  ['regionResidents', true],
  ['regionOwnRevenue', true],
  ['regionPensionGapToGdp', false],
  ['regionProvinceBalance', false],
  ['regionDebtToGdp', false],
]

/** Prices have no regional figure: an area's is weighted by its output. */
const readingOf = (read: Reader, variable: string, areas: readonly string[], year: number): number => {
  if (variable !== 'price') return read.mean(variable, year)
  const weights = areas.map(area => read.mean('output', year, area))
  return sumOf(areas.map((area, at) => read.mean('price', year, area) * weights[at]!)) / sumOf(weights)
}

type Found = Omit<Impact, 'bands'>

const record: readonly string[] = [
  ...new Set([
    ...spendingRecord,
    ...shown.map(([variable]) => variable),
    'soldOutside',
    'output',
    'outputOfIndustry',
    'employmentOfIndustry',
  ]),
]

/** The impact with the parameters and shocks of one run; `before` is that run without the shocks. */
const impactWith = (
  open: OpenRegion,
  shocks: readonly SaleShock[],
  year: number,
  input: Pick<RunInput, 'assumptions' | 'policy' | 'sampled' | 'shocks'>,
  before = plainRun(open, input, record),
): Found => {
  const { region, linked, simulator } = open
  const industries = industriesOf(open)
  const tables = areaTables(open, before)
  const restricting = restrictionsOf(shocks)
  const restrictions = Object.keys(restricting).length
  const policy = { ...input.policy, ...restricting }
  // The loss of sales by restrictions is that of a run with them alone.
  const restricted = restrictions === 0 ? before : readRun(simulator.run({ ...input, record, policy }))
  const changes = shockChanges(open, shocks, tables, before)
  const after =
    restrictions === shocks.length ? restricted : readRun(simulator.run({ ...input, record, policy, changes }))
  const groups = linked.dimensions.get('group')!.labels
  const inForce = shocks.filter(({ from }) => from <= year)
  const byArea = tables.map(own => {
    const kinds = saleOutlets.map(sale => {
      const sold = before.mean('soldOutside', year, own.area, sale)
      const left = restricted.mean('soldOutside', year, own.area, sale)
      const goods = goodsOf(own.table, sale)
      const growthSince = (from: number): number => {
        const first = before.at('soldOutside', from, own.area, sale)
        return first === 0 ? 1 : sold / first
      }
      return soldAfter(inForce, own, sale, left, growthSince).map((value, at) => value - goods[at]! * sold)
    })
    const sold = own.table.sectors.map((_, at) => sumOf(kinds.map(one => one[at]!)))
    return impactByTable(own, sold, spendingOf(before, own.area, year, groups))
  })
  const { sectors } = tables[0]!.table
  const first = Math.min(...shocks.map(({ from }) => from))
  const years = [...new Set([first, year, simulator.horizon.end - 1])].toSorted((a, b) => a - b)
  const changed = (name: string, industry: string, at: number): number =>
    sumOf(region.areas.map(area => after.mean(name, at, area, industry) - before.mean(name, at, area, industry)))
  const impacts = [...industries, ...sectors.filter(sector => !industries.includes(sector))].map(
    (sector): SectorImpact => {
      const own = tables.map(({ table }, at) => [byArea[at]!, table.sectors.indexOf(sector)] as const)
      const parts = {
        sector,
        valueAdded: added(own.map(([impact, at]) => impact.valueAdded[at]!)),
        employed: added(own.map(([impact, at]) => impact.employed[at]!)),
      }
      if (!industries.includes(sector)) return parts
      const model = years.map(at => ({
        valueAdded: changed('outputOfIndustry', sector, at),
        employed: changed('employmentOfIndustry', sector, at),
      }))
      return { ...parts, model }
    },
  )
  return {
    shocks,
    year,
    sales: sumOf(byArea.map(({ sales }) => sales)),
    output: sumOf(region.areas.map(area => before.mean('output', year, area))),
    sectors: impacts,
    total: {
      valueAdded: added(impacts.map(({ valueAdded }) => valueAdded)),
      employed: added(impacts.map(({ employed }) => employed)),
      model: years.map((_, at) => ({
        valueAdded: sumOf(impacts.map(({ model }) => model?.[at]?.valueAdded ?? 0)),
        employed: sumOf(impacts.map(({ model }) => model?.[at]?.employed ?? 0)),
      })),
    },
    years,
    changes: shown.map(([variable, relative]): ModelChange => {
      const at = years.map(one => {
        const [from, to] = [before, after].map(read => readingOf(read, variable, region.areas, one))
        return relative ? to! / from! - 1 : to! - from!
      })
      const { doc, unitText } = linked.variables.get(variable)!
      return { variable, doc, unit: unitText, relative, at }
    }),
  }
}

const bandsOf = (central: Found, found: readonly Found[]): ImpactBands => {
  const across = (of: (one: Found) => number): Band => bandOf(found.map(of))
  const models = (of: (one: Found) => readonly ModelImpact[]): ReadonlyArray<{ valueAdded: Band; employed: Band }> =>
    central.years.map((_, at) => ({
      valueAdded: across(one => of(one)[at]!.valueAdded),
      employed: across(one => of(one)[at]!.employed),
    }))
  return {
    members: found.length,
    sectors: central.sectors.map(({ model }, sector) => ({
      table: across(one => one.sectors[sector]!.valueAdded.total),
      ...(model === undefined ? {} : { model: models(one => one.sectors[sector]!.model!) }),
    })),
    total: { table: across(one => one.total.valueAdded.total), model: models(one => one.total.model) },
    changes: central.changes.map((_, row) => central.years.map((__, at) => across(one => one.changes[row]!.at[at]!))),
  }
}

/** Reasons for the change of regional output in the year asked for, in the central run. */
export const impactReasons = (
  open: OpenRegion,
  { shocks, year }: Pick<Impact, 'shocks' | 'year'>,
  { policy, assumptions = {} }: Pick<ImpactSettings, 'policy' | 'assumptions'> = {},
): Division[] => {
  const before: Float64Array[] = []
  const plain = plainRun(open, { assumptions, policy, observe: values => before.push(Float64Array.from(values)) })
  const changes = shockChanges(open, shocks, areaTables(open, plain), plain)
  const after = valuesOfRun(open, { policy: { ...policy, ...restrictionsOf(shocks) }, assumptions, changes })
  return reasonsOf(open, 'regionOutput', year, before, after)
}

interface ImpactSettings {
  /** Under which the region is with and without the shocks; current policy when absent. */
  readonly policy?: Policy
  readonly assumptions?: Assumptions
  /** Simulations for the bands; none when absent. */
  readonly members?: number
  readonly seed?: number
}

/**
 * The impact with central parameters and, of `members` simulations with drawn parameters and shocks, the same in both
 * runs of each, the bands. Stops after each simulation. Throws a UsageError where the region has no input-output table or
 * nobody sells what is shocked.
 */
export function* impactSteps(
  open: OpenRegion,
  shocks: readonly SaleShock[],
  year: number,
  { policy = {}, assumptions = {}, members = 0, seed = 1 }: ImpactSettings = {},
): Steps<Impact> {
  const plain = plainRun(open, { assumptions, policy }, record)
  checkShocks(open, shocks, areaTables(open, plain), plain)
  const central = impactWith(open, shocks, year, { assumptions, policy }, plain)
  if (members === 0) return central
  const inputOf = memberInput(open.linked, open.simulator, { seed, members })
  const found = yield* eachOf(members, member =>
    impactWith(open, shocks, year, { assumptions, policy, ...inputOf(member) }),
  )
  return { ...central, bands: bandsOf(central, found) }
}
