/**
 * A whole nation before it is run: the lead or lag of each area, and what its areas lack of the path of the nation under
 * current policy. That is found in a run in which the areas are made to keep to the path, and then given: policies and
 * shocks move the nation.
 */

import type { Simulator } from '../../engine/run.ts'
import { ln } from '../../language/elementary.ts'
import type { RegionData, RegionPath, RegionValues } from '../../regions/types.ts'

/** Of one series: area and year to value. */
type Published = (area: string, year: number) => number

const publishedOf = (region: RegionData, series: string): Published => {
  const found = new Map(
    region.series.filter(one => one.series === series).map(({ area, year, value }) => [`${area} ${year}`, value]),
  )
  return (area, year) => found.get(`${area} ${year}`) ?? Number.NaN
}

/** Years before the start over which the lead or lag of an area is measured. */
const gapWindow = 5

/**
 * Yearly growth (log) of output per head of each area less that of all, mean of the five years before the start, as published; 1/year.
 * Source: docs/theory/links.md.
 */
export const growthGaps = (region: RegionData): Float64Array => {
  const output = publishedOf(region, 'outputIndex')
  const published = publishedOf(region, 'nominalOutput')
  const residents = publishedOf(region, 'residentsTotal')
  const [last, first] = [region.start - 1, region.start - 1 - gapWindow]
  // Where the year is before the series, its figure in the region as it was opened.
  const money = (area: string): number =>
    published(area, last) || region.values['gdpBaseYear']!.values[region.areas.indexOf(area)]!
  const total = (of: (area: string) => number): number => region.areas.reduce((sum, area) => sum + of(area), 0)
  const grown = (area: string): number => output(area, last) / output(area, first)
  const before = (area: string): number => money(area) / grown(area)
  const people = (year: number): number => total(area => residents(area, year))
  const all = total(money) / total(before) / (people(last) / people(first))
  const perHead = (area: string): number => grown(area) / (residents(area, last) / residents(area, first))
  return Float64Array.from(region.areas, area => (ln(perHead(area)) - ln(all)) / gapWindow)
}

/** The paths that the closure finds, and the variables that hold them in the run that finds it. */
const closurePaths: ReadonlyArray<readonly [path: string, found: string]> = [
  ['demandGiven', 'demandUnexplained'],
  ['supplyGiven', 'supplyUnexplained'],
  ['priceGiven', 'priceUnexplained'],
]

const constant = (value: number): RegionPath => ({ unit: '', points: [[0, value]], origins: [] })

/** The region with its links as data, its closure sought and found. Other regions come back as they are. */
export const closedNation = (region: RegionData, simulatorOf: (open: RegionData) => Simulator): RegionData => {
  if (region.flows === undefined) return region
  const growthGapOwn: RegionValues = { dimensions: ['area'], unit: '1/year', values: growthGaps(region) }
  const open: RegionData = {
    ...region,
    links: { ...region.flows, growthGapOwn },
    closure: { demandAbroad: constant(1), ...Object.fromEntries(closurePaths.map(([path]) => [path, constant(0)])) },
  }
  const simulator = simulatorOf(open)
  const run = simulator.run({
    assumptions: { closureSought: 1 },
    record: closurePaths.map(([, found]) => found),
  })
  const middle = 0.5 / simulator.horizon.stepsPerYear
  const path = (name: string): RegionPath => {
    const { size, values, dimensions } = run.series.get(name)!
    const points = (element: number): Array<readonly [number, number]> =>
      [...run.times].map((time, step) => [time + middle, values[step * size + element]!])
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
