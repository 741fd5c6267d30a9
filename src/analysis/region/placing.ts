/** Places areas within their nation, whose files it reads: apart from what opens a region, which reads none. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { createSimulator, type Horizon } from '../../engine/run.ts'
import { lastPer } from '../../language/once-per.ts'
import { model as heartland } from '../../model/index.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import type { ReadText, RegionData } from '../../regions/types.ts'
import { horizonOf, openData, type OpenOptions, type OpenRegion, requiredData } from './simulation.ts'
import { regionUnder } from './outside.ts'
import { closedNation, withinNation } from './whole-nation.ts'

const nations = lastPer<ReadText, OpenRegion>()

/** The nation within which areas are run, from the same files and at the same start. */
const nationOf = (
  read: ReadText,
  { within, start }: { readonly within: string; readonly start: number },
  options: OpenOptions,
): OpenRegion => {
  const { end, stepsPerYear } = horizonOf(options)
  const load = (): RegionData =>
    loadRegionAt(read, `${within}@${start}`, requiredData(options.model ?? heartland), { parameters: 'priors' })
  return nations.of(read, `${within} ${start} ${end} ${stepsPerYear}`, () => openData(load(), options, read))
}

/** Areas as they run within the nation that they name; where its files are not among those that are read, they stand alone. */
export const placing =
  (read: ReadText, options: OpenOptions = {}) =>
  (region: RegionData): RegionData => {
    const { within } = region
    if (within === undefined || region.closure !== undefined || read(`${within}/region.json`) === undefined)
      return region
    return withinNation(nationOf(read, { within, start: region.start }, options), region)
  }

/** Paths of the nation that its areas together are made to follow. */
const followed = ['nationalGrowth', 'nationalInflation', 'nationalJobsGrowth', 'nationalUnemployment']

/**
 * The region under external conditions, which come one on top of the other, linked as it is under these: where they change
 * what a nation grows by, its areas follow that together, and areas run within it meet the others as they are under the
 * same conditions. The rest of what closes the nation stays as it is, so that shocks move it.
 */
export const relinked = (open: OpenRegion, region: RegionData, conditions: readonly OutsidePaths[]): RegionData => {
  const { program, files, simulator, under } = open
  const { horizon } = simulator
  if (region.closure === undefined) return region
  if (region.within === undefined) {
    const { closure: _, ...own } = under?.own ?? open.region
    const changed = followed.filter(name => region.paths[name] !== own.paths[name])
    if (changed.length === 0) return region
    const paths = { ...own.paths, ...Object.fromEntries(changed.map(name => [name, region.paths[name]!])) }
    return { ...region, closure: closedNation(() => program, { ...own, paths }, horizon).closure! }
  }
  if (files === undefined) return region
  const { end: horizonEnd, stepsPerYear } = horizon
  const nation = nationOf(files.read, { within: region.within, start: region.start }, { horizonEnd, stepsPerYear })
  const changed = conditions.reduce((so, one) => regionUnder(so, nation.linked, one, horizonEnd), nation.region)
  const whole = relinked(nation, changed, conditions)
  const placed = withinNation({ region: whole, simulator: createSimulator(nation.program, whole, horizon) }, region)
  return { ...region, closure: placed.closure! }
}

/** `pack` is the open region as of another year: a nation is closed anew from there, and areas are placed within it. */
export const linkedThen = ({ program, files }: OpenRegion, pack: RegionData, horizon: Horizon): RegionData => {
  const { end: horizonEnd, stepsPerYear } = horizon
  if (pack.within === undefined || files === undefined) return closedNation(() => program, pack, horizon)
  return placing(files.read, { horizonEnd, stepsPerYear })(pack)
}
