/** Converts sheets to the bytes of an .xlsx file and back, in Node and in a browser. */

import readExcelFile from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/universal'
import type { CellValue, Sheet } from './workbook.ts'

export class SpreadsheetError extends Error {}

/** Widths in characters: wide enough for most cells, narrow enough to see the next column. */
const widthsOf = ({ rows }: Sheet): Array<{ width: number }> =>
  (rows[0] ?? []).map((_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0)
    return { width: Math.min(60, Math.max(8, longest + 2)) }
  })

const styled = (cell: CellValue, header: boolean) => {
  if (cell === undefined) return null
  // Text stays text, also where it begins with '='.
  const type = typeof cell === 'number' ? Number : String
  return header ? { value: cell, type, fontWeight: 'bold' as const } : { value: cell, type }
}

/** A workbook; headers are bold and stay in view. Names of sheets have at most 31 letters. */
export const xlsxOf = async (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> => {
  const long = sheets.find(({ name }) => name.length > 31 || /[[\]:*?/\\]/.test(name))
  if (long !== undefined) throw new SpreadsheetError(`No spreadsheet has a sheet with the name '${long.name}'.`)
  const blob = await writeExcelFile(
    sheets.map(sheet => ({
      sheet: sheet.name,
      data: sheet.rows.map((row, at) => row.map(cell => styled(cell, at === 0))),
      columns: widthsOf(sheet),
      stickyRowsCount: 1,
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const cellOf = (value: unknown): CellValue => {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number' || typeof value === 'string') return value
  // A spreadsheet takes 2020-11-01 for a date and 2023 for a number.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}

/** All sheets with all their rows. Throws a SpreadsheetError where the bytes are no .xlsx file. */
export const sheetsOfXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  try {
    const found = await readExcelFile(new Uint8Array(bytes).buffer, { trim: false })
    return found.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellOf)) }))
  } catch {
    throw new SpreadsheetError('The file is no .xlsx workbook, or it is damaged. Save it as “Excel workbook (.xlsx)”.')
  }
}
