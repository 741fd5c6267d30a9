/** Reads recorded numbers by name, labels and calendar time, from a single run or from a block of members. */

import { yearlyGrowth } from '../growth.ts'
import { engineMessages } from '../messages.ts'
import type { LinkedDimension, LinkedModel } from '../../language/linked.ts'
import type { Recording } from '../recording.ts'
import { type Run, RunError, type Series } from '../run.ts'
import type { MemberBlock } from './runner.ts'

/** Labels that choose an element, in the order of the variable's dimensions: 'CN-LN', or 'CN-LN', 'young'. */
type Labels = readonly string[]

/** All numbers of a recorded name: its elements lie in the order of its labels. */
interface Numbers {
  readonly size: number
  at(step: number, element: number): number
}

/**
 * Without labels a name is read in the area that the reader was made for, or as it is where it has no dimensions.
 * Throws RunError for what was not recorded.
 */
export interface Reader {
  /** In the step that is under way at a calendar time. */
  at(name: string, time: number, ...labels: Labels): number
  /** Mean over the steps of a year. */
  mean(name: string, year: number, ...labels: Labels): number
  /** Mean over the steps from a calendar time to another, which is excluded; the steps are added in their order. */
  meanOver(name: string, from: number, to: number, ...labels: Labels): number
  /** In the last step of a year. */
  last(name: string, year: number, ...labels: Labels): number
  /** Every step of the years from … to, both included. */
  steps(name: string, from: number, to: number, ...labels: Labels): number[]
  /** Every step of the run. */
  path(name: string, ...labels: Labels): number[]
  /** Growth on the same step of the year before, in every step of the run; 0 in the first year. */
  growth(name: string, ...labels: Labels): ArrayLike<number>
  numbers(name: string): Numbers
}

/** The numbers of one element: that of a step is values[first + step * perStep]. */
interface Strip {
  readonly values: Float64Array
  readonly first: number
  readonly perStep: number
}

interface Source {
  readonly start: number
  readonly stepsPerYear: number
  readonly steps: number
  strip(name: string, labels: Labels): Strip
  numbers(name: string): Numbers
}

const readerOf = ({ start, stepsPerYear, steps, strip, numbers }: Source): Reader => {
  const stepAt = (time: number): number => {
    const step = Math.floor((time - start) * stepsPerYear + 1e-6)
    if (step < 0 || step >= steps) throw new RunError(engineMessages.noStep({ time }))
    return step
  }
  const between = ({ values, first, perStep }: Strip, from: number, to: number): number[] => {
    const found: number[] = []
    for (let step = from; step < to; step++) found.push(values[first + step * perStep])
    return found
  }
  const meanOf = ({ values, first, perStep }: Strip, from: number, to: number): number => {
    let sum = 0
    for (let step = from; step < to; step++) sum += values[first + step * perStep]
    return sum / (to - from)
  }
  return {
    at: (name, time, ...labels) => {
      const { values, first, perStep } = strip(name, labels)
      return values[first + stepAt(time) * perStep]
    },
    mean: (name, year, ...labels) => {
      const from = stepAt(year)
      return meanOf(strip(name, labels), from, from + stepsPerYear)
    },
    meanOver: (name, from, to, ...labels) =>
      meanOf(strip(name, labels), stepAt(from), Math.round((to - start) * stepsPerYear)),
    last: (name, year, ...labels) => {
      const { values, first, perStep } = strip(name, labels)
      return values[first + (stepAt(year) + stepsPerYear - 1) * perStep]
    },
    steps: (name, from, to, ...labels) => between(strip(name, labels), stepAt(from), stepAt(to) + stepsPerYear),
    path: (name, ...labels) => between(strip(name, labels), 0, steps),
    growth: (name, ...labels) => yearlyGrowth(between(strip(name, labels), 0, steps), stepsPerYear),
    numbers,
  }
}

