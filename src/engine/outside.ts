/**
 * Paths from outside that differ from those of the region: set, raised or multiplied, for some years or from a year on.
 */

import { valueOnPath } from './path-value.ts'

/** One value and when it holds. */
export interface PathPiece {
  /** In the unit in which paths are set: % a year where the model has 1/year, else that of the model. A factor for 'times'. */
  readonly value: number
  /** A whole number is a calendar year, and its value that of the middle of the year. */
  readonly from: number
  /** Last calendar year in which it holds. Absent: it leads on to the next piece, or holds to the end. */
  readonly to?: number
}

/**
 * 'set' replaces the path, 'add' and 'times' change it; uncertainty around it stays. 'given' is 'set' without the random
 * deviation: what is known to happen.
 */
export type PathChange = 'set' | 'add' | 'times' | 'given'

export interface PathSetting {
  readonly change: PathChange
  readonly pieces: readonly PathPiece[]
  /** Of a held outcome: the equations or channels through which it is reached; those of its kind when absent. */
  readonly through?: readonly string[]
  /** Held although it is far from what is usual. */
  readonly accepted?: true
  /** The author, the date and the reason of a judgement. */
  readonly by?: string
  readonly on?: string
  readonly why?: string
}

/** By path, 'path[area]' of a path by area, or the outcome that is held: 'output[CN-LN]', 'growth(regionOutput)'. */
export type OutsidePaths = Readonly<Record<string, PathSetting>>

type Points = ReadonlyArray<readonly [number, number]>

/** Width of a jump: shorter than any step. */
const instant = 1e-6

/** Between its points a path that is multiplied is read this often a year: at the middle of quarters too. */
const readingsPerYear = 8

/** The time in which pieces hold: from the opening of a year to the close of another, or to the end. */
export interface Stretch {
  readonly from: number
  readonly until: number
  /** The value in the stretch: linear between these points, constant outside. */
  readonly points: Points
}

const dated = (time: number): number => (Number.isInteger(time) ? time + 0.5 : time)

/** Pieces that end are stretches of their own; the others are the points of one that goes on to the end. */
export const stretchesOf = ({ change, pieces }: PathSetting): Stretch[] => {
  const inOrder = pieces.toSorted((a, b) => a.from - b.from)
  const ends = ({ from, to }: PathPiece): number | undefined =>
    to ?? (change === 'given' ? Math.floor(from) : undefined)
  const ended = inOrder.flatMap((piece): Stretch[] => {
    const to = ends(piece)
    return to === undefined ? [] : [{ from: piece.from, until: to + 1, points: [[piece.from, piece.value]] }]
  })
  const open = inOrder.filter(piece => ends(piece) === undefined)
  if (open.length === 0) return ended
  const points = open.map(({ from, value }): readonly [number, number] => [dated(from), value])
  return [...ended, { from: open[0]!.from, until: Number.POSITIVE_INFINITY, points }]
}

/** The path of a region with the stretches of a setting, in the unit of the model. */
export const changedPoints = (own: Points, setting: PathSetting, scale: number, end: number): Points => {
  let points: Points = own
  for (const stretch of stretchesOf(setting)) points = withStretch(points, setting.change, stretch, scale, end)
  return points
}

const withStretch = (own: Points, change: PathChange, stretch: Stretch, scale: number, end: number): Points => {
  const { from, points } = stretch
  const until = Math.min(stretch.until, end)
  const valueAt = (time: number): number => {
    const value = valueOnPath(points, time)
    if (change === 'add') return valueOnPath(own, time) + scale * value
    return change === 'times' ? valueOnPath(own, time) * value : scale * value
  }
  const inside = (time: number): boolean => time > from && time < until
  const knots = [...points, ...(change === 'add' || change === 'times' ? own : [])].map(([time]) => time)
  const readings =
    change === 'times' && points.length > 1
      ? Array.from({ length: Math.ceil((until - from) * readingsPerYear) }, (_, at) => from + at / readingsPerYear)
      : []
  const times = [...new Set([from, ...knots, ...readings].filter(time => time === from || inside(time)))]
  const before = own.filter(([time]) => time < from - instant)
  const after = own.filter(([time]) => time > until + instant)
  const changed = [...times, until]
    .toSorted((a, b) => a - b)
    .map((time): readonly [number, number] => [time, valueAt(time)])
  return [
    ...before,
    [from - instant, valueOnPath(own, from - instant)],
    ...changed,
    ...(stretch.until < end ? [[until + instant, valueOnPath(own, until + instant)] as const] : []),
    ...after,
  ]
}
