/** Turns one equation text into an expression: settles names, labels, dimensions, phases and units. */

import { Complaints, type TextRequest } from './complaints.ts'
import { excerpt, nearest } from './errors.ts'
import { binary, call, choose, literal, maskOfLoops, presentPositions, shiftOf, unary } from './expression.ts'
import type { BinaryOperation, BuiltIn, Expression, LinkedDimension, SumLoop } from './linked.ts'
import { bit, Labels } from './labels.ts'
import { declaredUnit, type Directory, report } from './directory.ts'
import { functionNames, innerClock } from './names.ts'
import { literalValue, Parser, type Selector, type Syntax, SyntaxProblem } from './parse.ts'
import { dimensionless, formatUnit, raiseUnit, sameUnit, type Unit, UnitTable } from './units.ts'

const isOneInput = (name: string): boolean => {
  switch (name) {
    case 'abs':
    case 'sqrt':
    case 'exp':
    case 'ln':
    case 'floor':
    case 'positive':
    case 'logistic':
      return true
    default:
      return false
  }
}

const none: LinkedDimension[] = []

/** Resolves one text after the other. */
export class Resolver {
  readonly directory: Directory
  private request: TextRequest = { name: '', where: '', text: '', phase: 'base', over: [], unit: undefined }
  private readonly complaints: Complaints
  private readonly labels: Labels
  readonly units = new UnitTable()
  private readonly parser = new Parser()
  private readonly sets = new Map<number, readonly LinkedDimension[]>()
  /**
   * Of the part resolved last: its unit, which is undefined for a literal 0, which takes any unit, and after an error;
   * and whether it is a condition.
   */
  private unit: Unit | undefined
  private isCondition = false

  constructor(directory: Directory) {
    this.directory = directory
    this.complaints = new Complaints(directory, this.request)
    this.labels = new Labels(this.complaints)
  }

  /** The text's expression, or undefined when it has an error (which is then reported). */
  text(request: TextRequest): Expression | undefined {
    const { complaints } = this
    this.request = request
    complaints.begin(request)
    const syntax = this.parse(request)
    if (syntax === undefined) return undefined
    this.labels.begin(request.over)
    const expression = this.resolve(syntax)
    if (complaints.failed) return undefined
    // The whole text's unit against the declared one.
    const { unit } = this
    if (request.unit !== undefined && unit !== undefined && !sameUnit(unit, request.unit)) {
      const { text } = request
      complaints.clash(
        `'${excerpt(text, 0, text.length)}' is in ${formatUnit(unit)}, but ${formatUnit(request.unit)} is declared`,
      )
    }
    return expression
  }

  private parse({ text, name, where }: TextRequest): Syntax | undefined {
    try {
      return this.parser.parse(text)
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem
      const shown = text.trim() === '' ? 'an empty text' : `'${excerpt(text, problem.position, problem.position)}'`
      const place = `at character ${String(problem.position + 1)} of ${shown}`
      report(this.directory, name, `${where}: ${problem.message} ${place}`, text)
      return undefined
    }
  }

  /** A condition is a number too: 1 or 0. */
  private resolve(syntax: Syntax): Expression {
    switch (syntax.type) {
      case 'name':
        return this.name(syntax, syntax.name, syntax.index, false)
      case 'binary':
        return this.binary(syntax)
      case 'number':
        return this.number(syntax.value, syntax.unit, syntax)
      case 'call':
        return this.call(syntax, syntax.name, syntax.inputs)
      case 'negate': {
        const operand = this.resolve(syntax.operand)
        this.isCondition = false
        return unary('negate', operand, syntax)
      }
      case 'not':
        return this.truth(unary('not', this.condition(syntax.operand), syntax))
    }
  }

  /** A number in a unit. */
  private quantity(expression: Expression, unit: Unit | undefined): Expression {
    this.unit = unit
    this.isCondition = false
    return expression
  }

  private truth(expression: Expression): Expression {
    this.unit = dimensionless
    this.isCondition = true
    return expression
  }

  private poison(): Expression {
    this.unit = undefined
    this.isCondition = true
    return literal(0)
  }

  private number(value: number, unit: string | undefined, syntax: Syntax): Expression {
    if (unit === undefined) return this.quantity(literal(value, syntax), value === 0 ? undefined : dimensionless)
    const declared = declaredUnit(this.directory, this.request.where, unit)
    return this.quantity(literal(value / declared.factor, syntax), declared.unit)
  }

