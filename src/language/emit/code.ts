/**
 * Writes expressions as JavaScript inside nested loops, each part as far outside as its labels allow.
 *
 * Most programs run their text once, so it is made for the start: V8 optimises a function when it has run some hundred
 * times its own length, and enters the optimised code at the next call. The rows of long loops therefore have functions
 * of their own, and sums over neighbours in the array share one.
 */

import type { EquationNode, Expression, LinkedDimension, LinkedTable, SumLoop, Variable } from '../linked.ts'

/** A sum of so few elements is written element by element, unless its text is long. */
const fewElements = 6
const fewParts = 24
/** A row at least this long is worth a function, or is copied as a block when nothing is computed. */
const longRow = 32
export const isLongRow = ({ low, high }: SumLoop): boolean => high - low + 1 >= longRow

/** The body of a loop, or of the function: statements so far, and constants they define by what they hold. */
export class Scope {
  readonly parent: Scope | undefined
  /** The dimension of the loop, as a bit. */
  readonly bit: number
  readonly depth: number
  readonly names = new Map<string, string>()
  text = ''
  private readonly opening: string

  constructor(parent: Scope | undefined, loop: SumLoop | undefined) {
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    if (loop === undefined) {
      this.bit = 0
      this.opening = ''
      return
    }
    const { rank } = loop.dimension
    const name = 'i' + rank
    this.bit = 1 << rank
    this.opening = 'for(let ' + name + '=' + loop.low + ';' + name + '<=' + loop.high + ';' + name + '++){\n'
  }

  /** Puts the finished loop into the body around it. */
  close(): void {
    if (this.parent !== undefined) this.parent.text += this.opening + this.text + '}\n'
  }
}

/** What a dimension's present label is: a loop variable plus `delta`, or, without a name, the position `delta`. */
interface Binding {
  readonly name: string
  readonly delta: number
  /** Smallest position. */
  readonly low: number
  /** Depth of the loop. */
  readonly depth: number
}

/** The functions written so far. In brackets they are compiled at once, not first skimmed and then read again. */
export class Functions {
  text = ''
  private count = 0
  private readonly known = new Map<string, string>()

  add(body: string): string {
    const name = 'f' + this.count++
    this.text += 'var ' + name + '=(function(v){\n' + body + '});\n'
    return name
  }

  /** One function for all that have the same text. */
  shared(parameters: string, body: string): string {
    const whole = '(' + parameters + '){\n' + body + '}'
    let name = this.known.get(whole)
    if (name === undefined) {
      name = 'f' + this.count++
      this.text += 'var ' + name + '=(function' + whole + ');\n'
      this.known.set(whole, name)
    }
    return name
  }
}

const numeral = (value: number): string =>
  value < 0 || Object.is(value, -0) ? (value === 0 ? '(-0)' : '(' + value + ')') : '' + value

/** The number of a literal, except -0. */
const numberOf = (expression: Expression): number | undefined => {
  if (expression.op === 'literal') return Object.is(expression.value, -0) ? undefined : expression.value
  if (expression.op !== 'negate' || expression.operand.op !== 'literal' || expression.operand.value === 0)
    return undefined
  return -expression.operand.value
}

// Comparisons cost V8 less than calls of Math.min and Math.max, and give the same bits: NaN stays, and max(0, -0) is 0.
const whenBelow = (bound: number, name: string): string => name + (bound === 0 ? '<=' : '<') + numeral(bound) + '?'
const atLeast = (bound: number, name: string): string =>
  '(' + whenBelow(bound, name) + numeral(bound) + ':' + name + ')'
const atMost = (bound: number, name: string): string =>
  '(' + name + '>' + numeral(bound) + '?' + numeral(bound) + ':' + name + ')'

const isWord = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false
  }
  return true
}

/** Names and whole numbers are as good as a constant. */
const isShort = (text: string): boolean => text.length < 6 && isWord(text)

