/** Tests the tables of reports as files carry them: the unit of each number, whichever part of a table states it. */

import { csvParse, csvFormatRows } from 'd3-dsv'
import { expect, it } from 'vitest'
import { reportFrames, tidyRows } from './frames.ts'
import type { Cell, Report, Show } from './report.ts'

const both = (text: string) => ({ en: text, zh: text })
const percent: Show = { unit: both('%'), scale: 100 }

const reportWith = (rows: ReadonlyArray<readonly Cell[]>): Report => ({
  title: both('Test'),
  blocks: [
    {
      kind: 'table',
      id: 'table',
      columns: [
        { id: 'name', head: both(''), as: 'text' },
        { id: 'amount', head: both('amount'), as: 'number', unit: both('bn yuan') },
        { id: 'change', head: both('change'), as: 'band' },
      ],
      rows,
    },
  ],
})

const unitsOf = (report: Report): string[] =>
  csvParse(csvFormatRows(tidyRows(report, 'en')))
    .filter(({ table }) => table !== 'about')
    .map(({ row, column, unit }) => `${row} ${column}: ${unit}`)

it('takes the unit of a number from itself, else from its column; a word has none', () => {
  const change = { ...percent, low: 0.1, mean: 0.2, high: 0.3 }
  const report = reportWith([
    ['A', 1, change],
    ['B', { value: 0.5, ...percent }, change],
    ['C', both('unknown'), null],
  ])
  expect(unitsOf(report)).toEqual([
    'A amount: bn yuan',
    'A change: %',
    'A change (low): %',
    'A change (high): %',
    'B amount: %',
    'B change: %',
    'B change (low): %',
    'B change (high): %',
    'C amount: ',
  ])
  // A column has the unit that all of its numbers share.
  expect(reportFrames(report, 'en')[0]!.columns.map(({ unit }) => unit)).toEqual(['', '', '%', '%', '%'])
})
