/** Reads recorded numbers by name, labels and calendar time, from a single run or from a block of members. */

import { yearlyGrowth } from '../growth.ts'
import { messages as engineMessages } from '../../texts/engine.ts'
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
 * Methods ask for their reader (`this`), so that the compiler refuses one that is taken by itself; `numbers` may be.
 */
export interface Reader {
  /** The year in which the run starts. */
  readonly firstYear: number
  /** In the step that is under way at a calendar time. */
  at(this: Reader, name: string, time: number, ...labels: Labels): number
  /** Mean over the steps of a year. */
  mean(this: Reader, name: string, year: number, ...labels: Labels): number
  /** Mean over the steps from a calendar time to another, which is excluded; the steps are added in their order. */
  meanOver(this: Reader, name: string, from: number, to: number, ...labels: Labels): number
  /** In the last step of a year. */
  last(this: Reader, name: string, year: number, ...labels: Labels): number
  /** Every step of the years from … to, both included. */
  steps(this: Reader, name: string, from: number, to: number, ...labels: Labels): number[]
  /** Every step of the run. */
  path(this: Reader, name: string, ...labels: Labels): number[]
  /** Growth on the same step of the year before, in every step of the run; 0 in the first year. */
  growth(this: Reader, name: string, ...labels: Labels): ArrayLike<number>
  numbers(name: string): Numbers
}

/** The numbers of one element: that of a step is values[first + step * perStep]. */
interface Strip {
  readonly values: Float64Array
  readonly first: number
  readonly perStep: number
}

interface Time {
  readonly start: number
  readonly stepsPerYear: number
  readonly steps: number
}

/** A class, because readers of members are made by the ten thousand. */
abstract class StripReader implements Reader {
  protected readonly time: Time

  readonly firstYear: number

  constructor(time: Time) {
    this.time = time
    this.firstYear = Math.floor(time.start)
  }

  protected abstract strip(name: string, labels: Labels): Strip
  /** A property, since callers take it by itself. */
  abstract readonly numbers: (name: string) => Numbers

  protected stepAt(time: number): number {
    const { start, stepsPerYear, steps } = this.time
    const step = Math.floor((time - start) * stepsPerYear + 1e-6)
    if (step < 0 || step >= steps) throw new RunError(engineMessages.noStep({ time }))
    return step
  }

  at(name: string, time: number, ...labels: Labels): number {
    const { values, first, perStep } = this.strip(name, labels)
    return values[first + this.stepAt(time) * perStep]
  }

  mean(name: string, year: number, ...labels: Labels): number {
    const from = this.stepAt(year)
    return meanOf(this.strip(name, labels), from, from + this.time.stepsPerYear)
  }

  meanOver(name: string, from: number, to: number, ...labels: Labels): number {
    const { start, stepsPerYear } = this.time
    return meanOf(this.strip(name, labels), this.stepAt(from), Math.round((to - start) * stepsPerYear))
  }

  last(name: string, year: number, ...labels: Labels): number {
    const { values, first, perStep } = this.strip(name, labels)
    return values[first + (this.stepAt(year) + this.time.stepsPerYear - 1) * perStep]
  }

  steps(name: string, from: number, to: number, ...labels: Labels): number[] {
    return between(this.strip(name, labels), this.stepAt(from), this.stepAt(to) + this.time.stepsPerYear)
  }

  path(name: string, ...labels: Labels): number[] {
    return between(this.strip(name, labels), 0, this.time.steps)
  }

  growth(name: string, ...labels: Labels): ArrayLike<number> {
    return yearlyGrowth(this.path(name, ...labels), this.time.stepsPerYear)
  }
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

class RunReader extends StripReader {
  private readonly run: Run
  private readonly area: number

  constructor(run: Run, area: number) {
    super({ start: run.times[0], stepsPerYear: run.stepsPerYear, steps: run.times.length })
    this.run = run
    this.area = area
  }

  private find(name: string): Series {
    return this.run.series.get(name) ?? notRecorded(name)
  }

  protected strip(name: string, labels: Labels): Strip {
    const { values, size, dimensions } = this.find(name)
    const first = labels.length > 0 ? elementOf(name, dimensions, labels) : size === 1 ? 0 : this.area
    return { values, first, perStep: size }
  }

