/** Turns an equation text into an expression: resolves names, labels, dimensions, phases and units. */

import { Complaints, type TextRequest } from './complaints.ts'
import { excerpt } from './errors.ts'
import { binary, call, literal, presentOf, presentPositions, unary } from './expression.ts'
import { messages as linker } from '../texts/linker.ts'
import type { BinaryOperation, Expression, LinkedDimension, Variable } from './linked.ts'
import { Functions, type SyntaxReader } from './functions.ts'
import { bit, Labels } from './labels.ts'
import { declaredUnit, type Directory, report } from './directory.ts'
import { innerClock } from './names.ts'
import { literalValue, Parser, type Selector, type Syntax, SyntaxProblem } from './parse.ts'
import { Part } from './part.ts'
import { dimensionless, formatUnit, raiseUnit, sameUnit, UnitTable } from './units.ts'

/** Resolves one text after the other. */
export class Resolver implements SyntaxReader {
  readonly directory: Directory
  private request: TextRequest = { name: '', where: '', text: '', phase: 'base', over: [], unit: undefined }
  private readonly complaints: Complaints
  private readonly labels: Labels
  readonly units = new UnitTable()
  private readonly parser = new Parser()
  private readonly part: Part
  private readonly functions: Functions
  /** True while an equation is resolved with its levers at their standards. */
  atStandard = false
  /** True while a lever that counts in part is itself resolved. */
  private partOfLever = false
  /** Levers met in that state. */
  leversMet = 0

  constructor(directory: Directory) {
    this.directory = directory
    this.complaints = new Complaints(directory, this.request)
    this.labels = new Labels(this.complaints, directory.dimensions)
    this.part = new Part(this.complaints)
    this.functions = new Functions(directory, this.complaints, this.labels, this.part, this)
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
    const { unit } = this.part
    if (request.unit !== undefined && unit !== undefined && !sameUnit(unit, request.unit)) {
      const { text } = request
      complaints.clash(
        linker.unitDeclared({
          text: excerpt(text, 0, text.length),
          unit: formatUnit(unit),
          declared: formatUnit(request.unit),
        }),
      )
    }
    return expression
  }

  private parse({ text, name, where }: TextRequest): Syntax | undefined {
    try {
      return this.parser.parse(text)
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem
      const { what, position } = problem
      const shown = text.trim() === '' ? '' : excerpt(text, position, position)
      report(this.directory, name, linker.syntax({ where, what, character: position + 1, shown }), text)
      return undefined
    }
  }

  /** A condition is a number too: 1 or 0. */
  resolve(syntax: Syntax): Expression {
    switch (syntax.type) {
      case 'name':
        return this.name(syntax, syntax.name, syntax.index, false)
      case 'binary':
        return this.binary(syntax)
      case 'number':
        return this.number(syntax.value, syntax.unit, syntax)
      case 'call':
        return this.functions.call(syntax, syntax.name, syntax.inputs)
      case 'negate': {
        const operand = this.resolve(syntax.operand)
        this.part.isCondition = false
        return unary('negate', operand, syntax)
      }
      case 'not':
        return this.part.truth(unary('not', this.condition(syntax.operand), syntax))
    }
  }

