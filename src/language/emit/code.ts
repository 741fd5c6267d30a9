/**
 * Writes expressions as JavaScript inside nested loops, each part as far outside as its labels allow.
 *
 * The text is run once in most programs, so it is made for the start: V8 takes over a short function with a long loop
 * within that loop, and a long function only after hundreds of calls. Long loops therefore have functions of their own,
 * and sums over neighbours in the array share one.
 */

import { eachRead } from '../expression.ts'
import type { EquationNode, Expression, LinkedDimension, LinkedTable, SumLoop, Variable } from '../linked.ts'

/** Only work repeated this often is worth a constant outside the loop. */
const worthMoving = 6
/** A sum of so few elements is written element by element, unless its text is long. */
const fewElements = 6
const fewParts = 24

/** The body of a loop, or of the function: statements so far, and constants they define by what they hold. */
export class Scope {
  readonly parent: Scope | undefined
  /** The dimension of the loop, as a bit. */
  readonly bit: number
  readonly depth: number
  /** How often the statements run. */
  readonly trips: number
  readonly names = new Map<string, string>()
  text = ''
  private readonly opening: string

  constructor(parent: Scope | undefined, loop: SumLoop | undefined) {
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    if (loop === undefined) {
      this.bit = 0
      this.trips = 1
      this.opening = ''
      return
    }
    const { rank } = loop.dimension
    const name = 'i' + rank
    this.bit = 1 << rank
    this.trips = (parent === undefined ? 1 : parent.trips) * (loop.high - loop.low + 1)
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
    default:
      return limit
  }
}

/** Writes the equations of one routine. */
export class Writer {
  private readonly functions: Functions
  private readonly tables: ReadonlyMap<LinkedTable, number>
  /** How often each address is read in the present group at its own labels. */
  private readonly reads: Uint8Array
  private bindings: (Binding | undefined)[] = []
  private count = 0

  constructor(functions: Functions, tables: ReadonlyMap<LinkedTable, number>, size: number) {
    this.functions = functions
    this.tables = tables
    this.reads = new Uint8Array(size)
  }

  /** Counts the reads of a group: what is read twice is kept in a constant. */
  countReads(parts: ReadonlyArray<{ readonly piece: { readonly expression: Expression } }>): void {
    const { reads } = this
    reads.fill(0)
    const visit = (read: Extract<Expression, { op: 'read' }>, taken: number): void => {
      const { variable, positions } = read
      if ((taken & variable.mask) !== 0) return
      let start = read.closing ? variable.closingOffset : variable.offset
      for (let at = 0; at < positions.length; at++) {
        if (positions[at] >= 0) start += positions[at] * variable.strides[at]
      }
      if (reads[start] < 2) reads[start]++
    }
    for (const { piece } of parts) eachRead(piece.expression, visit, 0)
  }

