/** Turns one equation text into an expression: settles names, labels, dimensions, phases and units. */

import { Complaints, type TextRequest } from './complaints.ts'
import { excerpt, nearest } from './errors.ts'
import { binary, call, choose, literal, maskOfLoops, shiftOf, unary } from './expression.ts'
import type { BinaryOperation, BuiltIn, Expression, LinkedDimension, SumLoop } from './linked.ts'
import { bit, Labels } from './labels.ts'
import { declaredUnit, type Directory, functionNames, innerClock, report } from './names.ts'
import { literalValue, parse, type Selector, type Syntax, SyntaxProblem } from './parse.ts'
import { dimensionless, divideUnits, formatUnit, multiplyUnits, raiseUnit, sameUnit, type Unit } from './units.ts'

/** `unit` is undefined for a literal 0, which takes any unit, and after an error. */
interface Typed {
  readonly expression: Expression
  readonly unit: Unit | undefined
  readonly condition: boolean
}

const oneInput: ReadonlySet<string> = new Set(['abs', 'sqrt', 'exp', 'ln', 'floor', 'positive', 'logistic'])

class Resolver {
  private readonly directory: Directory
  private readonly request: TextRequest
  private readonly complaints: Complaints
  private readonly labels: Labels

  constructor(directory: Directory, request: TextRequest) {
    this.directory = directory
    this.request = request
    this.complaints = new Complaints(directory, request)
    this.labels = new Labels(request, this.complaints)
  }

  get failed(): boolean {
    return this.complaints.failed
  }

  /** A condition is a number too: 1 or 0. */
  resolve(syntax: Syntax): Typed {
    switch (syntax.type) {
      case 'number':
        return this.number(syntax.value, syntax.unit, syntax)
      case 'name':
        return this.name(syntax, syntax.name, syntax.index, false)
      case 'call':
        return this.call(syntax, syntax.name, syntax.inputs)
      case 'negate': {
        const operand = this.resolve(syntax.operand)
        return { expression: unary('negate', operand.expression, syntax), unit: operand.unit, condition: false }
      }
      case 'not': {
        const operand = this.condition(syntax.operand)
        return this.truth(unary('not', operand, syntax))
      }
      case 'binary':
        return this.binary(syntax)
    }
  }

  private number(value: number, unit: string | undefined, syntax: Syntax): Typed {
    if (unit === undefined) {
      return { expression: literal(value, syntax), unit: value === 0 ? undefined : dimensionless, condition: false }
    }
    const declared = declaredUnit(this.directory, this.request.where, unit)
    return { expression: literal(value / declared.factor, syntax), unit: declared.unit, condition: false }
  }

  private binary(syntax: Extract<Syntax, { type: 'binary' }>): Typed {
    const { operator } = syntax
    if (operator === 'and' || operator === 'or') {
      return this.truth(binary(operator, this.condition(syntax.left), this.condition(syntax.right), syntax))
    }
    if (operator === '=' || operator === '!=') {
      const test =
        this.labelTest(syntax.left, syntax.right, syntax) ?? this.labelTest(syntax.right, syntax.left, syntax)
      if (test !== undefined) {
        return this.truth(operator === '=' ? test : unary('not', test, syntax))
      }
    }
    if (operator === '^') return this.power(syntax, syntax.left, syntax.right)
    const left = this.resolve(syntax.left)
    const right = this.resolve(syntax.right)
    const expression = binary(operator as BinaryOperation, left.expression, right.expression, syntax)
    if (operator === '*' || operator === '/') {
      const combine = operator === '*' ? multiplyUnits : divideUnits
      // A literal 0 keeps taking any unit when it is multiplied, and so does what follows an error.
      const unit = left.unit === undefined || right.unit === undefined ? undefined : combine(left.unit, right.unit)
      return { expression, unit, condition: false }
    }
    const unit = this.common(`'${operator}'`, [left, right], syntax)
    if (operator === '+' || operator === '-') return { expression, unit, condition: false }
    return this.truth(expression)
  }

  /** `firm = private` or `age = 60`: a dimension's name beside one of its labels. */
  private labelTest(name: Syntax, label: Syntax, syntax: Syntax): Expression | undefined {
    if (name.type !== 'name' || name.index !== undefined) return undefined
    const dimension = this.directory.dimensions.get(name.name)
    if (dimension === undefined) return undefined
    let word: string
    if (label.type === 'name' && label.index === undefined) word = label.name
    else if (label.type === 'number' && label.unit === undefined) word = String(label.value)
    else return undefined
    const position = dimension.positions.get(word)
    if (position === undefined) {
      if (dimension.numbers !== undefined) return undefined
      this.complaints.unknownLabel(dimension, word, syntax)
      return literal(0)
    }
    this.labels.bind(dimension, syntax, `'${dimension.name}'`)
    return { op: 'isLabel', dimension, position, mask: bit(dimension), start: syntax.start, end: syntax.end }
  }