/** The number of parts of an expression, counted up to a limit. */
const partsUpTo = (expression: Expression, limit: number): number => {
  switch (expression.op) {
    case 'binary': {
      const left = partsUpTo(expression.left, limit)
      return left >= limit ? left : left + 1 + partsUpTo(expression.right, limit - left)
    }
    case 'negate':
    case 'square':
    case 'reciprocal':
      return 1 + partsUpTo(expression.operand, limit)
    case 'literal':
    case 'read':
    case 'labelNumber':
      return 1
    case 'call': {
      let parts = 1
      for (const input of expression.inputs) parts += partsUpTo(input, limit)
      return parts
    }
    default:
      return limit
  }
}

/** Writes the equations of one routine. */
export class Writer {
  private readonly functions: Functions
  private readonly tables: ReadonlyMap<LinkedTable, number>
  /** How often each variable is read in the present group, by where it begins; 2 stands for more. */
  private readonly reads: Uint8Array
  private bindings: (Binding | undefined)[] = []
  private count = 0

  constructor(functions: Functions, tables: ReadonlyMap<LinkedTable, number>, size: number) {
    this.functions = functions
    this.tables = tables
    this.reads = new Uint8Array(size)
  }

  /** Counts what some equations that stand together read: what is read twice is kept in a constant. */
  countReads(nodes: ReadonlyArray<{ readonly node: EquationNode }>): void {
    const { reads } = this
    for (let at = 0; at < nodes.length; at++) {
      const own = nodes[at].node.reads
      for (let number = 0; number < own.length; number++) {
        const { variable, closing, times } = own[number]
        const start = closing ? variable.closingOffset : variable.offset
        reads[start] = Math.min(2, reads[start] + times)
      }
    }
  }

  forgetReads(): void {
    this.reads.fill(0)
  }

  open(parent: Scope, loop: SumLoop): Scope {
    const scope = new Scope(parent, loop)
    const { rank } = loop.dimension
    this.bindings[rank] = { name: 'i' + rank, delta: 0, low: loop.low, depth: scope.depth }
    return scope
  }

  /** Puts the finished loop into the body around it. */
  close(scope: Scope, { dimension }: SumLoop): Scope {
    scope.close()
    this.release(dimension)
    return scope.parent ?? scope
  }

  /** Holds the labels of loops with only one. */
  holdFixed(loops: readonly SumLoop[]): void {
    for (const { dimension, low, high } of loops) if (low === high) this.hold(dimension, low)
  }

  releaseFixed(loops: readonly SumLoop[]): void {
    for (const { dimension, low, high } of loops) if (low === high) this.release(dimension)
  }

  hold(dimension: LinkedDimension, position: number): void {
    this.bindings[dimension.rank] = { name: '', delta: position, low: position, depth: 0 }
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
    let home = scope
    while (home.parent !== undefined && (mask & home.bit) === 0) home = home.parent
    return home
  }

  private constant(scope: Scope, text: string): string {
    let name = scope.names.get(text)
    if (name === undefined) {
      name = 'c' + this.count++
      scope.text += 'const ' + name + '=' + text + '\n'
      scope.names.set(text, name)
    }
    return name
  }

  /**
   * Index of an element: constants folded, and the share of the loops kept in a constant when it is more than a name.
   * The number comes last: V8 has an instruction for adding one to a variable, none for the reverse.
   */
  private address(variable: Variable, offset: number, positions: readonly number[] | undefined, scope: Scope): string {
    const { dimensions, strides } = variable
    let start = offset
    let sum = ''
    let depth = 0
    for (let at = 0; at < dimensions.length; at++) {
      if (positions !== undefined && positions[at] >= 0) {
        start += positions[at] * strides[at]
        continue
      }
      const { name, delta, depth: own } = this.binding(dimensions[at])
      start += delta * strides[at]
      if (name === '') continue
      if (sum !== '' && own !== depth && !isShort(sum)) sum = this.constant(this.atDepth(depth, scope), sum)
      const term = strides[at] === 1 ? name : name + '*' + strides[at]
      sum = sum === '' ? term : sum + '+' + term
      if (own > depth) depth = own
    }
    if (sum === '') return '' + start
    if (!isShort(sum)) sum = this.constant(this.atDepth(depth, scope), sum)
    return start === 0 ? sum : sum + '+' + start
  }

