/**
 * Writes expressions as JavaScript inside nested loops, each part as far outside as its labels allow.
 *
 * Most programs run their text once, so it is made for the start: V8 optimises a function when it has run some hundred
 * times its own length, and enters the optimised code at the next call. The rows of long loops therefore have functions
 * of their own, and sums over neighbours in the array share one.
 */

import { elementsIn, isCondition, startOf } from '../expression.ts'
import type { EquationNode, Expression, LinkedDimension, LinkedTable, SumLoop } from '../linked.ts'
import { PresentLabels, atLeast, atMost, isShort, numberOf, numeral, whenBelow } from './present-labels.ts'
import { Body, type WrittenFunctions } from './scope.ts'
import { isLongRow, isWrittenOut, type ReadOp, rowFactors } from './written-out.ts'

/** Writes the equations of one routine. */
export class Writer {
  private readonly functions: WrittenFunctions
  private readonly tables: ReadonlyMap<LinkedTable, number>
  /** Number of reads of each variable in the present group, by where it begins; 2 stands for more. */
  private readonly reads: Uint8Array
  readonly labels = new PresentLabels()

  constructor(functions: WrittenFunctions, tables: ReadonlyMap<LinkedTable, number>, size: number) {
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
        const start = startOf(own[number])
        reads[start] = Math.min(2, reads[start] + own[number].times)
      }
    }
  }

  forgetReads(): void {
    this.reads.fill(0)
  }

  assign(node: EquationNode, expression: Expression, scope: Body): void {
    const text = this.write(expression, scope)
    const target = this.placeOf(node, scope)
    if (this.reads[startOf(node)] === 0) {
      scope.text += target + '=' + text + '\n'
      return
    }
    const name = 'c' + this.labels.count++
    scope.text += 'const ' + name + '=' + target + '=' + text + '\n'
    scope.names.set(target, name)
  }

  /** A sum that begins in a scope and grows in the loops inside it. */
  startTotal(scope: Body, from: string): string {
    const name = 's' + this.labels.count++
    scope.text += 'let ' + name + '=' + from + '\n'
    return name
  }

  addToTotal(name: string, expression: Expression, scope: Body): void {
    const text = this.write(expression, scope)
    scope.text += name + '=' + name + '+' + text + '\n'
  }

  placeOf(node: EquationNode, scope: Body): string {
    return 'v[' + this.labels.address(node.variable, startOf(node), undefined, scope) + ']'
  }

  store(node: EquationNode, text: string, scope: Body): void {
    // The place may put a constant of its own into the text first.
    const place = this.placeOf(node, scope)
    scope.text += place + '=' + text + '\n'
  }

  /** Copies neighbours as a block: a read, or a shifted one, of which the first element is at the present labels. */
  copy(node: EquationNode, expression: Expression, count: number, scope: Body): void {
    const target = this.labels.address(node.variable, startOf(node), undefined, scope)
    const present = this.labels.bindings
    let read = expression
    if (expression.op === 'shift') {
      const { rank } = expression.dimension
      const binding = this.labels.binding(expression.dimension)
      this.labels.bindings = present.slice()
      this.labels.bindings[rank] = { ...binding, delta: binding.delta - 1 }
      read = expression.body
    }
    if (read.op !== 'read') throw new Error('not a copy')
    const source = this.labels.address(read.variable, startOf(read), read.positions, scope)
    this.labels.bindings = present
    scope.text += 'v.copyWithin(' + target + ',' + source + ',' + source + '+' + count + ')\n'
  }

  private read(expression: Extract<Expression, { op: 'read' }>, scope: Body): string {
    const { variable, positions } = expression
    const start = startOf(expression)
    const home = this.labels.home(expression.mask, scope)
    const text = 'v[' + this.labels.address(variable, start, positions, scope) + ']'
    const known = home.names.get(text)
    if (known !== undefined) return known
    return home !== scope || this.reads[start] > 1 ? this.labels.constant(home, text) : text
  }

  /** Writes an expression for use in `scope`; work that the inner loops would only repeat is moved out. */
  write(expression: Expression, scope: Body): string {
    const { op } = expression
    if (op === 'read') return this.read(expression, scope)
    if (op === 'literal') return numeral(expression.value)
    if (op === 'negate' && expression.operand.op === 'literal') return numeral(-expression.operand.value)
    if (op === 'sum') return this.sum(expression, scope)
    if (scope.parent === undefined || op === 'labelNumber') return this.plain(expression, scope)
    const home = this.labels.home(expression.mask, scope)
    if (home === scope || isCondition(expression)) return this.plain(expression, scope)
    const text = this.plain(expression, home)
    return isShort(text) ? text : this.labels.constant(home, text)
  }

  private plain(expression: Expression, scope: Body): string {
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

  private call({ name, inputs }: Extract<Expression, { op: 'call' }>, scope: Body): string {
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

  private clip(inputs: readonly Expression[], scope: Body): string {
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
    return atMost(high, this.labels.constant(scope, raised))
  }

  /** An expression that is used more than once. */
  private named(expression: Expression, scope: Body): string {
    const text = this.write(expression, scope)
    return isShort(text) ? text : this.labels.constant(scope, text)
  }

  /** A condition as a number. */
  private truth(expression: Expression, scope: Body): string {
    const test = this.condition(expression, scope)
    return test === 'true' ? '1' : test === 'false' ? '0' : '(' + test + '?1:0)'
  }

  /** A truth value of JavaScript; 'true' and 'false' where the labels decide. */
  private condition(expression: Expression, scope: Body): string {
    switch (expression.op) {
      case 'isLabel': {
        const { name, delta } = this.labels.binding(expression.dimension)
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
    const { name, delta } = this.labels.binding(dimension)
    if (name === '') return numeral(numbers[delta])
    const first = numbers[0]
    const inOrder = numbers.every((number, at) => number === first + at)
    if (!inOrder) return '[' + numbers.join(',') + '][' + name + '+' + delta + ']'
    const shiftBy = first + delta
    return shiftBy === 0 ? name : '(' + name + '+' + shiftBy + ')'
  }

  private shift(dimension: LinkedDimension, body: Expression, scope: Body): string {
    const { rank } = dimension
    const present = this.labels.binding(dimension)
    const { name, delta } = present
    const first = name === '' ? delta : present.low + delta
    if (name === '' && first === 0) return '0'
    this.labels.bindings[rank] = { name, delta: delta - 1, low: present.low, depth: present.depth }
    const below = this.write(body, scope)
    this.labels.bindings[rank] = present
    return first >= 1 ? below : '(' + name + '===' + -delta + '?0:' + below + ')'
  }

  /** A sum is taken outside all loops it does not depend on, and once where several are equal. */
  private sum(expression: Extract<Expression, { op: 'sum' }>, scope: Body): string {
    const { loops, body } = expression
    const home = this.labels.home(expression.mask, scope)
    const before = this.labels.bindings
    const few = isWrittenOut(elementsIn(loops), body)
    const factors = few ? undefined : rowFactors(expression)
    let text: string
    if (few || factors !== undefined) {
      this.labels.bindings = before.slice()
      text =
        factors === undefined
          ? '(' + this.elements(loops, 0, body, home, '0') + ')'
          : this.rows(loops, 0, factors, home, '0')
    } else text = this.sumApart(expression)
    this.labels.bindings = before
    return this.labels.constant(home, text)
  }

  /** Adds element by element. */
  private elements(loops: readonly SumLoop[], at: number, body: Expression, scope: Body, before: string): string {
    if (at === loops.length) return before + '+' + this.write(body, scope)
    const { dimension, low, high } = loops[at]
    let total = before
    for (let position = low; position <= high; position++) {
      this.labels.hold(dimension, position)
      total = this.elements(loops, at + 1, body, scope, total)
    }
    return total
  }

  /** Adds neighbours in the array, or products of neighbours. */
  private rows(loops: readonly SumLoop[], at: number, factors: readonly ReadOp[], scope: Body, before: string): string {
    const { dimension, low, high } = loops[at]
    if (at < loops.length - 1) {
      let total = before
      for (let position = low; position <= high; position++) {
        this.labels.hold(dimension, position)
        total = this.rows(loops, at + 1, factors, scope, total)
      }
      return total
    }
    this.labels.hold(dimension, low)
    let text = (factors.length === 1 ? 'total(v,' : 'totalOfProducts(v,') + before
    for (const read of factors) text += ',' + this.labels.address(read.variable, startOf(read), read.positions, scope)
    return text + ',' + (high - low + 1) + ')'
  }

  /** Adds in a function of its own, called with the labels that the sum depends on. */
  private sumApart({ loops, body, mask }: Extract<Expression, { op: 'sum' }>): string {
    return this.function(mask, 'v', root => {
      root.text = 'let s=0\n'
      let inner = root
      for (const loop of loops.slice(0, -1)) inner = this.labels.open(inner, loop)
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

  private addRow(scope: Body, row: SumLoop, body: Expression): void {
    const inner = this.labels.open(scope, row)
    const term = this.write(body, inner)
    inner.text += 's=s+' + term + '\n'
    inner.close()
  }

  /** Calls a function of its own for the statements that `write` puts into its scope, with the present labels. */
  apart(scope: Body, write: (root: Body) => void): void {
    scope.text += this.function(-1, 'v', write) + '\n'
  }

  /** A function whose parameters are the present labels of a mask, as a call with them. */
  private function(mask: number, first: string, write: (root: Body) => void): string {
    const { bindings, count } = this.labels
    let parameters = first
    this.labels.bindings = bindings.map((binding, rank) => {
      if (binding === undefined || binding.name === '' || (mask & (1 << rank)) === 0) return binding
      parameters += ',' + binding.name
      return binding.depth === 0 ? binding : { name: binding.name, delta: binding.delta, low: binding.low, depth: 0 }
    })
    this.labels.count = 0
    const root = new Body(undefined, undefined)
    write(root)
    this.labels.count = count
    this.labels.bindings = bindings
    return this.functions.shared(parameters, root.text) + '(' + parameters + ')'
  }

  /** A function of its own for the statements that `write` puts into its scope; returns its name. */
  separate(write: (root: Body) => void): string {
    const { count } = this.labels
    this.labels.count = 0
    const root = new Body(undefined, undefined)
    write(root)
    this.labels.count = count
    return this.functions.add(root.text)
  }
}
