/** Writes cells and texts of a report in the language of the page. */

import type { Column, Said, Table } from '../../questions/core/report.ts'
import { tableSheet } from '../../questions/core/frames.ts'
import { writingIn } from '../../questions/core/writing.ts'
import type { TableData } from '../charts/table.tsx'
import { useNumbers } from '../shell/use.ts'

/** Cells as the page writes them. */
export const useWriting = () => {
  const writing = writingIn(useNumbers())
  const { language, said, cell } = writing
  /** Columns of a table as shown, and as a file has them. */
  const tabled = (columns: readonly Column[], rows: Table['rows']): TableData => ({
    head: columns.map(({ head, full }) => said(full ?? head)),
    rows: rows.map(row => row.map((one, at) => cell(one, columns[at]))),
    sheet: () => tableSheet({ columns, rows }, language),
  })
  return {
    ...writing,
    tabled,
    /** Conditions without what only a method needs. */
    held: (given: Said): string => said(given).replace(/(?:, seed|，随机种子) ?\d+/, ''),
    yearWord: { en: 'Year', zh: '年份' }[language],
    causeWord: (name: string) => ({ en: `What drives this: ${name}`, zh: `${name}的成因` })[language],
  }
}
