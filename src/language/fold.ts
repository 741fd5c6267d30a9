/**
 * The part of a model that is left where some inputs never change: constants are folded through the equations, and what no
 * outcome that still moves depends on is gone. A nation without land sales has no revenue from them, and no lever on them.
 */

import { binaryValue, cube, functions, interpolate, square } from './emit/arithmetic.ts'
import { operandsOf, rankAt } from './expression.ts'
import {
  type EquationNode,
  type Expression,
  inputKinds,
  type LinkedDimension,
  type LinkedModel,
  type SumLoop,
  type Variable,
} from './linked.ts'

/** A number that never changes, NaN for one that does, or undefined while nothing is known. */
type Value = number | undefined

/** The values of a variable at each label of the dimensions that are told apart. */
interface Cells {
  readonly strides: readonly number[]
  readonly opening: Value[]
  readonly closing: Value[]
}

/** Of two values that a cell takes, one after the other or for different labels. */
const joined = (a: Value, b: Value): Value => (a === undefined || a === b ? b : b === undefined ? a : Number.NaN)

class Folding {
  private readonly cells = new Map<Variable, Cells>()
  private readonly together: ReadonlySet<LinkedDimension>
  private readonly positions: Int32Array

  constructor({ dimensions, source }: LinkedModel) {
    this.positions = new Int32Array(dimensions.size)
    // Ages and areas are taken together: what holds of one of them holds of all.
    const together = [...dimensions.values()].filter(
      ({ name, numbers, copyOf }) =>
        numbers !== undefined || source.dimensions[copyOf?.name ?? name]?.labels === 'region',
    )
    this.together = new Set(together)
  }

  of(variable: Variable): Cells {
    const found = this.cells.get(variable)
    if (found !== undefined) return found
    let size = 1
    const strides = variable.dimensions
      .toReversed()
      .map(dimension => {
        if (this.together.has(dimension)) return 0
        const stride = size
        size *= dimension.labels.length
        return stride
      })
      .toReversed()
    const unknown = (): Value[] => Array.from({ length: size }, () => undefined)
    const cells = { strides, opening: unknown(), closing: unknown() }
    this.cells.set(variable, cells)
    return cells
  }

  /** Puts numbers of each label of a variable where they are the same for all labels that are taken together. */
  fill(variable: Variable, numbers: ArrayLike<number>): void {
    const cells = this.of(variable)
    const { dimensions, strides } = variable
    for (let element = 0; element < numbers.length; element++) {
      const at = cells.strides.reduce(
        (sum, stride, place) =>
          sum + stride * (Math.floor(element / strides[place]!) % dimensions[place]!.labels.length),
        0,
      )
      cells.opening[at] = joined(cells.opening[at], numbers[element])
    }
  }

  private at({ dimensions }: Variable, { strides }: Cells, fixed?: readonly number[]): number {
    return strides.reduce((at, stride, place) => {
      const label = fixed?.[place] ?? -1
      return at + stride * (label >= 0 ? label : this.positions[rankAt(dimensions[place]!, label)]!)
    }, 0)
  }

  /** Calls for each label of those loops that are told apart, and once for the others. */
  private each(loops: readonly SumLoop[], visit: () => void, from = 0): void {
    const here = loops[from]
    if (here === undefined) return visit()
    const { dimension, low, high } = here
    if (this.together.has(dimension)) return this.each(loops, visit, from + 1)
    const before = this.positions[dimension.rank]!
    for (let position = low; position <= high; position++) {
      this.positions[dimension.rank] = position
      this.each(loops, visit, from + 1)
    }
    this.positions[dimension.rank] = before
  }

