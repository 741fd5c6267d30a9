/** Finds auxiliary variables that can be calculated where they are read, so that they need no memory. */

import { eachRead, eachSum } from '../../expression.ts'
import type { EquationNode, Expression, LinkedModel, Variable } from '../../linked.ts'
import { nodesOf } from '../../period.ts'

/** True for an expression that reads a variable only at the present labels, and not in a sum. */
const readsInPlace = (expression: Expression, wanted: Variable): boolean => {
  let inPlace = true
  const visit = ({ variable, positions }: { readonly variable: Variable; readonly positions: readonly number[] }) => {
    if (variable === wanted && positions.some(position => position >= 0)) inPlace = false
  }
  eachRead(expression, visit, 0)
  eachSum(expression, sum => {
    const inside = ({ variable }: { readonly variable: Variable }): void => {
      if (variable === wanted) inPlace = false
    }
    eachRead(sum.body, inside, 0)
  })
  return inPlace
}

/**
 * Hidden variables with one text that a single equation over the same labels reads in the same routine: what is left of
 * a cohort before it moves up, for example. Nobody outside the module sees them.
 */
export const passedOn = (model: LinkedModel): ReadonlySet<Variable> => {
  const items = Object.values(model.order).flat()
  const readers = new Map<Variable, EquationNode[]>()
  for (const item of items) {
    for (const node of nodesOf(item)) {
      for (const { variable } of node.reads) {
        const known = readers.get(variable)
        if (known === undefined) readers.set(variable, [node])
        else known.push(node)
      }
    }
  }
  for (const { gap, scale } of model.checks) for (const variable of [gap, scale]) readers.delete(variable)
  const found = new Set<Variable>()
  for (const item of items) {
    if (item.type !== 'equations') continue
    const here = new Set(item.nodes)
    for (const { variable, closing, pieces } of item.nodes) {
      if (variable.kind !== 'hidden' || variable.state || closing || pieces.length !== 1) continue
      const [reader, another] = readers.get(variable) ?? []
      if (reader === undefined || another !== undefined || !here.has(reader)) continue
      if (reader.variable.mask !== variable.mask) continue
      if (reader.pieces.every(({ expression }) => readsInPlace(expression, variable))) found.add(variable)
    }
  }
  return found
}
