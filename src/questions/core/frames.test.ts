/** Tests the tables of reports as files carry them: the unit of each number, whichever part of a table states it. */

import { csvParse, csvFormatRows } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { reportFrames, reportSheets, sheetOf, tidyRows } from './frames.ts'
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

describe('a sheet', () => {
  const names = (values: readonly string[]) => ({ head: 'Item', unit: '', kind: 'text', values }) as const
  const numbers = (values: ReadonlyArray<number | null>, units: readonly string[]) =>
    ({ head: 'Amount', unit: '', units, kind: 'number', values }) as const

  it('has the unit that the numbers of a column share in its head, and four digits of each', () => {
    const share = { head: 'Debt', unit: '% of GDP', kind: 'number', values: [90.6543, Number.NaN] } as const
    expect(sheetOf([names(['2030', '2031']), share])).toEqual({
      columns: [
        { name: 'Item', kind: 'text' },
        { name: 'Debt (% of GDP)', kind: 'number' },
      ],
      rows: [
        ['2030', 90.65],
        ['2031', undefined],
      ],
    })
    const headOf = (head: string, unit: string) => sheetOf([names([]), { ...share, head, unit }]).columns[1]!.name
    expect(headOf('Debt, % of GDP', '% of GDP')).toBe('Debt, % of GDP')
    expect(headOf('Simulations above 70 %', '%')).toBe('Simulations above 70 % (%)')
  })

  it('has units that differ by row in the first cell of the row', () => {
    const units = ['bn yuan', '%', '%']
    const sheet = sheetOf([
      names(['Debt', 'Share', 'None']),
      numbers([5, 90.7, null], units),
      numbers([4, 0, 1], units),
    ])
    expect(sheet.columns.map(({ name }) => name)).toEqual(['Item', 'Amount', 'Amount'])
    expect(sheet.rows).toEqual([
      ['Debt (bn yuan)', 5, 4],
      ['Share (%)', 90.7, 0],
      ['None (%)', undefined, 1],
    ])
  })

  it('leaves a unit that neither the row nor the column has with its number', () => {
    const sheet = sheetOf([names(['A', 'B']), numbers([1, 2], ['%', 'years']), numbers([3, 4], ['km', 'm'])])
    expect(sheet.rows).toEqual([
      ['A', '1 %', '3 km'],
      ['B', '2 years', '4 m'],
    ])
  })

  it('is made of each table of a report, bounds in columns of their own', () => {
    const spread = { ...percent, low: 0.1, mean: 0.2, high: 0.3 }
    const [sheet] = reportSheets(reportWith([['A', 12_345.6, spread]]), 'en')
    expect(sheet!.columns.map(({ name }) => name)).toEqual([
      '',
      'amount (bn yuan)',
      'change (%)',
      'change (low) (%)',
      'change (high) (%)',
    ])
    expect(sheet!.rows).toEqual([['A', 12_350, 20, 10, 30]])
  })
})
