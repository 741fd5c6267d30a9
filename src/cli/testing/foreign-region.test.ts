/**
 * Tests with the example of Michigan that a region of another country runs in every command, closes its accounts, and
 * prints its own currency: nothing of the country for which the model is written.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('starts from an empty workbook that asks for its nation, and inherits no fit', async () => {
    const file = join(folder, 'empty.xlsx')
    expect((await heartland(['template', 'CN-LN', '--blank', '--nation', '--out', file])).code).toBe(0)
    const sheets = await sheetsOfXlsx(new Uint8Array(readFileSync(file)))
    const asked = sheets.find(({ name }) => name === 'context institutions')!
    const [header = [], ...rows] = asked.rows
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['retirementAgeMen', 'childAllowance']))
    expect(rows.every(row => row[header.indexOf('value')] === undefined)).toBe(true)
    const region = sheets.find(({ name }) => name === 'region')!
    expect(region.rows.filter(([field, value]) => /^(parameters|census)/.test(String(field)) && value)).toEqual([])
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