  private binary(syntax: Extract<Syntax, { type: 'binary' }>): Expression {
    const { operator } = syntax
    switch (operator) {
      case '+':
      case '-':
      case '*':
      case '/':
        break
      case 'and':
      case 'or': {
        const left = this.condition(syntax.left)
        return this.truth(binary(operator, left, this.condition(syntax.right), syntax))
      }
      case '^':
        return this.power(syntax, syntax.left, syntax.right)
      case '=':
      case '!=': {
        const test =
          this.labelTest(syntax.left, syntax.right, syntax) ?? this.labelTest(syntax.right, syntax.left, syntax)
        if (test !== undefined) return this.truth(operator === '=' ? test : unary('not', test, syntax))
      }
    }
    const left = this.resolve(syntax.left)
    const leftUnit = this.unit
    const right = this.resolve(syntax.right)
    const rightUnit = this.unit
    const expression = binary(operator as BinaryOperation, left, right, syntax)
    if (operator === '*' || operator === '/') {
      // A literal 0 keeps taking any unit when it is multiplied, and so does what follows an error.
      const unit =
        leftUnit === undefined || rightUnit === undefined
          ? undefined
          : operator === '*'
            ? this.units.multiply(leftUnit, rightUnit)
            : this.units.divide(leftUnit, rightUnit)
      return this.quantity(expression, unit)
    }
    const unit = this.shared(leftUnit, rightUnit, operator, 2, syntax)
    return operator === '+' || operator === '-' ? this.quantity(expression, unit) : this.truth(expression)
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
    this.bind(dimension, syntax, dimension.name)
    return { op: 'isLabel', dimension, position, mask: bit(dimension), start: syntax.start, end: syntax.end }
  }

  private bind(dimension: LinkedDimension, syntax: Syntax, what: string): void {
    if (this.labels.bind(bit(dimension)) !== 0) this.labels.unbound(dimension, syntax, what)
  }

  private power(syntax: Syntax, leftSyntax: Syntax, rightSyntax: Syntax): Expression {
    const operand = this.resolve(leftSyntax)
    const { unit } = this
    const exponent = literalValue(rightSyntax)
    if (exponent === undefined) {
      const right = this.resolve(rightSyntax)
      this.expectPure(unit, leftSyntax, syntax)
      this.expectPure(this.unit, rightSyntax, syntax)
      return this.quantity(binary('pow', operand, right, syntax), dimensionless)
    }
    return this.quantity(
      raised(operand, exponent, syntax, rightSyntax),
      unit === undefined ? undefined : raiseUnit(unit, exponent),
    )
  }

  private expectPure(unit: Unit | undefined, side: Syntax, syntax: Syntax): void {
    if (unit === undefined || sameUnit(unit, dimensionless)) return
    this.complaints.problem(
      `'^' needs dimensionless numbers unless the exponent is a literal, but '${this.complaints.snippet(side)}' is in ${formatUnit(unit)}`,
      syntax,
    )
  }

  private name(syntax: Syntax, name: string, index: readonly Selector[] | undefined, closing: boolean): Expression {
    const variable = this.directory.variables.get(name)
    if (variable === undefined || (variable.kind === 'clock' && innerClock.has(name)))
      return this.dimensionName(syntax, name, index)
    const { phase } = this.request
    // A variable that is not known yet, or changes too often, where the text is evaluated.
    if ((phase === 'base' || phase === 'annual') && (closing || variable.kind === 'equation')) {
      if (phase === 'base') {
        this.complaints.notBefore(variable, closing, syntax)
        return this.poison()
      }
      if (variable.phase === 'step') {
        this.complaints.notAnnual(variable, closing, syntax)
        return this.poison()
      }
    }
    let positions = presentPositions(variable)
    let { mask } = variable
    let bound = mask
    if (index !== undefined) {
      const labels = positions.slice()
      let indexed = 0
      for (const selector of index) {
        const owner = this.labels.owner(variable, selector, syntax)
        if (owner === undefined) return this.poison()
        if ((indexed & bit(owner)) !== 0) return this.fail(`'${name}' is indexed twice in '${owner.name}'`, syntax)
        indexed |= bit(owner)
        if (selector.range) this.labels.range(owner, selector, syntax)
        else {
          labels[variable.dimensions.indexOf(owner)] = owner.positions.get(selector.from ?? '') ?? 0
          mask &= ~bit(owner)
        }
      }
      positions = labels
      bound &= ~indexed
    }
    if (bound !== 0) {
      const unbound = this.labels.bind(bound)
      if (unbound !== 0) {
        for (const dimension of variable.dimensions)
          if ((unbound & bit(dimension)) !== 0) this.labels.unbound(dimension, syntax, name)
      }
    }
    const read: Expression = {
      op: 'read',
      variable,
      closing,
      positions,
      mask,
      start: syntax.start,
      end: syntax.end,
    }
    return this.quantity(
      variable.factor === 1 ? read : binary('/', read, literal(variable.factor), syntax),
      variable.unit,
    )
  }

