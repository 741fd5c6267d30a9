/** Converts sheets to the bytes of an .xlsx file, in Node and in a browser. */

import writeExcelFile from 'write-excel-file/universal'
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import { type CellList, choicesIn } from './chinese.ts'
import type { CellValue, Sheet } from './workbook.ts'

/** Chinese characters are twice as wide as letters. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0)

/** Widths in characters: wide enough for most cells, narrow enough to see the next column. */
const widthsOf = ({ rows }: Sheet): Array<{ width: number }> =>
  (rows[0] ?? []).map((_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(String(row[at] ?? ''))), 0)
    return { width: Math.min(60, Math.max(8, longest + 2)) }
  })

const styled = (cell: CellValue, header: boolean) => {
  if (cell === undefined) return null
  // Text stays text, also where it begins with '='.
  const type = typeof cell === 'number' ? Number : String
  return header ? { value: cell, type, fontWeight: 'bold' as const } : { value: cell, type }
}

/** 'D2:D5 D7' for rows that follow each other and one apart. */
const rangesOf = ({ column, rows }: CellList): string => {
  const ranges: Array<[number, number]> = []
  for (const row of rows) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else ranges.push([row, row])
  }
  return ranges.map(([from, to]) => `${getCellAddress(from, column)}:${getCellAddress(to, column)}`).join(' ')
}

/** Lists to choose from in cells: offered, not enforced. */
const listsOf = (sheets: readonly Sheet[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
          const choices = choicesIn(sheets[sheetIndex]!).filter(({ rows }) => rows.length > 0)
          if (choices.length === 0) return xml
          const one = (choice: CellList): string =>
            `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${rangesOf(choice)}"><formula1>"${choice.values.join(',')}"</formula1></dataValidation>`
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            `<dataValidations count="${choices.length}">${choices.map(one).join('')}</dataValidations>`,
            getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')!,
            'worksheet',
          )
        },
      },
    },
  },
})

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
    { features: [listsOf(sheets)] },
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
