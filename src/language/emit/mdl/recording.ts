/** Records the inputs of a run that an exported file must contain. */

import type { LinkedModel, Variable, LinkedDimension, SumLoop } from '../../linked.ts'
import type { HelperPiece } from './expressions.ts'
import { mdlNumeral, survivesPrinting } from './numerals.ts'

/** Inputs of every step and all values of the first one, taken while a run goes on. */
export class InputRecording {
  private readonly model: LinkedModel
  /** The value array of the first step: bases, solved unknowns and initial values are in it. */
  first = new Float64Array(0)
  readonly steps: Float64Array[] = []
  /** Inputs that the start was solved from; those of the first step where the run did not say. */
  private start: Float64Array | undefined

  constructor(model: LinkedModel) {
    this.model = model
  }

  /** To be called with the values that the start was solved from: `simulator.run({ observeStart, … })`. */
  readonly observeStart = (values: Float64Array): void => {
    this.start = values.slice(0, this.model.inputsEnd)
  }

  /** To be called for each step before its values move on: `simulator.run({ observe: recording.observe, … })`. */
  readonly observe = (values: Float64Array): void => {
    if (this.steps.length === 0) this.first = values.slice()
    this.steps.push(values.slice(0, this.model.inputsEnd))
  }

  get startTime(): number {
    return this.first[this.model.clock.startTime.offset]
  }

  get timeStep(): number {
    return this.first[this.model.clock.timeStep.offset]
  }

  /** Opening of each step. */
  get times(): number[] {
    return this.steps.map(inputs => inputs[this.model.clock.time.offset])
  }

  /** Values of one element of an input, step by step; one value when it never moves. */
  path({ offset }: Variable, element: number): number[] {
    const values = this.steps.map(inputs => inputs[offset + element])
    return values.every(value => value === values[0]) ? values.slice(0, 1) : values
  }

  /** Value of one element of an input from which the start was solved. */
  atStart({ offset }: Variable, element: number): number {
    return (this.start ?? this.first)[offset + element]
  }

  moves(variable: Variable): boolean {
    for (let element = 0; element < variable.size; element++) if (this.path(variable, element).length > 1) return true
    return false
  }

  /** All elements of a variable that holds from the start. */
  elements({ offset, size }: Variable): number[] {
    return [...this.first.subarray(offset, offset + size)]
  }
}

export type CornerPoint = readonly [time: number, value: number]

/** A path with as few points as give the value of every step by straight lines, to the last bits. */
export const cornersOf = (times: readonly number[], values: readonly number[]): CornerPoint[] => {
  const corners: CornerPoint[] = []
  const isStraight = (from: number, to: number): boolean => {
    for (let at = from + 1; at < to; at++) {
      const share = (times[at] - times[from]) / (times[to] - times[from])
      const straight = values[from] + share * (values[to] - values[from])
      const size = Math.max(Math.abs(values[from]), Math.abs(values[to]))
      if (Math.abs(straight - values[at]) > 4e-16 * size) return false
    }
    return true
  }
  let from = 0
  corners.push([times[0], values[0]])
  while (from < values.length - 1) {
    let to = from + 1
    while (to < values.length - 1 && isStraight(from, to + 1)) to++
    corners.push([times[to], values[to]])
    from = to
  }
  return corners
}

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
interface Path {
  readonly ranges: readonly SumLoop[]
  /** The one value of a path that never moves. */
  readonly constant: number | undefined
  readonly points: readonly CornerPoint[]
  /** The factor of the points' values, with which they survive printing. */
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
