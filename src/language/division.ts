/** Finds which parameters equations divide by: these cannot be zero. */

import { operandsOf } from './expression.ts'
import type { EquationNode, Expression, LinkedModel, Variable } from './linked.ts'

/**
 * The parameters any of which makes an expression zero, for some of its labels, by being zero; 'all' for what is zero
 * anyway.
 */
type Zeros = ReadonlySet<Variable> | 'all'

const none: ReadonlySet<Variable> = new Set()

const either = (a: Zeros, b: Zeros): Zeros =>
  a === 'all' || b === 'all' ? 'all' : a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b])

const both = (a: Zeros, b: Zeros): Zeros => {
  if (a === 'all') return b
  if (b === 'all') return a
  return a.size === 0 || b.size === 0 ? none : new Set([...a].filter(one => b.has(one)))
}

type ZerosOf = (expression: Expression) => Zeros

/** Within a sum what counts is zero for every label. */
type Labels = 'some' | 'every'

export const createZerosOf = (labelled: Labels): ZerosOf => {
  const known = { some: new Map<Variable, Zeros>(), every: new Map<Variable, Zeros>() }
  const ofVariable = (variable: Variable, labels: Labels): Zeros => {
    if (variable.kind === 'parameter') return new Set([variable])
    const found = known[labels].get(variable)
    if (found !== undefined) return found
    // Also while it is looked at: what depends on itself is no zero by its equation alone.
    known[labels].set(variable, none)
    const isEquation = variable.kind === 'equation' || variable.kind === 'base' || variable.kind === 'hidden'
    const { pieces = [] } = (isEquation ? variable.value : undefined) ?? {}
    const each = pieces.map(({ expression }) => of(expression, labels))
    // A label that is zero anyway says nothing of the others.
    const some = each.filter(zeros => zeros !== 'all')
    const zeros = some.length === 0 ? none : labels === 'some' ? some.reduce(either, none as Zeros) : each.reduce(both)
    known[labels].set(variable, zeros)
    return zeros
  }
  const of = (expression: Expression, labels: Labels): Zeros => {
    const part = (one: Expression): Zeros => of(one, labels)
    switch (expression.op) {
      case 'read':
        return ofVariable(expression.variable, labels)
      case 'literal':
        return expression.value === 0 ? 'all' : none
      case 'negate':
      case 'square':
      case 'cube':
        return part(expression.operand)
      case 'sum':
        return of(expression.body, 'every')
      case 'shift':
        return part(expression.body)
      case 'if':
        return both(part(expression.yes), part(expression.no))
      case 'call': {
        const { name, inputs } = expression
        // A ceiling of zero, on what is not negative.
        if (name === 'clip') return part(inputs[2]!)
        if (name === 'min') return inputs.map(part).reduce(either)
        return ['max', 'abs', 'sqrt', 'positive'].includes(name) ? inputs.map(part).reduce(both) : none
      }
      case 'binary': {
        const { operator, left, right } = expression
        if (operator === '*') return either(part(left), part(right))
        if (operator === '/' || operator === 'pow') return part(left)
        return operator === '+' || operator === '-' ? both(part(left), part(right)) : none
      }
      default:
        return none
    }
  }
  return expression => of(expression, labelled)
}

/** Parts of an expression by which it divides itself, or of which it takes the logarithm. */
const ownDivisors = (expression: Expression): readonly Expression[] => {
  switch (expression.op) {
    case 'reciprocal':
      return [expression.operand]
    case 'binary': {
      const { operator, left, right } = expression
      return operator === '/' ? [right] : operator === 'pow' && right.op === 'negate' ? [left] : []
    }
    case 'call':
      return expression.name === 'ln' ? expression.inputs : []
    default:
      return []
  }
}

/** The parts of an expression that must not be zero. */
const divisorsIn = (expression: Expression): Expression[] => [
  ...ownDivisors(expression),
  ...operandsOf(expression).flatMap(divisorsIn),
]

/**
 * The parameters that an equation divides by, alone, as a factor, or as what makes its divisor zero, each with the name
 * of the first such variable.
 */
export const divisorsOf = (model: LinkedModel): ReadonlyMap<string, string> => {
  const zerosOf = createZerosOf('some')
  const found = new Map<string, string>()
  const search = (node: EquationNode | undefined): void => {
    for (const divisor of (node?.pieces ?? []).flatMap(({ expression }) => divisorsIn(expression))) {
      const zeros = zerosOf(divisor)
      if (zeros === 'all') continue
      for (const { name } of zeros) if (!found.has(name)) found.set(name, node!.variable.name)
    }
  }
  for (const { value, closing } of model.variables.values()) {
    search(value)
    search(closing)
  }
  return found
}
