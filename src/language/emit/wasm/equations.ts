/** Writes equation texts as graphs: the same operations in the same order as the other targets. */

import { elementsIn, isCondition, maskOfLoops, rankAt, type Sum } from '../../expression.ts'
import type { EquationNode, Expression, LinkedDimension, LinkedTable, SumLoop, Variable } from '../../linked.ts'
import * as scalar from '../arithmetic.ts'
import { type Elementary, expCode, Lanes, lnCode, powCode, smallExpCode } from './elementary.ts'
import { constantOf, type Graph, type Node, type Place, type CodeScope, type Term } from './graph.ts'
import type { Layout, Span } from './layout.ts'
import { alikeAlong, type CodeBinding, labelTest } from './label-tests.ts'
import { interpolate } from '../arithmetic.ts'

/** Sums over so few labels are written out. */
const shortSum = 4

/** A truth known while the code is written, or a mask: all bits of a lane set where it holds. */
type Truth = boolean | Node

const comparisons = {
  '<': 'f64x2.lt',
  '<=': 'f64x2.le',
  '>': 'f64x2.gt',
  '>=': 'f64x2.ge',
  '=': 'f64x2.eq',
  '!=': 'f64x2.ne',
} as const

const operations = { '+': 'f64x2.add', '-': 'f64x2.sub', '*': 'f64x2.mul', '/': 'f64x2.div' } as const

const hasKey = <Keys extends object>(keys: Keys, key: PropertyKey): key is keyof Keys => key in keys

/** Facts about some variables that are known before anything runs. */
export interface Known {
  /** Values that never change, such as the length of a step. */
  readonly constants: ReadonlyMap<Variable, number>
  /** Computed where they are read, and kept nowhere. */
  readonly passedOn: ReadonlySet<Variable>
  /** Data read once for all members, in loops over many elements. */
  readonly gathered: { has(variable: Variable): boolean }
}

/** The piecewise linear function of a table: every piece's numbers are selected from the left to the one that holds the argument. */
const piecewise = (lanes: Lanes, { arguments: xs, results: ys }: LinkedTable, x: Node): Node => {
  const { constant, select, above } = lanes
  const known = constantOf(x)
  if (known !== undefined) return constant(interpolate(xs, ys, known))
  const last = xs.length - 1
  const piece = (at: number): readonly [Node, Node, Node, Node] => [
    constant(xs[at - 1]),
    constant(ys[at - 1]),
    constant(xs[at] - xs[at - 1]),
    constant(ys[at] - ys[at - 1]),
  ]
  // A table of one point is constant: its only piece is never chosen.
  let [left, below, width, rise] = piece(Math.min(1, last))
  for (let at = 2; at <= last; at++) {
    const beyond = above(x, xs[at - 1])
    const next = piece(at)
    left = select(beyond, next[0], left)
    below = select(beyond, next[1], below)
    width = select(beyond, next[2], width)
    rise = select(beyond, next[3], rise)
  }
  const within = lanes.add(below, lanes.mul(lanes.div(lanes.sub(x, left), width), rise))
  const high = select(lanes.graph.do('f64x2.ge', [x, constant(xs[last])]), constant(ys[last]), within)
  return select(lanes.graph.do('f64x2.le', [x, constant(xs[0])]), constant(ys[0]), high)
}

const areConstant = (...nodes: readonly Node[]): boolean => nodes.every(node => constantOf(node) !== undefined)

/** A value and a constant, if one of the two is one that is neither none nor a negative zero. */
const asLimited = (a: Node, b: Node): readonly [value: Node, limit: Node] | undefined => {
  const [value, limit] = constantOf(a) === undefined ? [a, b] : [b, a]
  const known = constantOf(limit)
  if (known === undefined || areConstant(value) || Number.isNaN(known) || Object.is(known, -0)) return undefined
  return [value, limit]
}

/**
 * Math.min. With a constant a single comparison does: pmin(x, c) is c < x ? c : x, which keeps a number that is none
 * and, of equal ones, x; only of two zeros does it matter which. Otherwise both orders are taken, which differ in two
 * cases alone: of two zeros the negative one has a bit more, and a number that is none stays none with any bits
 * more. On x64 that is less than half the work of the instruction for it.
 */
const least = (lanes: Lanes, a: Node, b: Node): Node => {
  const { graph } = lanes
  const limited = asLimited(a, b)
  if (limited !== undefined) return graph.do('f64x2.pmin', limited)
  if (areConstant(a, b)) return graph.do('f64x2.min', [a, b])
  return lanes.or(graph.do('f64x2.pmin', [a, b]), graph.do('f64x2.pmin', [b, a]))
}

/**
 * Math.max; with 0 a negative zero has to become a positive one, which adding 0 does. Where both orders are taken, the
 * bits that both have are the positive one of two zeros, and they differ as numbers only where one is none.
 */
