/** Writes expressions as JavaScript inside nested loops, each part as far outside as its labels allow. */

import { maskOfLoops, partsOf } from '../expression.ts'
import type { EquationNode, Expression, LinkedDimension, LinkedTable, SumLoop, Variable } from '../linked.ts'

/** Only work repeated this often is worth a constant outside the loop. */
const worthMoving = 6

/** The body of a loop, or of the function: statements so far, and constants they define by what they hold. */
export class Scope {
  readonly parent: Scope | undefined
  readonly depth: number
  /** How often the statements run. */
  readonly trips: number
  readonly lines: string[] = []
  readonly names = new Map<string, string>()
  readonly opening: string

  constructor(
    parent: Scope | undefined,
    loop: { readonly name: string; readonly low: number; readonly high: number } | undefined,
  ) {
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    this.trips = (parent?.trips ?? 1) * (loop === undefined ? 1 : loop.high - loop.low + 1)
    this.opening =
      loop === undefined
        ? ''
        : `for(let ${loop.name}=${String(loop.low)};${loop.name}<=${String(loop.high)};${loop.name}++)`
  }

  close(): string {
    return `${this.opening}{\n${this.lines.join('\n')}\n}`
  }
}

/** What a dimension's present label is: a loop variable plus `delta`, or one position (scope undefined). */
interface Binding {
  readonly scope: Scope | undefined
  readonly name: string
  readonly delta: number
  /** Smallest position. */
  readonly low: number
}

const expensive: ReadonlySet<string> = new Set(['exp', 'ln', 'logistic'])
const isIdentifier = (text: string): boolean => /^\w+$/.test(text)

const numeral = (value: number): string => {
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.startsWith('-') ? `(${text})` : text
}

const comparisons: Readonly<Record<string, string>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '=': '===',
  '!=': '!==',
  and: '&&',
  or: '||',
}

/** Writes the equations of one function. */
export class Writer {
  /** How often each address is read in the present group. */
  reads: ReadonlyMap<number, number> = new Map()
  private readonly bindings: (Binding | undefined)[] = []
  private readonly tables: ReadonlyMap<LinkedTable, number>
  private count = 0

  constructor(tables: ReadonlyMap<LinkedTable, number>) {
    this.tables = tables
  }

  private fresh(letter: string): string {
    return letter + String(this.count++)
  }

  open(parent: Scope, { dimension, low, high }: SumLoop): Scope {
    const name = this.fresh('i')
    const scope = new Scope(parent, { name, low, high })
    this.bindings[dimension.rank] = { scope, name, delta: 0, low }
    return scope
  }

  hold(dimension: LinkedDimension, position: number): void {
    this.bindings[dimension.rank] = { scope: undefined, name: '', delta: position, low: position }
  }

  release(dimension: LinkedDimension): void {
    this.bindings[dimension.rank] = undefined
  }

  private binding(dimension: LinkedDimension): Binding {
    const binding = this.bindings[dimension.rank]
    if (binding === undefined) throw new Error(`no label for ${dimension.name}`)
    return binding
  }

  /** The innermost loop that an expression depends on; the function's scope when it depends on none. */
  private home(mask: number, scope: Scope): Scope {
    let depth = 0
    for (let rank = 0, rest = mask; rest !== 0; rank++, rest >>>= 1) {
      if ((rest & 1) !== 0) depth = Math.max(depth, this.bindings[rank]?.scope?.depth ?? 0)
    }
    let home = scope
    while (home.depth > depth && home.parent !== undefined) home = home.parent
    return home
  }

  private constant(scope: Scope, text: string): string {
    const known = scope.names.get(text)
    if (known !== undefined) return known
    const name = this.fresh('c')
    scope.lines.push(`const ${name}=${text}`)
    scope.names.set(text, name)
    return name
  }

  /** Index of an element: constants folded, outer loops' shares kept outside. */
  private address(variable: Variable, offset: number, positions: readonly number[] | undefined): string {
    let start = offset
    const terms: { scope: Scope; text: string }[] = []
    variable.dimensions.forEach((dimension, at) => {
      const stride = variable.strides[at] ?? 1
      const position = positions?.[at] ?? -1
      if (position >= 0) {
        start += position * stride
        return
      }
      const binding = this.binding(dimension)
      start += binding.delta * stride
      if (binding.scope !== undefined)
        terms.push({ scope: binding.scope, text: stride === 1 ? binding.name : `${binding.name}*${String(stride)}` })
    })
    if (terms.length === 0) return String(start)
    terms.sort((a, b) => a.scope.depth - b.scope.depth)
    let sum = ''
    terms.forEach((term, at) => {
      if (at > 0 && term.scope !== terms[at - 1]?.scope) {
        const before = terms[at - 1]
        if (before !== undefined && !isIdentifier(sum)) sum = this.constant(before.scope, sum)
      }
      sum = sum === '' ? term.text : `${sum}+${term.text}`
    })
    return start === 0 ? sum : `${String(start)}+${sum}`
  }

