/**
 * Figures and paths with which a region explodes or drifts, though each of them may be true: what the region itself makes
 * of them in its first years under current policy, and what to do about it.
 */

import { readRun, type Reader } from '../../engine/run/reader.ts'
import { createSimulator } from '../../engine/run.ts'
import { ln } from '../../language/elementary.ts'
import type { PackProblem } from '../../regions/problems.ts'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import type { OpenRegion } from './simulation.ts'

/** Saving below it empties deposits within years. */
const leastSaving = -0.02
/** Yearly growth of all areas of a nation may differ so much from that of the nation. */
const mostDrift = 0.002
/** From 2015 to 2019 jobs of the United States grew by .7 points a year more than this counts: people came back to work. */
const mostOfJobs = 0.01
/** Areas that hold so many of the people of the nation make its growth. */
const nearlyAll = 0.9
/** So many years, or as many as the growth of the nation is given for: shorter ones are a recovery or a slump. */
const years = 10

const percent = (value: number): string => (100 * value).toFixed(1)

const record = ['basicPurchasesStart', 'savingRate', 'output', 'nationalOutput', 'residentsTotal']
const ofJobs = ['nationalJobsGrowth', 'nationalCohorts', 'nationalResidents', 'nationalUnemployment', 'primeOther']

/** Of the known years: growth of the workforce by ages, participation and migration, and of jobs, a year. */
const jobsOf = (read: Reader, from: number, to: number): { readonly path: number; readonly ages: number } => {
  const ages = Array.from({ length: 86 }, (_, above) => 15 + above)
  const people = (year: number, weight: (age: number) => number): number =>
    ages.reduce((sum, age) => sum + weight(age) * read.at('nationalCohorts', year, String(age)), 0)
  const works = (age: number): number =>
    read.at('primeOther', from, 'male', String(age)) + read.at('primeOther', from, 'female', String(age))
  const grown = (of: (year: number) => number): number => ln(of(to) / of(from)) / (to - from)
  const migrants = grown(year => read.at('nationalResidents', year)) - grown(year => people(year, () => 1))
  const employed = grown(year => 1 - read.at('nationalUnemployment', year))
  return {
    path: read.meanOver('nationalJobsGrowth', from, to),
    ages: grown(year => people(year, works)) + migrants + employed,
  }
}

/** Empty for a region that neither explodes nor drifts. */
export const driftingFigures = ({ region, program, simulator: { horizon } }: OpenRegion): PackProblem[] => {
  const { areas, start, context, cyclical } = region
  const known = region.paths['nationalGrowth']!.points.at(-1)![0]
  const end = Math.max(start + 1, Math.min(start + years, Math.floor(known) + 1))
  const short = createSimulator(program, region, { end, stepsPerYear: horizon.stepsPerYear })
  const run = short.run({ record: cyclical === true ? [...record, ...ofJobs] : record })
  const readers = areas.map((_, area) => readRun(run, area))
  const [first] = readers
  const last = end - 1
  const problems = areas.flatMap((area, at): PackProblem[] => {
    const [purchases, saving] = ['basicPurchasesStart', 'savingRate'].map(name => readers[at]!.at(name, start))
    const file = `${area}/figures.csv`
    return [
      ...(purchases! > 0
        ? []
        : [{ file, message: fault.noPurchases({ value: purchases!.toFixed(2) }), fix: fix.sellToCentre() }]),
      // A nation that gives no income from outside has no place for what would mend it.
      ...(cyclical !== true || saving! >= leastSaving
        ? []
        : [{ file, message: fault.dissaving({ value: percent(saving!) }), fix: fix.addOutsideIncome() }]),
    ]
  })
  const total = (name: string, year: number): number => readers.reduce((sum, read) => sum + read.mean(name, year), 0)
  const nation = region.values['nationalPopulation']!.values.reduce((sum, one) => sum + one, 0)
  if (total('residentsTotal', start) > nearlyAll * nation && last > start) {
    const drift =
      ln(
        total('output', last) /
          total('output', start) /
          (first!.mean('nationalOutput', last) / first!.mean('nationalOutput', start)),
      ) /
      (last - start)
    const message = fault.sumDrifts({ value: percent(drift), from: String(start), to: String(last) })
    if (Math.abs(drift) > mostDrift) problems.push({ file: `${context}/paths.csv`, message, fix: fix.fitPaths() })
  }
  if (cyclical === true && last > start) {
    const { path, ages } = jobsOf(first!, start, last)
    const message = fault.jobsUnfit({ path: percent(path), ages: percent(ages), from: String(start), to: String(last) })
    if (Math.abs(path - ages) > mostOfJobs) problems.push({ file: `${context}/paths.csv`, message, fix: fix.fitJobs() })
  }
  return problems
}
