/** Finds the sums in an expression. */

import type { Expression } from '../linked.ts'

export type Sum = Extract<Expression, { op: 'sum' }>

/** The expressions that an expression is made of. */
export const operandsOf = (expression: Expression): readonly Expression[] => {
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

export const eachSum = (expression: Expression, visit: (sum: Sum) => void): void => {
  if (expression.op === 'sum') visit(expression)
  for (const part of operandsOf(expression)) eachSum(part, visit)
}