  assign({ variable, closing }: EquationNode, expression: Expression, scope: Scope): void {
    const text = this.write(expression, scope)
    const start = closing ? variable.closingOffset : variable.offset
    const target = `v[${this.address(variable, start, undefined)}]`
    const first = this.firstAddress(variable, start, undefined)
    if ((this.reads.get(first) ?? 0) === 0) {
      scope.lines.push(`${target}=${text}`)
      return
    }
    const name = this.fresh('c')
    scope.lines.push(`const ${name}=${target}=${text}`)
    scope.names.set(target, name)
  }

  /** The address with loop variables at 0: how reads are counted. */
  private firstAddress(variable: Variable, offset: number, positions: readonly number[] | undefined): number {
    return variable.dimensions.reduce((start, dimension, at) => {
      const position = positions?.[at] ?? -1
      const binding = this.bindings[dimension.rank]
      const fixed = position >= 0 ? position : binding !== undefined && binding.scope === undefined ? binding.delta : 0
      return start + fixed * (variable.strides[at] ?? 1)
    }, offset)
  }

  private read(expression: Extract<Expression, { op: 'read' }>, scope: Scope): string {
    const { variable, closing, positions } = expression
    const start = closing ? variable.closingOffset : variable.offset
    const home = this.home(expression.mask, scope)
    const text = `v[${this.address(variable, start, positions)}]`
    const known = home.names.get(text)
    if (known !== undefined) return known
    const often = (this.reads.get(this.firstAddress(variable, start, positions)) ?? 0) > 1
    return home !== scope || often ? this.constant(home, text) : text
  }

  /** Writes an expression for use in `scope`; work that the inner loops would only repeat is moved out. */
  write(expression: Expression, scope: Scope): string {
    const { op } = expression
    if (op === 'literal') return numeral(expression.value)
    if (op === 'read') return this.read(expression, scope)
    if (op === 'sum') return this.sum(expression, scope)
    const home = this.home(expression.mask, scope)
    if (home === scope || op === 'labelNumber' || isCondition(expression)) return this.plain(expression, scope)
    const costly =
      op === 'table' ||
      (op === 'call' && expensive.has(expression.name)) ||
      (op === 'binary' && expression.operator === 'pow')
    if (!costly && scope.trips / home.trips < worthMoving) return this.plain(expression, scope)
    const text = this.plain(expression, home)
    return isIdentifier(text) || !Number.isNaN(Number(text)) ? text : this.constant(home, text)
  }

  private plain(expression: Expression, scope: Scope): string {
    if (isCondition(expression)) {
      const test = this.condition(expression, scope)
      return test === 'true' ? '1' : test === 'false' ? '0' : `(${test}?1:0)`
    }
    switch (expression.op) {
      case 'literal':
      case 'read':
      case 'sum':
        return this.write(expression, scope)
      case 'labelNumber':
        return this.labelNumber(expression.dimension)
      case 'negate':
        return `(-${this.write(expression.operand, scope)})`
      case 'square':
      case 'cube': {
        const operand = this.write(expression.operand, scope)
        if (!isIdentifier(operand)) return `${expression.op}(${operand})`
        return expression.op === 'square' ? `(${operand}*${operand})` : `(${operand}*${operand}*${operand})`
      }
      case 'reciprocal':
        return `(1/${this.write(expression.operand, scope)})`
      case 'binary': {
        const left = this.write(expression.left, scope)
        const right = this.write(expression.right, scope)
        return expression.operator === 'pow' ? `pow(${left},${right})` : `(${left}${expression.operator}${right})`
      }
      case 'call': {
        const inputs = expression.inputs.map(input => this.write(input, scope))
        if (expression.name === 'positive') return `max(0,${inputs[0] ?? ''})`
        if (expression.name === 'clip') return `min(max(${inputs[0] ?? ''},${inputs[1] ?? ''}),${inputs[2] ?? ''})`
        return `${expression.name}(${inputs.join(',')})`
      }
      case 'if': {
        const test = this.condition(expression.condition, scope)
        if (test === 'true') return this.write(expression.yes, scope)
        if (test === 'false') return this.write(expression.no, scope)
        return `(${test}?${this.write(expression.yes, scope)}:${this.write(expression.no, scope)})`
      }
      case 'table': {
        const number = String(this.tables.get(expression.table) ?? 0)
        return `interpolate(x${number},y${number},${this.write(expression.argument, scope)})`
      }
      case 'shift':
        return this.shift(expression.dimension, expression.body, scope)
      default:
        throw new Error(`cannot write ${expression.op}`)
    }
  }

