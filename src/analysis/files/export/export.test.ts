/** Tests that exported files contain the results to the bit, and everything needed to understand and repeat them. */

import { declaredOutcomes } from '../../../engine/recording.ts'
import { csvParse } from 'd3-dsv'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { sheetsOfXlsx } from '../../../regions/own/read-spreadsheet.ts'
import { fileContent, parquetBytes, xlsxBytes } from './formats.ts'
import { recordForTables, tablesOf } from './tables.ts'

const open = openRegion('CN-LN')
const scenario = {
  name: 'More for children',
  region: 'CN-LN',
  policy: { childAllowance: { value: 10, start: 2027 } },
  assumptions: { wageFromSlack: 0.5 },
}
const names = declaredOutcomes(open.linked)
const run = open.simulator.run({ ...scenario, record: recordForTables(open, names), audit: true })
const conditions = 'low growth; financed by bonds; central projection'
const tables = tablesOf(open, run, names, { scenario, conditions, link: '#/answer?v=1' })
const [numbers] = tables
const valuesOf = (name: string): number[] => [...run.series.get(name)!.values]

describe('the files of a run', () => {
  it('hold a row for every number, finite, with its unit', () => {
    const size = names.reduce((sum, name) => sum + run.series.get(name)!.size, 0)
    expect(numbers!.rows).toHaveLength(size * run.times.length)
    for (const [time, , , value, unit] of numbers!.rows) {
      expect(Number.isFinite(time) && Number.isFinite(value)).toBe(true)
      expect(unit).not.toBe('')
    }
  })

  it('give back the bits from CSV, with the scenario and the conditions beside every number', async () => {
    const rows = csvParse(String(await fileContent(tables, 'csv')))
    expect(rows).toHaveLength(numbers!.rows.length)
    expect(new Set(rows.map(row => `${row.scenario}: ${row.conditions}`))).toEqual(
      new Set([`More for children: ${conditions}`]),
    )
    for (const name of names.slice(0, 20)) {
      expect(rows.filter(row => row.variable === name).map(({ value }) => Number(value))).toEqual(valuesOf(name))
    }
  })

  it('give back the bits from Parquet, with the rest in its metadata', async () => {
    const { buffer } = parquetBytes(tables)
    const rows = await parquetReadObjects({ file: buffer })
    expect(rows.map(({ value }) => value)).toEqual(numbers!.rows.map(([, , , value]) => value))
    expect(rows[0]).toMatchObject({ time: open.region.start, variable: names[0], unit: numbers!.rows[0]![4] })
    const metadata = new Map(parquetMetadata(buffer).key_value_metadata?.map(({ key, value }) => [key, value]))
    const policy = JSON.parse(metadata.get('heartland.policy') ?? '') as unknown[]
    expect(policy).toMatchObject([{ lever: 'childAllowance', value: 10, start: 2027, ramp: 1, end: null }])
    expect(metadata.get('heartland.about')).toContain(open.region.hash)
    expect(metadata.get('heartland.about')).toContain(conditions)
  })

  it('give back the bits from Excel, a sheet a table', async () => {
    const sheets = await sheetsOfXlsx(await xlsxBytes(tables))
    expect(sheets.map(({ name }) => name)).toEqual([
      'numbers',
      'years',
      'about',
      'variables',
      'policy',
      'assumptions',
      'figures',
      'sources',
    ])
    expect(sheets[0]!.rows.slice(1).map(row => row[3])).toEqual(numbers!.rows.map(row => row[3]))
  }, 20_000)

  it('say which assumption is not the standard one, and of which range it is', () => {
    const assumptions = tables.find(({ name }) => name === 'assumptions')!
    const mine = assumptions.rows.filter(([, , whose]) => whose === 'mine')
    expect(mine).toHaveLength(1)
    const [parameter, value, , standard, low, high] = mine[0]!
    expect([parameter, value]).toEqual(['wageFromSlack', 0.5])
    expect(Number(low)).toBeLessThan(Number(standard))
    expect(Number(standard)).toBeLessThan(Number(high))
  })

  it('say of every figure where it comes from', () => {
    const figures = tables.find(({ name }) => name === 'figures')!
    const sources = new Set(tables.find(({ name }) => name === 'sources')!.rows.map(([id]) => id))
    for (const row of figures.rows) {
      expect(['official', 'secondary', 'derived', 'assumed']).toContain(row[6])
      expect(sources.has(row[7])).toBe(true)
    }
  })
})
