/** Writes the figures of a Vensim file: constants over dimensions, and paths over time as lookups. */

import type { LinkedDimension, SumLoop, Variable } from '../../linked.ts'
import type { HelperPiece } from './expressions.ts'
import { mdlNumeral, survivesPrinting } from './numerals.ts'
import { cornersOf, type InputRecording, type CornerPoint } from './recording.ts'

export const wholeRanges = (dimensions: readonly LinkedDimension[]): SumLoop[] =>
  dimensions.map(dimension => ({ dimension, low: 0, high: dimension.labels.length - 1 }))

/** The labels of each element, row by row. */
export const elementPlaces = (dimensions: readonly LinkedDimension[]): SumLoop[][] => {
  let places: SumLoop[][] = [[]]
  for (const dimension of dimensions) {
    places = places.flatMap(place =>
      dimension.labels.map((_, position) => [...place, { dimension, low: position, high: position }]),
    )
  }
  return places
}

/** A constant over some dimensions: one number, a list, or number by number where a list would be rounded. */
export const constantPieces = (dimensions: readonly LinkedDimension[], values: readonly number[]): HelperPiece[] => {
  const ranges = wholeRanges(dimensions)
  if (values.every(value => value === values[0])) return [{ ranges, text: mdlNumeral(values[0]) }]
  if (dimensions.length <= 2 && survivesPrinting(values)) {
    if (dimensions.length === 1) return [{ ranges, text: values.map(mdlNumeral).join(', ') }]
    const columns = dimensions[1].labels.length
    const rows = dimensions[0].labels.map((_, row) =>
      values
        .slice(row * columns, (row + 1) * columns)
        .map(mdlNumeral)
        .join(', '),
    )
    return [{ ranges, text: `${rows.join('; ')};` }]
  }
  const places = elementPlaces(dimensions)
  return values.map((value, at) => ({ ranges: places[at], text: mdlNumeral(value) }))
}

/** A path of one element, or of all when they move alike. */
export interface Path {
  readonly ranges: readonly SumLoop[]
  /** The one value of a path that never moves. */
  readonly constant: number | undefined
  readonly points: readonly CornerPoint[]
  /** What the points' values are multiplied by, so that they survive printing. */
  readonly scale: number
}

/** A power of ten that brings numbers to a size at which printing keeps their digits; 1 where it already does. */
const scaleOf = (values: readonly number[]): number => {
  if (survivesPrinting(values)) return 1
  const largest = Math.max(...values.map(Math.abs))
  let scale = 1
  while (largest * scale < 1e6) scale *= 10
  return scale
}

/** The paths of a moving input. */
export const pathsOf = (variable: Variable, recording: InputRecording): Path[] => {
  const places = elementPlaces(variable.dimensions)
  const paths = places.map((_, element) => recording.path(variable, element))
  const [first] = paths
  const alike = paths.every(path => path.length === first.length && path.every((value, at) => value === first[at]))
  const pathOf = (ranges: readonly SumLoop[], values: readonly number[]): Path => {
    if (values.length === 1) return { ranges, constant: values[0], points: [], scale: 1 }
    const corners = cornersOf(recording.times, values)
    const scale = scaleOf(corners.map(([, value]) => value))
    return { ranges, constant: undefined, points: corners.map(([time, value]) => [time, value * scale]), scale }
  }
  return alike
    ? [pathOf(wholeRanges(variable.dimensions), first)]
    : places.map((ranges, element) => pathOf(ranges, paths[element]))
}
