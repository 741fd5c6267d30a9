/** Finds what equations ask of a label, such as whether an age is below 16, so that loops can be cut where it changes. */

import { operandsOf } from '../../expression.ts'
import type { Expression, LinkedDimension, SumLoop } from '../../linked.ts'
import { comparisons } from '../arithmetic.ts'
import type { CodeScope } from './graph.ts'

/** The present label of a dimension: a loop's position plus `delta`, or one position (scope undefined). */
export interface CodeBinding {
  readonly scope: CodeScope | undefined
  readonly delta: number
}

interface LabelTest {
  readonly dimension: LinkedDimension
  readonly holds: (position: number) => boolean
}

/** The comparison of a label with a number, or the question whether a label is the present one. */
export const labelTest = (expression: Expression): LabelTest | undefined => {
  if (expression.op === 'isLabel') {
    const { dimension, position } = expression
    return { dimension, holds: at => at === position }
  }
  if (expression.op !== 'binary') return undefined
  const { operator, left, right } = expression
  const compare = comparisons[operator]
  if (compare === undefined) return undefined
  const test = (label: Expression, number: Expression, of: (label: number, number: number) => boolean) => {
    if (label.op !== 'labelNumber' || number.op !== 'literal') return undefined
    const { dimension } = label
    return { dimension, holds: (at: number) => of(dimension.numbers?.[at] ?? Number.NaN, number.value) }
  }
  return test(left, right, compare) ?? test(right, left, (label, number) => compare(number, label))
}

/** Result of a test that is the same all along a loop; undefined for any other. */
export const alikeAlong = ({ holds }: LabelTest, { scope, delta }: CodeBinding): boolean | undefined => {
  const { low, high } = scope ?? { low: 0, high: 0 }
  const first = holds(low + delta)
  for (let position = low + 1; position <= high; position++) if (holds(position + delta) !== first) return undefined
  return first
}

const eachTest = (expression: Expression, dimension: LinkedDimension, visit: (test: LabelTest) => void): void => {
  const test = labelTest(expression)
  if (test !== undefined) {
    if (test.dimension === dimension) visit(test)
    return
  }
  if (expression.op === 'sum' && expression.loops.some(loop => loop.dimension === dimension)) return
  for (const part of operandsOf(expression)) eachTest(part, dimension, visit)
}

/** A loop cut into those along which every test of its label in the expressions gives the same. */
export const cutByTests = (loop: SumLoop, expressions: readonly Expression[]): SumLoop[] => {
  const { dimension, low, high } = loop
  const starts = new Set<number>([low])
  for (const expression of expressions) {
    eachTest(expression, dimension, ({ holds }) => {
      for (let at = low + 1; at <= high; at++) if (holds(at) !== holds(at - 1)) starts.add(at)
    })
  }
  const sorted = [...starts].toSorted((a, b) => a - b)
  return sorted.map((start, at) => ({ dimension, low: start, high: (sorted[at + 1] ?? high + 1) - 1 }))
}
