/** Lines of a fan chart and their values at a given time, for cursor, keyboard and screen reader. */

import { quarter, quarterAt } from '../state/quarters.ts'
import type { Point } from './geometry.ts'

type LineKind = 'base' | 'pol' | 'hist' | 'over' | 'naive'

export interface FanLine {
  readonly id: string
  readonly kind: LineKind
  /** Dashed: the standard assumptions, where the reader has others. */
  readonly standard?: boolean
  readonly points: readonly Point[]
  /** The value that is told at its end: that of the last year, where the points are quarters. */
  readonly last?: number | undefined
  /** Of its last value: a bar at the right of the plot, and what its label tells in place of the value. */
  readonly range?: readonly [low: number, high: number]
  /** Its first and its last value stand at it. */
  readonly marked?: boolean
  /** At its end; a line without one is named elsewhere. */
  readonly label?: string | undefined
  /** As a screen reader says it; the label where there is no other. */
  readonly name?: string
  /** A diamond before the label: my assumptions. */
  readonly mine?: boolean
  /** Index of its colour among those of saved scenarios. */
  readonly colour?: number | undefined
}

export interface FanBand {
  readonly kind: 'base' | 'pol' | 'pol2'
  readonly low: readonly Point[]
  readonly high: readonly Point[]
}

/** The point of the quarter, or of the year where there is one a year. */
export const pointAt = (points: readonly Point[], time: number): readonly [number, number] | undefined => {
  const middle = time + quarter / 2
  let best: readonly [number, number] | undefined
  for (const [at, value] of points) {
    if (value === undefined) continue
    if (best === undefined || Math.abs(at - middle) < Math.abs(best[0] - middle)) best = [at, value]
  }
  // A value of a year stands in its middle, or at its end.
  const furthest = (1 + quarter) / 2 + 1e-6
  return best !== undefined && Math.abs(best[0] - middle) <= furthest ? best : undefined
}

/** The first quarter that keys can read: what was measured goes before the model. */
export const firstQuarter = (lines: readonly FanLine[], [from]: readonly [number, number], now = from): number => {
  const starts = lines.flatMap(({ points }) => {
    const first = points.find(([, value]) => value !== undefined)
    return first === undefined ? [] : [quarterAt(first[0] - quarter / 2)]
  })
  return Math.max(from, Math.min(now, ...starts))
}

export const nameOf = ({ name, label }: FanLine): string => name ?? label ?? ''

export interface LineValue {
  readonly line: FanLine
  readonly at: number
  readonly value: number
}

/** Lines that have a value at a time, the upper ones first: the order in which keys go through them. */
export const lineValuesAt = (lines: readonly FanLine[], time: number): LineValue[] =>
  lines
    .flatMap((line): LineValue[] => {
      const point = pointAt(line.points, time)
      return point === undefined ? [] : [{ line, at: point[0], value: point[1] }]
    })
    .toSorted((a, b) => b.value - a.value)

/** Of all lines at a time, the next one down or up; past the ends none is chosen. */
export const lineBeside = (
  values: readonly LineValue[],
  chosen: string | undefined,
  down: boolean,
): string | undefined => {
  const at = values.findIndex(({ line }) => line.id === chosen)
  if (at < 0) return values.at(down ? 0 : -1)?.line.id
  return values[at + (down ? 1 : -1)]?.line.id
}
