/** External conditions put into a region that is open: its paths, what is known of its shocks, and its baselines. */

import type { EnsembleSettings } from '../../engine/ensemble.ts'
import type { KnownTimes } from '../../engine/run.ts'
import { type OutsidePaths, type PathSetting, stretchesOf } from '../../engine/outside.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { addressedVariable } from '../../language/address.ts'
import { listed } from '../../language/typeset.ts'
import type { LinkedModel, Variable } from '../../language/linked.ts'
import type { Message } from '../../language/messages.ts'
import { unknownWord } from '../../language/usage.ts'
import type { OutsideRow, RegionData } from '../../regions/types.ts'
import { pathScale } from '../../language/path-bounds.ts'
import { messages as pathMessages } from '../../texts/path.ts'
import { allFirst, changedPath, heldOutcome, pathParts } from '../../scenario/paths.ts'
import { pathWords } from '../../scenario/words.ts'
import { pathEffects } from './path-effects.ts'
import type { OpenRegion } from './simulation.ts'

/** Remarks on settings that are in order but move nothing, or only what is reported, which was probably not meant. */
export const weakPaths = (linked: LinkedModel, outside: OutsidePaths, assumptions: Assumptions): Message[] =>
  [...new Set(Object.keys(outside).map(address => pathParts(address)[0]))].flatMap(name => {
    const effect = pathEffects(linked).get(name)
    if (effect?.kind === 'reported') return [pathMessages.onlyReported({ name, outcomes: listed(effect.in) })]
    if (effect?.kind !== 'switched' || effect.by.some(parameter => assumptions[parameter])) return []
    return [pathMessages.switchedOff({ name, by: effect.by[0]! })]
  })

/** The settings of paths, without outcomes that are held. */
const ofPaths = ({ paths }: RegionData, outside: OutsidePaths): OutsidePaths =>
  Object.fromEntries(Object.entries(outside).filter(([address]) => heldOutcome(paths, address) === undefined))

/** The paths of a region as they are set. */
const changedPaths = (region: RegionData, outside: OutsidePaths, end: number): RegionData['paths'] => {
  const paths = { ...region.paths }
  for (const [address, setting] of allFirst(outside)) {
    const [name, area] = pathParts(address)
    paths[name] = changedPath(paths[name]!, area, setting, end)
  }
  return paths
}

/** The random deviations of a path: AR(1) shocks read by an equation that reads the path. */
export const shocksOf = (linked: LinkedModel, name: string): string[] => {
  const isDeviation = ({ declaration }: Variable): boolean =>
    declaration?.kind === 'shock' && declaration.process.type === 'ar1'
  const nodes = [...linked.variables.values()].flatMap(({ value, closing }) => [value, closing])
  const found = nodes.flatMap((node): string[] => {
    const reads = node?.reads ?? []
    return reads.some(({ variable }) => variable.name === name)
      ? reads.flatMap(({ variable }) => (isDeviation(variable) ? [variable.name] : []))
      : []
  })
  return [...new Set(found)]
}

/** Times in which shocks are known to be nothing, because the paths that they deviate from are given. */
const knownTimes = (linked: LinkedModel, outside: OutsidePaths): KnownTimes => {
  const times: Record<string, Array<readonly [number, number]>> = {}
  for (const [address, setting] of Object.entries(outside)) {
    if (setting.change !== 'given') continue
    const stretches = stretchesOf(setting).map(({ from, until }): readonly [number, number] => [from, until])
    for (const shock of shocksOf(linked, pathParts(address)[0])) times[shock] = [...(times[shock] ?? []), ...stretches]
  }
  return Object.fromEntries(Object.entries(times).map(([shock, list]) => [shock, list.toSorted((a, b) => a[0] - b[0])]))
}

