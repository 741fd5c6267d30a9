/** Leads from a number in the accounts to its causes: the variables it restates, in the quarter and area shown. */

import type { BookCauses, CellCause } from '../../../analysis/books/cell-causes.ts'
import type { MatrixName } from '../../../analysis/books/books.ts'
import { askWhy } from '../../shell/router.ts'

/** Of a matrix in view: what a cell is made of, and the question that it leads to. */
export interface Causes {
  of(row: string, columns: readonly string[]): readonly CellCause[]
  ask(cause: CellCause, time?: number): void
}

export const causesIn = (
  causes: BookCauses,
  matrix: MatrixName,
  area: string | undefined,
  quarter: number,
): Causes => ({
  of: (row, columns) => columns.flatMap(column => causes[matrix][row]?.[column] ?? []),
  ask: ({ name, closing, labels }, time = quarter) =>
    askWhy({ variable: { name, closing, labels }, ...(area === undefined ? {} : { area }), time }),
})
