/** The functions that an equation may call: built-in ones and the tables of the model. */

import type { Complaints } from './complaints.ts'
import type { Directory } from './directory.ts'
import { nearest } from './errors.ts'
import { binary, call, ifElse, maskOfLoops, shiftOf, literal, readOf } from './expression.ts'
import { bit, type Labels } from './labels.ts'
import { messages as linker } from '../texts/linker.ts'
import type { BuiltIn, Expression, LinkedDimension, Phase, SumLoop, Variable } from './linked.ts'
import { functionNames } from './names.ts'
import type { Selector, Syntax } from './parse.ts'
import type { Part } from './part.ts'
import { dimensionless, raiseUnit, type Unit } from './units.ts'
import { hiddenVariable } from './variables.ts'

const ofOneInput: ReadonlySet<string> = new Set(['abs', 'sqrt', 'exp', 'ln', 'floor', 'positive', 'logistic'])

const none: LinkedDimension[] = []

/** Resolves what stands between the brackets of a call. */
export interface SyntaxReader {
  resolve(syntax: Syntax): Expression
  condition(syntax: Syntax): Expression
  name(syntax: Syntax, name: string, index: readonly Selector[] | undefined, closing: boolean): Expression
}

/**
 * The standard that a lever declares, in its base unit, at the time of the text: a number, or a choice by the clock where
 * the standard is a path. Base texts see the standard at the start. What a region says of the past of a lever does not
 * move it: the standard is the model's own.
 */
const standardOf = (
  directory: Directory,
  lever: Variable,
  phase: Phase,
  place?: { readonly start: number; readonly end: number },
): Expression => {
  const { declaration, factor } = lever
  if (declaration?.kind !== 'lever') throw new Error(`${lever.name} is no lever`)
  const { standard } = declaration
  const natural = (value: number): Expression => literal(value / factor, place)
  if (typeof standard === 'number') return natural(standard)
  const clock = directory.variables.get(phase === 'base' ? 'startTime' : 'time')
  if (clock === undefined) throw new Error('the clock lacks time')
  let found = natural(standard[0]?.[1] ?? 0)
  for (const [from, value] of standard.slice(1))
    found = ifElse(binary('>=', readOf(clock), literal(from)), natural(value), found, place)
  return found
}

export class Functions {
  private readonly directory: Directory
  private readonly complaints: Complaints
  private readonly labels: Labels
  private readonly part: Part
  private readonly reader: SyntaxReader
  private readonly sets = new Map<number, readonly LinkedDimension[]>()

  constructor(directory: Directory, complaints: Complaints, labels: Labels, part: Part, reader: SyntaxReader) {
    this.directory = directory
    this.complaints = complaints
    this.labels = labels
    this.part = part
    this.reader = reader
  }

  call(syntax: Syntax, name: string, inputs: readonly Syntax[]): Expression {
    switch (name) {
      case 'sum':
        return this.sum(syntax, inputs)
      case 'min':
      case 'max':
        if (inputs.length < 2) return this.part.fail(linker.twoOrMore({ name }), syntax)
        return this.builtIn(syntax, name, inputs)
      case 'clip':
        if (!this.count(syntax, name, inputs, 3)) return this.part.poison()
        return this.builtIn(syntax, name, inputs)
      case 'shift':
        return this.shift(syntax, inputs)
      case 'closing':
        return this.closing(syntax, name, inputs)
      case 'change': {
        const closing = this.closing(syntax, name, inputs)
        const { unit, isCondition } = this.part
        const opening = this.complaints.failed ? this.part.poison() : this.reader.resolve(inputs[0])
        this.part.unit = unit
        this.part.isCondition = isCondition
        return binary('-', closing, opening, syntax)
      }
      case 'if': {
        if (!this.count(syntax, name, inputs, 3)) return this.part.poison()
        const condition = this.reader.condition(inputs[0])
        const yes = this.reader.resolve(inputs[1])
        const yesUnit = this.part.unit
        const no = this.reader.resolve(inputs[2])
        const unit = this.part.shared(yesUnit, this.part.unit, name, 2, syntax)
        return this.part.quantity(ifElse(condition, yes, no, syntax), unit)
      }
      case 'standard':
      case 'beyondStandard':
        if (!this.count(syntax, name, inputs, 1)) return this.part.poison()
        return this.ofStandard(syntax, name, inputs[0])
    }
    if (ofOneInput.has(name)) {
      if (!this.count(syntax, name, inputs, 1)) return this.part.poison()
      return this.builtIn(syntax, name as BuiltIn, inputs)
    }
    const table = this.directory.tables.get(name)
    if (table !== undefined) {
      if (!this.count(syntax, name, inputs, 1)) return this.part.poison()
      const argument = this.reader.resolve(inputs[0])
      this.part.expectArgument(table.argumentUnit, name, syntax)
      return this.part.quantity(
        { op: 'table', table, argument, mask: argument.mask, start: syntax.start, end: syntax.end },
        table.unit,
      )
    }
    const suggestion = nearest(name, [...functionNames, ...this.directory.tables.keys()])
    const isVariable = this.directory.variables.has(name)
    return this.part.fail(linker.unknownFunction({ name, isVariable }), syntax, suggestion)
  }

