/** Tests that a workbook from `heartland template` can be imported again and runs to the same numbers. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetsOfXlsx } from '../../../regions/own/read-spreadsheet.ts'
import { xlsxOf } from '../../../regions/own/spreadsheet.ts'
import { ownPacks } from '../../../regions/read.ts'
import { importWithin } from './import.ts'
import { heartland } from '../../testing/command-line-fixture.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heartland-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The result without the name of the data. */
const numbers = (text: string): unknown => ({ ...(JSON.parse(text) as object), data: '' })

// It opens at the start of its figures.
describe('a region of somebody’s own', () => {
  it('goes through a workbook and runs to the same bits', async () => {
    const book = join(folder, 'mine.xlsx')
    const made = await heartland(['template', 'Jilin', '--out', book])
    expect(made).toMatchObject({ code: 0, out: '' })
    const refused = await heartland(['import', book])
    expect(refused.err).toMatch(/the id CN-JL belongs to a region of the program/)
    const sheets = await sheetsOfXlsx(new Uint8Array(readFileSync(book)))
    const renamed = sheets.map(sheet =>
      sheet.name === 'region'
        ? { ...sheet, rows: sheet.rows.map(row => (row[0] === 'id' ? ['id', 'MY-JL'] : row)) }
        : sheet,
    )
    writeFileSync(book, await xlsxOf(renamed))
    const out = join(folder, 'mine')
    const brought = await heartland(['import', book, '--out', out])
    expect(brought.code, brought.err).toBe(0)
    expect(brought.err).toMatch(/^MY-JL \(Jilin\): \d+ figures, \d+ values of historical series, data [0-9a-f]{16}\n/)
    expect(readdirSync(folder).toSorted()).toEqual(['mine', 'mine.xlsx'])
    const own = await heartland(['run', 'MY-JL', '--packs', out, '--json'])
    const shipped = await heartland(['run', 'CN-JL@2024', '--json'])
    expect(numbers(own.out.replaceAll('MY-JL', 'CN-JL'))).toEqual(
      numbers(shipped.out.replaceAll('CN-JL@2024', 'CN-JL')),
    )
  })

  it('is taken from a folder of any name', async () => {
    const named = join(folder, 'figures of 2024')
    cpSync(join(folder, 'mine/MY-JL'), named, { recursive: true })
    const { code, err } = await heartland(['import', named])
    expect(code, err).toBe(0)
    expect(err).toMatch(/^MY-JL \(Jilin\): /)
  })

  it('goes through a workbook in Chinese to the same bits', { tags: ['thorough'] }, async () => {
    const book = join(folder, 'zh.xlsx')
    expect((await heartland(['template', 'Jilin', '--lang', 'zh', '--out', book])).code).toBe(0)
    const sheets = await sheetsOfXlsx(new Uint8Array(readFileSync(book)))
    const renamed = sheets.map(sheet =>
      sheet.name === '地区'
        ? { ...sheet, rows: sheet.rows.map(row => row.map(cell => (cell === 'CN-JL' ? 'ZH-JL' : cell))) }
        : sheet,
    )
    writeFileSync(book, await xlsxOf(renamed))
    const out = join(folder, 'zh')
    const brought = await heartland(['import', book, '--out', out])
    expect(brought.code, brought.err).toBe(0)
    const own = await heartland(['run', 'ZH-JL', '--packs', out, '--json'])
    const shipped = await heartland(['run', 'CN-JL@2024', '--json'])
    expect(numbers(own.out.replaceAll('ZH-JL', 'CN-JL'))).toEqual(
      numbers(shipped.out.replaceAll('CN-JL@2024', 'CN-JL')),
    )
    for (const path of [book, out]) rmSync(path, { recursive: true })
  })

  it('with faults is told by file and row, and nothing is written', async () => {
    const out = join(folder, 'copy')
    cpSync(join(folder, 'mine'), out, { recursive: true })
    const file = join(out, 'MY-JL', 'figures.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^gdpBaseYear,,([\d.]+),CNY bn/m, 'gdpBaseYear,,$1,CNY m'))
    const { code, err } = await heartland(['import', out, '--out', join(folder, 'faulty')])
    expect(code).toBe(1)
    expect(err).toMatch(
      /MY-JL\/figures\.csv, row \d+, unit: gdpBaseYear is in 'CNY m\/year'; the model needs 'CNY bn\/year'\./,
    )
    expect(existsSync(join(folder, 'faulty'))).toBe(false)
  })

  it('does not follow links out of its folder', async () => {
    const linked = join(folder, 'linked')
    cpSync(join(folder, 'mine'), linked, { recursive: true })
    symlinkSync('/etc', join(linked, 'MY-JL', 'more'))
    const { code, err } = await heartland(['import', linked])
    expect(code).toBe(2)
    expect(err).toMatch(/more' is a link to another place, and links are not followed/)
  })

  it('reads no pipe, and no folder in the place of a table', async () => {
    const odd = join(folder, 'odd')
    cpSync(join(folder, 'mine'), odd, { recursive: true })
    const table = join(odd, 'MY-JL', 'paths.csv')
    rmSync(table)
    mkdirSync(table)
    const { code, err } = await heartland(['import', odd])
    expect(code).toBe(2)
    expect(err).toMatch(/paths\.csv' is no file; remove it, or put the file itself there/)
    rmdirSync(table)
    execFileSync('mkfifo', [table])
    expect((await heartland(['import', odd])).err).toMatch(/paths\.csv' is no file/)
  })

  it('overwrites nothing', async () => {
    const book = join(folder, 'mine.xlsx')
    expect((await heartland(['template', '--out', book])).err).toBe(
      `heartland: '${book}' already exists and may contain figures: name another file\n`,
    )
    const out = join(folder, 'mine')
    expect((await heartland(['import', book, '--out', out])).err).toBe(
      `heartland: '${out}' already exists and has not been changed: name a new or an empty folder, or remove this one first\n`,
    )
  })

  it('writes into an empty folder that is named with a slash at its end', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const { code, err } = await heartland(['import', join(folder, 'mine'), '--region', 'MY-JL', '--out', `${empty}/`])
    expect([code, err]).toEqual([0, expect.stringContaining(`saved: ${empty}/;`)])
    expect(readdirSync(empty)).toContain('MY-JL')
    expect(readdirSync(folder).filter(name => name.includes('unfinished'))).toEqual([])
  })

  it('that cannot be written names the folder that was asked for', async () => {
    const out = join(folder, 'x'.repeat(250))
    const { code, err } = await heartland(['import', join(folder, 'mine'), '--region', 'MY-JL', '--out', out])
    expect([code, err]).toEqual([2, expect.stringContaining(`'${out}' cannot be written: the name is too long`)])
  })

  it('over the budget of time or memory is given up in words, and the command goes on', {
    tags: ['thorough'],
  }, async () => {
    const files = readdirSync(join(folder, 'mine', 'MY-JL')).map(name => ({
      path: `MY-JL/${name}`,
      bytes: new Uint8Array(readFileSync(join(folder, 'mine', 'MY-JL', name))),
    }))
    const task = { files, region: undefined, packs: ownPacks }
    let ticks = 0
    const clock = setInterval(() => ticks++, 20)
    await expect(importWithin('mine', task, { seconds: 0.3, megabytes: 500 })).rejects.toThrow(
      /^'mine' takes more than 0.3 seconds to read, which is the limit/,
    )
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(3)
    await expect(importWithin('mine', task, { seconds: 60, megabytes: 16 })).rejects.toThrow(
      /^'mine' takes more than 16 MB of memory to read/,
    )
    expect((await importWithin('mine', task)).summary?.id).toBe('MY-JL')
  })

  it('that is no workbook is refused in words', async () => {
    const file = join(folder, 'broken.xlsx')
    writeFileSync(file, 'a,b')
    const { code, err } = await heartland(['import', file])
    expect(code).toBe(2)
    expect(err).toBe(
      `heartland: ${file}: The file is not an .xlsx workbook, or it is damaged. Save it as “Excel workbook (.xlsx)”.\n`,
    )
    expect((await heartland(['import', join(folder, 'nothing')])).err).toMatch(/^heartland: there is no file or folder/)
  })
})
