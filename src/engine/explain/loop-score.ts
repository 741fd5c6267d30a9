/**
 * What each feedback loop contributes to the behaviour of a run, period by period: the loop scores of "Loops that
 * Matter" (Schoenberg, Davidsen and Eberlein 2020, System Dynamics Review 36(2), doi:10.1002/sdr.1658), with the score
 * of flows into stocks as corrected in 2023 (Schoenberg, Hayward and Eberlein, 39(2), doi:10.1002/sdr.1728). Nothing is
 * pushed: the scores are of the changes that happen in the run. Works on any list of variables of any model.
 */

import type { LinkedModel, Variable } from '../../language/linked.ts'
import { equationOf } from './loop-gain.ts'

/** A change below this share of the values that it is the difference of is rounding. */
const leastShare = 1e-13

/** A sum of differences, and how large the values are that were subtracted. */
interface Change {
  change: number
  size: number
}

const add = (sum: Change, now: number, before: number): void => {
  sum.change += now - before
  sum.size += Math.abs(now) + Math.abs(before)
}

const settled = ({ change, size }: Change): number => (Math.abs(change) <= leastShare * size ? 0 : change)

/** An equation that is evaluated again with one of its inputs as it has become and all others as they were. */
class Target {
  readonly variable: Variable
  private readonly evaluate: (values: Float64Array) => void
  /** Hidden variables that its equation goes through. */
  private readonly steps: readonly Variable[]
  private readonly model: LinkedModel
  private readonly elements: readonly number[]

  constructor(model: LinkedModel, variable: Variable, area: number | undefined) {
    const { steps, evaluate } = equationOf(model, variable)
    this.model = model
    this.variable = variable
    this.steps = steps
    this.evaluate = evaluate
    this.elements = elementsOf(variable, area)
  }

  private get at(): number {
    return this.variable.state ? this.variable.closingOffset : this.variable.offset
  }

  /** What is annual is decided in the first step of the year. */
  counts(values: Float64Array): boolean {
    return this.variable.phase !== 'annual' || values[this.model.clock.stepOfYear.offset] === 0
  }

  /** Adds the change that an input makes by itself to `values`, which are as before afterwards. */
  addPartial(sum: Change, source: Variable, now: Float64Array, values: Float64Array): void {
    const { at, elements } = this
    const was = this.isMean ? this.computed(values) : values.slice(at, at + this.variable.size)
    const places = [source.offset, ...(source.state ? [source.closingOffset] : [])]
    const kept = places.map(place => values.slice(place, place + source.size))
    for (const place of places) values.set(now.subarray(place, place + source.size), place)
    const moved = this.computed(values)
    places.forEach((place, index) => values.set(kept[index], place))
    for (const element of elements) add(sum, moved[element], was[element])
  }

  /** Adds the whole change: of a stock that of its net flow, of all else that of the value. */
  addTotal(sum: Change, before: Float64Array, now: Float64Array): void {
    const { variable, at, elements } = this
    if (this.isMean) {
      const [was, is] = [this.computed(before), this.computed(now)]
      for (const element of elements) add(sum, is[element], was[element])
      return
    }
    for (const element of elements) {
      add(sum, now[at + element], before[at + element])
      if (variable.kind === 'stock') add(sum, before[variable.offset + element], now[variable.offset + element])
    }
  }

  private get isMean(): boolean {
    return this.variable.kind === 'yearMean'
  }

  /** The equation at these values, which are as before afterwards; of a mean, what this one step would make it. */
  private computed(values: Float64Array): Float64Array {
    const { variable, model, at } = this
    const { yearEnds, stepOfYear } = model.clock
    const sums = this.isMean ? model.hidden.filter(one => one.state && one.declaration === variable.declaration) : []
    const touched = [variable, ...this.steps, ...sums, ...(this.isMean ? [yearEnds, stepOfYear] : [])]
    const kept = touched.flatMap(one =>
      [one.offset, ...(one.state ? [one.closingOffset] : [])].map(
        place => [place, values.slice(place, place + one.size)] as const,
      ),
    )
    if (this.isMean) {
      values[yearEnds.offset] = 1
      values[stepOfYear.offset] = 0
      for (const { offset, size } of sums) values.fill(0, offset, offset + size)
    }
    this.evaluate(values)
    const found = values.slice(at, at + variable.size)
    for (const [place, old] of kept) values.set(old, place)
    return found
  }
}

/** Of one area where there is such a dimension, of all without one. */
const elementsOf = (variable: Variable, area: number | undefined): number[] => {
  const own = variable.dimensions.findIndex(({ name }) => name === 'area')
  const all = Array.from({ length: variable.size }, (_, element) => element)
  if (area === undefined || own < 0) return all
  const count = variable.dimensions[own].labels.length
  return all.filter(element => Math.floor(element / variable.strides[own]) % count === area)
}

/**
 * The score of each loop in each period after the first, which it is compared with; a period is so many steps, 4 for the
 * years of a run by quarter. `steps` are the values of successive steps of a run (after the step, before closing values
 * move). A score is positive where the loop reinforces; its size counts only beside those of other loops. With `area`,
 * of that area only. Changes are summed over all elements of a variable before a link is scored.
 */
export const loopScores = (
  model: LinkedModel,
  paths: ReadonlyArray<readonly string[]>,
  steps: readonly Float64Array[],
  perPeriod: number,
  area?: number,
): number[][] => {
  const links = new Map<string, { source: Variable; places: readonly number[]; target: Target }>()
  const linksOf = (path: readonly string[]): string[] =>
    path.map((from, at) => {
      const to = path[(at + 1) % path.length]
      const key = `${from} ${to}`
      if (!links.has(key)) {
        const [source, target] = [from, to].map(name => model.variables.get(name)!)
        const places = elementsOf(source, area).map(element => source.offset + element)
        links.set(key, { source, places, target: new Target(model, target, area) })
      }
      return key
    })
  const loops = paths.map(linksOf)
  const none = (): Change => ({ change: 0, size: 0 })
  const scores: number[][] = loops.map(() => [])
  for (let period = 1; period < Math.floor(steps.length / perPeriod); period++) {
    const changes = new Map([...links.keys()].map(key => [key, { cause: none(), partial: none(), total: none() }]))
    for (let step = period * perPeriod; step < (period + 1) * perPeriod; step++) {
      const [before, now] = [steps[step - perPeriod], steps[step]]
      const [values, later] = [Float64Array.from(before), Float64Array.from(now)]
      for (const [key, { source, places, target }] of links) {
        if (!target.counts(now)) continue
        const { cause, partial, total } = changes.get(key)!
        for (const place of places) add(cause, now[place], before[place])
        target.addPartial(partial, source, now, values)
        target.addTotal(total, values, later)
      }
    }
    const link = new Map<string, number>()
    for (const [key, { cause, partial, total }] of changes) {
      const [of, by, all] = [settled(cause), settled(partial), settled(total)]
      link.set(key, of === 0 || all === 0 ? 0 : Math.abs(by / all) * Math.sign(by) * Math.sign(of))
    }
    loops.forEach((keys, at) => scores[at].push(keys.reduce((product, key) => product * link.get(key)!, 1)))
  }
  return scores
}
