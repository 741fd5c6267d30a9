/** Tests the data of charts: numbers are numbers, and no unit is lost. */

import { expect, it } from 'vitest'
import { chartTable } from './chart-table.ts'

const headsOf = (table: ReturnType<typeof chartTable>): string[] => table.columns.map(({ name }) => name)

it('puts the unit of a chart into the head of each column', () => {
  const table = chartTable(
    {
      head: ['Year', 'Current policy', 'Change'],
      rows: [
        ['2030', '1,081.2', '−2.5'],
        ['2031', '–', '0.0'],
      ],
      unit: ['% of GDP', 'pp'],
    },
    'data',
  )
  expect(headsOf(table)).toEqual(['Year', 'Current policy (% of GDP)', 'Change (pp)'])
  expect(table.rows).toEqual([
    ['2030', 1081.2, -2.5],
    ['2031', undefined, 0],
  ])
})

it('takes units out of cells where a column has one, and brings sums of money to one size', () => {
  expect(
    chartTable(
      {
        head: ['期限', '债券', '城投债务'],
        rows: [
          ['一年以内', '9,394亿元', '1.28万亿元'],
          ['10年以上', '5亿元', '−3亿元'],
        ],
      },
      '数据',
    ),
  ).toMatchObject({
    columns: [{ name: '期限' }, { name: '债券 (亿元)' }, { name: '城投债务 (亿元)' }],
    rows: [
      ['一年以内', 9394, 12_800],
      ['10年以上', 5, -3],
    ],
  })
  const shares = chartTable(
    {
      head: ['Package', 'Revived, %', 'Chance'],
      rows: [
        ['A', '2', '31 %'],
        ['B', 'under 1', '7 %'],
      ],
    },
    'data',
  )
  expect(headsOf(shares)).toEqual(['Package', 'Revived (%)', 'Chance (%)'])
  expect(shares.rows).toEqual([
    ['A', 2, 31],
    ['B', 'under 1', 7],
  ])
})

it('gives rows in units of their own a unit each', () => {
  const table = chartTable(
    {
      head: ['', '2024', '2030'],
      rows: [
        ['Net worth', '5 bn yuan', '4 bn yuan'],
        ['Net worth to GDP', '90.7 %', '0.0 %'],
        ['Residual', '7 × 10⁻¹⁷', '0'],
      ],
    },
    'data',
  )
  expect(headsOf(table)).toEqual(['', '2024', '2030'])
  expect(table.rows).toEqual([
    ['Net worth (bn yuan)', 5, 4],
    ['Net worth to GDP (%)', 90.7, 0],
    ['Residual', 7e-17, 0],
  ])
})

it('says a unit once where the head is one or ends with it', () => {
  const head = ['Group', 'thousand yuan', 'Debt, points of GDP', 'Weight, points a year']
  const table = { head, rows: [['A', '60.4', '1.6', '0.1']], unit: ['thousand yuan', 'points', 'points'] }
  expect(headsOf(chartTable(table, 'data'))).toEqual([
    'Group',
    'thousand yuan',
    'Debt (points of GDP)',
    'Weight (points a year)',
  ])
})
