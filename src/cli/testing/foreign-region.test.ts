/**
 * Tests with the example of Michigan that a region of another country runs in every command, closes its accounts, and
 * prints its own currency: nothing of the country for which the model is written.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxOf } from '../../regions/own/spreadsheet.ts'
import { sheetsOfXlsx } from '../../regions/own/read-spreadsheet.ts'
import { heartland } from './command-line-fixture.ts'

const packs = join(import.meta.dirname, '../../../golden/michigan')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heartland-foreign-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Names of variables and ids of outcomes are those of the model: 'retailToBeijing'. */
const words = (text: string): string => text.replaceAll(/\b(region)?[rR]etail(To)?(Beijing|Shanghai)\w*/g, '')

const expectOwn = (text: string): void => {
  const foreign = /yuan|\bCNY\b|China|Chinese|Beijing|Shanghai|[亿万]元|人民币|中国/i
  const lines = words(text)
    .split('\n')
    .filter(line => foreign.test(line))
  expect(lines).toEqual([])
}

describe('a region of another country', { timeout: 120_000 }, () => {
  const expectOwnOf = async (command: string): Promise<void> => {
    const { code, out, err } = await heartland(`${command} --packs ${packs}`)
    expect(code, err).toBe(0)
    expectOwn(out)
    expectOwn(err)
  }

  it.each([
    'run US-MI --policy G',
    'who US-MI --policy G --members 0',
    'books US-MI --at 2035Q4',
    'explain US-MI --policy G --outcome regionDebtToGdp@2035',
    'trace provincialBonds --region US-MI --area US-MI --year 2035',
    'list levers --region US-MI',
    'list parameters --region US-MI',
    'list outcomes --region US-MI',
    'list sources --region US-MI',
    'value US-MI --published',
  ])('%s', expectOwnOf)

  it.each([
    'run US-MI --json',
    'compare B C --region US-MI',
    'answer US-MI --members 4',
    'answer US-MI --members 4 --json',
    'who US-MI --policy G --members 0 --json',
    'books US-MI --at 2035Q4 --json',
    'explain US-MI --policy C --outcome regionOutputPerHead@2030',
    'trace regionOutputPerHead --region US-MI --year 2035',
    'evidence US-MI --walks 2',
    'sensitivity US-MI --outcome regionOutputPerHead@2030 --method morris --walks 2',
    'list packages --region US-MI',
    'export US-MI',
    'value US-MI --published --json',
  ])('%s', { tags: ['thorough'] }, expectOwnOf)

  it('prints its currency', async () => {
    const { out } = await heartland(`run US-MI --policy G --packs ${packs}`)
    expect(out).toMatch(/GDP per person, thousand USD a year/)
    expect(out).toMatch(/bn USD a year, present value \d/)
    expect(out).toMatch(/Retail sales per person relative to California, %/)
    const { out: json } = await heartland(`run US-MI --json --packs ${packs}`)
    expect(JSON.parse(json).outcomes.outputPerHead.unit).toBe('USD k/person/year')
  })

  it('passes every check, with accounts that close', { tags: ['thorough'] }, async () => {
    const { code, out } = await heartland(`check US-MI --packs ${packs}`)
    expect(code, out).toBe(0)
    expect(out).toMatch(/Michigan: all \d+ checks passed/)
    expectOwn(out)
  })

  it('is imported, and written as a workbook in its currency', async () => {
    const brought = await heartland(['import', packs, '--out', join(folder, 'mi')])
    expect(brought.code, brought.err).toBe(0)
    expectOwn(brought.err)
    const run = await heartland(`run US-MI --packs ${join(folder, 'mi')} --json`)
    expect(run.code, run.err).toBe(0)
  })

  const askedOf = async (...options: string[]) => {
    const file = join(folder, `asked${options.length}.xlsx`)
    expect((await heartland(['template', 'US-MI', ...options, '--out', file])).code).toBe(0)
    return sheetsOfXlsx(new Uint8Array(readFileSync(file)))
  }
  const brought = async (sheets: Awaited<ReturnType<typeof askedOf>>, out: string) => {
    const file = join(folder, `${out}.xlsx`)
    writeFileSync(file, await xlsxOf(sheets))
    return heartland(['import', file, '--out', join(folder, out)])
  }

  it('is asked for nine series and a census, in the order in which they are filled in', async () => {
    const sheets = await askedOf('--blank')
    expect(sheets.map(({ name }) => name)).toEqual(['About', 'region', 'series', 'census', 'sources'])
    const [header = [], ...rows] = sheets[2]!.rows
    expect([...new Set(rows.map(([name]) => name))].join(' ')).toBe(
      'nominalOutput realOutput residents births deaths unemployment employed ownRevenue housePriceIndex',
    )
    expect(rows.every(row => row[header.indexOf('value')] === undefined && row[header.indexOf('year')])).toBe(true)
  })

  it('follows from them by the rules, graded assumed, and names what is missing or misspelt', async () => {
    const sheets = await askedOf()
    const made = await brought(sheets, 'made')
    expect(made.code, made.err).toBe(0)
    const { code, err } = await heartland(`run US-MI --json --packs ${join(folder, 'made')}`)
    expect(code, err).toBe(0)
    const figures = readFileSync(join(folder, 'made/US-MI/figures.csv'), 'utf8')
    expect(figures).toMatch(/^gdpBaseYear,,[\d.]+,USD bn\/year,2023,official,us-sagdp,/m)
    expect(figures).toMatch(/^taxRevenueBaseYear,,[\d.]+,USD bn\/year,2023,assumed,judgement,/m)
    const without = await brought(
      sheets.map(one => ({ ...one, rows: one.rows.filter(([name]) => one.name !== 'series' || name !== 'residents') })),
      'without',
    )
    expect(without.err).toMatch(/sheet 'series': residents is missing. Add it, in person m/)
    const misspelt = await brought(
      sheets.map(one => ({ ...one, rows: one.rows.map(row => row.map(cell => (cell === 'births' ? 'birth' : cell))) })),
      'misspelt',
    )
    expect(misspelt.err).toMatch(/sheet 'series', row \d+, series: unknown name 'birth'. Did you mean 'births'/)
  })

  it('is exported with its units', async () => {
    const file = join(folder, 'mi.csv')
    const { code, err } = await heartland(`export US-MI --out ${file} --packs ${packs}`)
    expect(code, err).toBe(0)
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/USD bn\/year/)
    expectOwn(text)
  })
})