const greatest = (lanes: Lanes, a: Node, b: Node): Node => {
  const { graph } = lanes
  const limited = asLimited(a, b)
  if (limited !== undefined) {
    const chosen = graph.do('f64x2.pmax', limited)
    return constantOf(limited[1]) === 0 ? lanes.add(chosen, limited[1]) : chosen
  }
  if (areConstant(a, b)) return graph.do('f64x2.max', [a, b])
  const [one, other] = [graph.do('f64x2.pmax', [a, b]), graph.do('f64x2.pmax', [b, a])]
  return lanes.or(lanes.and(one, other), lanes.unequal(one, other))
}

/** Adds the values of equations to one graph, at the present labels of the loops around. */
export class EquationWriter {
  private readonly graph: Graph
  private readonly lanes: Lanes
  private readonly layout: Layout
  private readonly elementary: Elementary
  private readonly known: Known
  private readonly bindings: (CodeBinding | undefined)[] = []
  /** A sum that has been taken, while the equation that wants it is written. */
  private taken: { readonly sum: Sum; readonly node: Node } | undefined

  constructor(graph: Graph, layout: Layout, elementary: Elementary, known: Known) {
    this.graph = graph
    this.lanes = new Lanes(graph)
    this.layout = layout
    this.elementary = elementary
    this.known = known
  }

  /** Opens loops inside one another; their labels are the present ones from then on. */
  open(parent: CodeScope, loops: readonly SumLoop[]): CodeScope[] {
    let scope = parent
    return loops.map(({ dimension, low, high }) => {
      scope = this.graph.open(scope, low, high)
      this.bindings[dimension.rank] = { scope, delta: 0 }
      return scope
    })
  }

  store({ variable, closing }: EquationNode, value: Node, scope: CodeScope): void {
    this.graph.write(scope, this.place(variable, this.layout.spanOf(variable, closing)), value)
  }

  /** Makes a label the present one of its dimension; without one there is none. */
  hold(dimension: LinkedDimension, binding: CodeBinding | undefined): void {
    this.bindings[dimension.rank] = binding
  }

  /** The value of an equation's text for which a sum in it has already been taken. */
  valueWith(sum: Sum, node: Node, expression: Expression, scope: CodeScope): Node {
    this.taken = { sum, node }
    const value = this.value(expression, scope)
    this.taken = undefined
    return value
  }

  binding(dimension: LinkedDimension, position = -1): CodeBinding {
    const binding = this.bindings[rankAt(dimension, position)]
    if (binding === undefined) throw new Error(`no label for ${dimension.name}`)
    return binding
  }

  /** Place of the element at the present labels, or of the one at the given positions. */
  private place(variable: Variable, { base, first, bytesOfElement }: Span, positions?: readonly number[]): Place {
    let element = 0
    // Dimensions that are at the same label are one term.
    const terms = new Map<CodeScope, number>()
    variable.dimensions.forEach((dimension, at) => {
      const stride = variable.strides[at]
      const position = positions?.[at] ?? -1
      if (position >= 0) {
        element += position * stride
        return
      }
      const { scope, delta } = this.binding(dimension, position)
      element += delta * stride
      if (scope !== undefined) terms.set(scope, (terms.get(scope) ?? 0) + stride * bytesOfElement)
    })
    const moving = [...terms].map(([scope, bytes]): Term => ({ scope, bytes }))
    return { base, terms: moving, number: first + element * bytesOfElement }
  }

  private read({ variable, closing, positions }: Extract<Expression, { op: 'read' }>, scope: CodeScope): Node {
    const { constants, passedOn, gathered } = this.known
    const constant = constants.get(variable)
    if (constant !== undefined) return this.graph.constant(constant)
    const [piece] = passedOn.has(variable) ? (variable.value?.pieces ?? []) : []
    if (piece !== undefined) return this.value(piece.expression, scope)
    const span = gathered.has(variable) ? this.layout.gathered(variable) : this.layout.spanOf(variable, closing)
    return this.graph.read(this.place(variable, span, positions))
  }

  /** The number that a table gives for a dimension's present label. */
  private labelled(dimension: LinkedDimension, numbers: readonly number[], table: number): Node {
    const { scope, delta } = this.binding(dimension)
    if (scope === undefined) return this.graph.constant(numbers[delta] ?? Number.NaN)
    return this.graph.read({ base: 'shared', terms: [{ scope, bytes: 8 }], number: table + delta * 8 })
  }

