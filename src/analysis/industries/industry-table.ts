/** Output, jobs and sales of each industry of a region in a year, and its multipliers by the input-output table. */

import { memberInput } from '../../engine/ensemble.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import type { RunInput } from '../../engine/run.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { localInverse } from '../../regions/input-output.ts'
import { sumOf, bandOf } from '../runs/quantiles.ts'
import type { Band } from '../words/numbers.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type AreaTable, areaTables, industriesOf } from './area-table.ts'
import { checkShocks, plainRun, restrictionsOf, type SaleShock, shockChanges } from './shocks.ts'
import { eachOf, type Steps } from './steps.ts'

/** Effects in the area of a unit that the industry sells outside, its suppliers included. */
interface Multipliers {
  /** Output of all sectors. */
  readonly output: number
  /** Value added of all sectors. */
  readonly valueAdded: number
  /** Employed, thousand per billion. */
  readonly jobs: number
}

export interface IndustryFigures {
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
  /** Changes against current policy in simulations with drawn parameters and shocks, if any were asked for. */
  readonly changes?: { readonly output: Band; readonly employed: Band; readonly exports: Band }
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
  readonly total: Omit<IndustryFigures, 'industry'>
  readonly multipliers: readonly AreaMultipliers[]
}

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
const multipliersByIndustry = (tables: readonly AreaTable[], industries: readonly string[]): AreaMultipliers[] =>
  tables.map(own => ({
    area: own.area,
    industries: industries.map(industry => ({
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
  /** Changes of sales outside from the start on, which current policy is compared without. */
  readonly shocks?: readonly SaleShock[]
  /** Simulations for the ranges of changes; none when absent. */
  readonly members?: number
  readonly seed?: number
}

/** Output, employed and exports. */
type Row = readonly number[]

interface Compared {
  readonly now: readonly Row[]
  readonly before: readonly Row[]
}

const namesOf = <Value>([output, employed, exports]: readonly Value[]) => ({
  output: output!,
  employed: employed!,
  exports: exports!,
})

const totalOf = (rows: readonly Row[]): Row => record.map((_, of) => sumOf(rows.map(row => row[of]!)))

/**
 * A run under the policy, the assumptions and the shocks of a question. `plain` is the run with the same parameters under
 * current policy and without shocks.
 */
export const runInput = (
  open: OpenRegion,
  { policy = {}, assumptions = {}, shocks = [] }: Pick<IndustryQuestion, 'policy' | 'assumptions' | 'shocks'>,
  plain: Reader,
  drawn: Pick<RunInput, 'sampled' | 'shocks'> = {},
): Omit<RunInput, 'record'> => {
  const events = shocks.length === 0 ? {} : { changes: shockChanges(open, shocks, areaTables(open, plain), plain) }
  return { ...drawn, assumptions, policy: { ...policy, ...restrictionsOf(shocks) }, ...events }
}

/** Stops after each simulation. Throws a UsageError where the region has no input-output table, or nobody sells what is shocked. */
export function* industrySteps(
  open: OpenRegion,
  { year, area, policy = {}, assumptions = {}, shocks = [], members = 0, seed = 1 }: IndustryQuestion,
): Steps<IndustryTable> {
  const { linked, simulator, region } = open
  const areas = area === undefined ? region.areas : [area]
  const plain = plainRun(open, { assumptions }, record)
  const tables = areaTables(open, plain)
  const industries = industriesOf(open)
  checkShocks(open, shocks, tables, plain)
  const shown = tables.filter(own => areas.includes(own.area))
  const isPlain = Object.keys(policy).length + shocks.length === 0
  const rowsOf = (read: Reader): Row[] => {
    const rows = industries.map(industry =>
      record.map(name => sumOf(areas.map(one => read.mean(name, year, one, industry)))),
    )
    return [...rows, totalOf(rows)]
  }
  /** By industry, and in all. */
  const figuresWith = (
    drawn: Pick<RunInput, 'sampled' | 'shocks'>,
    before = plainRun(open, { ...drawn, assumptions }, record),
  ): Compared => {
    const input = runInput(open, { policy, assumptions, shocks }, before, drawn)
    const now = isPlain ? before : readRun(simulator.run({ ...input, record }))
    return { now: rowsOf(now), before: rowsOf(before) }
  }
  const central = figuresWith({}, plain)
  const inputOf = members === 0 ? undefined : memberInput(linked, simulator, { seed, members })
  const drawn = yield* eachOf(members, member => figuresWith(inputOf!(member)))
  const allOutput = central.now.at(-1)![0]!
  const figuresOf = (at: number): Omit<IndustryFigures, 'industry'> => {
    const figure = namesOf(central.now[at]!)
    const bands = record.map((_, of) => bandOf(drawn.map(({ now, before }) => now[at]![of]! - before[at]![of]!)))
    return {
      ...figure,
      before: namesOf(central.before[at]!),
      share: figure.output / allOutput,
      ...(drawn.length === 0 ? {} : { changes: namesOf(bands) }),
    }
  }
  return {
    year,
    figures: industries.map((industry, at) => ({ industry, ...figuresOf(at) })),
    total: figuresOf(industries.length),
    multipliers: multipliersByIndustry(shown, industries),
  }
}
