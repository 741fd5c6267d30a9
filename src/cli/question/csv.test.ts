/** Tests the files of questions: CSV states the unit of every figure. */

import { csvParse } from 'd3-dsv'
import { expect, it } from 'vitest'
import { heartland } from '../testing/command-line-fixture.ts'

it('states the unit of each outcome of a run and of a comparison in CSV', async () => {
  for (const [words, unit] of [
    ['run CN-JL --policy G --csv', '% a year'],
    ['compare A G --region CN-JL --csv', '% a year'],
    ['compare A G --region CN-JL --csv --lang zh', '%/年'],
  ] as const) {
    const rows = csvParse((await heartland(words)).out).filter(({ table }) => table === 'outcomes')
    const without = new Set(rows.filter(row => row.unit === '').map(({ row }) => row))
    // An index, and contributors for each pensioner, have none.
    expect([...without].filter(row => !/^Contributors per pensioner|^Confidence|^信心指数/.test(row))).toEqual([])
    expect(new Set(rows.map(row => row.unit))).toContain(unit)
  }
})

it.each([
  ['books CN-JL --at 2035Q4 --csv', ['audit', 'Residual, share of output']],
  ['stress CN-JL --csv', []],
  ['who CN-JL --policy G --simulations 2 --csv', []],
  // Value added for a yuan, and jobs for a million, in the words of the head.
  ['industries CN-JL --csv', ['multipliers', 'multipliers-CN-JL']],
])('states the unit of every number of %s', async (words, without) => {
  const rows = csvParse((await heartland(words)).out).filter(({ table }) => table !== 'about')
  const bare = rows.filter(row => row.unit === '' && row.value !== '' && Number.isFinite(+row.value!))
  expect(rows.length).toBeGreaterThan(20)
  expect(bare.filter(({ table, row }) => !without.includes(table!) && !without.includes(row!))).toEqual([])
})
