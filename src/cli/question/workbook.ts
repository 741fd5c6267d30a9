/** Writes the tables of a report as an Excel workbook: a sheet a table, and one that says what they are. */

import type { Language } from '../../language/messages.ts'
import { reportFrames, inFile } from '../../questions/core/frames.ts'
import { type Report, textOf } from '../../questions/core/report.ts'
import { xlsxOf } from '../../regions/own/spreadsheet.ts'
import { writeNew } from '../input/new-file.ts'

const about = { en: 'About', zh: '说明' }
const mostLetters = 31

export const writeWorkbook = async (
  report: Report,
  language: Language,
  file: string,
  overwrite: boolean,
): Promise<void> => {
  const frames = reportFrames(report, language)
  const bytes = await xlsxOf([
    {
      name: about[language],
      rows: [
        [textOf(report.title)[language]],
        ...(report.subtitle === undefined ? [] : [[textOf(report.subtitle)[language]]]),
        ...(report.conditions === undefined ? [] : [[report.conditions[language]]]),
        ...frames.map(({ id, title }) => [id, title]),
      ],
    },
    ...frames.map(({ id, columns, rows }) => ({
      name: id.slice(0, mostLetters),
      rows: [
        columns.map(({ head, unit }) => (unit === '' ? head : `${head} (${unit})`)),
        ...rows.map(row => row.map(cell => (typeof cell === 'number' ? inFile(cell) : (cell ?? undefined)))),
      ],
    })),
  ])
  writeNew(file, bytes, { overwrite })
}
