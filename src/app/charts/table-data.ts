/** The table behind a chart. */

export interface TableData {
  readonly head: readonly string[]
  /** The first cell of a row is its head. */
  readonly rows: ReadonlyArray<readonly string[]>
}