  readonly numbers = (name: string): Numbers => {
    const { values, size } = this.find(name)
    return { size, at: (step, element) => values[step * size + element] }
  }
}

/** Reads a run; `area` is the place of the area that names with areas are read in when no labels are given. */
export const readRun = (run: Run, area = 0): Reader => new RunReader(run, area)

/** Places of the elements of each name among the recorded series: one after the other. */
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

class BlockReader extends StripReader {
  private readonly places: ReturnType<typeof placesIn>
  protected readonly block: MemberBlock
  protected readonly lane: number
  private readonly area: number

  constructor(time: Time, places: ReturnType<typeof placesIn>, block: MemberBlock, lane: number, area: number) {
    super(time)
    this.places = places
    this.block = block
    this.lane = lane
    this.area = area
  }

  private find(name: string): { readonly first: number; readonly size: number } {
    return this.places.get(name) ?? notRecorded(name)
  }

  /** Place of a series among those recorded. */
  protected series(name: string, labels: Labels): number {
    const { first, size } = this.find(labels.length === 0 ? name : `${name}[${labels.join(',')}]`)
    return first + (size === 1 ? 0 : this.area)
  }

  protected strip(name: string, labels: Labels): Strip {
    const { values, width } = this.block
    return { values, first: this.series(name, labels) * this.time.steps * width + this.lane, perStep: width }
  }

  readonly numbers = (name: string): Numbers => {
    const { first, size } = this.find(name)
    const { values, width } = this.block
    return { size, at: (step, element) => values[((first + element) * this.time.steps + step) * width + this.lane] }
  }
}

/** Reads the members of blocks with this recording, as `readRun` reads a run. */
export const blockReader = (recording: Recording): ((block: MemberBlock, lane: number, area?: number) => Reader) => {
  const places = placesIn(recording)
  return (block, lane, area = 0) => new BlockReader(recording, places, block, lane, area)
}

/**
 * Means over the years of a block. Those of a series are taken for all members at once when somebody asks for one: the
 * numbers of a step lie side by side, those of a member far apart.
 */
class YearMeans {
  readonly years: number
  private readonly recording: Recording
  private readonly block: MemberBlock
  private readonly tables: Float64Array[] = []
  /** The filling of the block that each table is of, and the present one. */
  private readonly fillings: number[] = []
  private filling = 0

  constructor(recording: Recording, block: MemberBlock) {
    this.recording = recording
    this.block = block
    this.years = Math.floor(recording.steps / recording.stepsPerYear)
  }

  forget(): void {
    this.filling++
  }

  /** Member after member, year after year. */
  of(series: number): Float64Array {
    if (this.fillings[series] !== this.filling) this.take(series)
    return this.tables[series]
  }

  private take(series: number): void {
    const { years, block, recording } = this
    const { values, width } = block
    const { steps, stepsPerYear } = recording
    const table = (this.tables[series] ??= new Float64Array(years * width))
    this.fillings[series] = this.filling
    for (let year = 0; year < years; year++) {
      const first = (series * steps + year * stepsPerYear) * width
      for (let lane = 0; lane < width; lane++) {
        let sum = 0
        for (let step = 0, at = first + lane; step < stepsPerYear; step++, at += width) sum += values[at]
        table[lane * years + year] = sum / stepsPerYear
      }
    }
  }
}

class MeansReader extends BlockReader {
  private readonly means: YearMeans

  constructor(
    time: Time,
    places: ReturnType<typeof placesIn>,
    block: MemberBlock,
    means: YearMeans,
    lane: number,
    area: number,
  ) {
    super(time, places, block, lane, area)
    this.means = means
  }

  override mean(name: string, year: number, ...labels: Labels): number {
    const { stepsPerYear } = this.time
    const { years } = this.means
    const at = this.stepAt(year) / stepsPerYear
    if (!Number.isInteger(at) || at >= years) return super.mean(name, year, ...labels)
    return this.means.of(this.series(name, labels))[this.lane * years + at]
  }
}

/** Reads the members of one block, of which nearly everything that is read is a mean over a year. */
export const yearReader = (
  recording: Recording,
  block: MemberBlock,
): {
  /** The block has been filled anew. */ readonly forget: () => void
  readonly read: (lane: number, area: number) => Reader
} => {
  const places = placesIn(recording)
  const means = new YearMeans(recording, block)
  return {
    forget: () => means.forget(),
    read: (lane, area) => new MeansReader(recording, places, block, means, lane, area),
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