  private atDepth(depth: number, scope: Scope): Scope {
    let found = scope
    while (found.depth > depth && found.parent !== undefined) found = found.parent
    return found
  }

  assign({ variable, closing }: EquationNode, expression: Expression, scope: Scope): void {
    const text = this.write(expression, scope)
    const start = closing ? variable.closingOffset : variable.offset
    const target = 'v[' + this.address(variable, start, undefined, scope) + ']'
    if (this.reads[start] === 0) {
      scope.text += target + '=' + text + '\n'
      return
    }
    const name = 'c' + this.count++
    scope.text += 'const ' + name + '=' + target + '=' + text + '\n'
    scope.names.set(target, name)
  }

  /** A sum that begins in a scope and grows in the loops inside it. */
  startTotal(scope: Scope, from: string): string {
    const name = 's' + this.count++
    scope.text += 'let ' + name + '=' + from + '\n'
    return name
  }

  addToTotal(name: string, expression: Expression, scope: Scope): void {
    const text = this.write(expression, scope)
    scope.text += name + '=' + name + '+' + text + '\n'
  }

  placeOf({ variable, closing }: EquationNode, scope: Scope): string {
    const start = closing ? variable.closingOffset : variable.offset
    return 'v[' + this.address(variable, start, undefined, scope) + ']'
  }

  store(node: EquationNode, text: string, scope: Scope): void {
    const place = this.placeOf(node, scope)
    scope.text += place + '=' + text + '\n'
  }

  /** Copies neighbours as a block: a read, or a shifted one, of which the first element is at the present labels. */
  copy({ variable, closing }: EquationNode, expression: Expression, count: number, scope: Scope): void {
    const target = this.address(variable, closing ? variable.closingOffset : variable.offset, undefined, scope)
    const present = this.bindings
    let read = expression
    if (expression.op === 'shift') {
      const { rank } = expression.dimension
      const binding = this.binding(expression.dimension)
      this.bindings = present.slice()
      this.bindings[rank] = { ...binding, delta: binding.delta - 1 }
      read = expression.body
    }
    if (read.op !== 'read') throw new Error('not a copy')
    const start = read.closing ? read.variable.closingOffset : read.variable.offset
    const source = this.address(read.variable, start, read.positions, scope)
    this.bindings = present
    scope.text += 'v.copyWithin(' + target + ',' + source + ',' + source + '+' + count + ')\n'
  }

  private read(expression: Extract<Expression, { op: 'read' }>, scope: Scope): string {
    const { variable, closing, positions } = expression
    const start = closing ? variable.closingOffset : variable.offset
    const home = this.home(expression.mask, scope)
    const text = 'v[' + this.address(variable, start, positions, scope) + ']'
    const known = home.names.get(text)
    if (known !== undefined) return known
    return home !== scope || this.reads[start] > 1 ? this.constant(home, text) : text
  }

  /** Writes an expression for use in `scope`; work that the inner loops would only repeat is moved out. */
  write(expression: Expression, scope: Scope): string {
    const { op } = expression
    if (op === 'read') return this.read(expression, scope)
    if (op === 'literal') return numeral(expression.value)
    if (op === 'negate' && expression.operand.op === 'literal') return numeral(-expression.operand.value)
    if (op === 'sum') return this.sum(expression, scope)
    if (scope.parent === undefined || op === 'labelNumber') return this.plain(expression, scope)
    const home = this.home(expression.mask, scope)
    if (home === scope || isCondition(expression)) return this.plain(expression, scope)
    const text = this.plain(expression, home)
    return isShort(text) ? text : this.constant(home, text)
  }