  value(expression: Expression, scope: CodeScope): Node {
    const { graph, lanes } = this
    if (isCondition(expression)) {
      const truth = this.truth(expression, scope)
      if (typeof truth === 'boolean') return graph.constant(truth ? 1 : 0)
      return lanes.and(truth, graph.constant(1))
    }
    switch (expression.op) {
      case 'literal':
        return graph.constant(expression.value)
      case 'read':
        return this.read(expression, scope)
      case 'labelNumber': {
        const { dimension } = expression
        return this.labelled(dimension, dimension.numbers ?? [], this.layout.numbersOf(dimension))
      }
      case 'negate':
        return lanes.negate(this.value(expression.operand, scope))
      case 'square': {
        const operand = this.value(expression.operand, scope)
        return lanes.mul(operand, operand)
      }
      case 'cube': {
        const operand = this.value(expression.operand, scope)
        return lanes.mul(lanes.mul(operand, operand), operand)
      }
      case 'reciprocal':
        return lanes.div(graph.constant(1), this.value(expression.operand, scope))
      case 'binary':
        return this.binary(expression, scope)
      case 'call':
        return this.call(
          expression.name,
          expression.inputs.map(input => this.value(input, scope)),
        )
      case 'if':
        return this.choice(expression, scope)
      case 'table':
        return piecewise(this.lanes, expression.table, this.value(expression.argument, scope))
      case 'sum':
        return this.sum(expression, scope)
      case 'shift':
        return this.shift(expression.dimension, expression.body, scope)
      default:
        throw new Error(`no number: ${expression.op}`)
    }
  }

  private binary({ operator, left, right }: Extract<Expression, { op: 'binary' }>, scope: CodeScope): Node {
    const a = this.value(left, scope)
    const b = this.value(right, scope)
    if (hasKey(operations, operator)) return this.graph.do(operations[operator], [a, b])
    return this.elementaryOf('pow', [a, b])
  }

  /** The argument of an exp is nearly always small, a rate times a time for example; that of a logistic is not. */
  private elementaryOf(name: 'exp' | 'ln' | 'pow', inputs: readonly Node[], exponential = smallExpCode): Node {
    const [x, y = 0] = inputs.map(constantOf)
    if (x !== undefined && inputs.every(input => input.operation === 'constant'))
      return this.graph.constant(name === 'pow' ? scalar.pow(x, y) : name === 'exp' ? scalar.exp(x) : scalar.ln(x))
    const { lanes, elementary } = this
    if (name === 'exp') return exponential(lanes, elementary, inputs[0])
    return name === 'ln' ? lnCode(lanes, elementary, inputs[0]) : powCode(lanes, elementary, inputs[0], inputs[1])
  }

  private call(name: Extract<Expression, { op: 'call' }>['name'], inputs: readonly Node[]): Node {
    const { graph, lanes } = this
    const [first] = inputs
    const made: Readonly<Record<typeof name, () => Node>> = {
      min: () => inputs.reduce((a, b) => least(lanes, a, b)),
      max: () => inputs.reduce((a, b) => greatest(lanes, a, b)),
      positive: () => greatest(lanes, graph.constant(0), first),
      clip: () => least(lanes, greatest(lanes, first, inputs[1]), inputs[2]),
      abs: () => lanes.abs(first),
      sqrt: () => graph.do('f64x2.sqrt', [first]),
      floor: () => graph.do('f64x2.floor', [first]),
      exp: () => this.elementaryOf('exp', inputs),
      ln: () => this.elementaryOf('ln', inputs),
      logistic: () =>
        lanes.div(graph.constant(1), lanes.plus(this.elementaryOf('exp', [lanes.negate(first)], expCode), 1)),
    }
    return made[name]()
  }

  private choice({ condition, yes, no }: Extract<Expression, { op: 'if' }>, scope: CodeScope): Node {
    const truth = this.truth(condition, scope)
    if (typeof truth === 'boolean') return this.value(truth ? yes : no, scope)
    return this.select(truth, this.value(yes, scope), this.value(no, scope))
  }

  /** Where one side is 0, masking the other is enough. */
  private select(mask: Node, yes: Node, no: Node): Node {
    if (no.operation === 'constant' && no.bits === 0n) return this.lanes.and(yes, mask)
    if (yes.operation === 'constant' && yes.bits === 0n) return this.graph.do('v128.andnot', [no, mask])
    return this.lanes.select(mask, yes, no)
  }

