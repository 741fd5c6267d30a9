/** A list as `heartland list` prints it: a table for people, or objects as JSON. */

import { type TextColumn, textColumns } from './terminal/table.ts'

/** Rows by named column. */
export interface Listing {
  readonly columns: readonly TextColumn[]
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>
  readonly remark: string
}

export const listing = (headers: readonly string[], rows: Listing['rows'], remark: string): Listing => ({
  columns: textColumns(...headers),
  rows,
  remark,
})
