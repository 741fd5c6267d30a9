/** Lines of a fan chart and their values at a time: what the cursor marks, keys go through and a screen reader says. */

import type { Point } from './geometry.ts'

type LineKind = 'base' | 'pol' | 'hist' | 'over' | 'naive'

export interface FanLine {
  readonly id: string
  readonly kind: LineKind
  /** Dashed: the standard assumptions, where the reader has others. */
  readonly standard?: boolean
  readonly points: readonly Point[]
  /** At its end; a line without one is named elsewhere. */
  readonly label?: string | undefined
  /** As a screen reader says it; the label where there is no other. */
  readonly name?: string
  /** A diamond before the label: my assumptions. */
  readonly mine?: boolean
}

export interface FanBand {
  readonly kind: 'base' | 'pol' | 'pol2'
  readonly low: readonly Point[]
  readonly high: readonly Point[]
}

/** The point of the quarter, or of the year where there is one a year. */
export const pointAt = (points: readonly Point[], time: number): readonly [number, number] | undefined => {
  let best: readonly [number, number] | undefined
  for (const [at, value] of points) {
    if (value === undefined) continue
    if (best === undefined || Math.abs(at - time - 0.125) < Math.abs(best[0] - time - 0.125)) best = [at, value]
  }
  return best !== undefined && Math.abs(best[0] - time - 0.125) <= 0.63 ? best : undefined
}

/** The first quarter that keys can read: what was measured goes before the model. */
export const firstQuarter = (lines: readonly FanLine[], [from]: readonly [number, number], now = from): number => {
  const starts = lines.flatMap(({ points }) => {
    const first = points.find(([, value]) => value !== undefined)
    return first === undefined ? [] : [Math.floor(first[0] * 4 - 0.5) / 4]
  })
  return Math.max(from, Math.min(now, ...starts))
}

export const nameOf = ({ name, label }: FanLine): string => name ?? label ?? ''

export interface Reading {
  readonly line: FanLine
  readonly at: number
  readonly value: number
}

/** Lines that have a value at a time, the upper ones first: the order in which keys go through them. */
export const readingsAt = (lines: readonly FanLine[], time: number): Reading[] =>
  lines
    .flatMap((line): Reading[] => {
      const point = pointAt(line.points, time)
      return point === undefined ? [] : [{ line, at: point[0], value: point[1] }]
    })
    .toSorted((a, b) => b.value - a.value)

/** Of all lines at a time, the next one down or up; past the ends none is chosen. */
export const nextLine = (
  readings: readonly Reading[],
  chosen: string | undefined,
  down: boolean,
): string | undefined => {
  const at = readings.findIndex(({ line }) => line.id === chosen)
  if (at < 0) return readings.at(down ? 0 : -1)?.line.id
  return readings[at + (down ? 1 : -1)]?.line.id
}