  private dimensionName(syntax: Syntax, name: string, index: readonly Selector[] | undefined): Expression {
    const dimension = this.directory.dimensions.get(name)
    if (dimension === undefined || index !== undefined) return this.unknown(syntax, name)
    if (dimension.numbers === undefined) {
      return this.fail(
        `the labels of '${name}' are not numbers; compare it with one: '${name} = ${dimension.labels[0] ?? '…'}'`,
        syntax,
      )
    }
    this.bind(dimension, syntax, name)
    return this.quantity(
      { op: 'labelNumber', dimension, mask: bit(dimension), start: syntax.start, end: syntax.end },
      dimension.unit,
    )
  }

  private call(syntax: Syntax, name: string, inputs: readonly Syntax[]): Expression {
    switch (name) {
      case 'sum':
        return this.sum(syntax, inputs)
      case 'min':
      case 'max':
        if (inputs.length < 2) return this.fail(`'${name}' needs two values or more`, syntax)
        return this.builtIn(syntax, name, inputs)
      case 'clip':
        if (!this.count(syntax, name, inputs, 3)) return this.poison()
        return this.builtIn(syntax, name, inputs)
      case 'shift':
        return this.shift(syntax, inputs)
      case 'closing':
        return this.closing(syntax, name, inputs)
      case 'change': {
        const closing = this.closing(syntax, name, inputs)
        const { unit, isCondition } = this
        const opening = this.complaints.failed ? this.poison() : this.resolve(inputs[0])
        this.unit = unit
        this.isCondition = isCondition
        return binary('-', closing, opening, syntax)
      }
      case 'if': {
        if (!this.count(syntax, name, inputs, 3)) return this.poison()
        const condition = this.condition(inputs[0])
        const yes = this.resolve(inputs[1])
        const yesUnit = this.unit
        const no = this.resolve(inputs[2])
        const unit = this.shared(yesUnit, this.unit, name, 2, syntax)
        return this.quantity(choose(condition, yes, no, syntax), unit)
      }
    }
    if (isOneInput(name)) {
      if (!this.count(syntax, name, inputs, 1)) return this.poison()
      return this.builtIn(syntax, name as BuiltIn, inputs)
    }
    const table = this.directory.tables.get(name)
    if (table !== undefined) {
      if (!this.count(syntax, name, inputs, 1)) return this.poison()
      const argument = this.resolve(inputs[0])
      this.expectArgument(table.argumentUnit, name, syntax)
      return this.quantity(
        { op: 'table', table, argument, mask: argument.mask, start: syntax.start, end: syntax.end },
        table.unit,
      )
    }
    const suggestion = nearest(name, [...functionNames, ...this.directory.tables.keys()])
    const hint = this.directory.variables.has(name)
      ? '; it is a variable: write it without brackets, or with * to multiply'
      : ''
    return this.fail(`unknown function '${name}'${hint}`, syntax, suggestion)
  }

  /** min, max, clip and functions of one value. */
  private builtIn(syntax: Syntax, name: BuiltIn, inputs: readonly Syntax[]): Expression {
    const parts: Expression[] = new Array(inputs.length)
    let unit: Unit | undefined
    let clash = false
    for (let at = 0; at < inputs.length; at++) {
      parts[at] = this.resolve(inputs[at])
      const found = this.unit
      if (clash || found === undefined) continue
      clash = unit !== undefined && this.shared(unit, found, name, inputs.length, syntax) === undefined
      unit = clash ? undefined : found
    }
    if (name === 'exp' || name === 'ln' || name === 'logistic') {
      this.expectArgument(dimensionless, name, syntax)
      unit = dimensionless
    } else if (name === 'sqrt' && unit !== undefined) unit = raiseUnit(unit, 0.5)
    return this.quantity(call(name, parts, syntax), unit)
  }