  private plain(expression: Expression, scope: Scope): string {
    switch (expression.op) {
      case 'binary': {
        const { operator } = expression
        switch (operator) {
          case '+':
          case '-':
          case '*':
          case '/':
            // Times and by 1 change no bit.
            if (
              expression.right.op === 'literal' &&
              expression.right.value === 1 &&
              operator !== '+' &&
              operator !== '-'
            )
              return this.write(expression.left, scope)
            return '(' + this.write(expression.left, scope) + operator + this.write(expression.right, scope) + ')'
          case 'pow':
            return 'pow(' + this.write(expression.left, scope) + ',' + this.write(expression.right, scope) + ')'
          default:
            return this.truth(expression, scope)
        }
      }
      case 'isLabel':
      case 'not':
        return this.truth(expression, scope)
      case 'literal':
      case 'read':
      case 'sum':
        return this.write(expression, scope)
      case 'labelNumber':
        return this.labelNumber(expression.dimension)
      case 'negate':
        return '(-' + this.write(expression.operand, scope) + ')'
      case 'square':
      case 'cube': {
        const operand = this.named(expression.operand, scope)
        return '(' + operand + '*' + operand + (expression.op === 'square' ? ')' : '*' + operand + ')')
      }
      case 'reciprocal':
        return '(1/' + this.write(expression.operand, scope) + ')'
      case 'call':
        return this.call(expression, scope)
      case 'if': {
        const test = this.condition(expression.condition, scope)
        if (test === 'true') return this.write(expression.yes, scope)
        if (test === 'false') return this.write(expression.no, scope)
        return '(' + test + '?' + this.write(expression.yes, scope) + ':' + this.write(expression.no, scope) + ')'
      }
      case 'table': {
        const number = '' + this.tables.get(expression.table)
        return 'interpolate(x' + number + ',y' + number + ',' + this.write(expression.argument, scope) + ')'
      }
      case 'shift':
        return this.shift(expression.dimension, expression.body, scope)
    }
  }

  private call({ name, inputs }: Extract<Expression, { op: 'call' }>, scope: Scope): string {
    if (name === 'positive') return atLeast(0, this.named(inputs[0], scope))
    if (name === 'clip') return this.clip(inputs, scope)
    if (inputs.length === 2 && (name === 'max' || name === 'min')) {
      const left = numberOf(inputs[0])
      const bound = left ?? numberOf(inputs[1])
      if (bound !== undefined) {
        const value = this.named(inputs[left === undefined ? 0 : 1], scope)
        return name === 'max' ? atLeast(bound, value) : atMost(bound, value)
      }
    }
    const first = this.write(inputs[0], scope)
    if (inputs.length === 1) return name + '(' + first + ')'
    let text = name + '(' + first
    for (let at = 1; at < inputs.length; at++) text += ',' + this.write(inputs[at], scope)
    return text + ')'
  }

  private clip(inputs: readonly Expression[], scope: Scope): string {
    const low = numberOf(inputs[1])
    const high = numberOf(inputs[2])
    if (low !== undefined && high !== undefined && low <= high) {
      const value = this.named(inputs[0], scope)
      return '(' + whenBelow(low, value) + numeral(low) + ':' + atMost(high, value) + ')'
    }
    const raised =
      low === undefined
        ? 'max(' + this.write(inputs[0], scope) + ',' + this.write(inputs[1], scope) + ')'
        : atLeast(low, this.named(inputs[0], scope))
    if (high === undefined) return 'min(' + raised + ',' + this.write(inputs[2], scope) + ')'
    return atMost(high, this.constant(scope, raised))
  }

  /** An expression that is used more than once. */
  private named(expression: Expression, scope: Scope): string {
    const text = this.write(expression, scope)
    return isShort(text) ? text : this.constant(scope, text)
  }

  /** A condition as a number. */
  private truth(expression: Expression, scope: Scope): string {
    const test = this.condition(expression, scope)
    return test === 'true' ? '1' : test === 'false' ? '0' : '(' + test + '?1:0)'
  }

