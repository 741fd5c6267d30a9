/** Finds the first number of a run that is not finite, and its inputs. */

import { causesOf, type PositionRange, valueAt } from './causes.ts'
import { labelsAt, nameAt, positionsAt, withLabels } from './element.ts'
import { startOf } from './expression.ts'
import { messages as solution } from '../texts/solution.ts'
import type { EquationNode, Variable } from './linked.ts'
import type { Message } from './messages.ts'
import { nodesOf } from './period.ts'
import type { Program } from './program.ts'

/** A value that is infinite or not a number, with what it was computed from. */
export interface NotFinite {
  readonly name: string
  readonly labels: readonly string[]
  readonly value: number
  readonly inputs: ReadonlyArray<{ readonly name: string; readonly value: number }>
  readonly message: Message
}

const written = (variable: Variable, ranges: readonly PositionRange[], closing: boolean): string => {
  const labels = variable.dimensions.map((dimension, at) => {
    const [low, high] = ranges[at] ?? [0, 0]
    const first = dimension.labels[low] ?? ''
    return low === high ? first : `${first}..${dimension.labels[high] ?? ''}`
  })
  const name = withLabels(variable.name, labels)
  return closing ? `closing(${name})` : name
}

const found = (
  variable: Variable,
  closing: boolean,
  element: number,
  values: Float64Array,
  node: EquationNode | undefined,
): NotFinite => {
  const sizes = variable.dimensions.map(({ labels }) => labels.length)
  const ranges = positionsAt(sizes, element).map((position): PositionRange => [position, position])
  const value = values[startOf({ variable, closing }) + element] ?? Number.NaN
  const causes = node === undefined ? [] : causesOf(node, ranges, values)
  const inputs = causes.map(cause => ({
    name: written(cause.variable, cause.ranges, cause.closing),
    value: valueAt(cause, values),
  }))
  const name = closing ? `closing(${nameAt(variable, element)})` : nameAt(variable, element)
  const reads = inputs.map(input => `${input.name} = ${String(input.value)}`).join(', ')
  const message =
    node === undefined ? solution.inputNotSet({ name, value }) : solution.notFinite({ name, value, reads })
  return { name: variable.name, labels: labelsAt(variable.dimensions, element), value, inputs, message }
}

/** The first value that is not finite, in the order of evaluation: inputs, then bases, then the equations of the step. */
export const firstNotFinite = (program: Program, values: Float64Array): NotFinite | undefined => {
  const { model } = program
  const bad = (start: number, size: number): number => {
    for (let element = 0; element < size; element++) if (!Number.isFinite(values[start + element])) return element
    return -1
  }
  for (const variable of model.variables.values()) {
    if (variable.offset >= model.inputsEnd) continue
    const element = bad(variable.offset, variable.size)
    if (element >= 0) return found(variable, false, element, values, undefined)
  }
  for (const phase of ['base', 'annual', 'step'] as const) {
    for (const node of model.order[phase].flatMap(nodesOf)) {
      const { variable, closing } = node
      const element = bad(startOf(node), variable.size)
      if (element >= 0) return found(variable, closing, element, values, node)
    }
  }
  return undefined
}