  /** A truth value of JavaScript; 'true' and 'false' where the labels decide. */
  private condition(expression: Expression, scope: Scope): string {
    switch (expression.op) {
      case 'isLabel': {
        const { scope: loop, name, delta } = this.binding(expression.dimension)
        return loop === undefined
          ? String(delta === expression.position)
          : `${name}===${String(expression.position - delta)}`
      }
      case 'not': {
        const test = this.condition(expression.operand, scope)
        return test === 'true' ? 'false' : test === 'false' ? 'true' : `!(${test})`
      }
      case 'binary': {
        const sign = comparisons[expression.operator]
        if (sign === undefined) break
        if (expression.operator !== 'and' && expression.operator !== 'or') {
          return `(${this.write(expression.left, scope)}${sign}${this.write(expression.right, scope)})`
        }
        return `(${this.condition(expression.left, scope)}${sign}${this.condition(expression.right, scope)})`
      }
      default:
    }
    return `${this.write(expression, scope)}!==0`
  }

  private labelNumber(dimension: LinkedDimension): string {
    const { numbers = [] } = dimension
    const { scope, name, delta } = this.binding(dimension)
    const first = numbers[0] ?? 0
    if (scope === undefined) return numeral(numbers[delta] ?? Number.NaN)
    const inOrder = numbers.every((number, at) => number === first + at)
    if (!inOrder) return `[${numbers.join(',')}][${name}+${String(delta)}]`
    const shiftBy = first + delta
    return shiftBy === 0 ? name : `(${name}+${String(shiftBy)})`
  }

  private shift(dimension: LinkedDimension, body: Expression, scope: Scope): string {
    const { rank } = dimension
    const present = this.binding(dimension)
    const first = present.scope === undefined ? present.delta : present.low + present.delta
    if (present.scope === undefined && first === 0) return '0'
    this.bindings[rank] = { ...present, delta: present.delta - 1 }
    const below = this.write(body, scope)
    this.bindings[rank] = present
    return first >= 1 ? below : `(${present.name}===${String(-present.delta)}?0:${below})`
  }

  /** A loop of its own, outside all loops it does not depend on; equal sums of one function are taken once. */
  private sum(expression: Extract<Expression, { op: 'sum' }>, scope: Scope): string {
    const home = this.home(expression.mask, scope)
    const key = this.key(expression)
    const known = home.names.get(key)
    if (known !== undefined) return known
    const total = this.fresh('s')
    home.lines.push(`let ${total}=0`)
    const before = expression.loops.map(({ dimension }) => this.bindings[dimension.rank])
    const scopes: Scope[] = []
    let inner = home
    for (const loop of expression.loops) {
      inner = this.open(inner, loop)
      scopes.push(inner)
    }
    inner.lines.push(`${total}=${total}+${this.write(expression.body, inner)}`)
    for (let at = scopes.length - 1; at >= 0; at--)
      (at === 0 ? home : (scopes[at - 1] ?? home)).lines.push(scopes[at]?.close() ?? '')
    expression.loops.forEach(({ dimension }, at) => {
      this.bindings[dimension.rank] = before[at]
    })
    home.names.set(key, total)
    return total
  }

  /** Equal for expressions that compute the same at the same place. */
  private key(expression: Expression): string {
    const own = ((): string => {
      switch (expression.op) {
        case 'literal':
          return numeral(expression.value)
        case 'read':
          return `${String(expression.closing ? expression.variable.closingOffset : expression.variable.offset)}[${expression.positions.join(',')}]`
        case 'labelNumber':
          return `#${String(expression.dimension.rank)}`
        case 'isLabel':
          return `#${String(expression.dimension.rank)}=${String(expression.position)}`
        case 'binary':
          return expression.operator
        case 'call':
          return expression.name
        case 'table':
          return expression.table.name
        case 'sum':
          return expression.loops
            .map(({ dimension, low, high }) => `${String(dimension.rank)}:${String(low)}:${String(high)}`)
            .join(' ')
        case 'shift':
          return `shift${String(expression.dimension.rank)}`
        default:
          return expression.op
      }
    })()
    const inside = partsOf(expression)
      .map(part => this.key(part))
      .join(';')
    if (expression.op !== 'sum') return `${own}(${inside})`
    // What the labels around the sum are at present belongs to the key.
    let labels = ''
    for (let rank = 0, rest = expression.mask & ~maskOfLoops(expression.loops); rest !== 0; rank++, rest >>>= 1) {
      const binding = this.bindings[rank]
      if ((rest & 1) !== 0) labels += ` ${binding?.name ?? ''}+${String(binding?.delta ?? 0)}`
    }
    return `sum ${own}${labels}(${inside})`
  }
}

const isCondition = (expression: Expression): boolean =>
  expression.op === 'isLabel' ||
  expression.op === 'not' ||
  (expression.op === 'binary' && comparisons[expression.operator] !== undefined)
