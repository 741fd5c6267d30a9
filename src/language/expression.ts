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

/** The variable at the present labels. */
export const readOf = (variable: Variable, closing = false): Expression => ({
  op: 'read',
  variable,
  closing,
  positions: variable.dimensions.map(() => -1),
  mask: variable.mask,
  ...nowhere,
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

export const call = (name: BuiltIn, inputs: readonly Expression[], place = nowhere): Expression => ({
  op: 'call',
  name,
  inputs,
  mask: inputs.reduce((mask, input) => mask | input.mask, 0),
  start: place.start,
  end: place.end,
})

export const choose = (condition: Expression, yes: Expression, no: Expression, place = nowhere): Expression => ({
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

export const maskOfLoops = (loops: readonly SumLoop[]): number =>
  loops.reduce((mask, { dimension }) => mask | (1 << dimension.rank), 0)

/** The expressions directly inside another. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.op) {
    case 'literal':
    case 'read':
    case 'labelNumber':
    case 'isLabel':
      return []
    case 'negate':
    case 'not':
    case 'square':
    case 'cube':
    case 'reciprocal':
      return [expression.operand]
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
  }
}

type ReadExpression = Extract<Expression, { op: 'read' }>

/** Calls `visit` for each read, with the dimensions that sums and shifts around it have taken over. */
export const eachRead = (
  expression: Expression,
  visit: (read: ReadExpression, taken: number) => void,
  taken: number,
): void => {
  switch (expression.op) {
    case 'literal':
    case 'labelNumber':
    case 'isLabel':
      return
    case 'read':
      visit(expression, taken)
      return
    case 'binary':
      eachRead(expression.left, visit, taken)
      eachRead(expression.right, visit, taken)
      return
    case 'call':
      for (const input of expression.inputs) eachRead(input, visit, taken)
      return
    case 'sum':
      eachRead(expression.body, visit, taken | maskOfLoops(expression.loops))
      return
    case 'shift':
      eachRead(expression.body, visit, taken | (1 << expression.dimension.rank))
      return
    default:
      for (const part of partsOf(expression)) eachRead(part, visit, taken)
  }
}

/** The dimensions of a variable that a read does not take at the present label. */
const crossingOf = ({ variable, positions }: ReadExpression, taken: number): number => {
  let crossing = taken & variable.mask
  for (let at = 0; at < positions.length; at++) {
    if ((positions[at] ?? -1) >= 0) crossing |= 1 << (variable.dimensions[at]?.rank ?? 0)
  }
  return crossing
}

/** What a list of expressions reads, each variable once. */
export const readsOf = (expressions: readonly Expression[]): Read[] => {
  const reads: { variable: Variable; closing: boolean; crossing: number }[] = []
  const visit = (expression: ReadExpression, taken: number): void => {
    const { variable, closing } = expression
    const crossing = crossingOf(expression, taken)
    for (const read of reads) {
      if (read.variable !== variable || read.closing !== closing) continue
      read.crossing |= crossing
      return
    }
    reads.push({ variable, closing, crossing })
  }
  for (const expression of expressions) eachRead(expression, visit, 0)
  return reads
}
