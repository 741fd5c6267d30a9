/** The input-output table of an area adapted to the model: purchase shares, jobs, and household spending. */

import type { Reader } from '../../engine/run/reader.ts'
import { namesOf } from '../../language/typeset.ts'
import { UsageError } from '../../language/messages.ts'
import type { InputOutputTable, RegionData } from '../../regions/types.ts'
import { sharesAt } from '../../regions/input-output.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { messages as industryMessages } from '../../texts/industry.ts'

export interface AreaTable {
  readonly area: string
  readonly table: InputOutputTable
  /** Purchase shares at the model's position between the most local bound and the table. */
  readonly shares: readonly number[]
  /** Million employed per billion of value added, by sector; 0 for a sector whose employed the model does not count. */
  readonly jobs: readonly number[]
}

/** The market industries, in the order of the model. */
export const industriesOf = ({ linked }: Pick<OpenRegion, 'linked'>): readonly string[] =>
  linked.dimensions.get('industry')!.labels

/** The tables of a region by area. Throws a UsageError where it has none. */
export const givenTables = ({ region }: Pick<OpenRegion, 'region'>): Readonly<Record<string, InputOutputTable>> => {
  if (region.inputOutput === undefined) throw new UsageError(industryMessages.noTable({ place: namesOf(region.names) }))
  return region.inputOutput
}

const figure = (region: RegionData, name: string, area: number, industry: number, industries: number): number =>
  region.values[name]!.values[area * industries + industry]!

/** Names that `areaTables` reads. */
export const tableRecord: readonly string[] = ['importPosition']

/** Purchase shares are those of the parameters of a run. Throws a UsageError where the region has no table. */
export const areaTables = (open: Pick<OpenRegion, 'region' | 'linked'>, read: Reader): AreaTable[] => {
  const tables = givenTables(open)
  const { region } = open
  const industries = industriesOf(open)
  const position = read.at('importPosition', region.start)
  return region.areas.map((area, at) => {
    const table = tables[area]!
    const jobs = table.sectors.map(sector => {
      const industry = industries.indexOf(sector)
      const of = (name: string): number => figure(region, name, at, industry, industries.length)
      if (industry >= 0)
        return of('industryOutputBaseYear') === 0 ? 0 : of('industryEmployedBaseYear') / of('industryOutputBaseYear')
      const given = (name: string): number => region.values[name]!.values[at]!
      if (sector === 'farming')
        return given('agricultureEmploymentStart') / Math.max(given('primaryOutputBaseYear'), 1e-9)
      if (sector === 'public') return given('publicEmploymentStart') / Math.max(given('publicOutputBaseYear'), 1e-9)
      return 0
    })
    return { area, table, shares: sharesAt(table, position), jobs }
  })
}

/** Names that `spendingOf` reads. */
export const spendingRecord: readonly string[] = [
  'wageShare',
  'wageBill',
  'employeeContributions',
  'incomeTax',
  'consumption',
  'price',
  'disposableIncome',
]

/**
 * Spending of households out of a unit of value added in a year: the share of wages in it, after contributions and tax,
 * times the share of their income that they spend on average.
 */
export const spendingOf = (read: Reader, area: string, year: number, groups: readonly string[]): number => {
  const of = (name: string, ...labels: readonly string[]): number => read.mean(name, year, area, ...labels)
  const income = groups.reduce((sum, group) => sum + of('disposableIncome', group), 0)
  const kept = 1 - (of('employeeContributions') + of('incomeTax')) / of('wageBill')
  return (of('wageShare') * kept * of('price') * of('consumption')) / income
}