  private power(syntax: Syntax, leftSyntax: Syntax, rightSyntax: Syntax): Typed {
    const left = this.resolve(leftSyntax)
    const exponent = literalValue(rightSyntax)
    if (exponent === undefined) {
      const right = this.resolve(rightSyntax)
      for (const [side, part] of [
        [leftSyntax, left],
        [rightSyntax, right],
      ] as const) {
        if (part.unit !== undefined && !sameUnit(part.unit, dimensionless)) {
          this.complaints.problem(
            `'^' needs dimensionless numbers unless the exponent is a literal, but '${this.complaints.snippet(side)}' is in ${formatUnit(part.unit)}`,
            syntax,
          )
        }
      }
      return {
        expression: binary('pow', left.expression, right.expression, syntax),
        unit: dimensionless,
        condition: false,
      }
    }
    const unit = left.unit === undefined ? undefined : raiseUnit(left.unit, exponent)
    const operand = left.expression
    const expression: Expression =
      exponent === 2
        ? unary('square', operand, syntax)
        : exponent === 3
          ? unary('cube', operand, syntax)
          : exponent === 1
            ? operand
            : exponent === -1
              ? unary('reciprocal', operand, syntax)
              : exponent === 0.5
                ? call('sqrt', [operand], syntax)
                : binary('pow', operand, literal(exponent, rightSyntax), syntax)
    return { expression, unit, condition: false }
  }

  private name(syntax: Syntax, name: string, index: readonly Selector[] | undefined, closing: boolean): Typed {
    const variable = this.directory.variables.get(name)
    if (variable === undefined || innerClock.has(name)) {
      const dimension = this.directory.dimensions.get(name)
      if (dimension === undefined || index !== undefined) return this.unknown(syntax, name)
      if (dimension.numbers === undefined) {
        return this.fail(
          `the labels of '${name}' are not numbers; compare it with one: '${name} = ${dimension.labels[0] ?? '…'}'`,
          syntax,
        )
      }
      this.labels.bind(dimension, syntax, `'${name}'`)
      const expression: Expression = {
        op: 'labelNumber',
        dimension,
        mask: bit(dimension),
        start: syntax.start,
        end: syntax.end,
      }
      return { expression, unit: dimension.unit, condition: false }
    }
    if (this.complaints.notVisible(variable, closing, syntax)) return this.poison()
    const positions = variable.dimensions.map(() => -1)
    let indexed = 0
    for (const selector of index ?? []) {
      const owner = this.labels.owner(variable, selector, syntax)
      if (owner === undefined) return this.poison()
      if ((indexed & bit(owner)) !== 0) return this.fail(`'${name}' is indexed twice in '${owner.name}'`, syntax)
      indexed |= bit(owner)
      if (selector.range) this.labels.range(owner, selector, syntax)
      else positions[variable.dimensions.indexOf(owner)] = owner.positions.get(selector.from ?? '') ?? 0
    }
    let mask = 0
    variable.dimensions.forEach((dimension, at) => {
      if (positions[at] !== -1) return
      mask |= bit(dimension)
      if ((indexed & bit(dimension)) === 0) this.labels.bind(dimension, syntax, `'${name}'`)
    })
    const read: Expression = { op: 'read', variable, closing, positions, mask, start: syntax.start, end: syntax.end }
    const expression = variable.factor === 1 ? read : binary('/', read, literal(variable.factor), syntax)
    return { expression, unit: variable.unit, condition: false }
  }

