/**
 * Keeps the labels given by the surrounding loops, and what depends on them: indices of elements, and constants kept in
 * a loop.
 */

import type { LinkedDimension, SumLoop, Variable, Expression } from '../linked.ts'
import { rankAt } from '../expression.ts'
import { Body } from './scope.ts'

/** The present label of a dimension: a loop variable plus `delta`, or, without a name, the position `delta`. */
export interface Binding {
  readonly name: string
  readonly delta: number
  /** Smallest position. */
  readonly low: number
  /** Depth of the loop. */
  readonly depth: number
}

export const numeral = (value: number): string =>
  value < 0 || Object.is(value, -0) ? (value === 0 ? '(-0)' : '(' + value + ')') : '' + value

/** The number of a literal, except -0. */
export const numberOf = (expression: Expression): number | undefined => {
  if (expression.op === 'literal') return Object.is(expression.value, -0) ? undefined : expression.value
  if (expression.op !== 'negate' || expression.operand.op !== 'literal' || expression.operand.value === 0)
    return undefined
  return -expression.operand.value
}

// Comparisons cost V8 less than calls of Math.min and Math.max, and give the same bits: NaN stays, and max(0, -0) is 0.
export const whenBelow = (bound: number, name: string): string =>
  name + (bound === 0 ? '<=' : '<') + numeral(bound) + '?'
export const atLeast = (bound: number, name: string): string =>
  '(' + whenBelow(bound, name) + numeral(bound) + ':' + name + ')'
export const atMost = (bound: number, name: string): string =>
  '(' + name + '>' + numeral(bound) + '?' + numeral(bound) + ':' + name + ')'

const isWord = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false
  }
  return true
}

/** Names and whole numbers are as good as a constant. */
export const isShort = (text: string): boolean => text.length < 6 && isWord(text)

export class PresentLabels {
  bindings: (Binding | undefined)[] = []
  /** Constants so far in the present function; they are numbered. */
  count = 0

  open(parent: Body, loop: SumLoop): Body {
    const scope = new Body(parent, loop)
    const { rank } = loop.dimension
    this.bindings[rank] = { name: 'i' + rank, delta: 0, low: loop.low, depth: scope.depth }
    return scope
  }

  /** Puts the finished loop into the body around it. */
  close(scope: Body, { dimension }: SumLoop): Body {
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

  binding(dimension: LinkedDimension, position = -1): Binding {
    const binding = this.bindings[rankAt(dimension, position)]
    if (binding === undefined) throw new Error(`no label for ${dimension.name}`)
    return binding
  }

  /** The innermost loop that an expression depends on; the function's scope when it depends on none. */
  home(mask: number, scope: Body): Body {
    let home = scope
    while (home.parent !== undefined && (mask & home.bit) === 0) home = home.parent
    return home
  }

  constant(scope: Body, text: string): string {
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
  address(variable: Variable, offset: number, positions: readonly number[] | undefined, scope: Body): string {
    const { dimensions, strides } = variable
    let start = offset
    let sum = ''
    let depth = 0
    for (let at = 0; at < dimensions.length; at++) {
      if (positions !== undefined && positions[at] >= 0) {
        start += positions[at] * strides[at]
        continue
      }
      const { name, delta, depth: own } = this.binding(dimensions[at], positions?.[at])
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

  private atDepth(depth: number, scope: Body): Body {
    let found = scope
    while (found.depth > depth && found.parent !== undefined) found = found.parent
    return found
  }
}
