/** Turns one equation text into an expression: settles names, labels, dimensions, phases and units. */

import { excerpt, nearest } from './errors.ts'
import { binary, call, choose, literal, maskOfLoops, shiftOf, unary } from './expression.ts'
import type { BinaryOperation, BuiltIn, Expression, LinkedDimension, Phase, SumLoop, Variable } from './linked.ts'
import { declaredUnit, didYouMean, functionNames, innerClock, parsedText, report, type Directory } from './names.ts'
import { SyntaxProblem, type Selector, type Syntax } from './parse.ts'
import { dimensionless, divideUnits, formatUnit, multiplyUnits, raiseUnit, sameUnit, type Unit } from './units.ts'

/** One text to resolve. */
export interface Request {
  /** Name of the declaration, and what errors call the text: 'debt (inflow)'. */
  readonly name: string
  readonly where: string
  readonly text: string
  readonly phase: Phase
  /** Dimensions the result may vary over. */
  readonly over: readonly LinkedDimension[]
  /** Unit the result must have; undefined accepts any. */
  readonly unit: Unit | undefined
}

/** `unit` is undefined for a literal 0, which takes any unit, and after an error. */
interface Typed {
  readonly expression: Expression
  readonly unit: Unit | undefined
  readonly condition: boolean
}

/** A sum being read: the dimensions it names, or those it collects, and the ranges that restrict it. */
interface Frame {
  readonly named: number | undefined
  collected: number
  readonly ranges: Map<LinkedDimension, SumLoop>
}

const bit = (dimension: LinkedDimension): number => 1 << dimension.rank

const oneInput: ReadonlySet<string> = new Set(['abs', 'sqrt', 'exp', 'ln', 'floor', 'positive', 'logistic'])

class Resolver {
  private readonly directory: Directory
  private readonly request: Request
  private readonly target: number
  private readonly frames: Frame[] = []
  failed = false

  constructor(directory: Directory, request: Request) {
    this.directory = directory
    this.request = request
    this.target = request.over.reduce((mask, dimension) => mask | bit(dimension), 0)
  }

