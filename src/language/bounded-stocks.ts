/** The stocks of a model that may not fall below zero, as plain data: where they lie, and which flows move them. */

import type { EquationNode, Expression, LinkedModel, Variable } from './linked.ts'

/** A variable that an inflow adds (sign 1) or an outflow takes away (sign -1). */
interface StockFlow {
  readonly name: string
  readonly sign: 1 | -1
  readonly offset: number
  /** For each dimension of the stock, how far the flow's elements are apart; 0 where it does not have it. */
  readonly strides: readonly number[]
}

export interface BoundedStock {
  readonly name: string
  readonly unit: string
  readonly dimensions: readonly string[]
  readonly offset: number
  readonly closingOffset: number
  readonly size: number
  readonly annual: boolean
  /** Flows that are variables of their own. */
  readonly flows: readonly StockFlow[]
  /** Other movements of the stock, as its texts are written; '' for none. */
  readonly rest: string
}

interface Term {
  readonly sign: 1 | -1
  readonly expression: Expression
}

const isTimeStep = (expression: Expression, model: LinkedModel): boolean =>
  expression.op === 'read' && expression.variable === model.clock.timeStep

/** Terms of an expression with their signs; a part times the length of a step counts as the part. */
const termsOf = (expression: Expression, sign: 1 | -1, model: LinkedModel): Term[] => {
  const other = sign === 1 ? -1 : 1
  if (expression.op === 'negate') return termsOf(expression.operand, other, model)
  if (expression.op !== 'binary') return [{ sign, expression }]
  const { operator, left, right } = expression
  if (operator === '*' && isTimeStep(left, model)) return termsOf(right, sign, model)
  if (operator !== '+' && operator !== '-') return [{ sign, expression }]
  return [...termsOf(left, sign, model), ...termsOf(right, operator === '+' ? sign : other, model)]
}

/** The movement of a stock, before it moves up one label where it ages. */
const movement = (stock: Variable): EquationNode | undefined => {
  const { closing, declaration } = stock
  if (declaration?.kind !== 'stock' || declaration.ageing === undefined) return closing
  const before = closing?.reads.find(({ variable }) => variable.kind === 'hidden')
  return before?.variable.value
}

const flowOf = (stock: Variable, { sign, expression }: Term): StockFlow | undefined => {
  if (expression.op !== 'read' || expression.closing) return undefined
  const { variable, positions } = expression
  if (variable.kind === 'hidden' || variable.state || positions.some(position => position !== -1)) return undefined
  const strides = stock.dimensions.map(dimension => variable.strides[variable.dimensions.indexOf(dimension)] ?? 0)
  return { name: variable.name, sign, offset: variable.offset, strides }
}

const boundedStock = (stock: Variable, model: LinkedModel): BoundedStock => {
  const node = movement(stock)
  const pieces = node?.pieces ?? []
  // Where the texts differ by label, nothing is told apart.
  const terms = pieces.length === 1 ? termsOf(pieces[0].expression, 1, model) : []
  const flows: StockFlow[] = []
  let others = terms.length === 0
  for (const term of terms) {
    if (term.expression.op === 'read' && term.expression.variable === stock && !term.expression.closing) continue
    const flow = flowOf(stock, term)
    if (flow === undefined) others = true
    else flows.push(flow)
  }
  const named = (text: string): boolean => flows.some(({ name }) => name === text)
  const rest = others
    ? stock.texts
        .filter(({ role, text }) => (role === 'inflow' || role === 'outflow') && !named(text))
        .map(({ role, text }) => `${role} ${text}`)
        .join('; ')
    : ''
  const { name, unitText: unit, dimensions, offset, closingOffset, size, annual } = stock
  return {
    name,
    unit,
    dimensions: dimensions.map(dimension => dimension.name),
    offset,
    closingOffset,
    size,
    annual,
    flows,
    rest,
  }
}

/** In the order declared: all stocks but those that say why they may be negative. */
export const boundedStocks = (model: LinkedModel): BoundedStock[] =>
  [...model.variables.values()]
    .filter(({ declaration }) => declaration?.kind === 'stock' && declaration.negative === undefined)
    .map(stock => boundedStock(stock, model))
