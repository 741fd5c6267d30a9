/** Writes the tables of a report as an Excel workbook: a sheet a table, and one that says what they are. */

import type { Language } from '../../language/messages.ts'
import { reportSheets } from '../../questions/core/frames.ts'
import { type Report, textOf } from '../../questions/core/report.ts'
import { writeNew } from '../input/new-file.ts'

const about = { en: 'About', zh: '说明' }
const mostLetters = 31

export const writeWorkbook = async (
  report: Report,
  language: Language,
  file: string,
  overwrite: boolean,
): Promise<void> => {
  const sheets = reportSheets(report, language)
  // Many modules, which no other form needs.
  const { xlsxOf } = await import('../../regions/own/spreadsheet.ts')
  const bytes = await xlsxOf([
    {
      name: about[language],
      rows: [
        [textOf(report.title)[language]],
        ...(report.subtitle === undefined ? [] : [[textOf(report.subtitle)[language]]]),
        ...(report.conditions === undefined ? [] : [[report.conditions[language]]]),
        ...sheets.map(({ id, title }) => [id, title]),
      ],
    },
    ...sheets.map(({ id, columns, rows }) => ({
      name: id.slice(0, mostLetters),
      rows: [columns.map(({ name }) => name), ...rows],
    })),
  ])
  writeNew(file, bytes, { overwrite })
}
