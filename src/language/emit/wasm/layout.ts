/** Where everything lies in the memory of a module. */

import type { LinkedDimension, LinkedModel } from '../../linked.ts'

/** The members of a block lie side by side: element after element, each as wide as the block. */
export interface Layout {
  readonly members: number
  readonly bytesOfElement: number
  /** First byte of the values. */
  readonly valuesAt: number
  /** First byte after them, where the constants begin. */
  readonly valuesEnd: number
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
  const places = new Map<LinkedDimension, number>()
  for (const dimension of dimensions) {
    places.set(dimension, tablesAt + 8 * numbers.length)
    numbers.push(...(dimension.numbers ?? []))
  }
  const bytesOfElement = 8 * members
  // The label below the first one of the first variable has an address too.
  const widest = Math.max(1, ...[...model.variables.values()].flatMap(({ strides }) => strides))
  const valuesAt = nextLine(tablesAt + 8 * numbers.length + widest * bytesOfElement)
  return {
    members,
    bytesOfElement,
    valuesAt,
    valuesEnd: nextLine(valuesAt + model.size * bytesOfElement),
    positions: tablesAt,
    numbersOf: dimension => places.get(dimension) ?? tablesAt,
    numbers: Float64Array.from(numbers),
  }
}