  private call(syntax: Syntax, name: string, inputs: readonly Syntax[]): Typed {
    switch (name) {
      case 'sum':
        return this.sum(syntax, inputs)
      case 'shift':
        return this.shift(syntax, inputs)
      case 'closing':
        return this.closing(syntax, name, inputs)
      case 'change': {
        const closing = this.closing(syntax, name, inputs)
        const opening = this.failed ? this.poison() : this.resolve(inputs[0] ?? syntax)
        return { ...closing, expression: binary('-', closing.expression, opening.expression, syntax) }
      }
      case 'if': {
        if (!this.count(syntax, name, inputs, 3)) return this.poison()
        const [test, yesSyntax, noSyntax] = inputs as [Syntax, Syntax, Syntax]
        const condition = this.condition(test)
        const yes = this.resolve(yesSyntax)
        const no = this.resolve(noSyntax)
        const unit = this.common("'if'", [yes, no], syntax)
        return { expression: choose(condition, yes.expression, no.expression, syntax), unit, condition: false }
      }
    }
    const table = this.directory.tables.get(name)
    if (table !== undefined) {
      if (!this.count(syntax, name, inputs, 1)) return this.poison()
      const argument = this.resolve(inputs[0] ?? syntax)
      this.expect(argument, table.argumentUnit, `the argument of '${name}'`, syntax)
      const { mask } = argument.expression
      const expression: Expression = {
        op: 'table',
        table,
        argument: argument.expression,
        mask,
        start: syntax.start,
        end: syntax.end,
      }
      return { expression, unit: table.unit, condition: false }
    }
    if (name === 'min' || name === 'max' || name === 'clip' || oneInput.has(name))
      return this.builtIn(syntax, name as BuiltIn, inputs)
    const suggestion = nearest(name, [...functionNames, ...this.directory.tables.keys()])
    const hint = this.directory.variables.has(name)
      ? '; it is a variable: write it without brackets, or with * to multiply'
      : ''
    return this.fail(`unknown function '${name}'${hint}`, syntax, suggestion)
  }

  private builtIn(syntax: Syntax, name: BuiltIn, inputs: readonly Syntax[]): Typed {
    if (name === 'clip' && !this.count(syntax, name, inputs, 3)) return this.poison()
    if (oneInput.has(name) && !this.count(syntax, name, inputs, 1)) return this.poison()
    if ((name === 'min' || name === 'max') && inputs.length < 2) {
      return this.fail(`'${name}' needs two values or more`, syntax)
    }
    const parts = inputs.map(input => this.resolve(input))
    const expression = call(
      name,
      parts.map(part => part.expression),
      syntax,
    )
    const first = parts[0]
    if (name === 'exp' || name === 'ln' || name === 'logistic') {
      if (first !== undefined) this.expect(first, dimensionless, `the argument of '${name}'`, syntax)
      return { expression, unit: dimensionless, condition: false }
    }
    if (name === 'sqrt') {
      return { expression, unit: first?.unit === undefined ? undefined : raiseUnit(first.unit, 0.5), condition: false }
    }
    return { expression, unit: this.common(`'${name}'`, parts, syntax), condition: false }
  }

  private sum(syntax: Syntax, inputs: readonly Syntax[]): Typed {
    const [bodySyntax, ...names] = inputs
    if (bodySyntax === undefined) return this.poison()
    const named: LinkedDimension[] = []
    for (const input of names) {
      const dimension = this.dimensionInput(input)
      if (dimension === undefined) return this.poison()
      if (named.includes(dimension)) return this.fail(`'sum' names '${dimension.name}' twice`, syntax)
      named.push(dimension)
    }
    const { body, frame } = this.labels.within(named, () => this.resolve(bodySyntax))
    if (this.failed) return { ...body, condition: false }
    const dimensions =
      names.length > 0
        ? named
        : [...this.directory.dimensions.values()].filter(dimension => (frame.collected & bit(dimension)) !== 0)
    if (dimensions.length === 0) {
      return this.fail(
        `nothing to sum: '${this.complaints.snippet(bodySyntax)}' varies over no dimension that ${this.request.name} lacks; name the dimension`,
        syntax,
      )
    }
    for (const dimension of named) {
      if ((body.expression.mask & bit(dimension)) === 0) {
        return this.fail(
          `sum over '${dimension.name}', but nothing in '${this.complaints.snippet(bodySyntax)}' varies over '${dimension.name}'`,
          syntax,
        )
      }
    }
    const loops = dimensions.map(
      (dimension): SumLoop => frame.ranges.get(dimension) ?? { dimension, low: 0, high: dimension.labels.length - 1 },
    )
    const expression: Expression = {
      op: 'sum',
      loops,
      body: body.expression,
      mask: body.expression.mask & ~maskOfLoops(loops),
      start: syntax.start,
      end: syntax.end,
    }
    return { expression, unit: body.unit, condition: false }
  }

  private shift(syntax: Syntax, inputs: readonly Syntax[]): Typed {
    if (!this.count(syntax, 'shift', inputs, 2)) return this.poison()
    const [bodySyntax, name] = inputs as readonly [Syntax, Syntax]
    const dimension = this.dimensionInput(name)
    if (dimension === undefined) return this.poison()
    const body = this.resolve(bodySyntax)
    if (this.failed) return body
    if ((body.expression.mask & bit(dimension)) === 0) {
      return this.fail(
        `shift along '${dimension.name}', but '${this.complaints.snippet(bodySyntax)}' does not vary over '${dimension.name}'`,
        syntax,
      )
    }
    return { ...body, expression: shiftOf(body.expression, dimension, syntax) }
  }

