/** Finds which parameters equations divide by: these cannot be zero. */

import type { EquationNode, Expression, LinkedModel, Variable } from './linked.ts'

/** The parameters any of which makes an expression zero by being zero; 'all' for what is zero anyway. */
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

const createZerosOf = (): ZerosOf => {
  const known = new Map<Variable, Zeros>()
  const ofVariable = (variable: Variable): Zeros => {
    if (variable.kind === 'parameter') return new Set([variable])
    const found = known.get(variable)
    if (found !== undefined) return found
    // Also while it is looked at: what depends on itself is no zero by its equation alone.
    known.set(variable, none)
    const isEquation = variable.kind === 'equation' || variable.kind === 'base' || variable.kind === 'hidden'
    const { pieces = [] } = (isEquation ? variable.value : undefined) ?? {}
    const zeros = pieces.length === 0 ? none : pieces.map(({ expression }) => of(expression)).reduce(both)
    known.set(variable, zeros)
    return zeros
  }
  const of: ZerosOf = expression => {
    switch (expression.op) {
      case 'read':
        return ofVariable(expression.variable)
      case 'literal':
        return expression.value === 0 ? 'all' : none
      case 'negate':
      case 'square':
      case 'cube':
        return of(expression.operand)
      case 'sum':
      case 'shift':
        return of(expression.body)
      case 'if':
        return both(of(expression.yes), of(expression.no))
      case 'call': {
        const { name, inputs } = expression
        // A ceiling of zero, on what is not negative.
        if (name === 'clip') return of(inputs[2]!)
        if (name === 'min') return inputs.map(of).reduce(either)
        return ['max', 'abs', 'sqrt', 'positive'].includes(name) ? inputs.map(of).reduce(both) : none
      }
      case 'binary': {
        const { operator, left, right } = expression
        if (operator === '*') return either(of(left), of(right))
        if (operator === '/' || operator === 'pow') return of(left)
        return operator === '+' || operator === '-' ? both(of(left), of(right)) : none
      }
      default:
        return none
    }
  }
  return of
}

/** The parts of an expression that must not be zero: what it divides by, and what it takes the logarithm of. */
const divisorsIn = (expression: Expression): Expression[] => {
  switch (expression.op) {
    case 'literal':
    case 'read':
    case 'labelNumber':
    case 'isLabel':
      return []
    case 'reciprocal':
      return [expression.operand, ...divisorsIn(expression.operand)]
    case 'binary': {
      const { operator, left, right } = expression
      const own = operator === '/' ? [right] : operator === 'pow' && right.op === 'negate' ? [left] : []
      return [...own, ...divisorsIn(left), ...divisorsIn(right)]
    }
    case 'call': {
      const own = expression.name === 'ln' ? expression.inputs : []
      return [...own, ...expression.inputs.flatMap(divisorsIn)]
    }
    case 'if':
      return [expression.condition, expression.yes, expression.no].flatMap(divisorsIn)
    case 'table':
      return divisorsIn(expression.argument)
    case 'sum':
    case 'shift':
      return divisorsIn(expression.body)
    default:
      return divisorsIn(expression.operand)
  }
}

/**
 * The parameters that an equation divides by, alone, as a factor, or as what makes its divisor zero, each with the name
 * of the first such variable.
 */
export const divisorsOf = (model: LinkedModel): ReadonlyMap<string, string> => {
  const zerosOf = createZerosOf()
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
