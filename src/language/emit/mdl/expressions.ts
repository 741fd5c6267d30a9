/** Writes expressions of the intermediate form in the language of Vensim. */

import { isCondition, maskOfLoops } from '../../expression.ts'
import type { Expression, LinkedDimension, LinkedTable, Phase, SumLoop, Variable } from '../../linked.ts'
import type { MdlNames } from './names.ts'
import { literalText, mdlNumeral } from './numerals.ts'

/** The present label of a dimension: one label, or any of a range; `summed` inside a SUM. */
export interface MdlBinding extends SumLoop {
  readonly summed: boolean
  /** Labels below the range's: 1 inside a shift. */
  readonly below: number
}

/** Present labels by rank of the dimension, and when the text is evaluated. */
export interface Context {
  readonly bindings: readonly (MdlBinding | undefined)[]
  readonly phase: Phase
  /** Names helpers that the text needs. */
  readonly owner: string
}

export const contextOf = (ranges: readonly SumLoop[], phase: Phase, owner: string): Context => {
  const bindings: (MdlBinding | undefined)[] = []
  for (const range of ranges) bindings[range.dimension.rank] = { ...range, summed: false, below: 0 }
  return { bindings, phase, owner }
}

/** The file as a whole, as far as its texts need it. */
export interface MdlSurroundings {
  readonly names: MdlNames
  /** Name of a variable in a phase, without subscripts. */
  nameOf(variable: Variable, closing: boolean, phase: Phase): string
  tableName(table: LinkedTable): string
  /** An array with the labels' numbers, or with 1 at one label and 0 elsewhere. */
  labelNumbers(dimension: LinkedDimension): string
  labelMark(dimension: LinkedDimension, position: number): string
  /** A variable of its own for a part that cannot stand inside a text; returns its name. */
  helper(wanted: string, phase: Phase, ranges: readonly SumLoop[], pieces: (name: string) => HelperPiece[]): string
}

export interface HelperPiece {
  readonly ranges: readonly SumLoop[]
  readonly text: string
}

/** Binding strength, from loose to tight. */
const level = { or: 1, and: 2, not: 3, compare: 4, add: 5, multiply: 6, atom: 7 } as const

interface Written {
  readonly text: string
  readonly strength: number
}

const atom = (text: string): Written => ({ text, strength: level.atom })
/** A sum over more labels of the left side than this is taken once, in a variable of its own. */
const worthHelper = 8

export class ExpressionWriter {
  private readonly around: MdlSurroundings

  constructor(around: MdlSurroundings) {
    this.around = around
  }

  write(expression: Expression, context: Context): string {
    return this.part(expression, context).text
  }

  /** In brackets unless it binds at least as tightly as wanted. */
  private inside(expression: Expression, context: Context, strength: number): string {
    const written = this.part(expression, context)
    return written.strength >= strength ? written.text : `(${written.text})`
  }

  private part(expression: Expression, context: Context): Written {
    const truth = this.constantTruth(expression, context)
    if (truth !== undefined) return atom(truth ? '1.0' : '0.0')
    if (isCondition(expression)) return atom(`IF THEN ELSE(${this.condition(expression, context).text}, 1.0, 0.0)`)
    switch (expression.op) {
      case 'literal':
        return atom(literalText(expression.value))
      case 'read':
        return atom(this.read(expression, context))
      case 'labelNumber':
        return atom(this.labelNumber(expression.dimension, context))
      case 'negate':
        return atom(`(-${this.inside(expression.operand, context, level.atom)})`)
      case 'square':
      case 'cube': {
        const operand = this.inside(expression.operand, context, level.atom)
        const repeated = expression.op === 'square' ? [operand, operand] : [operand, operand, operand]
        return operand.length > 40
          ? atom(`POWER(${this.write(expression.operand, context)}, ${expression.op === 'square' ? '2.0' : '3.0'})`)
          : { text: repeated.join('*'), strength: level.multiply }
      }
      case 'reciprocal':
        return { text: `1.0/${this.inside(expression.operand, context, level.atom)}`, strength: level.multiply }
      case 'binary':
        return this.binary(expression, context)
      case 'call':
        return this.call(expression, context)
      case 'if': {
        const test = this.constantTruth(expression.condition, context)
        if (test !== undefined) return this.part(test ? expression.yes : expression.no, context)
        const condition = this.condition(expression.condition, context).text
        const [yes, no] = [this.write(expression.yes, context), this.write(expression.no, context)]
        return atom(`IF THEN ELSE(${condition}, ${yes}, ${no})`)
      }
      case 'table':
        return atom(`${this.around.tableName(expression.table)}(${this.write(expression.argument, context)})`)
      case 'sum':
        return this.sum(expression, context)
      case 'shift':
        return this.shift(expression, context)
      default:
        throw new Error(`cannot write ${expression.op}`)
    }
  }

