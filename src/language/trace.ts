/** Explains a number as a tree of its inputs, back through time to data, parameters and levers. */

import { addsUp, causesOf, type CausePoint, type PositionRange, valueAt } from './causes.ts'
import { nearest } from './errors.ts'
import type { LinkedModel, Variable, VariableKind, WrittenText } from './linked.ts'
import { didYouMean } from './directory.ts'
import type { Program } from './program.ts'

/** One value and what it was computed from. */
export interface Cause {
  readonly name: string
  /** True for the closing value of a state. */
  readonly closing: boolean
  /** Label by dimension; a range such as '20..64' where several are taken together. */
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  /** The way in which several labels were taken together. */
  readonly together: 'sum' | 'mean' | undefined
  readonly unit: string
  readonly kind: VariableKind
  readonly doc: string
  readonly symbol: string | undefined
  readonly source: string | undefined
  readonly evidence: string | undefined
  /** The equation as written, with what each text gives: '' for the main text, else 'inflow', 'of', … */
  readonly texts: ReadonlyArray<Pick<WrittenText, 'role' | 'text'>>
  /** Calendar time the value belongs to. */
  readonly time: number
  /** The step in whose values it stands. */
  readonly step: number
  readonly inputs: readonly Cause[]
}

/** The value array after the step with this number, before its closing values moved. */
export type ValuesAt = (step: number) => Float64Array

/** Origin of a value: the points it read, in the values of a step. */
interface Origin {
  /** By the text of its initial value. */
  readonly initial: boolean
  readonly step: number
  readonly points: readonly CausePoint[]
}

/** The texts of the initial value or all others, of a record only those for the point's label. */
const writtenTexts = (variable: Variable, initial: boolean, ranges: readonly PositionRange[]): Cause['texts'] => {
  const present = (text: WrittenText): boolean => {
    if (text.label === undefined) return true
    const { label } = text
    const own = variable.dimensions.findIndex(dimension => dimension.positions.has(label))
    const range = ranges[own]
    if (own < 0 || range === undefined) return true
    const position = variable.dimensions[own]?.positions.get(label) ?? -1
    return position >= range[0] && position <= range[1]
  }
  const chosen = variable.texts.filter(({ role }) => (role === 'initial') === initial)
  const fitting = chosen.filter(text => text.label !== 'else' && present(text))
  const rest = fitting.length > 0 ? [] : chosen.filter(text => text.label === 'else')
  return [...fitting, ...rest].map(({ role, text }) => ({ role, text }))
}

const rangesOf = (variable: Variable, labels: Readonly<Record<string, string>>): PositionRange[] => {
  for (const name of Object.keys(labels)) {
    if (variable.dimensions.some(dimension => dimension.name === name)) continue
    const known = variable.dimensions.map(dimension => dimension.name)
    throw new Error(`'${variable.name}' has no dimension '${name}'${didYouMean(nearest(name, known))}`)
  }
  return variable.dimensions.map((dimension): PositionRange => {
    const label = labels[dimension.name]
    if (label === undefined) return [0, dimension.labels.length - 1]
    const position = dimension.positions.get(label)
    if (position === undefined) {
      throw new Error(`'${label}' is not a label of '${dimension.name}'${didYouMean(nearest(label, dimension.labels))}`)
    }
    return [position, position]
  })
}

class Tracer {
  private readonly model: LinkedModel
  private readonly valuesAt: ValuesAt

  constructor(model: LinkedModel, valuesAt: ValuesAt) {
    this.model = model
    this.valuesAt = valuesAt
  }

  private clock(name: 'time' | 'timeStep' | 'stepOfYear', step: number): number {
    return this.valuesAt(step)[this.model.clock[name].offset] ?? Number.NaN
  }

  private firstOfYear(step: number): number {
    return step - this.clock('stepOfYear', step)
  }

  /** The equation behind a point, and the step in whose values it was evaluated. */
  private origin({ variable, closing, ranges }: CausePoint, step: number): Origin | undefined {
    const from = (node: Variable['value'], at: number, initial = false): Origin => ({
      initial,
      step: at,
      points: node === undefined ? [] : causesOf(node, ranges, this.valuesAt(at)),
    })
    const effective = (at: number): number => (variable.phase === 'annual' ? this.firstOfYear(at) : at)
    switch (variable.kind) {
      case 'base':
      case 'trial':
        return from(variable.value, 0)
      case 'solved':
        return { initial: false, step: 0, points: this.solvedPoints(variable, ranges) }
      case 'equation':
        return from(variable.value, effective(step))
      default:
    }
    if (!variable.state) return undefined
    if (closing) return from(variable.closing, effective(step))
    const yearly = variable.phase === 'annual' || variable.kind === 'yearMean'
    const opened = yearly ? this.firstOfYear(step) : step
    if (opened <= 0) return from(variable.value, 0, true)
    return from(variable.closing, effective(opened - 1))
  }

