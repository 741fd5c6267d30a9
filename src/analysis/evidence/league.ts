/** The areas of a region side by side: their weight among each other since 2005 and to 2040, growth, people, debt, pensions. */

import { UsageError } from '../../language/messages.ts'
import { ln } from '../../language/elementary.ts'
import { type Standing, standingIn } from '../../model/standing.ts'
import type { RegionData } from '../../regions/types.ts'
import { messages as say } from '../../texts/league.ts'
import type { Band } from '../words/numbers.ts'
import { lastYear } from '../words/outcomes.ts'
import type { RunTrials } from '../policies/goal/trials.ts'
import { outcomesIn } from '../policies/goal/targets.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { publishedOf } from '../region/whole-nation.ts'
import { bandOf, meanOf } from '../runs/quantiles.ts'

/** Years of the past that are shown beside the last published one. */
const pastYears = [2005, 2014] as const

/** Variables that are read of each area, at the start and in the last year; shares are of one. */
const measures = {
  output: 'output',
  residents: 'residentsTotal',
  share65: 'share65',
  debt: 'debtToGdp',
  pensionGap: 'pensionGapToGdp',
  income: 'incomePerHead',
  unemployment: 'unemploymentRate',
} as const
type Measure = keyof typeof measures
const measureNames = Object.keys(measures) as Measure[]

export interface LeagueRow {
  readonly area: string
  /** Share of the output of all areas at constant prices, by year; null where nothing was published. */
  readonly past: Readonly<Record<number, number | null>>
  readonly weight: Band
  /** Growth against that of all areas from the first year of the run on, 1/year. */
  readonly standing: Standing
  readonly against: Band
  /** Best and worst place by that growth that bands leave open. */
  readonly places: readonly [best: number, worst: number]
  readonly growth: Band
  readonly start: Readonly<Record<Exclude<Measure, 'output'>, number>>
  readonly last: Readonly<Record<Exclude<Measure, 'output'>, Band>>
}

/** Parts of the path under current policy that the areas of a whole nation do not explain, and that are given to them. */
export interface Unexplained {
  /** The largest share of output that is sold to nobody whom the model knows, and its year. */
  readonly demand: number
  readonly year: number
  /** Growth of technology that nothing explains, mean of all years and areas by output, 1/year. */
  readonly technology: number
}

export interface League {
  readonly unexplained?: Unexplained
  readonly from: number
  readonly to: number
  readonly members: number
  readonly rows: readonly LeagueRow[]
}

/** Shares of output of all areas at the prices of the last published year. */
const pastShares = (region: RegionData, year: number): ReadonlyArray<number | null> => {
  const [output, index] = ['nominalOutput', 'outputIndex'].map(name => publishedOf(region, name))
  const last = region.start - 1
  const sizes = region.areas.map(area => (output!(area, last) * index!(area, year)) / index!(area, last))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map(size => (Number.isFinite(all) ? size / all : null))
}

const unexplainedIn = ({ region, simulator }: OpenRegion): Unexplained | undefined => {
  if (region.whole !== true) return undefined
  const names = ['demandUnexplained', 'supplyUnexplained', 'marketOutputStart', 'nationalOutputNow', 'output'] as const
  const { series, times, stepsPerYear } = simulator.run({ record: names })
  const at = (name: (typeof names)[number], step: number, area: number): number => {
    const { size, values } = series.get(name)!
    return values[step * size + (size === 1 ? 0 : area)]!
  }
  const areas = [...region.areas.keys()]
  /** Over the areas and the quarters of a year, relative to their output. */
  const ofYear = (year: number, value: (step: number, area: number) => number): number => {
    const steps = Array.from({ length: stepsPerYear }, (_, quarter) => year * stepsPerYear + quarter)
    const sum = (of: (step: number, area: number) => number): number =>
      steps.reduce((so, step) => so + areas.reduce((here, area) => here + of(step, area), 0), 0)
    return sum(value) / sum((step, area) => at('output', step, area))
  }
  const years = Array.from({ length: Math.floor(times.length / stepsPerYear) }, (_, year) => year)
  const demand = years.map(year =>
    ofYear(
      year,
      (step, area) =>
        at('demandUnexplained', step, area) * at('marketOutputStart', step, area) * at('nationalOutputNow', step, area),
    ),
  )
  const technology = years.map(year =>
    ofYear(year, (step, area) => at('supplyUnexplained', step, area) * at('output', step, area)),
  )
  const most = demand.indexOf(Math.max(...demand))
  return { demand: demand[most]!, year: Math.floor(region.start) + most, technology: meanOf(technology) }
}

/** So many trials of current policy; throws a UsageError where the region has one area. */
export const leagueOf = async (
  open: OpenRegion,
  trialsOf: (readings: ReturnType<typeof readingsOf>) => Promise<RunTrials>,
  members: number,
): Promise<League> => {
  const { region } = open
  if (region.areas.length < 2) throw new UsageError(say.oneArea())
  const from = Math.floor(region.start)
  const to = Math.min(lastYear, open.simulator.horizon.end - 1)
  const trials = await trialsOf(readingsOf(open, [from, to]))
  const [values = []] = await trials([{}])
  const read = (area: number, measure: Measure, when: 0 | 1): ArrayLike<number> =>
    values[(area * measureNames.length + measureNames.indexOf(measure)) * 2 + when]!
  const simulations = Array.from({ length: members }, (_, member) => member)
  const totals = ([0, 1] as const).map(when =>
    simulations.map(member => region.areas.reduce((sum, _, area) => sum + read(area, 'output', when)[member]!, 0)),
  )
  const years = to - from
  const grown = (area: number, member: number): number =>
    ln(read(area, 'output', 1)[member]! / read(area, 'output', 0)[member]!) / years
  const againsts = region.areas.map((_, area) =>
    simulations.map(member => grown(area, member) - ln(totals[1]![member]! / totals[0]![member]!) / years),
  )
  const bands = againsts.map(one => bandOf(one))
  const past = [...pastYears, from - 1].map(year => [year, pastShares(region, year)] as const)
  const others = measureNames.filter(measure => measure !== 'output')
  const rows = region.areas.map(
    (area, at): LeagueRow => ({
      area,
      past: Object.fromEntries(past.map(([year, shares]) => [year, shares[at]!])),
      weight: bandOf(simulations.map(member => read(at, 'output', 1)[member]! / totals[1]![member]!)),
      standing: standingIn(againsts[at]!),
      against: bands[at]!,
      places: [
        1 + bands.filter(({ low }) => low > bands[at]!.high).length,
        bands.filter(({ high }) => high >= bands[at]!.low).length,
      ],
      growth: bandOf(simulations.map(member => grown(at, member))),
      start: Object.fromEntries(others.map(one => [one, bandOf([...(read(at, one, 0) as number[])]).median])) as never,
      last: Object.fromEntries(others.map(one => [one, bandOf([...(read(at, one, 1) as number[])])])) as never,
    }),
  )
  const unexplained = unexplainedIn(open)
  return {
    ...(unexplained === undefined ? {} : { unexplained }),
    from,
    to,
    members,
    rows: rows.toSorted((one, two) => two.against.median - one.against.median),
  }
}

/** Area by area, measure by measure, the first year and the last. */
const readingsOf = (open: OpenRegion, years: readonly number[]) =>
  open.region.areas.flatMap(area =>
    measureNames.flatMap(measure =>
      years.map(year => ({ outcome: outcomesIn(open, `${measures[measure]}[${area}]@${year}`)[0]! })),
    ),
  )