  resolve(syntax: Syntax): Typed {
    switch (syntax.type) {
      case 'number':
        return this.number(syntax.value, syntax.unit, syntax)
      case 'name':
        return this.name(syntax, syntax.name, syntax.index, false)
      case 'call':
        return this.call(syntax, syntax.name, syntax.inputs)
      case 'negate': {
        const operand = this.quantity(syntax.operand)
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
    const left = this.quantity(syntax.left)
    const right = this.quantity(syntax.right)
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
      this.unknownLabel(dimension, word, syntax)
      return literal(0)
    }
    this.bind(dimension, syntax, `'${dimension.name}'`)
    return { op: 'isLabel', dimension, position, mask: bit(dimension), start: syntax.start, end: syntax.end }
  }

  private power(syntax: Syntax, leftSyntax: Syntax, rightSyntax: Syntax): Typed {
    const left = this.quantity(leftSyntax)
    const exponent = literalValue(rightSyntax)
    if (exponent === undefined) {
      const right = this.quantity(rightSyntax)
      for (const [side, part] of [
        [leftSyntax, left],
        [rightSyntax, right],
      ] as const) {
        if (part.unit !== undefined && !sameUnit(part.unit, dimensionless)) {
          this.problem(
            `'^' needs dimensionless numbers unless the exponent is a literal, but '${this.snippet(side)}' is in ${formatUnit(part.unit)}`,
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
      if (dimension === undefined || index !== undefined) return this.unknownName(syntax, name)
      if (dimension.numbers === undefined) {
        return this.fail(
          `the labels of '${name}' are not numbers; compare it with one: '${name} = ${dimension.labels[0] ?? '…'}'`,
          syntax,
        )
      }
      this.bind(dimension, syntax, `'${name}'`)
      const expression: Expression = {
        op: 'labelNumber',
        dimension,
        mask: bit(dimension),
        start: syntax.start,
        end: syntax.end,
      }
      return { expression, unit: dimension.unit, condition: false }
    }
    if (!this.visible(variable, closing, syntax)) return this.poison()
    const positions = variable.dimensions.map(() => -1)
    let indexed = 0
    for (const selector of index ?? []) {
      const owner = this.owner(variable, selector, syntax)
      if (owner === undefined) return this.poison()
      if ((indexed & bit(owner)) !== 0) return this.fail(`'${name}' is indexed twice in '${owner.name}'`, syntax)
      indexed |= bit(owner)
      if (selector.range) this.range(owner, selector, syntax)
      else positions[variable.dimensions.indexOf(owner)] = owner.positions.get(selector.from ?? '') ?? 0
    }
    let mask = 0
    variable.dimensions.forEach((dimension, at) => {
      if (positions[at] !== -1) return
      mask |= bit(dimension)
      if ((indexed & bit(dimension)) === 0) this.bind(dimension, syntax, `'${name}'`)
    })
    const read: Expression = { op: 'read', variable, closing, positions, mask, start: syntax.start, end: syntax.end }
    const expression = variable.factor === 1 ? read : binary('/', read, literal(variable.factor), syntax)
    return { expression, unit: variable.unit, condition: false }
  }

  /** The dimension of a variable that has a label, or both ends of a range. */
  private owner(variable: Variable, selector: Selector, syntax: Syntax): LinkedDimension | undefined {
    const words = [selector.from, selector.to].filter(word => word !== undefined)
    const owners = variable.dimensions.filter(dimension =>
      words.length === 0 ? dimension.numbers !== undefined : words.every(word => dimension.positions.has(word)),
    )
    if (owners.length === 1) return owners[0]
    const written = selector.range ? `${selector.from ?? ''}..${selector.to ?? ''}` : (selector.from ?? '')
    if (owners.length > 1) {
      this.problem(
        `label '${written}' of '${variable.name}' belongs to ${owners.map(owner => `'${owner.name}'`).join(' and ')}`,
        syntax,
      )
    } else if (variable.dimensions.length === 0) {
      this.problem(`'${variable.name}' has no dimensions and cannot be indexed by '${written}'`, syntax)
    } else {
      const labels = variable.dimensions.flatMap(dimension => dimension.labels)
      const suggestion = nearest(written, labels)
      const known = variable.dimensions.map(dimension => `${dimension.name}: ${listed(dimension)}`).join(', ')
      this.problem(`unknown label '${written}' of '${variable.name}' (${known})`, syntax, suggestion)
    }
    return undefined
  }

  private range(dimension: LinkedDimension, selector: Selector, syntax: Syntax): void {
    const low = selector.from === undefined ? 0 : (dimension.positions.get(selector.from) ?? 0)
    const high = selector.to === undefined ? dimension.labels.length - 1 : (dimension.positions.get(selector.to) ?? 0)
    if (low > high) this.problem(`the range '${selector.from ?? ''}..${selector.to ?? ''}' is empty`, syntax)
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const frame = this.frames[at]
      if (frame === undefined || (frame.named !== undefined && (frame.named & bit(dimension)) === 0)) continue
      const before = frame.ranges.get(dimension)
      if (before !== undefined && (before.low !== low || before.high !== high)) {
        this.problem(`one sum has two different ranges of '${dimension.name}'; write two sums`, syntax)
      }
      frame.ranges.set(dimension, { dimension, low, high })
      frame.collected |= bit(dimension)
      return
    }
    this.problem(
      `a range of labels stands only inside a sum over '${dimension.name}'; write sum(…, ${dimension.name})`,
      syntax,
    )
  }

  /** Finds what gives a dimension its present label: a sum around, or the target. */
  private bind(dimension: LinkedDimension, syntax: Syntax, what: string): void {
    const wanted = bit(dimension)
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const frame = this.frames[at]
      if (frame === undefined) continue
      if (frame.named !== undefined) {
        if ((frame.named & wanted) !== 0) return
        continue
      }
      if ((frame.collected & wanted) !== 0) return
      const outside = this.frames
        .slice(0, at)
        .reduce((mask, outer) => mask | (outer.named ?? outer.collected), this.target)
      if ((outside & wanted) !== 0) return
      frame.collected |= wanted
      return
    }
    if ((this.target & wanted) !== 0) return
    const example = dimension.labels[0] ?? '…'
    this.problem(
      `${what} varies over '${dimension.name}', which ${this.request.name} does not; index it, as in [${example}], or sum over '${dimension.name}'`,
      syntax,
    )
  }

  private visible(variable: Variable, closing: boolean, syntax: Syntax): boolean {
    const { phase } = this.request
    const name = closing ? `closing(${variable.name})` : variable.name
    const early = variable.kind === 'equation' || closing
    if (phase === 'base' && early) {
      this.problem(
        `'${name}' is not known before the first step${closing ? '' : ' because it is an equation'}; ` +
          'use a base value or the initial value of a state',
        syntax,
      )
      return false
    }
    if (phase === 'annual' && early && variable.phase === 'step') {
      this.problem(
        `'${name}' changes within the year and this is annual; read a yearMean of it, or a delay with annual: false`,
        syntax,
      )
      return false
    }
    return true
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
        const opening = this.failed ? this.poison() : this.quantity(inputs[0] ?? syntax)
        return { ...closing, expression: binary('-', closing.expression, opening.expression, syntax) }
      }
      case 'if': {
        if (!this.count(syntax, name, inputs, 3)) return this.poison()
        const [test, yesSyntax, noSyntax] = inputs as [Syntax, Syntax, Syntax]
        const condition = this.condition(test)
        const yes = this.quantity(yesSyntax)
        const no = this.quantity(noSyntax)
        const unit = this.common("'if'", [yes, no], syntax)
        return { expression: choose(condition, yes.expression, no.expression, syntax), unit, condition: false }
      }
    }
    const table = this.directory.tables.get(name)
    if (table !== undefined) {
      if (!this.count(syntax, name, inputs, 1)) return this.poison()
      const argument = this.quantity(inputs[0] ?? syntax)
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
    const parts = inputs.map(input => this.quantity(input))
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
    const frame: Frame = {
      named: names.length === 0 ? undefined : named.reduce((mask, dimension) => mask | bit(dimension), 0),
      collected: 0,
      ranges: new Map(),
    }
    this.frames.push(frame)
    const body = this.quantity(bodySyntax)
    this.frames.pop()
    if (this.failed) return { ...body, condition: false }
    const dimensions =
      names.length > 0
        ? named
        : [...this.directory.dimensions.values()].filter(dimension => (frame.collected & bit(dimension)) !== 0)
    if (dimensions.length === 0) {
      return this.fail(
        `nothing to sum: '${this.snippet(bodySyntax)}' varies over no dimension that ${this.request.name} lacks; name the dimension`,
        syntax,
      )
    }
    for (const dimension of named) {
      if ((body.expression.mask & bit(dimension)) === 0) {
        return this.fail(
          `sum over '${dimension.name}', but nothing in '${this.snippet(bodySyntax)}' varies over '${dimension.name}'`,
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
    const body = this.quantity(bodySyntax)
    if (this.failed) return body
    if ((body.expression.mask & bit(dimension)) === 0) {
      return this.fail(
        `shift along '${dimension.name}', but '${this.snippet(bodySyntax)}' does not vary over '${dimension.name}'`,
        syntax,
      )
    }
    return { ...body, expression: shiftOf(body.expression, dimension, syntax) }
  }

  private closing(syntax: Syntax, name: string, inputs: readonly Syntax[]): Typed {
    const input = inputs[0]
    if (!this.count(syntax, name, inputs, 1) || input === undefined) return this.poison()
    const variable = input.type === 'name' ? this.directory.variables.get(input.name) : undefined
    if (input.type === 'name' && variable === undefined) return this.unknownName(input, input.name)
    if (input.type !== 'name' || variable?.state !== true) {
      return this.fail(
        `'${name}' takes the name of a stock or other state, but '${this.snippet(input)}' is none`,
        syntax,
      )
    }
    return this.name(syntax, input.name, input.index, true)
  }

  private dimensionInput(syntax: Syntax): LinkedDimension | undefined {
    const name = syntax.type === 'name' && syntax.index === undefined ? syntax.name : this.snippet(syntax)
    const dimension = this.directory.dimensions.get(name)
    if (dimension === undefined) {
      this.problem(`unknown dimension '${name}'`, syntax, nearest(name, this.directory.dimensions.keys()))
    }
    return dimension
  }

  /** A number is wanted; a condition counts as 1 or 0. */
  private quantity(syntax: Syntax): Typed {
    return this.resolve(syntax)
  }

  private condition(syntax: Syntax): Expression {
    const part = this.resolve(syntax)
    if (!part.condition && !this.failed) {
      this.problem(
        `a condition is needed but '${this.snippet(syntax)}' is a number; compare it, as in '${this.snippet(syntax)} > 0'`,
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
        this.clash(
          `${what} mixes ${formatUnit(unit)} and ${formatUnit(part.unit)} in '${this.snippet(syntax)}'; ${sides} must have the same unit`,
        )
        return undefined
      }
    }
    return unit
  }

  private expect(part: Typed, unit: Unit, what: string, syntax: Syntax): void {
    if (part.unit === undefined || sameUnit(part.unit, unit)) return
    this.clash(`${what} must be in ${formatUnit(unit)} but is in ${formatUnit(part.unit)} in '${this.snippet(syntax)}'`)
  }

  /** The whole text's unit against the declared one. */
  settle(part: Typed): void {
    const { unit, text } = this.request
    if (unit === undefined || part.unit === undefined || sameUnit(part.unit, unit)) return
    this.clash(`'${excerpt(text, 0, text.length)}' is in ${formatUnit(part.unit)}, but ${formatUnit(unit)} is declared`)
  }

  private count(syntax: Syntax, name: string, inputs: readonly Syntax[], wanted: number): boolean {
    if (inputs.length === wanted) return true
    this.problem(
      `'${name}' takes ${String(wanted)} ${wanted === 1 ? 'value' : 'values'}, not ${String(inputs.length)}`,
      syntax,
    )
    return false
  }

  private unknownName(syntax: Syntax, name: string): Typed {
    const owner = [...this.directory.dimensions.values()].find(dimension => dimension.positions.has(name))
    if (owner !== undefined) {
      return this.fail(
        `'${name}' is a label of '${owner.name}', not a quantity; write it as an index, x[${name}], or compare ${owner.name} = ${name}`,
        syntax,
      )
    }
    if (functionNames.includes(name) || this.directory.tables.has(name)) {
      return this.fail(`'${name}' is a function; write its argument in brackets, ${name}(…)`, syntax)
    }
    const other = this.directory.entries.find(entry => entry.name === name)
    if (other !== undefined)
      return this.fail(`'${name}' is a ${other.declaration.kind} and has no value to read`, syntax)
    return this.fail(
      `unknown name '${name}'`,
      syntax,
      nearest(name, [...this.directory.variables.keys(), ...this.directory.dimensions.keys()]),
    )
  }

  private unknownLabel(dimension: LinkedDimension, word: string, syntax: Syntax): void {
    this.problem(
      `unknown label '${word}' of '${dimension.name}' (${listed(dimension)})`,
      syntax,
      nearest(word, dimension.labels),
    )
  }

  private fail(message: string, syntax: Syntax, suggestion?: string): Typed {
    this.problem(message, syntax, suggestion)
    return this.poison()
  }

  private problem(message: string, syntax: Syntax, suggestion?: string): void {
    this.failed = true
    const { where, name, text } = this.request
    // What to do comes last, behind the place.
    const cure = message.indexOf('; ')
    const wrong = cure < 0 ? message : message.slice(0, cure)
    const place = `in '${excerpt(text, syntax.start, syntax.end)}'`
    const shown = `${where}: ${wrong} ${place}${didYouMean(suggestion)}${cure < 0 ? '' : message.slice(cure)}`
    report(this.directory, name, shown, text, suggestion)
  }

  /** A unit clash leaves names and dimensions sound, so the rest is still checked. */
  private clash(message: string): void {
    report(this.directory, this.request.name, `${this.request.where}: ${message}`, this.request.text)
  }

  private poison(): Typed {
    return { expression: literal(0), unit: undefined, condition: true }
  }

  private snippet(syntax: Syntax): string {
    return excerpt(this.request.text.slice(syntax.start, syntax.end), 0, 90)
  }
}

/** Labels for a message: all of a few, the ends of many. */
const listed = (dimension: LinkedDimension): string =>
  dimension.labels.length <= 8
    ? dimension.labels.join(', ')
    : `${dimension.labels[0] ?? ''}, ${dimension.labels[1] ?? ''}, … ${dimension.labels.at(-1) ?? ''}`

/** The value of an exponent made of literals only. */
const literalValue = (syntax: Syntax): number | undefined => {
  if (syntax.type === 'number') return syntax.unit === undefined ? syntax.value : undefined
  if (syntax.type === 'negate') {
    const value = literalValue(syntax.operand)
    return value === undefined ? undefined : -value
  }
  if (syntax.type !== 'binary') return undefined
  const left = literalValue(syntax.left)
  const right = literalValue(syntax.right)
  if (left === undefined || right === undefined) return undefined
  switch (syntax.operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return undefined
  }
}

/** The text's expression, or undefined when it has an error (which is then reported). */
export const resolveText = (directory: Directory, request: Request): Expression | undefined => {
  const resolver = new Resolver(directory, request)
  let syntax: Syntax
  try {
    syntax = parsedText(directory, request.text)
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
