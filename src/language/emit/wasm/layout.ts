/** Lays out the memory of a module. */

import type { LinkedDimension, LinkedModel, Variable } from '../../linked.ts'
import type { AddressBase } from './graph.ts'

/** Places of the elements of a variable. */
export interface Span {
  readonly base: AddressBase
  /** Byte of the first element, and bytes from each to the next. */
  readonly first: number
  readonly bytesOfElement: number
}

/** The members of a block lie side by side: element after element, each as wide as the block. */
export interface Layout {
  readonly members: number
  readonly bytesOfElement: number
  /** First byte of the values. */
  readonly valuesAt: number
  /** First byte after everything, where the constants begin. */
  readonly end: number
  /** The distance between opening and closing values of the step's states, in bytes. */
  readonly stateBytes: number
  spanOf(variable: Variable, closing: boolean): Span
  /** One number an element for data, which are the same for all members; `gather` puts them there. */
  gathered(variable: Variable): Span
  /** Whole numbers from 0 on, for comparing the positions of labels. */
  readonly positions: number
  numbersOf(dimension: LinkedDimension): number
  /** Numbers to put at `positions`. */
  readonly numbers: Float64Array
}

const line = 64

export const nextLine = (at: number): number => Math.ceil(at / line) * line

/** Tables of numbers begin after the first line, so that the label below the first one still has an address. */
const tablesAt = line

export const layOut = (model: LinkedModel, members: number): Layout => {
  const dimensions = [...model.dimensions.values()]
  const most = Math.max(1, ...dimensions.map(({ labels }) => labels.length))
  const numbers = Array.from({ length: most }, (_, position) => position)
  const tables = new Map<LinkedDimension, number>()
  for (const dimension of dimensions) {
    tables.set(dimension, tablesAt + 8 * numbers.length)
    numbers.push(...(dimension.numbers ?? []))
  }
  const bytesOfElement = 8 * members
  // The label below the first one of the first variable has an address too.
  const widest = Math.max(1, ...[...model.variables.values()].flatMap(({ strides }) => strides))
  const valuesAt = nextLine(tablesAt + 8 * numbers.length + widest * bytesOfElement)
  const valuesEnd = nextLine(valuesAt + model.size * bytesOfElement)
  const { stepStates } = model
  const isStepState = ({ state, offset }: Variable): boolean =>
    state && offset >= stepStates.opening && offset < stepStates.opening + stepStates.length
  const gatheredAt = valuesEnd + nextLine(8 * widest)
  const places = new Map<Variable, number>()
  let end = gatheredAt
  for (const variable of model.variables.values()) {
    if (variable.kind !== 'datum') continue
    places.set(variable, end)
    end += 8 * variable.size
  }
  return {
    members,
    bytesOfElement,
    valuesAt,
    end: nextLine(end),
    stateBytes: (stepStates.closing - stepStates.opening) * bytesOfElement,
    spanOf: (variable, closing) => {
      const { offset, closingOffset } = variable
      // Opening and closing values change places with every step: both are counted from the first of the two.
      const [base, element]: [AddressBase, number] = isStepState(variable)
        ? [closing ? 'closing' : 'opening', offset]
        : ['members', closing ? closingOffset : offset]
      return { base, first: valuesAt + element * bytesOfElement, bytesOfElement }
    },
    gathered: variable => ({ base: 'shared', first: places.get(variable) ?? 0, bytesOfElement: 8 }),
    positions: tablesAt,
    numbersOf: dimension => tables.get(dimension) ?? tablesAt,
    numbers: Float64Array.from(numbers),
  }
}
