/** The table behind a chart. */

export interface TableData {
  readonly head: readonly string[]
  /** The first cell of a row is its head. */
  readonly rows: ReadonlyArray<readonly string[]>
  /** Of the numbers, or of each column but the first; none where cells or heads say it. */
  readonly unit?: string | readonly string[]
}
