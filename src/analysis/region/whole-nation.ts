/**
 * A whole nation before it is run: the lead or lag of each area, and what its areas lack of the path of the nation under
 * current policy. That is found in a run in which the areas are made to keep to the path, and then given: policies and
 * shocks move the nation.
 */

import { createSimulator, type Horizon } from '../../engine/run.ts'
import { ln } from '../../language/elementary.ts'
import type { Program } from '../../language/program.ts'
import { PackError } from '../../regions/problems.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as fault } from '../../texts/region.ts'
import type { RegionData, RegionPath, RegionValues } from '../../regions/types.ts'

/** Of one series: area and year to value. */
type Published = (area: string, year: number) => number

const publishedOf = (region: RegionData, series: string): Published => {
  const found = new Map(
    region.series.filter(one => one.series === series).map(({ area, year, value }) => [`${area} ${year}`, value]),
  )
  return (area, year) => found.get(`${area} ${year}`) ?? Number.NaN
}

/** Years before the start over which the lead or lag of an area is measured, where so many are published. */
const gapYears = 5

/**
 * Yearly growth (log) of output per head of each area less that of all, mean of the five years before the start, or of
 * as many as are published of all areas; 1/year. Throws a PackError where none are. Source: docs/theory/links.md.
 */
export const growthGaps = (region: RegionData): Float64Array => {
  const output = publishedOf(region, 'outputIndex')
  const sizes = region.values['gdpBaseYear']!.values
  const money = (area: string): number => sizes[region.areas.indexOf(area)]!
  const residents = publishedOf(region, 'residentsTotal')
  const last = region.start - 1
  const years = Array.from({ length: gapYears }, (_, at) => last - gapYears + at)
  const first = years.find(year =>
    region.areas.every(area =>
      [output, residents].every(one => [year, last].every(at => Number.isFinite(one(area, at)))),
    ),
  )
  if (first === undefined) {
    const missing = { name: 'growthGapOwn', place: region.id, year: last, series: 'outputIndex, residentsTotal' }
    const file = `${region.areas[0]!}/series.csv`
    throw new PackError(region.id, [{ file, message: fault.noPastValue(missing), fix: fix.longerSeries() }])
  }
  const total = (of: (area: string) => number): number => region.areas.reduce((sum, area) => sum + of(area), 0)
  const grown = (area: string): number => output(area, last) / output(area, first)
  const before = (area: string): number => money(area) / grown(area)
  const people = (year: number): number => total(area => residents(area, year))
  const all = total(area => money(area)) / total(before) / (people(last) / people(first))
  const perHead = (area: string): number => grown(area) / (residents(area, last) / residents(area, first))
  return Float64Array.from(region.areas, area => (ln(perHead(area)) - ln(all)) / (last - first))
}

/** The paths that the closure finds, and the variables that hold them in the run that finds it. */
const closurePaths: ReadonlyArray<readonly [path: string, found: string]> = [
  ['demandGiven', 'demandUnexplained'],
  ['supplyGiven', 'supplyUnexplained'],
  ['priceGiven', 'priceUnexplained'],
]

const constant = (value: number): RegionPath => ({ unit: '', points: [[0, value]], origins: [] })

/** The region with its links as data, its closure sought and found. Other regions, and one that is closed, come back as they are. */
export const closedNation = (program: () => Program, region: RegionData, horizon: Horizon): RegionData => {
  if (region.flows === undefined || region.closure !== undefined) return region
  const growthGapOwn: RegionValues = { dimensions: ['area'], unit: '1/year', values: growthGaps(region) }
  const open: RegionData = {
    ...region,
    links: { ...region.flows, growthGapOwn },
    closure: { demandAbroad: constant(1), ...Object.fromEntries(closurePaths.map(([path]) => [path, constant(0)])) },
  }
  const run = createSimulator(program(), open, horizon).run({
    assumptions: { closureSought: 1 },
    record: closurePaths.map(([, found]) => found),
  })
  // A value holds for its step, wherever in it the path is read.
  const last = (1 - 1e-6) / horizon.stepsPerYear
  const path = (name: string): RegionPath => {
    const { size, values, dimensions } = run.series.get(name)!
    const points = (element: number): Array<readonly [number, number]> =>
      [...run.times].flatMap((time, step) => {
        const value = values[step * size + element]!
        return [[time, value] as const, [time + last, value] as const]
      })
    if (dimensions.length === 0) return { ...constant(0), points: points(0) }
    return {
      ...constant(0),
      points: [],
      ofAreas: Object.fromEntries(region.areas.map((area, at) => [area, points(at)])),
    }
  }
  return {
    ...open,
    closure: { ...open.closure, ...Object.fromEntries(closurePaths.map(([name, found]) => [name, path(found)])) },
  }
}