  /** A truth value of JavaScript; 'true' and 'false' where the labels decide. */
  private condition(expression: Expression, scope: Scope): string {
    switch (expression.op) {
      case 'isLabel': {
        const { name, delta } = this.binding(expression.dimension)
        return name === '' ? String(delta === expression.position) : name + '===' + (expression.position - delta)
      }
      case 'not': {
        const test = this.condition(expression.operand, scope)
        return test === 'true' ? 'false' : test === 'false' ? 'true' : '!(' + test + ')'
      }
      case 'binary': {
        const { operator, left, right } = expression
        switch (operator) {
          case '=':
            return '(' + this.write(left, scope) + '===' + this.write(right, scope) + ')'
          case '!=':
            return '(' + this.write(left, scope) + '!==' + this.write(right, scope) + ')'
          case '<':
          case '<=':
          case '>':
          case '>=':
            return '(' + this.write(left, scope) + operator + this.write(right, scope) + ')'
          case 'and':
            return '(' + this.condition(left, scope) + '&&' + this.condition(right, scope) + ')'
          case 'or':
            return '(' + this.condition(left, scope) + '||' + this.condition(right, scope) + ')'
          default:
        }
        break
      }
      default:
    }
    return this.write(expression, scope) + '!==0'
  }

  private labelNumber(dimension: LinkedDimension): string {
    const { numbers = [] } = dimension
    const { name, delta } = this.binding(dimension)
    if (name === '') return numeral(numbers[delta])
    const first = numbers[0]
    const inOrder = numbers.every((number, at) => number === first + at)
    if (!inOrder) return '[' + numbers.join(',') + '][' + name + '+' + delta + ']'
    const shiftBy = first + delta
    return shiftBy === 0 ? name : '(' + name + '+' + shiftBy + ')'
  }

  private shift(dimension: LinkedDimension, body: Expression, scope: Scope): string {
    const { rank } = dimension
    const present = this.binding(dimension)
    const { name, delta } = present
    const first = name === '' ? delta : present.low + delta
    if (name === '' && first === 0) return '0'
    this.bindings[rank] = { name, delta: delta - 1, low: present.low, depth: present.depth }
    const below = this.write(body, scope)
    this.bindings[rank] = present
    return first >= 1 ? below : '(' + name + '===' + -delta + '?0:' + below + ')'
  }

  /** A sum is taken outside all loops it does not depend on, and once where several are equal. */
  private sum(expression: Extract<Expression, { op: 'sum' }>, scope: Scope): string {
    const { loops, body } = expression
    const home = this.home(expression.mask, scope)
    let trips = 1
    for (const { low, high } of loops) trips *= high - low + 1
    const before = this.bindings
    const few = trips <= fewElements && trips * partsUpTo(body, fewParts) <= fewParts
    const factors = few ? undefined : rowFactors(expression)
    let text: string
    if (few || factors !== undefined) {
      this.bindings = before.slice()
      text =
        factors === undefined
          ? '(' + this.elements(loops, 0, body, home, '0') + ')'
          : this.rows(loops, 0, factors, home, '0')
    } else text = this.sumApart(expression)
    this.bindings = before
    return this.constant(home, text)
  }

  /** Adds element by element. */
  private elements(loops: readonly SumLoop[], at: number, body: Expression, scope: Scope, before: string): string {
    if (at === loops.length) return before + '+' + this.write(body, scope)
    const { dimension, low, high } = loops[at]
    let total = before
    for (let position = low; position <= high; position++) {
      this.hold(dimension, position)
      total = this.elements(loops, at + 1, body, scope, total)
    }
    return total
  }

  /** Adds neighbours in the array, or products of neighbours. */
  private rows(loops: readonly SumLoop[], at: number, factors: readonly Read[], scope: Scope, before: string): string {
    const { dimension, low, high } = loops[at]
    if (at < loops.length - 1) {
      let total = before
      for (let position = low; position <= high; position++) {
        this.hold(dimension, position)
        total = this.rows(loops, at + 1, factors, scope, total)
      }
      return total
    }
    this.hold(dimension, low)
    let text = (factors.length === 1 ? 'total(v,' : 'totalOfProducts(v,') + before
    for (const { variable, closing, positions } of factors)
      text += ',' + this.address(variable, closing ? variable.closingOffset : variable.offset, positions, scope)
    return text + ',' + (high - low + 1) + ')'
  }

