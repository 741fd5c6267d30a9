/**
 * A whole nation before it is run: the lead or lag of each area, and what its areas lack of the path of the nation under
 * current policy. That is found in a run in which the areas are made to keep to the path, and then given: policies and
 * shocks move the nation.
 */

import { createSimulator, type Horizon, type Run, type Simulator } from '../../engine/run.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { ln } from '../../language/elementary.ts'
import type { Program } from '../../language/program.ts'
import { ofAllAreas } from '../../model/links.ts'
import { hashOf } from '../../regions/hash.ts'
import { PackError } from '../../regions/problems.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as fault } from '../../texts/region.ts'
import type { RegionData, RegionPath, RegionValues } from '../../regions/types.ts'

/** Of one series: area and year to value. */
export type Published = (area: string, year: number) => number

export const publishedOf = (region: RegionData, series: string): Published => {
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
  ['demandFromClosure', 'demandUnexplained'],
  ['supplyFromClosure', 'supplyUnexplained'],
  ['priceFromClosure', 'priceUnexplained'],
]
const closurePathsOf = ({ cyclical, sums }: RegionData): typeof closurePaths =>
  cyclical && sums ? [...closurePaths, ['workFromClosure', 'workUnexplained']] : closurePaths

const constant = (value: number): RegionPath => ({ unit: '', points: [[0, value]], origins: [] })
const paths = (names: readonly string[], path: RegionPath): Record<string, RegionPath> =>
  Object.fromEntries(names.map(name => [name, path]))

/** Demand from abroad as it is, area by area, for scenarios to move. */
const unmoved = (areas: readonly string[]): RegionPath => ({
  ...constant(1),
  unit: 'index',
  ofAreas: Object.fromEntries(areas.map(area => [area, constant(1).points])),
  like: 'worldDemand',
})

/** Paths by area of what areas that are not run buy, lose and draw: nothing where all are. */
const ofRest = ['demandOfRest', 'leaversOfRest', 'pullOfRest'] as const

/** A value of each step that holds wherever in the step it is read. */
const pathOf = (
  { times, stepsPerYear }: Pick<Run, 'times' | 'stepsPerYear'>,
  valueAt: (step: number) => number,
): ReadonlyArray<readonly [number, number]> => {
  const last = (1 - 1e-6) / stepsPerYear
  return [...times].flatMap((time, step) => {
    const value = valueAt(step)
    return [[time, value] as const, [time + last, value] as const]
  })
}

/** A recorded variable as a path, of some of the areas where it is by area. */
const recordedPath = (run: Run, name: string, areas: readonly number[] = []): RegionPath => {
  const { size, values, dimensions } = run.series.get(name)!
  const of = (element: number) => pathOf(run, step => values[step * size + element]!)
  if (dimensions.length === 0) return { ...constant(0), points: of(0) }
  const elements = dimensions[0]!.name === 'area' ? areas : Array.from({ length: size }, (_, element) => element)
  return { ...constant(0), points: [], ofElements: elements.map(of) }
}

/**
 * Runs after the one that seeks, each of which adds to demand what the run before missed: what is sought follows by a
 * step, so that all areas together would be .6 % off their path, some of them 6 %; after four runs .05 and 1.3 %.
 */
const demandRounds = 4

/** The links of a whole nation as data, and the paths that nothing moves under current policy. */
const linksOf = (region: RegionData): Pick<RegionData, 'links' | 'paths' | 'closure'> => {
  if (region.flows === undefined) return { paths: region.paths, closure: {} }
  const byArea = (values: Float64Array, unit: string): RegionValues => ({ dimensions: ['area'], unit, values })
  return {
    links: {
      ...region.flows,
      growthGapOwn: byArea(growthGaps(region), '1/year'),
      arriveFromRestStart: byArea(new Float64Array(region.areas.length), 'person m/year'),
    },
    paths: { ...region.paths, demandAbroad: unmoved(region.areas) },
    closure: paths(ofRest, constant(0)),
  }
}

/**
 * The region with its links as data, its closure sought and found: area by area where they are linked, one for all where
 * they add up. Other regions, and one that is closed, come back as they are.
 */