  private binary({ operator, left, right }: Extract<Expression, { op: 'binary' }>, context: Context): Written {
    if (operator === 'pow') return atom(`POWER(${this.write(left, context)}, ${this.write(right, context)})`)
    const strength = operator === '+' || operator === '-' ? level.add : level.multiply
    const first = this.inside(left, context, strength)
    // Right sides of the same strength keep their brackets: the order of evaluation is part of the number.
    const second = this.inside(right, context, strength + 1)
    const sign = strength === level.add ? ` ${operator} ` : operator
    return { text: `${first}${sign}${second}`, strength }
  }

  private call({ name, inputs }: Extract<Expression, { op: 'call' }>, context: Context): Written {
    const texts = inputs.map(input => this.write(input, context))
    const [x = ''] = texts
    const nested = (called: string): string =>
      texts.slice(0, -1).reduceRight((rest, text) => `${called}(${text}, ${rest})`, texts[texts.length - 1])
    const written: Partial<Record<typeof name, string>> = {
      min: nested('MIN'),
      max: nested('MAX'),
      positive: `MAX(0.0, ${x})`,
      clip: `MIN(MAX(${x}, ${texts[1]}), ${texts[2]})`,
      logistic: `(1.0/(1.0 + EXP(-(${x}))))`,
      // INTEGER drops the digits after the point, which rounds negative numbers up.
      floor: `(INTEGER(${x}) - IF THEN ELSE(INTEGER(${x}) > ${x}, 1.0, 0.0))`,
    }
    return atom(written[name] ?? `${name.toUpperCase()}(${x})`)
  }

  /** A truth value that the labels decide; undefined when it has to be computed. */
  private constantTruth(expression: Expression, context: Context): boolean | undefined {
    switch (expression.op) {
      case 'isLabel': {
        const { low, high, below } = this.binding(expression.dimension, context)
        const place = expression.position + below
        return low === high ? low === place : place < low || place > high ? false : undefined
      }
      case 'not': {
        const truth = this.constantTruth(expression.operand, context)
        return truth === undefined ? undefined : !truth
      }
      case 'binary': {
        const { operator } = expression
        if (operator !== 'and' && operator !== 'or') return undefined
        const left = this.constantTruth(expression.left, context)
        const right = this.constantTruth(expression.right, context)
        const deciding = operator === 'or'
        if (left === deciding || right === deciding) return deciding
        return left === undefined || right === undefined ? undefined : !deciding
      }
      default:
        return undefined
    }
  }

  private condition(expression: Expression, context: Context): Written {
    const truth = this.constantTruth(expression, context)
    if (truth !== undefined) return { text: truth ? '1.0 > 0.0' : '0.0 > 1.0', strength: level.compare }
    const inner = (part: Expression, strength: number): string => {
      const written = this.condition(part, context)
      return written.strength > strength ? written.text : `(${written.text})`
    }
    if (expression.op === 'isLabel') {
      const mark = this.around.labelMark(expression.dimension, expression.position)
      return { text: `${mark}[${this.subscript(expression.dimension, context)}] > 0.5`, strength: level.compare }
    }
    if (expression.op === 'not')
      return { text: `:NOT: ${inner(expression.operand, level.compare)}`, strength: level.not }
    if (expression.op === 'binary') {
      const { operator } = expression
      if (operator === 'and' || operator === 'or') {
        const keep = this.undecided(expression, context)
        if (keep.length === 1) return this.condition(keep[0], context)
        const strength = level[operator]
        const sign = operator === 'and' ? ':AND:' : ':OR:'
        return { text: keep.map(part => inner(part, strength)).join(` ${sign} `), strength }
      }
      if (isCondition(expression)) {
        const sign = operator === '!=' ? '<>' : operator
        const left = this.inside(expression.left, context, level.add)
        const right = this.inside(expression.right, context, level.add)
        return { text: `${left} ${sign} ${right}`, strength: level.compare }
      }
    }
    return { text: `${this.inside(expression, context, level.add)} <> 0.0`, strength: level.compare }
  }

  /** The sides of an `and` or `or` that the labels do not decide already. */
  private undecided({ left, right }: Extract<Expression, { op: 'binary' }>, context: Context): Expression[] {
    return [left, right].filter(side => this.constantTruth(side, context) === undefined)
  }

  private binding(dimension: LinkedDimension, context: Context): MdlBinding {
    const binding = context.bindings[dimension.rank]
    if (binding === undefined) throw new Error(`no label for ${dimension.name} in ${context.owner}`)
    return binding
  }

  private subscript(dimension: LinkedDimension, context: Context): string {
    const binding = this.binding(dimension, context)
    const { names } = this.around
    if (binding.low === binding.high) return names.label(dimension, binding.low - binding.below)
    if (binding.below > 0) return names.below(binding)
    return names.range(binding) + (binding.summed ? '!' : '')
  }

  private read({ variable, closing, positions }: Extract<Expression, { op: 'read' }>, context: Context): string {
    const name = this.around.nameOf(variable, closing, context.phase)
    if (variable.dimensions.length === 0) return name
    const subscripts = variable.dimensions.map((dimension, place) => {
      const position = positions[place]
      return position >= 0 ? this.around.names.label(dimension, position) : this.subscript(dimension, context)
    })
    return `${name}[${subscripts.join(',')}]`
  }