  private sum(syntax: Syntax, inputs: readonly Syntax[]): Expression {
    const named: LinkedDimension[] = inputs.length === 1 ? none : []
    for (let at = 1; at < inputs.length; at++) {
      const dimension = this.dimensionInput(inputs[at])
      if (dimension === undefined) return this.poison()
      if (named.includes(dimension)) return this.fail(`'sum' names '${dimension.name}' twice`, syntax)
      named.push(dimension)
    }
    const [bodySyntax] = inputs
    const frame = this.labels.open(named)
    const body = this.resolve(bodySyntax)
    this.labels.close()
    this.isCondition = false
    if (this.complaints.failed) return body
    for (const dimension of named) {
      if ((body.mask & bit(dimension)) === 0) {
        return this.fail(
          `sum over '${dimension.name}', but nothing in '${this.complaints.snippet(bodySyntax)}' varies over '${dimension.name}'`,
          syntax,
        )
      }
    }
    const dimensions = named.length > 0 ? named : this.collected(frame.collected)
    const loops = dimensions.map(
      (dimension): SumLoop => frame.ranges?.get(dimension) ?? { dimension, low: 0, high: dimension.labels.length - 1 },
    )
    const summed = maskOfLoops(loops)
    if (summed === 0) {
      return this.fail(
        `nothing to sum: '${this.complaints.snippet(bodySyntax)}' varies over no dimension that ${this.request.name} lacks; name the dimension`,
        syntax,
      )
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
    if (!this.count(syntax, 'shift', inputs, 2)) return this.poison()
    const dimension = this.dimensionInput(inputs[1])
    if (dimension === undefined) return this.poison()
    const body = this.resolve(inputs[0])
    if (this.complaints.failed) return body
    if ((body.mask & bit(dimension)) === 0) {
      return this.fail(
        `shift along '${dimension.name}', but '${this.complaints.snippet(inputs[0])}' does not vary over '${dimension.name}'`,
        syntax,
      )
    }
    return shiftOf(body, dimension, syntax)
  }

  private closing(syntax: Syntax, name: string, inputs: readonly Syntax[]): Expression {
    const input = inputs[0]
    if (!this.count(syntax, name, inputs, 1)) return this.poison()
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
    const expression = this.resolve(syntax)
    if (!this.isCondition && !this.complaints.failed) {
      const snippet = this.complaints.snippet(syntax)
      this.complaints.problem(
        `a condition is needed but '${snippet}' is a number; compare it, as in '${snippet} > 0'`,
        syntax,
      )
    }
    return expression
  }

  /** The unit that two parts share; a clash is reported. `all` is the number of parts of the whole. */
  private shared(
    first: Unit | undefined,
    second: Unit | undefined,
    what: string,
    all: number,
    syntax: Syntax,
  ): Unit | undefined {
    if (first === undefined) return second
    if (second === undefined || first === second || first.key === second.key) return first
    const sides = all > 2 ? 'all its values' : 'both sides'
    this.complaints.clash(
      `'${what}' mixes ${formatUnit(first)} and ${formatUnit(second)} in '${this.complaints.snippet(syntax)}'; ${sides} must have the same unit`,
    )
    return undefined
  }

  /** The part resolved last is the argument of a function. */
  private expectArgument(unit: Unit, name: string, syntax: Syntax): void {
    if (this.unit === undefined || sameUnit(this.unit, unit)) return
    this.complaints.clash(
      `the argument of '${name}' must be in ${formatUnit(unit)} but is in ${formatUnit(this.unit)} in '${this.complaints.snippet(syntax)}'`,
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

  private unknown(syntax: Syntax, name: string): Expression {
    this.complaints.unknownName(syntax, name)
    return this.poison()
  }

  private fail(message: string, syntax: Syntax, suggestion?: string): Expression {
    this.complaints.problem(message, syntax, suggestion)
    return this.poison()
  }
}

const raised = (operand: Expression, exponent: number, syntax: Syntax, exponentSyntax: Syntax): Expression => {
  switch (exponent) {
    case 2:
      return unary('square', operand, syntax)
    case 3:
      return unary('cube', operand, syntax)
    case 1:
      return operand
    case -1:
      return unary('reciprocal', operand, syntax)
    case 0.5:
      return call('sqrt', [operand], syntax)
    default:
      return binary('pow', operand, literal(exponent, exponentSyntax), syntax)
  }
}
