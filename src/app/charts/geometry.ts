/** Geometry of charts over time: scales, paths of lines and bands, and positions of labels at the ends of lines. */

import { type ScaleLinear, scaleLinear } from 'd3-scale'

/** Calendar time and value; a gap is a point whose value is undefined. */
export type Point = readonly [time: number, value: number | undefined]

export interface Frame {
  readonly width: number
  readonly height: number
  /** The plot within the drawing. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Scales {
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
}

export const scalesOf = (
  frame: Frame,
  times: readonly [number, number],
  values: readonly [number, number],
): Scales => ({
  x: scaleLinear(times, [frame.left, frame.right]),
  y: scaleLinear(values, [frame.bottom, frame.top]),
})

const at = (value: number): string => String(Math.round(value * 10) / 10)

/** Straight segments from point to point; nothing is smoothed, and a gap stays one. */
/** A point between gaps has no line through it: a short stroke marks it. */
const strokeLength = 8

export const linePath = ({ x, y }: Scales, points: readonly Point[]): string =>
  points
    .flatMap(([time, value], index) => {
      if (value === undefined) return []
      const [before, after] = [points[index - 1]?.[1], points[index + 1]?.[1]]
      if (before !== undefined) return [`L${at(x(time))} ${at(y(value))}`]
      return after === undefined
        ? [`M${at(x(time) - strokeLength / 2)} ${at(y(value))}h${strokeLength}`]
        : [`M${at(x(time))} ${at(y(value))}`]
    })
    .join('')

export const bandPath = ({ x, y }: Scales, low: readonly Point[], high: readonly Point[]): string => {
  const corner = ([time, value]: Point): string => `${at(x(time))} ${at(y(value ?? Number.NaN))}`
  const upper = high.filter(([, value]) => value !== undefined).map(corner)
  const lower = low.filter(([, value]) => value !== undefined).map(corner)
  if (upper.length === 0) return ''
  return `M${upper.join('L')}L${lower.toReversed().join('L')}Z`
}

/** Width over height of a drawing as it is measured. */
export const shapeOf = (svg: string): number => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!
  return Number(width) / Number(height)
}

/** From the least to the largest of the values, rounded outwards to ticks. */
export const domainOf = (values: Iterable<number | undefined>, ticks = 4): readonly [number, number] => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === undefined || !Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!Number.isFinite(low)) return [0, 1]
  // A constant line is drawn in the middle.
  if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high), 1e-6)) [low, high] = [low - 1, high + 1]
  const [from, to] = scaleLinear([low, high], [0, 1]).nice(ticks).domain()
  return [from, to]
}

/** Two to six ticks within the range, of a low or narrow chart, which asks for three, at most four. */
export const ticksOf = ([from, to]: readonly [number, number], count = 4): number[] => {
  for (let wanted = count; wanted > 1; wanted--) {
    const ticks = scaleLinear([from, to], [0, 1]).ticks(wanted)
    if (ticks.length <= (count < 4 ? 4 : 6)) return ticks
  }
  return [from, to]
}

/** Digits that tell the ticks apart. */
export const tickDigits = (ticks: readonly number[]): number => {
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1
  for (let digits = 0; digits < 6; digits++) {
    const scaled = step * 10 ** digits
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return digits
  }
  return 6
}

/** Round years under an axis, at most so many. */
export const roundYears = (from: number, to: number, most: number): number[] => {
  const step = [1, 2, 5, 10, 20].find(years => Math.floor(to / years) - Math.ceil(from / years) < most) ?? 50
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, more) => (first + more) * step)
}

/** The width of a year on an axis, and the air before the next. */
const [yearWidth, yearGap] = [25, 5]

export interface YearPlace {
  readonly year: number
  readonly x: number
  /** It begins there, at the edge of the plot, instead of having its middle there. */
  readonly atEdge: boolean
}

/** Places of years below a plot that begins at `left`, without those that would run into the one before. */
export const placeYears = (years: readonly number[], scale: (year: number) => number, left: number): YearPlace[] => {
  let end = Number.NEGATIVE_INFINITY
  return years.flatMap(year => {
    const x = Math.max(left, scale(year))
    const atEdge = x < left + yearWidth / 2
    const from = atEdge ? x : x - yearWidth / 2
    if (from < end + yearGap) return []
    end = from + yearWidth
    return [{ year, x, atEdge }]
  })
}

export interface EndPlace {
  /** End of the line. */
  readonly from: number
  /** Place of its label. */
  readonly to: number
}

/** Labels at least `apart` from each other, as near to the ends of their lines as can be, within the frame. */
export const placeEnds = (
  wanted: readonly number[],
  apart: number,
  top: number,
  bottom: number,
  order: readonly number[] = wanted.map((_, index) => index).toSorted((a, b) => wanted[a] - wanted[b] || a - b),
): EndPlace[] => {
  // Less their distance, places must not fall: neighbours that do share their mean (isotonic regression).
  const groups: Array<{ sum: number; count: number }> = []
  order.forEach((index, place) => {
    groups.push({ sum: wanted[index] - place * apart, count: 1 })
    for (let last = groups.length - 1; last > 0; last--) {
      const [before, here] = [groups[last - 1], groups[last]]
      if (before.sum / before.count <= here.sum / here.count) break
      groups.splice(last - 1, 2, { sum: before.sum + here.sum, count: before.count + here.count })
    }
  })
  const most = bottom - (order.length - 1) * apart
  const places = groups
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((place, at0) => Math.max(top, Math.min(most, place)) + at0 * apart)
  const found: EndPlace[] = []
  order.forEach((index, place) => {
    found[index] = { from: wanted[index], to: places[place] }
  })
  return found
}
