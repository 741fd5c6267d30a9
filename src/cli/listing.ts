/** A list as it is printed: a table for people, objects for programs. */

import type { Column } from './terminal/table.ts'

/** Rows by named column. */
export interface Listing {
  readonly columns: readonly Column[]
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>
  readonly remark: string
}

const textColumns = (...headers: string[]): Column[] => headers.map(header => ({ header, kind: 'text' }))

export const listing = (headers: readonly string[], rows: Listing['rows'], remark: string): Listing => ({
  columns: textColumns(...headers),
  rows,
  remark,
})
