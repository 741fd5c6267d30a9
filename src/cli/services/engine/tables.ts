/** Tables as Arrow streams, which Python and R read without copying. */

import {
  bool,
  columnFromArray,
  float64,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette'
import type { ExportTable } from '../../../analysis/files/export/tables.ts'

type Cells = Float64Array | Int32Array | ReadonlyArray<string | number | boolean | undefined>

export interface ArrowColumn {
  readonly name: string
  readonly kind: 'number' | 'text' | 'integer' | 'flag'
  readonly values: Cells
}

const types = { number: float64, text: utf8, integer: int32, flag: bool }

/** Missing cells are null. */
export const arrowOf = (columns: readonly ArrowColumn[]): Uint8Array => {
  const built = columns.map(({ name, kind, values }): [string, ReturnType<typeof columnFromArray>] => [
    name,
    // Numbers that lie as Arrow has them are taken as they are, unless there are none to tell the type by.
    ArrayBuffer.isView(values) && values.length > 0
      ? columnFromArray(values)
      : columnFromArray(
          Array.from(values, cell => cell ?? null),
          types[kind](),
        ),
  ])
  return tableToIPC(tableFromColumns(built), { format: 'stream' })!
}

export const arrowOfTable = ({ columns, rows }: ExportTable): Uint8Array =>
  arrowOf(columns.map(({ name, kind }, at) => ({ name, kind, values: rows.map(row => row[at]) })))

/** Cells by column; missing ones are null. */
export const arrowCells = (bytes: Uint8Array): ReadonlyMap<string, ArrayLike<unknown>> => {
  const table = tableFromIPC(bytes)
  return new Map(table.names.map(name => [name, table.getChild(name).toArray() as ArrayLike<unknown>]))
}