  /** min, max, clip and functions of one value. */
  private builtIn(syntax: Syntax, name: BuiltIn, inputs: readonly Syntax[]): Expression {
    const parts: Expression[] = new Array(inputs.length)
    let unit: Unit | undefined
    let clash = false
    for (let at = 0; at < inputs.length; at++) {
      parts[at] = this.reader.resolve(inputs[at])
      const found = this.part.unit
      if (clash || found === undefined) continue
      clash = unit !== undefined && this.part.shared(unit, found, name, inputs.length, syntax) === undefined
      unit = clash ? undefined : found
    }
    if (name === 'exp' || name === 'ln' || name === 'logistic') {
      this.part.expectArgument(dimensionless, name, syntax)
      unit = dimensionless
    } else if (name === 'sqrt' && unit !== undefined) unit = raiseUnit(unit, 0.5)
    return this.part.quantity(call(name, parts, syntax), unit)
  }

  private sum(syntax: Syntax, inputs: readonly Syntax[]): Expression {
    const named: LinkedDimension[] = inputs.length === 1 ? none : []
    for (let at = 1; at < inputs.length; at++) {
      const dimension = this.dimensionInput(inputs[at])
      if (dimension === undefined) return this.part.poison()
      if (named.includes(dimension)) return this.part.fail(linker.sumTwice({ name: dimension.name }), syntax)
      named.push(dimension)
    }
    const [bodySyntax] = inputs
    const frame = this.labels.open(named)
    const body = this.reader.resolve(bodySyntax)
    this.labels.close()
    this.part.isCondition = false
    if (this.complaints.failed) return body
    for (const dimension of named) {
      if ((body.mask & bit(dimension)) === 0) {
        const part = this.complaints.snippet(bodySyntax)
        return this.part.fail(linker.sumNothingOver({ name: dimension.name, part }), syntax)
      }
    }
    const dimensions = named.length > 0 ? named : this.collected(frame.collected)
    const loops = dimensions.map(
      (dimension): SumLoop => frame.ranges?.get(dimension) ?? { dimension, low: 0, high: dimension.labels.length - 1 },
    )
    const summed = maskOfLoops(loops)
    if (summed === 0) {
      const part = this.complaints.snippet(bodySyntax)
      return this.part.fail(linker.nothingToSum({ part, name: this.complaints.request.name }), syntax)
    }
    return { op: 'sum', loops, body, mask: body.mask & ~summed, start: syntax.start, end: syntax.end }
  }

  /** The dimensions of a mask, as the model lists them. */
  private collected(mask: number): readonly LinkedDimension[] {
    let dimensions = this.sets.get(mask)
    if (dimensions === undefined) {
      dimensions = [...this.directory.dimensions.values()].filter(dimension => (mask & bit(dimension)) !== 0)
      this.sets.set(mask, dimensions)
    }
    return dimensions
  }