  private number(value: number, unit: string | undefined, syntax: Syntax): Expression {
    if (unit === undefined) return this.part.quantity(literal(value, syntax), value === 0 ? undefined : dimensionless)
    const declared = declaredUnit(this.directory, this.request.where, unit)
    return this.part.quantity(literal(value / declared.factor, syntax), declared.unit)
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
        return this.part.truth(binary(operator, left, this.condition(syntax.right), syntax))
      }
      case '^':
        return this.power(syntax, syntax.left, syntax.right)
      case '=':
      case '!=': {
        const test =
          this.labelTest(syntax.left, syntax.right, syntax) ?? this.labelTest(syntax.right, syntax.left, syntax)
        if (test !== undefined) return this.part.truth(operator === '=' ? test : unary('not', test, syntax))
      }
    }
    const left = this.resolve(syntax.left)
    const leftUnit = this.part.unit
    const right = this.resolve(syntax.right)
    const rightUnit = this.part.unit
    const expression = binary(operator as BinaryOperation, left, right, syntax)
    if (operator === '*' || operator === '/') {
      // A literal 0 keeps taking any unit when it is multiplied, and so does what follows an error.
      const unit =
        leftUnit === undefined || rightUnit === undefined
          ? undefined
          : operator === '*'
            ? this.units.multiply(leftUnit, rightUnit)
            : this.units.divide(leftUnit, rightUnit)
      return this.part.quantity(expression, unit)
    }
    const unit = this.part.shared(leftUnit, rightUnit, operator, 2, syntax)
    return operator === '+' || operator === '-' ? this.part.quantity(expression, unit) : this.part.truth(expression)
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
    const { unit } = this.part
    const exponent = literalValue(rightSyntax)
    if (exponent === undefined) {
      const right = this.resolve(rightSyntax)
      this.part.expectPure(unit, leftSyntax, syntax)
      this.part.expectPure(this.part.unit, rightSyntax, syntax)
      return this.part.quantity(binary('pow', operand, right, syntax), dimensionless)
    }
    return this.part.quantity(
      raised(operand, exponent, syntax, rightSyntax),
      unit === undefined ? undefined : raiseUnit(unit, exponent),
    )
  }

  name(syntax: Syntax, name: string, index: readonly Selector[] | undefined, closing: boolean): Expression {
    const variable = this.directory.variables.get(name)
    if (variable === undefined || (variable.kind === 'clock' && innerClock.has(name)))
      return this.dimensionName(syntax, name, index)
    if (this.atStandard && variable.kind === 'lever') {
      this.leversMet++
      return this.functions.standard(variable, syntax)
    }
    const share =
      variable.kind === 'lever' ? this.directory.variables.get(this.directory.model.leversBy ?? '') : undefined
    if (share !== undefined && !this.partOfLever) return this.sharedLever(variable, share, syntax, index)
    const { phase } = this.request
    // A variable that is not known yet, or changes too often, where the text is evaluated.
    if ((phase === 'base' || phase === 'annual') && (closing || variable.kind === 'equation')) {
      if (phase === 'base') {
        this.complaints.notBefore(variable, closing, syntax)
        return this.part.poison()
      }
      if (variable.phase === 'step') {
        this.complaints.notAnnual(variable, closing, syntax)
        return this.part.poison()
      }
    }
    let positions = presentPositions(variable)
    let { mask } = variable
    let bound = mask
    if (index !== undefined) {
      const labels = positions.slice()
      let indexed = 0
      let taken = 0
      for (const selector of index) {
        const owner = this.labels.owner(variable, selector, syntax)
        if (owner === undefined) return this.part.poison()
        if ((indexed & bit(owner)) !== 0)
          return this.part.fail(linker.indexedTwice({ name, dimension: owner.name }), syntax)
        indexed |= bit(owner)
        const other = owner.positions.has(selector.from ?? '')
          ? undefined
          : this.directory.dimensions.get(selector.from ?? '')
        if (selector.range) this.labels.range(owner, selector, syntax)
        else if (other !== undefined) {
          labels[variable.dimensions.indexOf(owner)] = presentOf(other)
          mask &= ~bit(owner)
          taken |= bit(other)
        } else {
          labels[variable.dimensions.indexOf(owner)] = owner.positions.get(selector.from ?? '') ?? 0
          mask &= ~bit(owner)
        }
      }
      positions = labels
      bound = (bound & ~indexed) | taken
      mask |= taken
    }
    if (bound !== 0) {
      const unbound = this.labels.bind(bound)
      if (unbound !== 0) {
        for (const dimension of this.directory.dimensions.values())
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
    return this.part.quantity(
      variable.factor === 1 ? read : binary('/', read, literal(variable.factor), syntax),
      variable.unit,
    )
  }

  /** A lever where it counts in part: its standard, and the part of what it is beyond. */
  private sharedLever(
    lever: Variable,
    share: Variable,
    syntax: Syntax,
    index: readonly Selector[] | undefined,
  ): Expression {
    this.partOfLever = true
    const value = this.name(syntax, lever.name, index, false)
    const { unit } = this.part
    const part = this.name(syntax, share.name, undefined, false)
    this.partOfLever = false
    const standard = this.functions.standard(lever, syntax)
    const beyond = binary('*', part, binary('-', value, standard, syntax), syntax)
    return this.part.quantity(binary('+', standard, beyond, syntax), unit)
  }

  private dimensionName(syntax: Syntax, name: string, index: readonly Selector[] | undefined): Expression {
    const dimension = this.directory.dimensions.get(name)
    if (dimension === undefined || index !== undefined) return this.part.unknown(syntax, name)
    if (dimension.numbers === undefined) {
      return this.part.fail(linker.labelsNotNumbers({ name, example: dimension.labels[0] ?? '…' }), syntax)
    }
    this.bind(dimension, syntax, name)
    return this.part.quantity(
      { op: 'labelNumber', dimension, mask: bit(dimension), start: syntax.start, end: syntax.end },
      dimension.unit,
    )
  }

  condition(syntax: Syntax): Expression {
    const expression = this.resolve(syntax)
    if (!this.part.isCondition && !this.complaints.failed) {
      this.complaints.problem(linker.notCondition({ part: this.complaints.snippet(syntax) }), syntax)
    }
    return expression
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