/** A region under external conditions that have passed the test of scenarios. */
export const regionUnder = (region: RegionData, linked: LinkedModel, given: OutsidePaths, end: number): RegionData => {
  const outside = ofPaths(region, given)
  const known = knownTimes(linked, outside)
  return {
    ...region,
    paths: changedPaths(region, outside, end),
    ...(Object.keys(known).length === 0 ? {} : { known }),
  }
}

/** The figures of an open region under external conditions, in place of those that it was opened with. */
export const conditioned = (
  open: OpenRegion,
  outside: OutsidePaths,
): Required<Pick<OpenRegion, 'region' | 'under'>> => {
  const { own = open.region } = open.under ?? {}
  return { region: regionUnder(own, open.linked, outside, open.simulator.horizon.end), under: { own, outside } }
}

/** Settings of an ensemble of an open region: what is given of its paths leaves no deviation. */
export const settingsUnder = ({ simulator: { known } }: OpenRegion, settings: EnsembleSettings): EnsembleSettings =>
  known === undefined ? settings : { ...settings, known }

export const outsideOf = ({ under }: OpenRegion): OutsidePaths => under?.outside ?? {}

const settingOf = (rows: readonly OutsideRow[], scale: number): PathSetting => {
  const { change } = rows[0]!
  // Nine digits undo the rounding of the conversion: 0.0417 is 4.17 %.
  const converted = (value: number): number => (change === 'times' ? value : Number((value / scale).toPrecision(9)))
  return {
    change,
    pieces: rows.map(({ value, from, to }) => ({
      value: converted(value),
      from,
      ...(to === undefined ? {} : { to }),
    })),
  }
}

/** The baseline without any change: the paths as the region has them. */
const centralBaseline = 'central'

/** Names of the baselines of a region; the central one is its own paths. */
export const baselinesOf = ({ outside = [] }: RegionData): string[] => [
  centralBaseline,
  ...new Set(outside.map(({ baseline }) => baseline)),
]

export const baselineCalled = (region: RegionData, word: string): OutsidePaths => {
  const name = baselinesOf(region).find(one => one === word.toLowerCase())
  if (name === undefined) throw unknownWord('baseline', word, baselinesOf(region))
  const rows = (region.outside ?? []).filter(({ baseline }) => baseline === name)
  const paths = [...new Set(rows.map(({ path }) => path))]
  return Object.fromEntries(
    paths.map(path => [
      path,
      settingOf(
        rows.filter(row => row.path === path),
        pathScale(region.paths[path]!.unit),
      ),
    ]),
  )
}

/**
 * Settings of a region, each as it is written, with the unit of rates: external conditions, a named baseline by its
 * name, and outcomes that are held, with who judges so and why.
 */
export const outsideWords = ({ region, under }: Pick<OpenRegion, 'region' | 'under'>) => {
  const given = under?.outside ?? {}
  const isGiven = ([path, setting]: readonly [string, PathSetting]): boolean =>
    JSON.stringify(given[path]) === JSON.stringify(setting)
  const [baseline, named] = baselinesOf(region)
    .map(name => [name, baselineCalled(region, name)] as const)
    .findLast(([, paths]) => Object.entries(paths).every(isGiven))!
  const own = Object.entries(given).filter(([path]) => !(path in named))
  const words = own.map(([name, setting]) => {
    const path = region.paths[addressedVariable(name)]
    const isRate = path === undefined ? name.startsWith('growth(') : pathScale(path.unit) !== 1
    const { change, pieces, by, on, why } = setting
    const told = [by, on, why].filter(one => one !== undefined)
    const text = `${pathWords(name, { change, pieces })}${isRate && change !== 'times' ? ' %' : ''}`
    return [told.length === 0 ? text : `${text} (${told.join(', ')})`, path] as const
  })
  const of = (isHeld: boolean): string[] =>
    words.flatMap(([text, path]) => ((path === undefined) === isHeld ? [text] : []))
  return { paths: [...(baseline === centralBaseline ? [] : [baseline]), ...of(false)], held: of(true) }
}
