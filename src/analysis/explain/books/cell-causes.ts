/** Maps each cell of the accounts to the variables it restates, so that its causes can be shown. */

import { addsUp, causesOf } from '../../../language/causes.ts'
import { modelUnit } from '../../../language/currency.ts'
import { oncePer } from '../../../language/once-per.ts'
import type { LinkedMatrix, LinkedModel, Variable } from '../../../language/linked.ts'
import type { Quantity } from '../quantity.ts'
import type { MatrixName } from './books.ts'

export interface CellCause extends Quantity {
  readonly doc: string
}

/** By row, then by column; cells without a cause (a zero that has to stand there) are left out. */
export type MatrixCauses = Readonly<Record<string, Readonly<Record<string, readonly CellCause[]>>>>

export type BookCauses = Readonly<Record<MatrixName, MatrixCauses>>

const isMoney = ({ unitText }: Variable): boolean => modelUnit(unitText).startsWith('CNY bn')

/** Shares and rates only divide an amount: they are named where a cell has no amount of its own. */
const causesOfCell = (model: LinkedModel, { value, dimensions }: Variable): CellCause[] => {
  if (value === undefined) return []
  const whole = dimensions.map(({ labels }) => [0, labels.length - 1] as const)
  const points = causesOf(value, whole, new Float64Array(model.size)).filter(
    ({ variable }) => variable.kind !== 'clock' && variable.dimensions.some(({ name }) => name === 'area'),
  )
  const amounts = points.filter(({ variable }) => isMoney(variable))
  const things = points.filter(({ variable }) => addsUp(variable))
  const chosen = amounts.length > 0 ? amounts : things.length > 0 ? things : points
  const found = chosen.map(({ variable: { name, doc, dimensions: own }, closing, ranges }): CellCause => {
    // All areas and all groups are what no label stands for.
    const single = own.flatMap((dimension, at): Array<readonly [string, string]> => {
      const [low, high] = ranges[at]
      return low === high && dimension.name !== 'area' ? [[dimension.name, dimension.labels[low]]] : []
    })
    return { name, doc, closing, labels: Object.fromEntries(single) }
  })
  const keyOf = ({ name, closing, labels }: Quantity): string => JSON.stringify([name, closing, labels])
  // A change of a stock reads it twice: as it closes is what is asked for.
  const closes = new Set(found.filter(({ closing }) => closing).map(one => keyOf({ ...one, closing: false })))
  const known = new Set<string>()
  return found.filter(one => {
    const key = keyOf(one)
    if (known.has(key) || (!one.closing && closes.has(key))) return false
    known.add(key)
    return true
  })
}

const causesIn = (model: LinkedModel, { rows, columns, cells }: LinkedMatrix): MatrixCauses =>
  Object.fromEntries(
    rows.map(({ name }) => [
      name,
      Object.fromEntries(
        columns.flatMap(column => {
          const cell = cells.get(name)?.get(column.name)
          const causes = cell === undefined ? [] : causesOfCell(model, cell)
          return causes.length === 0 ? [] : [[column.name, causes]]
        }),
      ),
    ]),
  )

export const bookCauses = oncePer(
  (linked: LinkedModel) =>
    Object.fromEntries(linked.matrices.map(matrix => [matrix.name, causesIn(linked, matrix)])) as BookCauses,
)