  private shift(syntax: Syntax, inputs: readonly Syntax[]): Expression {
    if (!this.count(syntax, 'shift', inputs, 2)) return this.part.poison()
    const dimension = this.dimensionInput(inputs[1])
    if (dimension === undefined) return this.part.poison()
    const body = this.reader.resolve(inputs[0])
    if (this.complaints.failed) return body
    if ((body.mask & bit(dimension)) === 0) {
      const part = this.complaints.snippet(inputs[0])
      return this.part.fail(linker.shiftConstant({ name: dimension.name, part }), syntax)
    }
    return shiftOf(body, dimension, syntax)
  }

  private closing(syntax: Syntax, name: string, inputs: readonly Syntax[]): Expression {
    const input = inputs[0]
    if (!this.count(syntax, name, inputs, 1)) return this.part.poison()
    const variable = input.type === 'name' ? this.directory.variables.get(input.name) : undefined
    if (input.type === 'name' && variable === undefined) return this.part.unknown(input, input.name)
    if (input.type !== 'name' || variable?.state !== true) {
      return this.part.fail(linker.notState({ name, part: this.complaints.snippet(input) }), syntax)
    }
    return this.reader.name(syntax, input.name, input.index, true)
  }

  /** The standard of a lever, or what a lever or an equation is beyond it. */
  private ofStandard(syntax: Syntax, name: 'standard' | 'beyondStandard', input: Syntax): Expression {
    const variable = input.type === 'name' ? this.directory.variables.get(input.name) : undefined
    if (input.type === 'name' && variable === undefined) return this.part.unknown(input, input.name)
    if (input.type === 'name' && variable?.kind === 'lever') {
      if (name === 'standard') return this.standard(variable, syntax)
      const value = this.reader.name(syntax, input.name, input.index, false)
      return this.part.quantity(
        binary('-', value, standardOf(this.directory, variable, this.phase), syntax),
        variable.unit,
      )
    }
    if (name === 'standard' || input.type !== 'name' || variable?.kind !== 'equation') {
      const what = name === 'standard' ? linker.notLever : linker.notLeverOrEquation
      return this.part.fail(what({ name, part: this.complaints.snippet(input) }), syntax)
    }
    if (this.phase === 'audit') {
      return this.part.fail(linker.notInAccount({ name }), syntax)
    }
    const value = this.reader.name(syntax, input.name, input.index, false)
    if (this.complaints.failed) return value
    return binary('-', value, this.insteadOf(value, this.atStandard(variable)), syntax)
  }

  /** A lever's standard in its base unit. */
  standard(lever: Variable, syntax: Syntax): Expression {
    return this.part.quantity(standardOf(this.directory, lever, this.phase, syntax), lever.unit)
  }

  private get phase(): Phase {
    return this.complaints.request.phase
  }

  /** The hidden variable that holds an equation with its levers at their standards; it gets its own equation later. */
  private atStandard(variable: Variable): Variable {
    let hidden = this.directory.atStandard.get(variable)
    if (hidden === undefined) {
      hidden = hiddenVariable(
        `${variable.name} at standard`,
        variable,
        variable.factor,
        false,
        'The same equation with the levers in it at their standards',
      )
      this.directory.hidden.push(hidden)
      this.directory.atStandard.set(variable, hidden)
    }
    return hidden
  }

  /** The same read of another variable over the same dimensions. */
  private insteadOf(expression: Expression, other: Variable): Expression {
    if (expression.op === 'read') return { ...expression, variable: other }
    // A variable in % is read as its hundredth.
    if (expression.op === 'binary') return { ...expression, left: this.insteadOf(expression.left, other) }
    throw new Error('not a read of a variable')
  }

  private dimensionInput(syntax: Syntax): LinkedDimension | undefined {
    const name = syntax.type === 'name' && syntax.index === undefined ? syntax.name : this.complaints.snippet(syntax)
    const dimension = this.directory.dimensions.get(name)
    if (dimension === undefined) {
      this.complaints.problem(
        linker.unknownDimension({ name }),
        syntax,
        nearest(name, this.directory.dimensions.keys()),
      )
    }
    return dimension
  }

  private count(syntax: Syntax, name: string, inputs: readonly Syntax[], wanted: number): boolean {
    if (inputs.length === wanted) return true
    this.complaints.problem(linker.count({ name, wanted, given: inputs.length }), syntax)
    return false
  }
}