const notRecorded = (name: string): never => {
  throw new RunError(engineMessages.notRecorded({ name }))
}

const elementOf = (name: string, dimensions: readonly LinkedDimension[], labels: Labels): number => {
  if (labels.length !== dimensions.length) {
    const wanted = dimensions.map(dimension => dimension.name).join(', ') || 'no labels'
    throw new RunError(engineMessages.labelCount({ name, wanted, given: labels.join(', ') }))
  }
  return dimensions.reduce((element, { labels: known, positions }, at) => {
    const position = positions.get(labels[at])
    if (position === undefined)
      throw new RunError(engineMessages.noLabelOf({ name, label: labels[at] ?? '', known: known.join(', ') }))
    return element * known.length + position
  }, 0)
}

/** Reads a run; `area` is the place of the area that names with areas are read in when no labels are given. */
export const readRun = ({ times, series, stepsPerYear }: Run, area = 0): Reader => {
  const find = (name: string): Series => series.get(name) ?? notRecorded(name)
  return readerOf({
    start: times[0],
    stepsPerYear,
    steps: times.length,
    strip: (name, labels) => {
      const { values, size, dimensions } = find(name)
      const first = labels.length > 0 ? elementOf(name, dimensions, labels) : size === 1 ? 0 : area
      return { values, first, perStep: size }
    },
    numbers: name => {
      const { values, size } = find(name)
      return { size, at: (step, element) => values[step * size + element] }
    },
  })
}

/** Where the elements of each name lie among the recorded series: one after the other. */
const placesIn = ({ series }: Recording): ReadonlyMap<string, { readonly first: number; readonly size: number }> => {
  const places = new Map<string, { first: number; size: number }>()
  series.forEach(({ name, variable, element }, at) => {
    places.set(name, { first: at, size: 1 })
    const whole = places.get(variable)
    if (element === 0) places.set(variable, { first: at, size: 1 })
    else if (whole !== undefined && whole.first + element === at && whole.size === element) whole.size++
  })
  return places
}

/** Reads the members of blocks with this recording, as `readRun` reads a run. */
export const blockReader = (recording: Recording): ((block: MemberBlock, lane: number, area?: number) => Reader) => {
  const { start, stepsPerYear, steps } = recording
  const places = placesIn(recording)
  return ({ values, width }, lane, area = 0) => {
    const find = (name: string) => places.get(name) ?? notRecorded(name)
    return readerOf({
      start,
      stepsPerYear,
      steps,
      strip: (name, labels) => {
        const { first, size } = find(labels.length === 0 ? name : `${name}[${labels.join(',')}]`)
        const series = first + (size === 1 ? 0 : area)
        return { values, first: series * steps * width + lane, perStep: width }
      },
      numbers: name => {
        const { first, size } = find(name)
        return { size, at: (step, element) => values[((first + element) * steps + step) * width + lane] }
      },
    })
  }
}

/** Takes members out of blocks as runs of their own, with all elements of what was recorded. */
export const memberRun = (model: LinkedModel, recording: Recording): ((block: MemberBlock, lane: number) => Run) => {
  const { steps, stepsPerYear, times } = recording
  const names = Map.groupBy(recording.series.keys(), at => recording.series[at].variable)
  const dimensionsOf = (name: string) => model.variables.get(name.replace(/^closing\((\w+)\)$/, '$1'))?.dimensions ?? []
  return ({ values, width }, lane) => ({
    times,
    stepsPerYear,
    audit: undefined,
    series: new Map(
      [...names].map(([name, places]): [string, Series] => {
        const size = places.length
        const numbers = new Float64Array(steps * size)
        for (let element = 0; element < size; element++)
          for (let step = 0; step < steps; step++)
            numbers[step * size + element] = values[(places[element] * steps + step) * width + lane]
        return [name, { name, size, dimensions: dimensionsOf(name), values: numbers }]
      }),
    ),
  })
}
