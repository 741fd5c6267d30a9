/**
 * Accounts of every quarter of a run, for the region or an area, with the variables behind each cell, and the audit.
 */

import { type AuditedCheck, auditReport } from '../../../analysis/books/audit-report.ts'
import { allBooks, areaPlace, type Books } from '../../../analysis/books/books.ts'
import { type BookCauses, bookCauses } from '../../../analysis/books/cell-causes.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'

export interface BooksInput extends SetInputs {
  /** Id of an area; all added up when absent. */
  readonly area?: string
}

export interface BooksAnswer {
  readonly quarters: readonly Books[]
  readonly causes: BookCauses
  readonly audit: readonly AuditedCheck[]
}

export const books = (open: WasmRegion, { policy, assumptions, area }: BooksInput): BooksAnswer => ({
  quarters: allBooks(open, { policy, assumptions }, areaPlace(open, area)),
  causes: bookCauses(open),
  audit: auditReport(open, { policy, assumptions }),
})