  /** Adds in a function of its own, called with the labels that the sum depends on. */
  private sumApart({ loops, body, mask }: Extract<Expression, { op: 'sum' }>): string {
    return this.function(mask, 'v', root => {
      root.text = 'let s=0\n'
      let inner = root
      for (const loop of loops.slice(0, -1)) inner = this.open(inner, loop)
      const row = loops[loops.length - 1]
      if (inner === root || !isLongRow(row)) this.addRow(inner, row, body)
      else {
        // See the rows of long nests.
        const call = this.function(body.mask & ~(1 << row.dimension.rank), 'v,s', own => {
          this.addRow(own, row, body)
          own.text += 'return s\n'
        })
        inner.text += 's=' + call + '\n'
      }
      for (; inner !== root && inner.parent !== undefined; inner = inner.parent) inner.close()
      root.text += 'return s\n'
    })
  }

  private addRow(scope: Scope, row: SumLoop, body: Expression): void {
    const inner = this.open(scope, row)
    const term = this.write(body, inner)
    inner.text += 's=s+' + term + '\n'
    inner.close()
  }

  /** Calls a function of its own for the statements that `write` puts into its scope, with the present labels. */
  apart(scope: Scope, write: (root: Scope) => void): void {
    scope.text += this.function(-1, 'v', write) + '\n'
  }

  /** A function whose parameters are the present labels of a mask, as a call with them. */
  private function(mask: number, first: string, write: (root: Scope) => void): string {
    const { bindings, count } = this
    let parameters = first
    this.bindings = bindings.map((binding, rank) => {
      if (binding === undefined || binding.name === '' || (mask & (1 << rank)) === 0) return binding
      parameters += ',' + binding.name
      return binding.depth === 0 ? binding : { name: binding.name, delta: binding.delta, low: binding.low, depth: 0 }
    })
    this.count = 0
    const root = new Scope(undefined, undefined)
    write(root)
    this.count = count
    this.bindings = bindings
    return this.functions.shared(parameters, root.text) + '(' + parameters + ')'
  }

  /** A function of its own for the statements that `write` puts into its scope; returns its name. */
  separate(write: (root: Scope) => void): string {
    const { count } = this
    this.count = 0
    const root = new Scope(undefined, undefined)
    write(root)
    this.count = count
    return this.functions.add(root.text)
  }
}

type Read = Extract<Expression, { op: 'read' }>

/** The factors of what a sum adds, where they lie side by side in the array and few rows of them are added. */
const rowFactors = ({ loops, body }: Extract<Expression, { op: 'sum' }>): readonly Read[] | undefined => {
  let rows = 1
  for (let at = 0; at < loops.length - 1; at++) rows *= loops[at].high - loops[at].low + 1
  if (rows > fewElements) return undefined
  const { dimension } = loops[loops.length - 1]
  if (body.op === 'read') return liesAlong(body, dimension) ? [body] : undefined
  if (body.op !== 'binary' || body.operator !== '*') return undefined
  const { left, right } = body
  if (left.op !== 'read' || right.op !== 'read') return undefined
  return liesAlong(left, dimension) && liesAlong(right, dimension) ? [left, right] : undefined
}

const liesAlong = ({ variable, positions }: Read, dimension: LinkedDimension): boolean => {
  const place = variable.dimensions.indexOf(dimension)
  return place >= 0 && positions[place] < 0 && variable.strides[place] === 1
}

const isCondition = (expression: Expression): boolean => {
  if (expression.op !== 'binary') return expression.op === 'isLabel' || expression.op === 'not'
  switch (expression.operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case 'pow':
      return false
    default:
      return true
  }
}