  open(parent: Scope, loop: SumLoop): Scope {
    const scope = new Scope(parent, loop)
    const { rank } = loop.dimension
    this.bindings[rank] = { name: 'i' + rank, delta: 0, low: loop.low, depth: scope.depth }
    return scope
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

  /** Index of an element: constants folded, outer loops' shares kept outside. */
  private address(variable: Variable, offset: number, positions: readonly number[] | undefined, scope: Scope): string {
    const { dimensions, strides } = variable
    let start = offset
    let sum = ''
    let depth = 0
    let terms = 0
    for (let at = 0; at < dimensions.length; at++) {
      if (positions !== undefined && positions[at] >= 0) {
        start += positions[at] * strides[at]
        continue
      }
      const binding = this.binding(dimensions[at])
      start += binding.delta * strides[at]
      if (binding.name === '') continue
      const term = strides[at] === 1 ? binding.name : binding.name + '*' + strides[at]
      terms++
      if (sum === '') sum = term
      else if (binding.depth >= depth) {
        // The share of the loops outside this one is the same each time.
        if (binding.depth > depth && (terms > 2 || !isShort(sum))) sum = this.constant(this.atDepth(depth, scope), sum)
        sum += '+' + term
      } else sum = term + '+' + sum
      if (binding.depth > depth) depth = binding.depth
    }
    if (sum === '') return '' + start
    return start === 0 ? sum : start + '+' + sum
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
    if (this.reads[this.firstAddress(variable, start, undefined)] === 0) {
      scope.text += target + '=' + text + '\n'
      return
    }
    const name = 'c' + this.count++
    scope.text += 'const ' + name + '=' + target + '=' + text + '\n'
    scope.names.set(target, name)
  }

  /** The address with loop variables at 0: how reads are counted. */
  private firstAddress(variable: Variable, offset: number, positions: readonly number[] | undefined): number {
    const { dimensions, strides } = variable
    let start = offset
    for (let at = 0; at < dimensions.length; at++) {
      if (positions !== undefined && positions[at] >= 0) start += positions[at] * strides[at]
      else {
        const binding = this.bindings[dimensions[at].rank]
        if (binding !== undefined && binding.name === '') start += binding.delta * strides[at]
      }
    }
    return start
  }

  private read(expression: Extract<Expression, { op: 'read' }>, scope: Scope): string {
    const { variable, closing, positions } = expression
    const start = closing ? variable.closingOffset : variable.offset
    const home = this.home(expression.mask, scope)
    const text = 'v[' + this.address(variable, start, positions, scope) + ']'
    const known = home.names.get(text)
    if (known !== undefined) return known
    return home !== scope || this.reads[this.firstAddress(variable, start, positions)] > 1
      ? this.constant(home, text)
      : text
  }

  /** Writes an expression for use in `scope`; work that the inner loops would only repeat is moved out. */
  write(expression: Expression, scope: Scope): string {
    const { op } = expression
    if (op === 'read') return this.read(expression, scope)
    if (op === 'literal') return numeral(expression.value)
    if (op === 'sum') return this.sum(expression, scope)
    if (scope.parent === undefined || op === 'labelNumber') return this.plain(expression, scope)
    const home = this.home(expression.mask, scope)
    if (home === scope || isCondition(expression)) return this.plain(expression, scope)
    const costly =
      op === 'table' ||
      (op === 'call' && (expression.name === 'exp' || expression.name === 'ln' || expression.name === 'logistic')) ||
      (op === 'binary' && expression.operator === 'pow')
    if (!costly && scope.trips / home.trips < worthMoving) return this.plain(expression, scope)
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
        const operand = this.write(expression.operand, scope)
        if (!isWord(operand)) return expression.op + '(' + operand + ')'
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
    const first = this.write(inputs[0], scope)
    if (name === 'positive') return 'max(0,' + first + ')'
    if (inputs.length === 1) return name + '(' + first + ')'
    if (name === 'clip') {
      return 'min(max(' + first + ',' + this.write(inputs[1], scope) + '),' + this.write(inputs[2], scope) + ')'
    }
    let text = name + '(' + first
    for (let at = 1; at < inputs.length; at++) text += ',' + this.write(inputs[at], scope)
    return text + ')'
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
    let text: string | undefined
    if (few || isRange(expression)) {
      this.bindings = before.slice()
      text = few
        ? '(' + this.elements(loops, 0, body, home, '0') + ')'
        : this.ranges(loops, 0, body as Extract<Expression, { op: 'read' }>, home, '0')
    } else text = this.apart(expression)
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

  /** Adds neighbours in the array. */
  private ranges(
    loops: readonly SumLoop[],
    at: number,
    body: Extract<Expression, { op: 'read' }>,
    scope: Scope,
    before: string,
  ): string {
    const { dimension, low, high } = loops[at]
    if (at === loops.length - 1) {
      const { variable, closing, positions } = body
      this.hold(dimension, low)
      const from = this.address(variable, closing ? variable.closingOffset : variable.offset, positions, scope)
      return 'total(v,' + before + ',' + from + ',' + (high - low + 1) + ')'
    }
    let total = before
    for (let position = low; position <= high; position++) {
      this.hold(dimension, position)
      total = this.ranges(loops, at + 1, body, scope, total)
    }
    return total
  }

  /** Adds in a function of its own, called with the labels that the sum depends on. */
  private apart({ loops, body, mask }: Extract<Expression, { op: 'sum' }>): string {
    const { bindings, count } = this
    let parameters = 'v'
    this.bindings = bindings.map((binding, rank) => {
      if (binding === undefined || binding.name === '' || (mask & (1 << rank)) === 0) return binding
      parameters += ',' + binding.name
      return binding.depth === 0 ? binding : { name: binding.name, delta: binding.delta, low: binding.low, depth: 0 }
    })
    this.count = 0
    const root = new Scope(undefined, undefined)
    const scopes: Scope[] = []
    let inner = root
    for (const loop of loops) {
      inner = this.open(inner, loop)
      scopes.push(inner)
    }
    const term = this.write(body, inner)
    inner.text += 's=s+' + term + '\n'
    for (let at = scopes.length - 1; at >= 0; at--) scopes[at].close()
    this.count = count
    const name = this.functions.shared(parameters, 'let s=0\n' + root.text + 'return s\n')
    return name + '(' + parameters + ')'
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

/** True where a sum adds a variable's elements as they lie: all its last labels, for few of the others. */
const isRange = ({ loops, body }: Extract<Expression, { op: 'sum' }>): boolean => {
  if (body.op !== 'read') return false
  const { variable, positions } = body
  let outer = 1
  for (let at = 0; at < loops.length; at++) {
    const place = variable.dimensions.indexOf(loops[at].dimension)
    if (place < 0 || positions[place] >= 0) return false
    if (at < loops.length - 1) outer *= loops[at].high - loops[at].low + 1
    else if (variable.strides[place] !== 1) return false
  }
  return outer <= 2
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
