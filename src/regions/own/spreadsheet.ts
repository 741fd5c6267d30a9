/** Converts sheets to the bytes of an .xlsx file, in Node and in a browser. */

import writeExcelFile from 'write-excel-file/universal'
import type { CellValue, Sheet } from './workbook.ts'

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
  if (long !== undefined) throw new Error(`No spreadsheet has a sheet with the name '${long.name}'.`)
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
