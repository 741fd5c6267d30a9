/**
 * Decides which sums are written out element by element, which add neighbours in the array, and which rows get a
 * function.
 */

import { elementsIn, presentOf } from '../expression.ts'
import type { Expression, LinkedDimension, SumLoop } from '../linked.ts'

/** A sum of so few elements is written element by element, unless its text is long. */
const fewElements = 6
const fewParts = 24
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

/** A row at least this long is worth a function, or is copied as a block when nothing is computed. */
const longRow = 32
export const isLongRow = ({ low, high }: SumLoop): boolean => high - low + 1 >= longRow

/** True if a sum is worth writing out: few elements with a short text. */
export const isWrittenOut = (trips: number, body: Expression): boolean =>
  trips <= fewElements && trips * partsUpTo(body, fewParts) <= fewParts

export type ReadOp = Extract<Expression, { op: 'read' }>

/** The factors of what a sum adds, where they lie side by side in the array and few rows of them are added. */
export const rowFactors = ({ loops, body }: Extract<Expression, { op: 'sum' }>): readonly ReadOp[] | undefined => {
  if (elementsIn(loops.slice(0, -1)) > fewElements) return undefined
  const { dimension } = loops[loops.length - 1]
  if (body.op === 'read') return liesAlong(body, dimension) ? [body] : undefined
  if (body.op !== 'binary' || body.operator !== '*') return undefined
  const { left, right } = body
  if (left.op !== 'read' || right.op !== 'read') return undefined
  return liesAlong(left, dimension) && liesAlong(right, dimension) ? [left, right] : undefined
}

/** True for a read whose elements along a dimension lie side by side. */
export const liesAlong = ({ variable, positions }: ReadOp, dimension: LinkedDimension): boolean => {
  const place = variable.dimensions.indexOf(dimension)
  const isRow = place >= 0 && positions[place] === -1 && variable.strides[place] === 1
  return isRow && !positions.includes(presentOf(dimension))
}
