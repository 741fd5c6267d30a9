/** Reads the sheets of an .xlsx file, in Node and in a browser alike. */

import readExcelFile from 'read-excel-file/universal'
import { filesOfZip } from './archive.ts'
import { BroughtError } from './texts.ts'
import { mostCells, mostColumns, mostRows } from './budget.ts'
import { messages as unreadable } from '../../texts/brought.ts'
import type { CellValue, Sheet } from './workbook.ts'

const cellOf = (value: unknown): CellValue => {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number' || typeof value === 'string') return value
  // A spreadsheet takes 2020-11-01 for a date and 2023 for a number.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Refuses a sheet that would unfold into more cells than any region has: one cell far out makes all before it. */
const checkSheet = (xml: string): void => {
  let [rows, columns, last] = [0, 0, '']
  let count = 0
  let inRow = 0
  // Every attribute ends before the next '<', so that no text is looked at twice.
  for (const [, kind, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)/g)) {
    const [, letters, digits] = /\sr\s*=\s*["']([A-Z]{0,9})(\d{1,9})["']/.exec(attributes) ?? []
    if (kind === 'row') {
      count++
      inRow = 0
      rows = Math.max(rows, count, Number(digits ?? 0))
    } else {
      inRow++
      rows = Math.max(rows, Number(digits ?? 0))
      columns = Math.max(columns, inRow, columnOf(letters ?? ''))
    }
    if (digits !== undefined) last = `${letters}${digits}`
    if (rows <= mostRows && columns <= mostColumns && rows * columns <= mostCells) continue
    const cell = last === '' ? `${rows} × ${columns}` : last
    throw new BroughtError(unreadable.sheetLarge({ cell, rows: mostRows, columns: mostColumns }))
  }
}

/** All sheets with all their rows. Throws a BroughtError where the bytes are no .xlsx file, damaged or too large. */
export const sheetsOfXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  try {
    for (const { path, bytes: content } of filesOfZip(bytes)) {
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(path)) checkSheet(new TextDecoder().decode(content))
    }
    const found = await readExcelFile(new Uint8Array(bytes).buffer, { trim: false })
    return found.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellOf)) }))
  } catch (problem) {
    // The fault of the archive in detail is of use only where it is one.
    if (problem instanceof BroughtError && unreadable.archiveDamaged.of(problem.messages[0]!) === undefined)
      throw problem
    throw new BroughtError(unreadable.workbookDamaged())
  }
}