  private closing(syntax: Syntax, name: string, inputs: readonly Syntax[]): Typed {
    const input = inputs[0]
    if (!this.count(syntax, name, inputs, 1) || input === undefined) return this.poison()
    const variable = input.type === 'name' ? this.directory.variables.get(input.name) : undefined
    if (input.type === 'name' && variable === undefined) return this.unknown(input, input.name)
    if (input.type !== 'name' || variable?.state !== true) {
      return this.fail(
        `'${name}' takes the name of a stock or other state, but '${this.complaints.snippet(input)}' is none`,
        syntax,
      )
    }
    return this.name(syntax, input.name, input.index, true)
  }

  private dimensionInput(syntax: Syntax): LinkedDimension | undefined {
    const name = syntax.type === 'name' && syntax.index === undefined ? syntax.name : this.complaints.snippet(syntax)
    const dimension = this.directory.dimensions.get(name)
    if (dimension === undefined) {
      this.complaints.problem(`unknown dimension '${name}'`, syntax, nearest(name, this.directory.dimensions.keys()))
    }
    return dimension
  }

  private condition(syntax: Syntax): Expression {
    const part = this.resolve(syntax)
    if (!part.condition && !this.failed) {
      this.complaints.problem(
        `a condition is needed but '${this.complaints.snippet(syntax)}' is a number; compare it, as in '${this.complaints.snippet(syntax)} > 0'`,
        syntax,
      )
    }
    return part.expression
  }

  private truth(expression: Expression): Typed {
    return { expression, unit: dimensionless, condition: true }
  }

  /** The unit that all parts share; a clash is reported. */
  private common(what: string, parts: readonly Typed[], syntax: Syntax): Unit | undefined {
    let unit: Unit | undefined
    for (const part of parts) {
      if (part.unit === undefined) continue
      if (unit === undefined) unit = part.unit
      else if (!sameUnit(unit, part.unit)) {
        const sides = parts.length > 2 ? 'all its values' : 'both sides'
        this.complaints.clash(
          `${what} mixes ${formatUnit(unit)} and ${formatUnit(part.unit)} in '${this.complaints.snippet(syntax)}'; ${sides} must have the same unit`,
        )
        return undefined
      }
    }
    return unit
  }

  private expect(part: Typed, unit: Unit, what: string, syntax: Syntax): void {
    if (part.unit === undefined || sameUnit(part.unit, unit)) return
    this.complaints.clash(
      `${what} must be in ${formatUnit(unit)} but is in ${formatUnit(part.unit)} in '${this.complaints.snippet(syntax)}'`,
    )
  }

  /** The whole text's unit against the declared one. */
  settle(part: Typed): void {
    const { unit, text } = this.request
    if (unit === undefined || part.unit === undefined || sameUnit(part.unit, unit)) return
    this.complaints.clash(
      `'${excerpt(text, 0, text.length)}' is in ${formatUnit(part.unit)}, but ${formatUnit(unit)} is declared`,
    )
  }

  private count(syntax: Syntax, name: string, inputs: readonly Syntax[], wanted: number): boolean {
    if (inputs.length === wanted) return true
    this.complaints.problem(
      `'${name}' takes ${String(wanted)} ${wanted === 1 ? 'value' : 'values'}, not ${String(inputs.length)}`,
      syntax,
    )
    return false
  }

  private unknown(syntax: Syntax, name: string): Typed {
    this.complaints.unknownName(syntax, name)
    return this.poison()
  }

  private fail(message: string, syntax: Syntax, suggestion?: string): Typed {
    this.complaints.problem(message, syntax, suggestion)
    return this.poison()
  }

  private poison(): Typed {
    return { expression: literal(0), unit: undefined, condition: true }
  }
}

/** The text's expression, or undefined when it has an error (which is then reported). */
export const resolveText = (directory: Directory, request: TextRequest): Expression | undefined => {
  const resolver = new Resolver(directory, request)
  let syntax: Syntax
  try {
    syntax = parse(request.text)
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem
    const { text, where } = request
    const shown = text.trim() === '' ? 'an empty text' : `'${excerpt(text, problem.position, problem.position)}'`
    report(
      directory,
      request.name,
      `${where}: ${problem.message} at character ${String(problem.position + 1)} of ${shown}`,
      text,
    )
    return undefined
  }
  const part = resolver.resolve(syntax)
  if (resolver.failed) return undefined
  resolver.settle(part)
  return part.expression
}