  private labelNumber(dimension: LinkedDimension, context: Context): string {
    const { low, high, below } = this.binding(dimension, context)
    if (low === high) return mdlNumeral(dimension.numbers?.[low - below] ?? Number.NaN)
    return `${this.around.labelNumbers(dimension)}[${this.subscript(dimension, context)}]`
  }

  /** The dimensions over which an expression varies at present: those bound to ranges. */
  private free(mask: number, { bindings }: Context): MdlBinding[] {
    return bindings.filter(
      (binding): binding is MdlBinding =>
        binding !== undefined && binding.low < binding.high && (mask & (1 << binding.dimension.rank)) !== 0,
    )
  }

  /** The context of a helper over all labels of the dimensions that vary. */
  private wholeContext(free: readonly MdlBinding[], context: Context): Context {
    const bindings = [...context.bindings]
    for (const { dimension } of free) {
      bindings[dimension.rank] = { dimension, low: 0, high: dimension.labels.length - 1, summed: false, below: 0 }
    }
    return { ...context, bindings }
  }

  private helperRead(name: string, free: readonly MdlBinding[], context: Context): Written {
    if (free.length === 0) return atom(name)
    return atom(`${name}[${free.map(({ dimension }) => this.subscript(dimension, context)).join(',')}]`)
  }

  private sum(expression: Extract<Expression, { op: 'sum' }>, context: Context): Written {
    const free = this.free(expression.mask, context)
    const own = maskOfLoops(expression.loops)
    const around = context.bindings.filter(
      binding => binding !== undefined && binding.low < binding.high,
    ) as MdlBinding[]
    const repeats = around
      .filter(({ dimension }) => !free.some(binding => binding.dimension === dimension))
      .reduce((trips, { low, high }) => trips * (high - low + 1), 1)
    const apart =
      repeats > worthHelper ||
      around.some(({ dimension, summed, below }) => summed || below > 0 || (own & (1 << dimension.rank)) !== 0)
    if (!apart) return this.sumHere(expression, expression.loops, context)
    const whole = this.wholeContext(free, context)
    const ranges = free.map(({ dimension }): SumLoop => ({ dimension, low: 0, high: dimension.labels.length - 1 }))
    // Dimensions that the sum takes over or does not see are unbound inside the helper.
    const bindings = whole.bindings.map(binding =>
      binding === undefined || (expression.mask & (1 << binding.dimension.rank)) === 0 ? undefined : binding,
    )
    const name = this.around.helper(`${context.owner}Sum`, context.phase, ranges, owner => [
      { ranges, text: this.sumHere(expression, expression.loops, { ...context, bindings, owner }).text },
    ])
    return this.helperRead(name, free, context)
  }

  private sumHere(
    expression: Extract<Expression, { op: 'sum' }>,
    loops: readonly SumLoop[],
    context: Context,
  ): Written {
    const bindings = [...context.bindings]
    for (const loop of loops) bindings[loop.dimension.rank] = { ...loop, summed: loop.low < loop.high, below: 0 }
    const inside = { ...context, bindings }
    if (loops.every(({ low, high }) => low === high)) return this.part(expression.body, inside)
    return atom(`SUM(${this.write(expression.body, inside)})`)
  }

  private shift({ dimension, body }: Extract<Expression, { op: 'shift' }>, context: Context): Written {
    const binding = this.binding(dimension, context)
    const lowest = binding.low - binding.below
    const bindings = [...context.bindings]
    if (binding.low === binding.high) {
      if (lowest === 0) return atom('0.0')
      bindings[dimension.rank] = { ...binding, below: binding.below + 1 }
      return this.part(body, { ...context, bindings })
    }
    if (lowest > 0 && !binding.summed && binding.below === 0) {
      bindings[dimension.rank] = { ...binding, below: 1 }
      return this.part(body, { ...context, bindings })
    }
    const free = this.free(body.mask, context)
    const whole = this.wholeContext(free, context)
    const ranges = free.map(
      (one): SumLoop => ({ dimension: one.dimension, low: 0, high: one.dimension.labels.length - 1 }),
    )
    const along = (low: number, high: number): SumLoop[] =>
      ranges.map(range => (range.dimension === dimension ? { dimension, low, high } : range))
    const wanted = body.op === 'read' ? this.around.nameOf(body.variable, body.closing, context.phase) : context.owner
    const last = dimension.labels.length - 1
    const above = [...whole.bindings]
    above[dimension.rank] = { dimension, low: 1, high: last, summed: false, below: 1 }
    const name = this.around.helper(`${wanted}Shifted`, context.phase, ranges, owner => [
      { ranges: along(0, 0), text: '0.0' },
      { ranges: along(1, last), text: this.write(body, { ...whole, bindings: above, owner }) },
    ])
    return this.helperRead(name, free, context)
  }
}
