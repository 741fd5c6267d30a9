/** External conditions of the open scenario: setting paths, choosing baselines and stress tests. */

import { pathScale } from '../../language/path-bounds.ts'
import type { StressTest } from '../../analysis/debt/stress.ts'
import {
  changedPoints,
  type OutsidePaths,
  type PathChange,
  type PathPiece,
  type PathSetting,
} from '../../engine/outside.ts'
import { valueOnPath } from '../../engine/path-value.ts'
import { packageStart } from '../../model/packages.ts'
import type { PathAbout } from '../worker/answers/conditions.ts'
import { canonical, type Draft, without } from './scenario.ts'

export const sameConditions = (a: OutsidePaths, b: OutsidePaths): boolean => canonical(a) === canonical(b)

export const withPath = (draft: Draft, name: string, setting: PathSetting | undefined): Draft => {
  const others = without(draft.outside, [name])
  return { ...draft, outside: setting === undefined ? others : { ...others, [name]: setting } }
}

/** Address of a path: as a whole, or of one area. */
export const pathAddress = (name: string, area: string): string => (area === '' ? name : `${name}[${area}]`)

/** True if a path is set, as a whole or of an area. */
export const isSet = (outside: OutsidePaths, { name, areas }: Pick<PathAbout, 'name' | 'areas'>): boolean =>
  ['', ...areas].some(area => outside[pathAddress(name, area)] !== undefined)

/** The path of one area as it is before its own setting: with what is set for all areas. */
export const pathOfArea = (path: PathAbout, area: string, outside: OutsidePaths, end: number): PathAbout => {
  const points = path.ofAreas[area]
  const whole = outside[path.name]
  if (points === undefined) return path
  if (whole === undefined) return { ...path, points }
  return { ...path, points: changedPoints(points, whole, whole.change === 'times' ? 1 : pathScale(path.unit), end) }
}

const holds = (whole: Readonly<Record<string, unknown>>, part: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(part).every(([name, value]) => JSON.stringify(whole[name]) === JSON.stringify(value))

/** True where the scenario sets all that the test sets. */
export const isUnder = ({ outside, assumptions, policy }: Draft, test: StressTest): boolean =>
  holds(assumptions, test.assumptions) &&
  holds(policy, test.policy) &&
  Object.entries(test.outside).every(
    ([name, setting]) => outside[name] !== undefined && sameConditions({ [name]: outside[name] }, { [name]: setting }),
  )

/** The scenario with what the test sets, or without it. */
export const withStress = (draft: Draft, test: StressTest, on: boolean): Draft =>
  on
    ? {
        ...draft,
        outside: { ...draft.outside, ...test.outside },
        assumptions: { ...draft.assumptions, ...test.assumptions },
        policy: { ...draft.policy, ...test.policy },
      }
    : {
        ...draft,
        outside: without(draft.outside, Object.keys(test.outside)),
        assumptions: without(draft.assumptions, Object.keys(test.assumptions)),
        policy: without(draft.policy, Object.keys(test.policy)),
      }

/** The calendar time of a piece: the middle of its first year, as the engine takes it. */
export const timeOfPiece = ({ from }: Pick<PathPiece, 'from'>): number => (Number.isInteger(from) ? from + 0.5 : from)

/** The region's own value at a time, in the unit in which paths are set. */
export const ownValue = ({ points, unit }: Pick<PathAbout, 'points' | 'unit'>, time: number): number =>
  valueOnPath(points, time) / pathScale(unit)

/** The value of the path where a piece begins, in the unit in which paths are set. */
export const resultOf = (path: Pick<PathAbout, 'points' | 'unit'>, change: PathChange, piece: PathPiece): number => {
  const own = ownValue(path, timeOfPiece(piece))
  if (change === 'add') return own + piece.value
  return change === 'times' ? own * piece.value : piece.value
}

/** The value of a piece with which the path comes to a result; a multiple of nothing is 1. */
const valueFor = (
  path: Pick<PathAbout, 'points' | 'unit'>,
  change: PathChange,
  piece: Pick<PathPiece, 'from'>,
  result: number,
): number => {
  const own = ownValue(path, timeOfPiece(piece))
  if (change === 'add') return result - own
  return change === 'times' ? (own === 0 ? 1 : result / own) : result
}

/** Dust of binary fractions off, and no more digits than a person sets. */
const asSet = (value: number): number => Number(value.toPrecision(4))

/** The same results, written as another kind of change. */
export const converted = (
  path: Pick<PathAbout, 'points' | 'unit'>,
  { change, pieces }: PathSetting,
  to: PathChange,
): PathSetting => ({
  change: to,
  pieces: pieces.map(piece => ({ ...piece, value: asSet(valueFor(path, to, piece, resultOf(path, change, piece))) })),
})

/** Years of the handles that a path begins with: soon, in the middle, and where what holds goes on to the end. */
const firstYears = [1, 4, 9].map(later => packageStart + later)

/** A path begins with its own values. */
export const beginning = (path: Pick<PathAbout, 'points' | 'unit'>): PathSetting => ({
  change: 'set',
  pieces: firstYears.map(from => ({ value: asSet(ownValue(path, from + 0.5)), from })),
})