  private value(expression: Expression): Value {
    const of = (part: Expression): Value => this.value(part)
    const from = (parts: readonly Expression[], make: (...values: number[]) => number): Value => {
      const values = parts.map(of)
      if (values.includes(undefined)) return undefined
      const made = values.some(Number.isNaN) ? Number.NaN : make(...(values as number[]))
      return Number.isFinite(made) ? made : Number.NaN
    }
    switch (expression.op) {
      case 'literal':
        return expression.value
      case 'read': {
        const { variable, closing, positions } = expression
        const cells = this.of(variable)
        return cells[closing ? 'closing' : 'opening'][this.at(variable, cells, positions)]
      }
      case 'labelNumber':
        return Number.NaN
      case 'isLabel':
        if (this.together.has(expression.dimension)) return Number.NaN
        return this.positions[expression.dimension.rank] === expression.position ? 1 : 0
      case 'negate':
        return from([expression.operand], one => -one)
      case 'not':
        return from([expression.operand], one => (one === 0 ? 1 : 0))
      case 'square':
        return from([expression.operand], square)
      case 'cube':
        return from([expression.operand], cube)
      case 'reciprocal':
        return from([expression.operand], one => 1 / one)
      case 'binary': {
        const { operator, left, right } = expression
        const decides = operator === '*' || operator === 'and' ? [left, right] : operator === '/' ? [left] : []
        if (decides.some(part => of(part) === 0)) return 0
        if (operator === 'pow' && of(right) === 0) return 1
        return from([left, right], (a, b) => binaryValue(operator, a, b))
      }
      case 'call': {
        const [value, low] = expression.inputs.map(of)
        // A ceiling lies above its floor.
        if (expression.name === 'clip' && value! <= low!) return low
        const call = functions[expression.name]
        return from(expression.inputs, (...inputs) => call(...(inputs as [number, number, number])))
      }
      case 'if': {
        const condition = of(expression.condition)
        if (condition === undefined) return undefined
        if (Number.isNaN(condition)) return joined(of(expression.yes), of(expression.no))
        return of(condition === 0 ? expression.no : expression.yes)
      }
      case 'table': {
        const { arguments: xs, results } = expression.table
        return from([expression.argument], one => interpolate(xs, results, one))
      }
      case 'sum': {
        const { loops, body } = expression
        const isWhole = loops.some(({ dimension }) => this.together.has(dimension))
        let sum: Value = 0
        this.each(loops, () => {
          const one = of(body)
          // So many of what is not nothing are not counted.
          sum = sum === undefined || one === undefined ? undefined : sum + (isWhole && one !== 0 ? Number.NaN : one)
        })
        return sum
      }
      case 'shift': {
        const { rank } = expression.dimension
        const isWhole = this.together.has(expression.dimension)
        if (!isWhole && this.positions[rank] === 0) return 0
        this.positions[rank]!--
        const below = of(expression.body)
        this.positions[rank]!++
        return isWhole ? joined(0, below) : below
      }
    }
  }

  /** Evaluates an equation; true where it brought something new. */
  evaluate({ variable, closing, pieces }: EquationNode): boolean {
    const cells = this.of(variable)
    let isNew = false
    for (const { loops, expression } of pieces)
      this.each(loops, () => {
        const at = this.at(variable, cells)
        const found = this.value(expression)
        // A state opens with what it closes at.
        for (const side of closing ? (['closing', 'opening'] as const) : (['opening'] as const)) {
          const now = joined(cells[side][at], found)
          if (Object.is(now, cells[side][at])) continue
          cells[side][at] = now
          isNew = true
        }
      })
    return isNew
  }

  moves(variable: Variable): boolean {
    const { opening, closing } = this.of(variable)
    return [...opening, ...closing].some(Number.isNaN)
  }

  /** Calls for each variable that moves an equation. */
  eachMover({ pieces }: EquationNode, visit: (variable: Variable) => void): void {
    const walk = (expression: Expression): void => {
      if (!Number.isNaN(this.value(expression))) return
      if (expression.op === 'read') return visit(expression.variable)
      if (expression.op === 'sum') return this.each(expression.loops, () => walk(expression.body))
      for (const part of operandsOf(expression)) walk(part)
    }
    for (const { loops, expression } of pieces) this.each(loops, () => walk(expression))
  }
}

/** The numbers of an input that never change, label by label or one for all; undefined for one that does. */
export type NeverChanges = (variable: Variable) => ArrayLike<number> | number | undefined

/** The declared variables that move, and with them an outcome. */
export const presentIn = (linked: LinkedModel, never: NeverChanges): LinkedModel['present'] => {
  const folding = new Folding(linked)
  const all = [...linked.variables.values(), ...linked.hidden].filter(({ phase }) => phase !== 'audit')
  const nodesOf = ({ value, closing }: Variable): EquationNode[] => [value, closing].filter(node => node !== undefined)
  const readers = new Map<Variable, Set<EquationNode>>()
  const queue = new Set<EquationNode>()
  for (const variable of all) {
    const nodes = nodesOf(variable)
    for (const node of nodes) {
      queue.add(node)
      for (const { variable: read } of node.reads) readers.set(read, (readers.get(read) ?? new Set()).add(node))
    }
    const { kind } = variable
    if (!inputKinds.includes(kind) && kind !== 'solved' && kind !== 'trial') continue
    const { opening } = folding.of(variable)
    const known = inputKinds.includes(kind) ? never(variable) : undefined
    if (known === undefined || typeof known === 'number') opening.fill(known ?? Number.NaN)
    else folding.fill(variable, known)
  }
  // A set that is walked through takes in what is added on the way.
  for (const node of queue) {
    queue.delete(node)
    if (folding.evaluate(node)) for (const reader of readers.get(node.variable) ?? []) queue.add(reader)
  }
  const sought = new Map<Variable, readonly Variable[]>()
  for (const item of linked.order.base) {
    if (item.type === 'solve') sought.set(item.unknown, [item.low, item.high, item.residual])
    if (item.type === 'trial') sought.set(item.variable, [item.of])
  }
  const live = new Set(all.filter(one => one.outcome && folding.moves(one)))
  for (const variable of live) {
    for (const node of nodesOf(variable)) folding.eachMover(node, one => live.add(one))
    for (const one of sought.get(variable) ?? []) live.add(one)
  }
  return new Map([...linked.variables].filter(([, one]) => live.has(one)))
}
