/** Builds and walks expressions of the intermediate form. */

import type { BinaryOperation, BuiltIn, Expression, LinkedDimension, Read, SumLoop, Variable } from './linked.ts'

const nowhere = { start: -1, end: -1 }

export const literal = (value: number, place = nowhere): Expression => ({
  op: 'literal',
  value,
  mask: 0,
  start: place.start,
  end: place.end,
})

/** Positions of a read at the present labels, by the number of dimensions. */
const present: ReadonlyArray<readonly number[]> = Array.from({ length: 31 }, (_, count) => new Array(count).fill(-1))

export const presentPositions = (variable: Variable): readonly number[] => present[variable.dimensions.length]

/** Stands among the positions of a read for the present label of another dimension with the same labels. */
export const presentOf = ({ rank }: LinkedDimension): number => -2 - rank

/** The rank of the dimension whose present label a read takes for one of its variable's dimensions. */
export const rankAt = ({ rank }: LinkedDimension, position: number): number => (position < -1 ? -2 - position : rank)

/** The variable at the present labels. */
export const readOf = (variable: Variable): Expression => ({
  op: 'read',
  variable,
  closing: false,
  positions: presentPositions(variable),
  mask: variable.mask,
  start: -1,
  end: -1,
})

type Unary = Extract<Expression, { readonly operand: Expression }>['op']

export const unary = (op: Unary, operand: Expression, place = nowhere): Expression => ({
  op,
  operand,
  mask: operand.mask,
  start: place.start,
  end: place.end,
})

export const binary = (
  operator: BinaryOperation,
  left: Expression,
  right: Expression,
  place = nowhere,
): Expression => ({
  op: 'binary',
  operator,
  left,
  right,
  mask: left.mask | right.mask,
  start: place.start,
  end: place.end,
})

export const call = (name: BuiltIn, inputs: readonly Expression[], place = nowhere): Expression => {
  let mask = 0
  for (let at = 0; at < inputs.length; at++) mask |= inputs[at].mask
  return { op: 'call', name, inputs, mask, start: place.start, end: place.end }
}

export const ifElse = (condition: Expression, yes: Expression, no: Expression, place = nowhere): Expression => ({
  op: 'if',
  condition,
  yes,
  no,
  mask: condition.mask | yes.mask | no.mask,
  start: place.start,
  end: place.end,
})

export const shiftOf = (body: Expression, dimension: LinkedDimension, place = nowhere): Expression => ({
  op: 'shift',
  dimension,
  body,
  mask: body.mask,
  start: place.start,
  end: place.end,
})

/** Multiplied by a factor such as the 100 of `%`, if there is one. */
export const scaled = (expression: Expression, factor: number): Expression =>
  factor === 1 ? expression : binary('*', expression, literal(factor), expression)

export const maskOfLoops = (loops: readonly SumLoop[]): number => {
  let mask = 0
  for (let at = 0; at < loops.length; at++) mask |= 1 << loops[at].dimension.rank
  return mask
}

/** Counts the rounds of loops inside one another. */
export const elementsIn = (loops: readonly SumLoop[]): number => {
  let elements = 1
  for (const { low, high } of loops) elements *= high - low + 1
  return elements
}

/** The place in the value array at which the values that are read or written begin. */
export const startOf = ({ variable, closing }: Pick<Read, 'variable' | 'closing'>): number =>
  closing ? variable.closingOffset : variable.offset

/** The expressions that an expression is made of. */
export const operandsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.op) {
    case 'literal':
    case 'read':
    case 'labelNumber':
    case 'isLabel':
      return []
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return expression.inputs
    case 'if':
      return [expression.condition, expression.yes, expression.no]
    case 'table':
      return [expression.argument]
    case 'sum':
    case 'shift':
      return [expression.body]
    default:
      return [expression.operand]
  }
}

export type Sum = Extract<Expression, { op: 'sum' }>

export const eachSum = (expression: Expression, visit: (sum: Sum) => void): void => {
  if (expression.op === 'sum') visit(expression)
  for (const part of operandsOf(expression)) eachSum(part, visit)
}

type ReadExpression = Extract<Expression, { op: 'read' }>

/** Calls `visit` for each read, with the dimensions that sums and shifts around it have taken over. */
export const eachRead = (
  expression: Expression,
  visit: (read: ReadExpression, taken: number) => void,
  taken: number,
): void => {
  switch (expression.op) {
    case 'read':
      visit(expression, taken)
      return
    // The most frequent one goes without a list of its parts.
    case 'binary':
      eachRead(expression.left, visit, taken)
      eachRead(expression.right, visit, taken)
      return
    case 'sum':
      eachRead(expression.body, visit, taken | maskOfLoops(expression.loops))
      return
    case 'shift':
      eachRead(expression.body, visit, taken | (1 << expression.dimension.rank))
      return
    default:
      for (const part of operandsOf(expression)) eachRead(part, visit, taken)
  }
}

/** The dimensions of a variable that a read does not take at the present label. */
const crossingOf = ({ variable, positions }: ReadExpression, taken: number): number => {
  let crossing = taken & variable.mask
  for (let at = 0; at < positions.length; at++) {
    if (positions[at] !== -1) crossing |= 1 << variable.dimensions[at].rank
  }
  return crossing
}

interface Gathered {
  readonly variable: Variable
  readonly closing: boolean
  crossing: number
  times: number
}

/** Puts what an expression reads into the list behind the first `count`; returns the new count. */
const gather = (expression: Expression, taken: number, reads: Gathered[], count: number): number => {
  switch (expression.op) {
    case 'read': {
      const { variable, closing } = expression
      const crossing = crossingOf(expression, taken)
      for (let at = 0; at < count; at++) {
        const read = reads[at]
        if (read.variable !== variable || read.closing !== closing) continue
        read.crossing |= crossing
        read.times++
        return count
      }
      reads[count] = { variable, closing, crossing, times: 1 }
      return count + 1
    }
    case 'binary':
      return gather(expression.right, taken, reads, gather(expression.left, taken, reads, count))
    case 'literal':
      return count
    default: {
      let found = count
      eachRead(expression, (read, within) => (found = gather(read, within, reads, found)), taken)
      return found
    }
  }
}

/** Reads of the pieces of an equation, each variable once. */
export const readsOf = (pieces: ReadonlyArray<{ readonly expression: Expression }>): Read[] => {
  // Most read a few variables; an array that grows from nothing would keep room for seventeen.
  const reads: Gathered[] = new Array(6)
  let count = 0
  for (let at = 0; at < pieces.length; at++) count = gather(pieces[at].expression, 0, reads, count)
  reads.length = count
  return reads
}

const ofNumbers: ReadonlySet<string> = new Set(['+', '-', '*', '/', 'pow'])

/** True for an expression that is 1 or 0. */
export const isCondition = (expression: Expression): boolean =>
  expression.op === 'binary'
    ? !ofNumbers.has(expression.operator)
    : expression.op === 'isLabel' || expression.op === 'not'
