/** The areas of a region side by side: their weight among each other since 2005 and to 2040, growth, people, debt, pensions. */

import { csvParse } from 'd3-dsv'
import { UsageError } from '../../language/messages.ts'
import { ln, pow } from '../../language/elementary.ts'
import { type Standing, standingIn } from '../../model/standing.ts'
import { messages as say } from '../../texts/league.ts'
import type { Band } from '../words/numbers.ts'
import { lastYear } from '../words/outcomes.ts'
import type { RunTrials } from '../policies/goal/trials.ts'
import { outcomesIn } from '../policies/goal/targets.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { yearsFrom } from '../runs/years.ts'
import { type Published, publishedOf } from '../region/whole-nation.ts'
import { bandOf, meanOf, sumOf } from '../runs/quantiles.ts'
import { type Course, firstLeagueYear, type Places, openPlaces } from './league-places.ts'

/** Variables that are read of each area in every year. */
const variables = {
  output: 'output',
  residents: 'residentsTotal',
  share65: 'share65',
  debt: 'debtToGdp',
  pensionGap: 'pensionGapToGdp',
  income: 'incomePerHead',
  unemployment: 'unemploymentRate',
} as const
type Read = keyof typeof variables
const readNames = Object.keys(variables) as Read[]

export const leagueMeasures = [
  'weight',
  'growth',
  'people',
  'residents',
  'income',
  'share65',
  'debt',
  'pensionGap',
  'unemployment',
] as const
export type LeagueMeasure = (typeof leagueMeasures)[number]

