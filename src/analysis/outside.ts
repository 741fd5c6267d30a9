/** External conditions as users write them: parsed, checked, put into a region, and written out again. */

import type { EnsembleSettings } from '../engine/ensemble.ts'
import type { KnownTimes } from '../engine/run.ts'
import {
  changedPoints,
  type OutsidePaths,
  type PathChange,
  type PathPiece,
  type PathSetting,
  stretchesOf,
} from '../engine/outside.ts'
import { type Assumptions, defaultStart } from '../engine/scenario.ts'
import { addressParts } from '../language/address.ts'
import { listed } from '../language/listed.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import type { Message } from '../language/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import type { OutsideRow, RegionData, RegionPath } from '../regions/types.ts'
import { pathEffects } from './path-effects.ts'
import { pathMessages } from './path-messages.ts'
import { unitInWords } from './numbers.ts'
import type { PathRule, ScenarioRules } from './scenario-rules.ts'
import type { OpenRegion } from './simulation.ts'
import { halfWidth } from '../language/half-width.ts'
import { typedNumber, unknownMessage, unknownWord } from './usage.ts'

/** How a change is written on the command line. */
const operators: Readonly<Record<PathChange, string>> = { set: '=', add: '+=', times: '*=', given: '==' }

/** Growth and rates are set in % a year, everything else in the unit of the model. */
const isRate = (unit: string): boolean => unit === '1/year'
export const pathScale = (unit: string): number => (isRate(unit) ? 0.01 : 1)
export const pathUnit = (unit: string): string => (isRate(unit) ? '%/year' : unitInWords(unit))

const numberIn = (whole: string, text: string): number => {
  const value = typedNumber(text)
  if (value === undefined) throw new UsageError(pathMessages.notNumber({ whole, text }))
  return value
}

/** '4.0@2027' or '3@2027..2028'; from the start of policies where no year stands. */
const pieceIn = (whole: string, text: string): PathPiece => {
  const [, value = '', from, to] = /^([^@]*)(?:@(.*?)(?:\.\.(.*))?)?$/.exec(text) ?? []
  return {
    value: numberIn(whole, value),
    from: from === undefined ? defaultStart : numberIn(whole, from),
    ...(to === undefined ? {} : { to: numberIn(whole, to) }),
  }
}

/** 'nationalGrowth=4.0@2027,3.5@2030', 'bondRate+=2@2027..2028', 'landDemand*=0.5@2027' -> its path and setting. */
export const parsePath = (given: string): readonly [string, PathSetting] => {
  const text = halfWidth(given)
  const [, address, operator, pieces] = /^(\w+(?:\[[^\]]+\])?)(==|\+=|\*=|=)(.*)$/.exec(text) ?? []
  const change = (Object.keys(operators) as PathChange[]).find(one => operators[one] === operator)
  if (address === undefined || change === undefined || pieces === undefined)
    throw new UsageError(pathMessages.setsNone({ text }))
  return [address, { change, pieces: pieces.split(',').map(piece => pieceIn(text, piece)) }]
}

/** A setting as it is written, without the name of its path: '=4@2027,3.5@2030'. */
export const settingText = ({ change, pieces }: PathSetting): string =>
  operators[change] +
  pieces.map(({ value, from, to }) => `${value}@${from}${to === undefined ? '' : `..${to}`}`).join(',')

/** 'bondQuotaByArea[CN-LN]' -> its path and area. */
const pathParts = (address: string): readonly [name: string, area: string | undefined] => {
  const { name = address, labels = [] } = addressParts(address) ?? {}
  return [name, labels.length === 0 ? undefined : labels.join(',')]
}

/** Times the largest value of a path, or this many % a year, beyond which no study goes. */
const [farthest, farthestRate] = [10, 25]

const allPoints = ({ points, ofAreas = {} }: Pick<RegionPath, 'points' | 'ofAreas'>): RegionPath['points'] =>
  [points, ...Object.values(ofAreas)].flat()

/** What a setting may say, in the unit in which the path is set. */
const pathBounds = (path: PathRule, change: PathChange): readonly [least: number, most: number] => {
  if (change === 'times') return [0, farthest]
  const size = Math.max(0.1, ...allPoints(path).map(([, value]) => Math.abs(value)))
  const farthestOf = isRate(path.unit) ? farthestRate : farthest * size
  if (change === 'add') return [-farthestOf, farthestOf]
  const { least = -Infinity, most = Infinity } = path
  const scale = pathScale(path.unit)
  return [Math.max(least / scale, -farthestOf), Math.min(most / scale, farthestOf)]
}

