/** Writes tables as CSV, Parquet or Excel files, in Node and in a browser. */

import { csvFormatRows } from 'd3-dsv'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { xlsxOf } from '../../../regions/own/spreadsheet.ts'
import type { ExportTable } from './tables.ts'

/** One table, numbers with all their digits. */
export const csvText = ({ columns, rows }: ExportTable): string =>
  `${csvFormatRows([columns.map(({ name }) => name), ...rows.map(row => row.map(cell => (cell === undefined ? '' : String(cell))))])}\n`

/**
 * A table with what holds for all of its rows in columns: a reader of CSV takes nothing else for granted than rows and
 * columns, and the rows of several runs can stand in one table.
 */
export const beside = (table: ExportTable, held: ReadonlyArray<ExportTable['rows'][number]>): ExportTable => ({
  ...table,
  columns: [...table.columns, ...held.map(([head]) => ({ name: String(head), kind: 'text' as const }))],
  rows: table.rows.map(row => [...row, ...held.map(([, text]) => text)]),
})

/** The first table with the scenario and the conditions of the others. */
const withConditions = ([table, ...others]: readonly ExportTable[]): ExportTable => {
  const about = others.find(({ name }) => name === 'about')?.rows
  return beside(table!, about?.filter(([key]) => key === 'scenario' || key === 'conditions') ?? [])
}

/** Cells of a table that says something about another one, as lines that any reader of the metadata can take apart. */
const asObjects = ({ columns, rows }: ExportTable): unknown[] =>
  rows.map(row => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))

/**
 * The first table as Parquet (doubles and UTF-8), the others as JSON in the metadata of the file under `heartland.<name>`.
 */
export const parquetBytes = ([table, ...others]: readonly ExportTable[]): Uint8Array<ArrayBuffer> => {
  if (table === undefined) throw new TypeError('A Parquet file needs a table.')
  const columnData = table.columns.map(({ name, kind }, at) =>
    kind === 'number'
      ? {
          name,
          type: 'DOUBLE' as const,
          nullable: true,
          data: table.rows.map(row => (row[at] as number | undefined) ?? null),
        }
      : { name, type: 'STRING' as const, nullable: false, data: table.rows.map(row => String(row[at] ?? '')) },
  )
  const kvMetadata = others.map(other => ({ key: `heartland.${other.name}`, value: JSON.stringify(asObjects(other)) }))
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }))
}

/** A sheet a table. */
export const xlsxBytes = (tables: readonly ExportTable[]): Promise<Uint8Array<ArrayBuffer>> =>
  xlsxOf(tables.map(({ name, columns, rows }) => ({ name, rows: [columns.map(column => column.name), ...rows] })))

export const fileFormats = ['csv', 'parquet', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A file of the tables of a run, the numbers first. CSV is text and holds one table. */
export const fileContent = async (
  tables: readonly ExportTable[],
  format: FileFormat,
): Promise<string | Uint8Array<ArrayBuffer>> => {
  if (format === 'xlsx') return xlsxBytes(tables)
  return format === 'parquet' ? parquetBytes(tables) : csvText(withConditions(tables))
}
