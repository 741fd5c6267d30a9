/**
 * How strongly a feedback loop acts: its first variable is held 1 % off its path, the effect is carried along the loop and
 * nowhere else, and what comes back to the first variable is measured. Works on any list of variables of any model.
 */

import { evaluator } from '../../language/emit/interpret.ts'
import type { EquationNode, LinkedModel, Variable } from '../../language/linked.ts'
import { inputsOf } from '../../language/trace.ts'

interface LinkEffect {
  readonly from: string
  readonly to: string
  /** Whether `to` moves with `from` (1), against it (-1), or not at all here (0), over all steps together. */
  readonly sign: -1 | 0 | 1
}

export interface LoopGain {
  /** Share of a rise of the first variable that has come back to it at the end: above 1 it would feed itself. */
  readonly gain: number
  /** The same after each step. */
  readonly path: readonly number[]
  /** One for each variable; the last leads back to the first. */
  readonly links: readonly LinkEffect[]
}

/** What is wrong with a list as a loop of the model; nothing when each variable is read by the next. */
export const loopProblems = (model: LinkedModel, path: readonly string[]): string[] => {
  const problems: string[] = []
  if (path.length < 2) problems.push('a loop has at least two variables')
  const unknown = path.filter(name => !model.variables.has(name))
  for (const name of unknown) problems.push(`there is no variable '${name}'`)
  for (const name of path.filter((one, at) => path.indexOf(one) !== at)) problems.push(`'${name}' stands in it twice`)
  if (unknown.length > 0) return problems
  path.forEach((name, at) => {
    const next = path[(at + 1) % path.length]
    if (!inputsOf(model, next).includes(name)) problems.push(`the equation of '${next}' does not read '${name}'`)
  })
  return problems
}

/** How far the first variable is moved, of itself. */
const push = 0.01

/** The equation of a variable, evaluated by itself with the hidden variables that it goes through. */
export const equationOf = (model: LinkedModel, variable: Variable) => {
  const node = variable.state ? variable.closing : variable.value
  if (node === undefined) throw new Error(`'${variable.name}' has no equation that is evaluated in a step.`)
  // A stock that ages first computes what is left before ageing.
  const steps = node.reads.flatMap(({ variable: read }) => (read.kind === 'hidden' && !read.state ? [read] : []))
  const before = steps.flatMap(({ value }) => (value === undefined ? [] : [value]))
  return { node, steps, evaluate: evaluator(model.dimensions.size, { nodes: [...before, node], sequential: true }) }
}

/** A variable on the way, and how far it is off its path. */
class Follower {
  readonly variable: Variable
  /** Off the value (of a state: the opening one) and off the closing value. */
  readonly opening: Float64Array
  readonly closing: Float64Array
  private readonly node: EquationNode
  private readonly evaluate: (values: Float64Array) => void
  private readonly model: LinkedModel
  /** Hidden variables that its equation goes through. */
  private readonly steps: readonly Variable[]
  /** Sum over the present year, for a mean of the year. */
  private readonly sum: Float64Array

  constructor(model: LinkedModel, variable: Variable) {
    const { node, steps, evaluate } = equationOf(model, variable)
    this.model = model
    this.variable = variable
    this.node = node
    this.steps = steps
    this.evaluate = evaluate
    this.opening = new Float64Array(variable.size)
    this.closing = new Float64Array(variable.size)
    this.sum = new Float64Array(variable.size)
  }

  private get at(): number {
    return this.node.closing ? this.variable.closingOffset : this.variable.offset
  }

  private get moves(): Float64Array {
    return this.node.closing ? this.closing : this.opening
  }

  /** Adds what it is off to an array of values that are on the path, or takes it away again. */
  private shift(values: Float64Array, base: Float64Array, on: boolean): void {
    const { variable, opening, closing } = this
    for (let element = 0; element < variable.size; element++) {
      values[variable.offset + element] = base[variable.offset + element] + (on ? opening[element] : 0)
      if (variable.state) {
        const place = variable.closingOffset + element
        values[place] = base[place] + (on ? closing[element] : 0)
      }
    }
  }

  private clock(name: 'stepOfYear' | 'yearEnds', base: Float64Array): number {
    return base[this.model.clock[name].offset]
  }

  /** Holds it off its path by a share of itself. */
  hold(base: Float64Array, share: number): void {
    const { variable, opening, closing } = this
    for (let element = 0; element < variable.size; element++) {
      opening[element] = share * base[variable.offset + element]
      if (variable.state) closing[element] = share * base[variable.closingOffset + element]
    }
  }

  /** Follows the one before in the step whose values `base` are; `values` is a copy of them and is one again afterwards. */
  follow(before: Follower, base: Float64Array, values: Float64Array): void {
    const { variable, at, moves } = this
    // What is annual was decided in the first step of the year.
    if (variable.phase === 'annual' && this.clock('stepOfYear', base) !== 0) return
    before.shift(values, base, true)
    if (variable.kind === 'yearMean') this.followMean(base, values)
    else {
      if (variable.state) {
        for (let element = 0; element < variable.size; element++)
          values[variable.offset + element] = base[variable.offset + element] + this.opening[element]
      }
      this.evaluate(values)
      for (let element = 0; element < variable.size; element++)
        moves[element] = values[at + element] - base[at + element]
      this.shift(values, base, false)
      for (const { offset, size } of this.steps) values.set(base.subarray(offset, offset + size), offset)
    }
    before.shift(values, base, false)
  }

