/**
 * Evaluates the intermediate form directly. It is slow and plain, and the reference: every other target must agree with
 * it to the bit.
 */

import { rankAt, startOf } from '../expression.ts'
import type { Expression, LinkedModel, SumLoop, Variable } from '../linked.ts'
import { makeProgram, type Evaluate, type Routine } from '../period.ts'
import type { Program } from '../program.ts'
import { binaryValue, cube, functions, interpolate, square } from './arithmetic.ts'

/** Present position in each dimension, by the dimension's rank. */
type Positions = Int32Array

const address = (variable: Variable, offset: number, fixed: readonly number[], positions: Positions): number => {
  let at = offset
  variable.dimensions.forEach((dimension, place) => {
    const label = fixed[place]
    at += variable.strides[place] * (label >= 0 ? label : positions[rankAt(dimension, label)])
  })
  return at
}

const number = (condition: boolean): number => (condition ? 1 : 0)

/** Runs `body` for each element of the loops, row by row, and puts the positions back. */
const loop = (loops: readonly SumLoop[], positions: Positions, body: () => void, from = 0): void => {
  const here = loops[from]
  if (here === undefined) {
    body()
    return
  }
  const { rank } = here.dimension
  const before = positions[rank]
  for (let position = here.low; position <= here.high; position++) {
    positions[rank] = position
    loop(loops, positions, body, from + 1)
  }
  positions[rank] = before
}

/** The value of an expression at the present positions. */
export const valueOf = (expression: Expression, values: Float64Array, positions: Positions): number => {
  const of = (part: Expression): number => valueOf(part, values, positions)
  switch (expression.op) {
    case 'literal':
      return expression.value
    case 'read':
      return values[address(expression.variable, startOf(expression), expression.positions, positions)]
    case 'labelNumber':
      return expression.dimension.numbers?.[positions[expression.dimension.rank]] ?? Number.NaN
    case 'isLabel':
      return number(positions[expression.dimension.rank] === expression.position)
    case 'negate':
      return -of(expression.operand)
    case 'not':
      return number(of(expression.operand) === 0)
    case 'square':
      return square(of(expression.operand))
    case 'cube':
      return cube(of(expression.operand))
    case 'reciprocal':
      return 1 / of(expression.operand)
    case 'binary':
      return binaryValue(expression.operator, of(expression.left), of(expression.right))
    case 'call':
      return functions[expression.name](...(expression.inputs.map(of) as [number, number, number]))
    case 'if':
      return of(expression.condition) !== 0 ? of(expression.yes) : of(expression.no)
    case 'table':
      return interpolate(expression.table.arguments, expression.table.results, of(expression.argument))
    case 'sum': {
      let total = 0
      loop(expression.loops, positions, () => {
        total = total + of(expression.body)
      })
      return total
    }
    case 'shift': {
      const { rank } = expression.dimension
      if (positions[rank] === 0) return 0
      positions[rank]--
      const below = of(expression.body)
      positions[rank]++
      return below
    }
  }
}

/** Evaluates some equations as they are written, one after the other. */
export const evaluator =
  (dimensionCount: number, { nodes }: Routine): Evaluate =>
  values => {
    const positions = new Int32Array(dimensionCount)
    for (const node of nodes) {
      const { variable, pieces } = node
      const present = variable.dimensions.map(() => -1)
      for (const { loops, expression } of pieces)
        loop(loops, positions, () => {
          values[address(variable, startOf(node), present, positions)] = valueOf(expression, values, positions)
        })
    }
  }

/** A program that evaluates the equations as they are written. */
export const interpret = (model: LinkedModel): Program =>
  makeProgram(model, ({ dimensions }, routines) => routines.map(routine => evaluator(dimensions.size, routine)))