export interface LeagueRow {
  readonly area: string
  /**
   * Of one: `weight`, the share of the output of all areas at constant prices; `growth` of it and of `people` a year, mean of
   * five years; `income` per head against the mean of all areas; `share65`, debt and the pension gap over output.
   */
  readonly courses: Readonly<Record<LeagueMeasure, Course>>
  /** Growth against that of all areas from the first year of the run on, 1/year. */
  readonly standing: Standing
  readonly against: Band
  /** Best and worst place by that growth that bands leave open. */
  readonly places: Places
  readonly growth: Band
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

/** Growth and people: a year, over so many years. */
const meanOver = 5

const grownAYear = (last: number, first: number, years: number): number => pow(last / first, 1 / years) - 1

/** Of those 65 and older, where an area was counted and no series has it. */
const countedOld = ({ files }: OpenRegion, area: string, year: number): number => {
  const text = files?.read(`${area}/census-${year}.csv`)
  if (text === undefined) return Number.NaN
  const rows = csvParse(text)
  const sum = (least: number): number =>
    sumOf(rows.filter(({ age }) => Number(age) >= least).map(({ persons }) => Number(persons)))
  return sum(65) / sum(0)
}

/** Published figures that count the same as the model does; debts and pensions are none of them. */
const publishedCourses = (
  open: OpenRegion,
  from: number,
): Array<Partial<Record<LeagueMeasure, Course['published']>>> => {
  const { region } = open
  const [output, index, residents, income, share65] = [
    'nominalOutput',
    'outputIndex',
    'residentsTotal',
    'incomePerHead',
    'share65',
  ].map(name => publishedOf(region, name)) as [Published, Published, Published, Published, Published]
  const last = from - 1
  const real = (area: string, year: number): number => (output(area, last) * index(area, year)) / index(area, last)
  const total = (of: (area: string) => number): number => sumOf(region.areas.map(of))
  const years = yearsFrom(firstLeagueYear, last)
  const byYear = (value: (year: number) => number): Record<number, number> =>
    Object.fromEntries(years.map(year => [year, value(year)] as const).filter(([, one]) => Number.isFinite(one)))
  const grown = (of: Published, area: string, year: number): number =>
    grownAYear(of(area, year), of(area, year - meanOver), meanOver)
  const incomes = byYear(
    year => total(area => income(area, year) * residents(area, year)) / total(area => residents(area, year)),
  )
  const outputs = byYear(year => total(area => real(area, year)))
  return region.areas.map(area => ({
    weight: byYear(year => real(area, year) / (outputs[year] ?? Number.NaN)),
    growth: byYear(year => grown(index, area, year)),
    people: byYear(year => grown(residents, area, year)),
    residents: byYear(year => residents(area, year)),
    income: byYear(year => income(area, year) / (incomes[year] ?? Number.NaN)),
    share65: byYear(year => {
      const stated = share65(area, year)
      return Number.isFinite(stated) ? stated : countedOld(open, area, year)
    }),
  }))
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
  const to = lastLeagueYear(open)
  const years = yearsFrom(from, to)
  const trials = await trialsOf(readingsOf(open, years))
  const [values = []] = await trials([{}])
  const read = (area: number, name: Read, year: number): ArrayLike<number> =>
    values[(area * readNames.length + readNames.indexOf(name)) * years.length + year - from]!
  const simulations = Array.from({ length: members }, (_, member) => member)
  const areas = [...region.areas.keys()]
  const totals = new Map(
    years.map(year => [
      year,
      simulations.map(member => {
        const sum = (of: (area: number) => number): number => sumOf(areas.map(of))
        const people = (area: number): number => read(area, 'residents', year)[member]!
        return {
          output: sum(area => read(area, 'output', year)[member]!),
          income: sum(area => read(area, 'income', year)[member]! * people(area)) / sum(people),
        }
      }),
    ]),
  )
  const bandsBy = (value: (year: number, member: number) => number, first = from): Record<number, Band> =>
    Object.fromEntries(yearsFrom(first, to).map(year => [year, bandOf(simulations.map(member => value(year, member)))]))
  const published = publishedCourses(open, from)
  const simulatedOf = (area: number): Record<LeagueMeasure, Course['simulated']> => {
    const plain = (name: Read) => bandsBy((year, member) => read(area, name, year)[member]!)
    const against = (name: 'output' | 'income', year: number, member: number): number =>
      read(area, name, year)[member]! / totals.get(year)![member]![name]
    // Surveys count less income than the accounts of the model, and not the same part of it everywhere.
    const surveyed = published[area]!.income?.[from - 1]
    const incomeOf = (year: number, member: number): number =>
      against('income', year, member) * (surveyed === undefined ? 1 : surveyed / against('income', from, member))
    const grown = (name: Read) =>
      bandsBy((year, member) => {
        const before = Math.max(from, year - meanOver)
        return grownAYear(read(area, name, year)[member]!, read(area, name, before)[member]!, year - before)
      }, from + 1)
    return {
      weight: bandsBy((year, member) => against('output', year, member)),
      growth: grown('output'),
      people: grown('residents'),
      residents: plain('residents'),
      income: bandsBy(incomeOf),
      share65: plain('share65'),
      debt: plain('debt'),
      pensionGap: plain('pensionGap'),
      unemployment: plain('unemployment'),
    }
  }
  const span = to - from
  const grown = (area: number, member: number): number =>
    ln(read(area, 'output', to)[member]! / read(area, 'output', from)[member]!) / span
  const againsts = areas.map(area =>
    simulations.map(
      member => grown(area, member) - ln(totals.get(to)![member]!.output / totals.get(from)![member]!.output) / span,
    ),
  )
  const bands = againsts.map(one => bandOf(one))
  const places = openPlaces(bands)
  const rows = region.areas.map((area, at): LeagueRow => {
    const simulated = simulatedOf(at)
    return {
      area,
      courses: Object.fromEntries(
        leagueMeasures.map(one => [one, { published: published[at]![one] ?? {}, simulated: simulated[one] }]),
      ) as LeagueRow['courses'],
      standing: standingIn(againsts[at]!),
      against: bands[at]!,
      places: places[at]!,
      growth: bandOf(simulations.map(member => grown(at, member))),
    }
  })
  const unexplained = unexplainedIn(open)
  return {
    ...(unexplained === undefined ? {} : { unexplained }),
    from,
    to,
    members,
    rows: rows.toSorted((one, two) => two.against.median - one.against.median),
  }
}

/** The last year of an answer, or of the run where that is shorter. */
export const lastLeagueYear = ({ simulator }: OpenRegion): number => Math.min(lastYear, simulator.horizon.end - 1)

/** Area by area, variable by variable, year by year. */
const readingsOf = (open: OpenRegion, years: readonly number[]) =>
  open.region.areas.flatMap(area =>
    readNames.flatMap(name =>
      years.map(year => ({ outcome: outcomesIn(open, `${variables[name]}[${area}]@${year}`)[0]! })),
    ),
  )
