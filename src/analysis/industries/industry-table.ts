/** What each industry of a region makes, employs and sells in a year, and its multipliers by the input-output table. */

import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { localInverse } from '../../regions/input-output.ts'
import type { OpenRegion } from '../simulation.ts'
import { type AreaTable, areaTables, industriesOf } from './area-table.ts'

/** Effects in the area of a unit that the industry sells outside, its suppliers included. */
interface Multipliers {
  /** Output of all sectors. */
  readonly output: number
  /** Value added of all sectors. */
  readonly valueAdded: number
  /** Employed, thousand per billion. */
  readonly jobs: number
}

interface IndustryFigures {
  readonly industry: string
  /** Value added, billion a year at prices of the start. */
  readonly output: number
  /** Of market output. */
  readonly share: number
  /** Million. */
  readonly employed: number
  /** Billion a year at prices of the start, gross. */
  readonly exports: number
  /** The same under current policy; equal where no policy was given. */
  readonly before: { readonly output: number; readonly employed: number; readonly exports: number }
}

export interface AreaMultipliers {
  readonly area: string
  readonly industries: ReadonlyArray<{
    readonly industry: string
    /** With the purchase shares that the model takes. */
    readonly model: Multipliers
    /** With those of the table. */
    readonly table: Multipliers
  }>
}

export interface IndustryTable {
  readonly year: number
  /** Of the region, or of the area that was asked for. */
  readonly figures: readonly IndustryFigures[]
  readonly multipliers: readonly AreaMultipliers[]
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const multipliersWith = ({ table, jobs }: AreaTable, shares: readonly number[], sector: string): Multipliers => {
  const column = localInverse(table, shares).map(row => row[table.sectors.indexOf(sector)]!)
  const valueAdded = column.map((output, at) => output * table.valueAdded[at]!)
  return {
    output: sumOf(column),
    valueAdded: sumOf(valueAdded),
    jobs: 1000 * sumOf(valueAdded.map((value, at) => value * jobs[at]!)),
  }
}

/** The multipliers of every industry of every area: fixed, whatever the policy is. */
const multipliersByIndustry = (
  open: OpenRegion,
  areas: readonly string[],
  assumptions: Assumptions,
): AreaMultipliers[] =>
  areaTables(open, { assumptions })
    .filter(({ area }) => areas.includes(area))
    .map(own => ({
      area: own.area,
      industries: industriesOf(open).map(industry => ({
        industry,
        model: multipliersWith(own, own.shares, industry),
        table: multipliersWith(own, own.table.localTable, industry),
      })),
    }))

const record = ['outputOfIndustry', 'employmentOfIndustry', 'exportsOfIndustry'] as const

export interface IndustryQuestion {
  readonly year: number
  /** All areas of the region when absent. */
  readonly area?: string
  readonly policy?: Policy
  readonly assumptions?: Assumptions
}

/** Throws a UsageError where the region has no input-output table. */
export const industryTable = (
  open: OpenRegion,
  { year, area, policy = {}, assumptions = {} }: IndustryQuestion,
): IndustryTable => {
  const areas = area === undefined ? open.region.areas : [area]
  const multipliers = multipliersByIndustry(open, areas, assumptions)
  const [now, before] = [policy, {}].map(own => readRun(open.simulator.run({ policy: own, assumptions, record })))
  const figuresOf = (read: typeof now & object, industry: string) => {
    const [output, employed, exports] = record.map(name =>
      sumOf(areas.map(one => read.mean(name, year, one, industry))),
    )
    return { output: output!, employed: employed!, exports: exports! }
  }
  const rows = industriesOf(open).map(industry => ({
    industry,
    ...figuresOf(now!, industry),
    before: figuresOf(before!, industry),
  }))
  const total = sumOf(rows.map(({ output }) => output))
  return { year, figures: rows.map(row => ({ ...row, share: row.output / total })), multipliers }
}