  private solvedPoints(unknown: Variable, ranges: readonly PositionRange[]): CausePoint[] {
    const points: CausePoint[] = []
    for (const hidden of this.model.hidden) {
      if (hidden.declaration !== unknown.declaration || hidden.value === undefined) continue
      points.push(...causesOf(hidden.value, ranges, this.valuesAt(0)))
    }
    return points.filter(({ variable }) => variable !== unknown)
  }

  cause(point: CausePoint, step: number, depth: number): Cause {
    const { variable, closing, ranges } = point
    const origin = this.origin(point, step)
    const several = ranges.some(([low, high]) => low < high)
    const labels: Record<string, string> = {}
    variable.dimensions.forEach((dimension, at) => {
      const [low, high] = ranges[at] ?? [0, 0]
      const name = (position: number): string => dimension.labels[position] ?? ''
      labels[dimension.name] = low === high ? name(low) : `${name(low)}..${name(high)}`
    })
    const value = valueAt(point, this.valuesAt(step))
    return {
      name: variable.name,
      closing,
      labels,
      value,
      together: several ? (addsUp(variable) ? 'sum' : 'mean') : undefined,
      unit: variable.unitText,
      kind: variable.kind,
      doc: variable.doc,
      symbol: variable.symbol,
      source: variable.source,
      evidence: variable.evidence,
      texts: writtenTexts(variable, origin?.initial ?? false, ranges),
      time: this.clock('time', step) + (closing ? this.period(variable, step) : 0),
      step,
      inputs: depth <= 0 || origin === undefined ? [] : this.inputs(variable, origin, step, depth),
    }
  }

  private period(variable: Variable, step: number): number {
    return variable.phase === 'annual' ? 1 : this.clock('timeStep', step)
  }

  /** A year's mean was gathered over all steps of the year; everything else was read in one step. */
  private inputs(variable: Variable, origin: Origin, step: number, depth: number): Cause[] {
    const explains = (point: CausePoint): boolean => point.variable.kind !== 'clock'
    if (variable.kind !== 'yearMean' || origin.step === 0) {
      return origin.points.filter(explains).map(point => this.cause(point, origin.step, depth - 1))
    }
    const causes: Cause[] = []
    for (let at = this.firstOfYear(origin.step); at <= origin.step; at++) {
      for (const point of origin.points) {
        if (explains(point) && point.variable !== variable) causes.push(this.cause(point, at, depth - 1))
      }
    }
    return causes
  }
}

/**
 * The value of a variable at a step (its opening value, for a state) and, `depth` levels deep, what it came from.
 * Dimensions without a label are taken together.
 */
export const trace = (
  program: Program,
  valuesAt: ValuesAt,
  name: string,
  labels: Readonly<Record<string, string>>,
  step: number,
  depth: number,
): Cause => {
  const { model } = program
  const variable = model.variables.get(name)
  if (variable === undefined) {
    throw new Error(`there is no variable '${name}'${didYouMean(nearest(name, model.variables.keys()))}`)
  }
  return new Tracer(model, valuesAt).cause(
    { variable, closing: false, ranges: rangesOf(variable, labels) },
    step,
    depth,
  )
}

/** A cause that a trace has given, traced further: its labels may be ranges such as '20..64'. */
export const traceOn = (
  { model }: Program,
  valuesAt: ValuesAt,
  { name, closing, labels, step }: Pick<Cause, 'name' | 'closing' | 'labels' | 'step'>,
  depth: number,
): Cause => {
  const variable = model.variables.get(name)
  if (variable === undefined || (closing && !variable.state)) throw new Error(`there is no variable '${name}'`)
  const ranges = variable.dimensions.map((dimension): PositionRange => {
    const [low = '', high = low] = (labels[dimension.name] ?? '').split('..')
    const [from, to] = [low, high].map(label => dimension.positions.get(label))
    return from === undefined || to === undefined ? [0, dimension.labels.length - 1] : [from, to]
  })
  return new Tracer(model, valuesAt).cause({ variable, closing, ranges }, step, depth)
}

/** Names of the declared variables that a variable's texts read, in the order read. */
export const inputsOf = (model: LinkedModel, name: string): string[] => {
  const variable = model.variables.get(name)
  if (variable === undefined) return []
  const own = [
    variable,
    ...model.hidden.filter(hidden => hidden.declaration === variable.declaration && hidden.phase !== 'audit'),
  ]
  const names = new Set<string>()
  for (const { value, closing } of own) {
    for (const node of [value, closing]) {
      for (const read of node?.reads ?? [])
        if (read.variable.kind !== 'hidden' && read.variable.kind !== 'clock') names.add(read.variable.name)
    }
  }
  if (variable.kind === 'trial' && variable.declaration?.kind === 'trial') names.add(variable.declaration.of)
  names.delete(name)
  return [...names]
}

/** For every declared variable, the names of those that read it, in the order declared. */
export const usersOfAll = (model: LinkedModel): ReadonlyMap<string, readonly string[]> => {
  const users = new Map<string, string[]>()
  for (const name of model.variables.keys()) {
    for (const input of inputsOf(model, name)) {
      const list = users.get(input)
      if (list === undefined) users.set(input, [name])
      else list.push(name)
    }
  }
  return users
}