export const closedNation = (program: () => Program, region: RegionData, horizon: Horizon): RegionData => {
  if ((region.flows === undefined && region.sums === undefined) || region.closure !== undefined) return region
  const wanted = closurePathsOf(region)
  const { closure: unlinked, ...own } = linksOf(region)
  const closed = (pathCalled: (variable: string) => RegionPath): RegionData => ({
    ...region,
    ...own,
    closure: { ...unlinked, ...Object.fromEntries(wanted.map(([path, variable]) => [path, pathCalled(variable)])) },
  })
  const runOf = (one: RegionData, assumptions: Assumptions, record: readonly string[]): Run =>
    createSimulator(program(), one, horizon).run({ assumptions, record })
  const sought = runOf(
    closed(() => constant(0)),
    { closureSought: 1 },
    wanted.map(([, variable]) => variable),
  )
  const areas = [...region.areas.keys()]
  const width = areas.length
  const given = (): RegionData => closed(variable => recordedPath(sought, variable, areas))
  const sum = (values: Float64Array, at: number): number =>
    values.subarray(at - (at % width), at - (at % width) + width).reduce((so, one) => so + one, 0)
  const of = region.sums === undefined ? (values: Float64Array, at: number): number => values[at]! : sum
  const demand = sought.series.get('demandUnexplained')!.values
  for (let round = 0; round < demandRounds; round++) {
    const run = runOf(given(), {}, ['output', 'outputExpected', 'gdpStart'])
    const [output, expected, start] = ['output', 'outputExpected', 'gdpStart'].map(name => run.series.get(name)!.values)
    const path = expected!.map((one, at) => one * start![at % width]!)
    for (let at = 0; at < demand.length; at++) demand[at] = demand[at]! + ln(of(path, at) / of(output!, at))
  }
  return given()
}

/**
 * Some areas of a nation, run within it: what the others buy, whom they lose and draw, and the means of all areas are
 * those of the nation under current policy. `own` comes from the same figures as the nation, at the same start.
 */
export const withinNation = (
  { region: nation, simulator }: { readonly region: RegionData; readonly simulator: Simulator },
  own: RegionData,
): RegionData => {
  const places = own.areas.map(area => nation.areas.indexOf(area))
  const [given, links] = [nation.closure, nation.links]
  if (given === undefined || places.includes(-1) || own.start !== nation.start)
    throw new Error(`${own.id} is no part of ${nation.id} at its start`)
  const some = (name: string): RegionPath => ({
    ...given[name]!,
    ...(given[name]!.ofElements === undefined
      ? {}
      : { ofElements: places.map(place => given[name]!.ofElements![place]!) }),
  })
  const closed = Object.fromEntries(closurePathsOf(nation).map(([name]) => [name, some(name)]))
  const hash = hashOf([own.hash, nation.hash])
  // Nothing that others do reaches areas that no link joins.
  if (links === undefined) return { ...own, sums: true, within: nation.id, closure: closed, hash }
  const width = nation.areas.length
  const rest = [...nation.areas.keys()].filter(place => !places.includes(place))
  const inPairs = ['importsBefore', 'leavers', 'pullOfArea', 'pullOfOthers', 'outflowStart']
  const run = simulator.run({ record: [...ofAllAreas, ...inPairs] })
  const of = (name: string, step: number, area: number): number => run.series.get(name)!.values[step * width + area]!
  const share = (name: string, from: number, to: number): number => links[name]!.values[from * width + to]!
  const sum = (term: (other: number) => number): number => rest.reduce((so, other) => so + term(other), 0)
  const byPlace = (valueAt: (place: number, step: number) => number): RegionPath => ({
    ...constant(0),
    points: [],
    ofElements: places.map(place => pathOf(run, step => valueAt(place, step))),
  })
  const flows = Object.fromEntries(
    Object.entries(nation.flows!).map(([name, pairs]) => [
      name,
      { ...pairs, values: Float64Array.from(places.flatMap(from => places.map(to => share(name, from, to)))) },
    ]),
  )
  const byArea = (name: string, valueAt: (place: number) => number): RegionValues => ({
    ...links[name]!,
    values: Float64Array.from(places, valueAt),
  })
  return {
    ...own,
    within: own.within ?? nation.id,
    withinNames: nation.names,
    flows,
    links: {
      ...flows,
      growthGapOwn: byArea('growthGapOwn', place => links['growthGapOwn']!.values[place]!),
      arriveFromRestStart: byArea('arriveFromRestStart', place =>
        sum(other => share('moveShare', other, place) * of('outflowStart', 0, other)),
      ),
    },
    paths: { ...own.paths, demandAbroad: unmoved(own.areas) },
    closure: {
      ...closed,
      ...Object.fromEntries(ofAllAreas.map(name => [name, recordedPath(run, name)])),
      demandOfRest: byPlace((place, step) =>
        sum(other => share('tradeShare', place, other) * of('importsBefore', step, other)),
      ),
      leaversOfRest: byPlace((place, step) =>
        sum(
          other =>
            (share('moveShare', other, place) * of('leavers', step, other)) /
            Math.max(of('pullOfOthers', step, other), 1e-9),
        ),
      ),
      pullOfRest: byPlace((place, step) =>
        sum(other => share('moveShare', place, other) * of('pullOfArea', step, other)),
      ),
    },
    hash,
  }
}