const settingProblem = (
  address: string,
  path: PathRule,
  setting: PathSetting,
  { start, end }: Pick<ScenarioRules, 'start' | 'end'>,
): Message | undefined => {
  const { change, pieces } = setting
  const [least, most] = pathBounds(path, change)
  // The start is solved from the region's own figures.
  const first = start + 1
  for (const { value, from, to } of pieces) {
    const unit = change === 'times' ? '' : pathUnit(path.unit)
    if (!(value >= least && value <= most))
      return pathMessages.outOfBounds({ name: address, value, least, most: Number(most.toPrecision(3)), unit })
    if (!(from >= first && from < end)) return pathMessages.notInRun({ name: address, from, first, last: end - 1 })
    if (to !== undefined && !(to >= from && Number.isInteger(from) && Number.isInteger(to)))
      return pathMessages.wrongYears({ name: address, from, to })
  }
  const stretches = stretchesOf(setting).toSorted((a, b) => a.from - b.from)
  const meets = stretches.some((one, at) => at > 0 && one.from < stretches[at - 1]!.until)
  const twice = pieces.some((one, at) => pieces.findIndex(({ from }) => from === one.from) < at)
  return pieces.length === 0 || meets || twice ? pathMessages.overlap({ name: address }) : undefined
}

/** Dust of binary fractions: 0.7 and 0.1 and 0.2 make no more than 1. */
const dust = 1e-9

/** A change that takes a path to what it cannot be: more than all of what matures, less than none. */
const resultProblem = (
  address: string,
  { unit, least = -Infinity, most = Infinity, points, ofAreas }: PathRule,
  { pieces }: PathSetting,
): Message | undefined => {
  const found = allPoints({ points, ofAreas }).find(([, value]) => value < least - dust || value > most + dust)
  if (found === undefined) return undefined
  const [time, value] = found
  const first = Math.min(...pieces.map(({ from }) => Math.floor(from)))
  const written = (one: number): number => Number((one / pathScale(unit)).toPrecision(6))
  const said = {
    name: address,
    value: written(value),
    year: Math.max(first, Math.ceil(time) - 1),
    unit: pathUnit(unit),
  }
  return value < least
    ? pathMessages.tooLow({ ...said, least: written(least) })
    : pathMessages.tooHigh({ ...said, most: written(most) })
}

/** Of all areas first, then of single ones, in whatever order they are named. */
const inOrder = (outside: OutsidePaths): ReadonlyArray<readonly [address: string, setting: PathSetting]> =>
  Object.entries(outside).toSorted(
    ([a], [b]) => Number(pathParts(a)[1] !== undefined) - Number(pathParts(b)[1] !== undefined),
  )

const changedPath = <Path extends Pick<RegionPath, 'unit' | 'points' | 'ofAreas'>>(
  path: Path,
  area: string | undefined,
  setting: PathSetting,
  end: number,
): Path => {
  const changed = (points: RegionPath['points']): RegionPath['points'] =>
    changedPoints(points, setting, setting.change === 'times' ? 1 : pathScale(path.unit), end)
  const ofAreas = Object.fromEntries(
    Object.entries(path.ofAreas ?? {}).map(([one, points]) => [
      one,
      area === undefined || area === one ? changed(points) : points,
    ]),
  )
  return {
    ...path,
    points: area === undefined ? changed(path.points) : path.points,
    ...(path.ofAreas === undefined ? {} : { ofAreas }),
  }
}

/** What is wrong with external conditions, path by path. */
export const outsideProblems = (
  rules: Pick<ScenarioRules, 'paths' | 'start' | 'end'>,
  outside: OutsidePaths,
): Array<{ readonly name: string; readonly message: Message }> => {
  const paths = new Map(rules.paths)
  const problemOf = (address: string, setting: PathSetting): Message | undefined => {
    const [name, area] = pathParts(address)
    const path = paths.get(name)
    if (path === undefined) return unknownMessage('path', name, paths.keys(), { command: 'heartland list paths' })
    if (area !== undefined && !path.areas.includes(area)) {
      return path.areas.length === 0 ? pathMessages.notByArea({ name, area }) : unknownMessage('area', area, path.areas)
    }
    const wrong = settingProblem(address, path, setting, rules)
    if (wrong !== undefined) return wrong
    const changed = changedPath(path, area, setting, rules.end)
    paths.set(name, changed)
    return resultProblem(address, changed, setting)
  }
  return inOrder(outside).flatMap(([address, setting]) => {
    const message = problemOf(address, setting)
    return message === undefined ? [] : [{ name: address, message }]
  })
}

/** What settings do not do that was probably meant: they are in order, and move nothing or only what is reported. */
export const weakPaths = (linked: LinkedModel, outside: OutsidePaths, assumptions: Assumptions): Message[] =>
  [...new Set(Object.keys(outside).map(address => pathParts(address)[0]))].flatMap(name => {
    const effect = pathEffects(linked).get(name)
    if (effect?.kind === 'reported') return [pathMessages.onlyReported({ name, outcomes: listed(effect.in) })]
    if (effect?.kind !== 'switched' || effect.by.some(parameter => assumptions[parameter])) return []
    return [pathMessages.switchedOff({ name, by: effect.by[0]! })]
  })

/** The paths of a region as they are set. */
const changedPaths = (region: RegionData, outside: OutsidePaths, end: number): RegionData['paths'] => {
  const paths = { ...region.paths }
  for (const [address, setting] of inOrder(outside)) {
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

/** When shocks are known to be nothing, because the paths that they deviate from are given. */
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
export const regionUnder = (
  region: RegionData,
  linked: LinkedModel,
  outside: OutsidePaths,
  end: number,
): RegionData => {
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
  const own = open.under?.own ?? open.region
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