  private truth(expression: Expression, scope: CodeScope): Truth {
    const { graph, lanes } = this
    if (expression.op === 'isLabel') return this.isAt(expression.dimension, expression.position)
    if (expression.op === 'not') {
      const truth = this.truth(expression.operand, scope)
      return typeof truth === 'boolean' ? !truth : lanes.not(truth)
    }
    if (expression.op === 'binary') {
      const { operator, left, right } = expression
      if (hasKey(comparisons, operator)) {
        const test = labelTest(expression)
        const alike = test === undefined ? undefined : alikeAlong(test, this.binding(test.dimension))
        if (alike !== undefined) return alike
        const a = this.value(left, scope)
        const b = this.value(right, scope)
        return graph.do(comparisons[operator], [a, b])
      }
      if (operator === 'and' || operator === 'or') {
        const decisive = operator === 'or'
        const a = this.truth(left, scope)
        if (a === decisive) return a
        const b = this.truth(right, scope)
        if (b === decisive || typeof a === 'boolean') return b
        if (typeof b === 'boolean') return a
        return decisive ? lanes.or(a, b) : lanes.and(a, b)
      }
    }
    const value = this.value(expression, scope)
    const known = constantOf(value)
    return known === undefined ? lanes.unequal(value, graph.constant(0)) : known !== 0
  }

  private isAt(dimension: LinkedDimension, position: number): Truth {
    const { scope, delta } = this.binding(dimension)
    if (scope === undefined) return delta === position
    if (position < scope.low + delta || position > scope.high + delta) return false
    const present = this.labelled(dimension, [], this.layout.positions)
    return this.lanes.equal(present, this.graph.constant(position))
  }

  private shift(dimension: LinkedDimension, body: Expression, scope: CodeScope): Node {
    const { rank } = dimension
    const present = this.binding(dimension)
    const first = present.delta + (present.scope?.low ?? 0)
    if (present.scope === undefined && first === 0) return this.graph.constant(0)
    const isFirst = first >= 1 ? false : this.isAt(dimension, 0)
    this.bindings[rank] = { scope: present.scope, delta: present.delta - 1 }
    const below = this.value(body, scope)
    this.bindings[rank] = present
    return typeof isFirst === 'boolean' ? below : this.select(isFirst, this.graph.constant(0), below)
  }

  /** A loop of its own, outside all loops it does not depend on; equal sums are taken once. */
  private sum(expression: Extract<Expression, { op: 'sum' }>, scope: CodeScope): Node {
    const { loops, body } = expression
    if (this.taken?.sum === expression) return this.taken.node
    const before = loops.map(({ dimension }) => this.bindings[dimension.rank])
    const restore = (): void =>
      loops.forEach(({ dimension }, at) => {
        this.bindings[dimension.rank] = before[at]
      })
    if (elementsIn(loops) <= shortSum) {
      const total = this.writtenOut(loops, body, scope, this.graph.constant(0))
      restore()
      return total
    }
    const home = this.home(expression.mask & ~maskOfLoops(loops), scope)
    const key = this.sumKey(expression)
    const known = home.known.get(key)
    if (known !== undefined) return known
    const total = this.graph.total(home)
    const scopes = this.open(home, loops)
    const inner = scopes[scopes.length - 1] ?? home
    this.graph.add(inner, total, this.value(body, inner))
    for (const opened of scopes.reverse()) this.graph.close(opened)
    restore()
    home.known.set(key, total)
    return total
  }

  private writtenOut(loops: readonly SumLoop[], body: Expression, scope: CodeScope, start: Node): Node {
    const [loop, ...inner] = loops
    if (loop === undefined) return this.lanes.add(start, this.value(body, scope))
    let total = start
    for (let position = loop.low; position <= loop.high; position++) {
      this.bindings[loop.dimension.rank] = { scope: undefined, delta: position }
      total = this.writtenOut(inner, body, scope, total)
    }
    return total
  }

  /** The innermost loop that an expression depends on. */
  private home(mask: number, scope: CodeScope): CodeScope {
    let depth = 0
    for (let rank = 0, rest = mask; rest !== 0; rank++, rest >>>= 1) {
      if ((rest & 1) !== 0) depth = Math.max(depth, this.bindings[rank]?.scope?.depth ?? 0)
    }
    let home = scope
    while (home.depth > depth && home.parent !== undefined) home = home.parent
    return home
  }

  /** Equal for sums that add the same numbers at the present labels. */
  private sumKey(expression: Extract<Expression, { op: 'sum' }>): string {
    let key = 'sum'
    for (let rank = 0, rest = expression.mask & ~maskOfLoops(expression.loops); rest !== 0; rank++, rest >>>= 1) {
      const binding = this.bindings[rank]
      if ((rest & 1) !== 0)
        key += ` ${String(rank)}:${String(binding?.scope?.depth ?? -1)}+${String(binding?.delta ?? 0)}`
    }
    return key + keyOf(expression)
  }
}

/** Equal for expressions that are written alike. */
const keyOf = (expression: Expression): string =>
  JSON.stringify(expression, (name, value: unknown) => {
    if (name === 'start' || name === 'end' || name === 'mask') return undefined
    if (name === 'variable') return (value as Variable).offset
    if (name === 'dimension') return (value as LinkedDimension).rank
    if (name === 'table') return (value as LinkedTable).name
    if (name === 'value' && Object.is(value, -0)) return '-0'
    return value
  })
