/** External conditions of a scenario: the units in which paths are set, what a setting makes of a path, and what is wrong. */

import { changedPoints, type OutsidePaths, type PathChange, type PathSetting, stretchesOf } from '../engine/outside.ts'
import { addressedVariable, addressParts } from '../language/address.ts'
import type { Message } from '../language/messages.ts'
import { quarterOf } from '../language/quarters.ts'
import { doubtfulRate, pathScale } from '../language/path-bounds.ts'
import { unitInWords } from '../language/unit-words.ts'
import { unknownMessage } from '../language/usage.ts'
import type { RegionPath } from '../regions/types.ts'
import { messages as pathMessages } from '../texts/path.ts'
import { messages as heldMessages } from '../texts/held.ts'
import type { PathRule, ScenarioRules } from './rules.ts'
import { mostPlausible, percentGiven } from './thresholds.ts'

export const pathUnit = (unit: string): string => (pathScale(unit) === 1 ? unitInWords(unit) : '%/year')

/** 'bondQuotaByArea[CN-LN]' -> its path and area. */
export const pathParts = (address: string): readonly [name: string, area: string | undefined] => {
  const { name = address, labels = [] } = addressParts(address) ?? {}
  return [name, labels.length === 0 ? undefined : labels.join(',')]
}

/** The outcome that is held, where an address is none of a path: its series, or the growth of it. */
export const heldOutcome = (
  paths: Readonly<Record<string, unknown>>,
  address: string,
): { readonly series: string; readonly growth: boolean } | undefined => {
  if (Object.hasOwn(paths, pathParts(address)[0])) return undefined
  const [, grown] = /^growth\((.*)\)$/.exec(address) ?? []
  return { series: grown ?? address, growth: grown !== undefined }
}

/** Times the largest value of a path, or this many % a year, beyond which no study goes. */
const [farthest, farthestRate] = [10, 25]

const allPoints = ({ points, ofAreas = {} }: Pick<RegionPath, 'points' | 'ofAreas'>): RegionPath['points'] =>
  [points, ...Object.values(ofAreas)].flat()

/** The values that a setting may take, in the unit in which the path is set. */
const pathBounds = (path: PathRule, change: PathChange): readonly [least: number, most: number] => {
  if (change === 'times') return [0, farthest]
  const size = Math.max(0.1, ...allPoints(path).map(([, value]) => Math.abs(value)))
  const farthestOf = pathScale(path.unit) === 1 ? farthest * size : farthestRate
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
  const values = change === 'set' || change === 'given' ? pieces.map(({ value }) => value) : []
  const doubtful = doubtfulRate(address, path.unit, values)
  if (doubtful !== undefined) return doubtful
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
export const allFirst = (outside: OutsidePaths): ReadonlyArray<readonly [address: string, setting: PathSetting]> =>
  Object.entries(outside).toSorted(
    ([a], [b]) => Number(pathParts(a)[1] !== undefined) - Number(pathParts(b)[1] !== undefined),
  )

export const changedPath = <Path extends Pick<RegionPath, 'unit' | 'points' | 'ofAreas'>>(
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

/** The problem of an outcome that is held: no such outcome, or a time that is not in the run. */
const heldProblem = (
  address: string,
  { series, growth }: NonNullable<ReturnType<typeof heldOutcome>>,
  { change, pieces }: PathSetting,
  { outcomes, paths, start, end }: Pick<ScenarioRules, 'outcomes' | 'paths' | 'start' | 'end'>,
): Message | undefined => {
  const unit = outcomes.get(series)
  if (unit === undefined) {
    const first = [...outcomes.keys()].find(one => one.startsWith(`${series}[`))
    return first === undefined
      ? unknownMessage('path', series, [...paths.keys(), ...new Set([...outcomes.keys()].map(addressedVariable))], {
          command: 'heartland list paths',
        })
      : heldMessages.severalValues({ name: series, first })
  }
  const first = start + (growth ? 1 : 0)
  const times = pieces.flatMap(({ from, to = from }) => [from, to])
  const outside = times.find(
    time => !(time >= first && time < end && (Number.isInteger(time) || quarterOf(time) !== undefined)),
  )
  if (outside !== undefined)
    return heldMessages.notInRun({ name: address, time: outside, first, last: Math.ceil(end) - 1 })
  for (const { from, to } of pieces)
    if (to !== undefined && !(to >= from && Number.isInteger(from) && Number.isInteger(to)))
      return pathMessages.wrongYears({ name: address, from, to })
  const most = growth || change === 'times' ? Infinity : mostPlausible(addressedVariable(series), unit)
  const large = pieces.find(({ value }) => Math.abs(value) > most)
  if (large !== undefined) return percentGiven(large.value)
  return undefined
}

/** The problems of external conditions, path by path. */
export const outsideProblems = (
  rules: Pick<ScenarioRules, 'paths' | 'outcomes' | 'start' | 'end'>,
  outside: OutsidePaths,
): Array<{ readonly name: string; readonly message: Message }> => {
  const paths = new Map(rules.paths)
  const problemOf = (address: string, setting: PathSetting): Message | undefined => {
    const [name, area] = pathParts(address)
    const path = paths.get(name)
    if (path === undefined) return heldProblem(address, heldOutcome({}, address)!, setting, rules)
    if (area !== undefined && !path.areas.includes(area)) {
      return path.areas.length === 0 ? pathMessages.notByArea({ name, area }) : unknownMessage('area', area, path.areas)
    }
    const wrong = settingProblem(address, path, setting, rules)
    if (wrong !== undefined) return wrong
    const changed = changedPath(path, area, setting, rules.end)
    paths.set(name, changed)
    return resultProblem(address, changed, setting)
  }
  return allFirst(outside).flatMap(([address, setting]) => {
    const message = problemOf(address, setting)
    return message === undefined ? [] : [{ name: address, message }]
  })
}