  /** The closing value of a mean is the value itself when the year had but this one step. */
  private followMean(base: Float64Array, values: Float64Array): void {
    const { variable, model, sum, closing } = this
    const { yearEnds, stepOfYear } = model.clock
    const hidden = model.hidden.find(one => one.state && one.declaration === variable.declaration)
    const oneStep = (of: Float64Array): Float64Array => {
      const kept = [yearEnds, stepOfYear].map(({ offset }) => [offset, of[offset]] as const)
      of[yearEnds.offset] = 1
      of[stepOfYear.offset] = 0
      if (hidden !== undefined) of.fill(0, hidden.offset, hidden.offset + hidden.size)
      this.evaluate(of)
      const found = of.slice(variable.closingOffset, variable.closingOffset + variable.size)
      for (const [offset, value] of kept) of[offset] = value
      if (hidden !== undefined) of.set(base.subarray(hidden.offset, hidden.offset + hidden.size), hidden.offset)
      this.shift(of, base, false)
      return found
    }
    const moved = oneStep(values)
    const still = oneStep(Float64Array.from(base))
    const step = this.clock('stepOfYear', base)
    const ends = this.clock('yearEnds', base) === 1
    for (let element = 0; element < variable.size; element++) {
      sum[element] = (step === 0 ? 0 : sum[element]) + moved[element] - still[element]
      closing[element] = ends ? sum[element] / (step + 1) : this.opening[element]
    }
  }

  /** Closing values become opening values, those of the year when the year ends. */
  commit(base: Float64Array): void {
    const { variable, model, opening, closing } = this
    if (!variable.state) return
    const { opening: first, length } = model.annualStates
    const annual = variable.offset >= first && variable.offset < first + length
    if (!annual || this.clock('yearEnds', base) === 1) opening.set(closing)
  }

  /** How far it is off in all elements (or those of one area), and the total they are off from. */
  total(base: Float64Array, area: number | undefined): { readonly moved: number; readonly value: number } {
    const { variable, at, moves } = this
    const own = variable.dimensions.findIndex(({ name }) => name === 'area')
    let moved = 0
    let value = 0
    for (let element = 0; element < variable.size; element++) {
      if (area !== undefined && own >= 0) {
        const dimension = variable.dimensions[own]
        if (Math.floor(element / variable.strides[own]) % dimension.labels.length !== area) continue
      }
      moved += moves[element]
      value += base[at + element]
    }
    return { moved, value }
  }
}

/** One pass: the first variable is held off by `share`; the return of each step, and how far all were off, summed up. */
const pass = (
  model: LinkedModel,
  path: readonly Variable[],
  steps: readonly Float64Array[],
  share: number,
  area: number | undefined,
): { readonly back: number[]; readonly moved: number[] } => {
  const followers = [...path, path[0]].map(variable => new Follower(model, variable))
  const [first] = followers
  const last = followers[followers.length - 1]
  const back: number[] = []
  const moved = followers.map(() => 0)
  for (const base of steps) {
    const values = Float64Array.from(base)
    first.hold(base, share)
    followers.forEach((follower, at) => {
      if (at > 0) follower.follow(followers[at - 1], base, values)
    })
    const { moved: returned, value } = last.total(base, area)
    back.push(value === 0 ? 0 : returned / value / share)
    followers.forEach((follower, at) => {
      moved[at] += follower.total(base, area).moved
      follower.commit(base)
    })
  }
  return { back, moved }
}

/**
 * `steps` are the values of successive steps of a run (after the step, before closing values move): the first variable is
 * held 1 % above and 1 % below over all of them, and the mean of both is taken. With `area`, of that area only.
 */
export const loopGain = (
  model: LinkedModel,
  path: readonly string[],
  steps: readonly Float64Array[],
  area?: number,
): LoopGain => {
  const problems = loopProblems(model, path)
  if (problems.length > 0) throw new Error(`${path.join(' > ')} is no loop: ${problems.join('; ')}.`)
  const variables = path.map(name => model.variables.get(name)!)
  const up = pass(model, variables, steps, push, area)
  const down = pass(model, variables, steps, -push, area)
  const means = up.back.map((value, step) => (value + down.back[step]) / 2)
  const response = up.moved.map((value, at) => value - down.moved[at])
  return {
    gain: means[means.length - 1] ?? 0,
    path: means,
    links: path.map((from, at): LinkEffect => {
      const product = Math.sign(response[at]) * Math.sign(response[at + 1])
      return { from, to: path[(at + 1) % path.length], sign: product > 0 ? 1 : product < 0 ? -1 : 0 }
    }),
  }
}
