/**
 * Tests that a region passes through workbook, archive and folder without loss, and that problems are reported by sheet
 * and row.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvFormatRows, csvParseRows } from 'd3-dsv'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { messages as fault } from '../../texts/region.ts'
import { coded, required, shownLines } from '../region-texts-fixture.ts'
import { loadRegion } from '../load.ts'
import { ownPacks, readFrom } from '../read.ts'
import { readRegion } from '../read-region.ts'
import { BroughtError, type BroughtFile } from './texts.ts'
import { bringFiles, importRegion } from './import.ts'
import { describeDoubt, doubtsAbout } from './plausible.ts'
import { sheetsOfXlsx } from './read-spreadsheet.ts'
import { xlsxOf } from './spreadsheet.ts'
import { templateOf } from './template.ts'
import type { ReadText } from '../types.ts'
import type { CellValue, Sheet } from './workbook.ts'

const own = readFrom(ownPacks)
const encoder = new TextEncoder()

const filesOf = (folder: string): BroughtFile[] =>
  readdirSync(join(ownPacks, folder)).map(name => ({
    path: `${folder}/${name}`,
    bytes: new Uint8Array(readFileSync(join(ownPacks, folder, name))),
  }))

const textsFor = (...folders: string[]): Map<string, string> =>
  new Map([
    ...folders.flatMap(filesOf).map(({ path }) => [path, own(path)!] as const),
    ['sources.csv', own('sources.csv')!],
  ])

/** Without quotes that a field does not need and zeros that a number does not: what a spreadsheet cannot know of. */
const plainCells = (text: string): string => {
  const [header = [], ...rows] = csvParseRows(text)
  const numeric = header.map(column => ['year', 'value', 'time', 'age', 'inflated'].includes(column))
  return `${csvFormatRows([header, ...rows.map(row => row.map((cell, at) => (numeric[at] ? String(Number(cell)) : cell)))])}\n`
}

const plainly = (path: string): string | undefined => {
  const text = own(path)
  return text === undefined || path.endsWith('.json') ? text : plainCells(text)
}

const order = (texts: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...texts].toSorted(([a], [b]) => Number(b.endsWith('.json')) - Number(a.endsWith('.json'))))

const meaningOf = (name: string) => (name === 'gdpBaseYear' ? 'Output of the year before the start' : undefined)
const template = (folder: string, blank = false): Sheet[] =>
  templateOf(order(textsFor(folder)), folder, 'CN', { meaningOf, blank })

const imported = async (files: readonly BroughtFile[]) => importRegion(await bringFiles(files), own, required)
const workbook = async (sheets: readonly Sheet[]) => imported([{ path: 'my.xlsx', bytes: await xlsxOf(sheets) }])

/** The sheets with one cell replaced, found by the text of its row's first cell. */
const edited = (sheets: readonly Sheet[], name: string, first: string, column: string, to: CellValue): Sheet[] =>
  sheets.map(sheet => {
    if (sheet.name !== name) return sheet
    const at = sheet.rows[0]!.indexOf(column)
    expect(at, column).toBeGreaterThanOrEqual(0)
    return {
      ...sheet,
      rows: sheet.rows.map(row => (row[0] === first ? row.map((cell, place) => (place === at ? to : cell)) : row)),
    }
  })

describe('a workbook from the template', () => {
  const givesBack = async (id: string): Promise<void> => {
    const files = [{ path: 'my.xlsx', bytes: await xlsxOf(template(id)) }]
    const { region, problems } = importRegion(await bringFiles(files), plainly, required)
    expect(problems).toEqual([])
    expect({ ...region, hash: '' }).toEqual({ ...readRegion(id, required), hash: '' })
    expect(region?.hash).toBe(loadRegion(plainly, id, required).hash)
  }
  it('gives back CN-LN to the bit', () => givesBack('CN-LN'))
  it.each(['CN-JL', 'CN-HL'])('gives back %s to the bit', { tags: ['thorough'] }, givesBack)

  it('gives back every file, those too that only past years need', async () => {
    const { texts } = await workbook(template('CN-LN'))
    const files = [...textsFor('CN-LN').keys()]
    expect(files.filter(path => !texts.has(path))).toEqual(['CN-LN/votes.json'])
    for (const path of files.filter(one => texts.has(one))) {
      // Sources that say nothing new are those of the program.
      expect(texts.get(path), path).toBe(path === 'sources.csv' ? own(path) : plainly(path))
    }
  })

  it('can bring the nation with it', async () => {
    const sheets = templateOf(order(textsFor('CN-LN', 'CN')), 'CN-LN', 'CN', { meaningOf })
    expect(sheets.map(({ name }) => name)).toContain('context paths')
    const { region } = importRegion(await bringFiles([{ path: 'my.xlsx', bytes: await xlsxOf(sheets) }]), own, required)
    expect(region?.values).toEqual(readRegion('CN-LN', required).values)
  })

  it('tells what stands in which sheet and row', async () => {
    let sheets = template('CN-LN')
    sheets = edited(sheets, 'figures', 'gdpBaseYear', 'unit', 'CNY m/year')
    sheets = edited(sheets, 'figures', 'bondQuotaShare', 'value', 4)
    sheets = edited(sheets, 'figures', 'birthsStart', 'name', 'birthStart')
    sheets = edited(sheets, 'figures', 'deathsStart', 'value', 'unknown')
    const { region, problems, texts } = await workbook(sheets)
    expect(region).toBeUndefined()
    const rowOf = (name: string) =>
      1 + sheets.find(sheet => sheet.name === 'figures')!.rows.findIndex(([cell]) => cell === name)
    const told = shownLines(problems)
    expect(told).toEqual(
      expect.arrayContaining([
        `sheet 'figures', row ${rowOf('gdpBaseYear')}, unit: gdpBaseYear is in 'CNY m/year'; the model needs 'CNY bn/year'. Convert the value and write that unit.`,
        `sheet 'figures', row ${rowOf('bondQuotaShare')}, value: bondQuotaShare is a share and must lie between 0 and 1, but is 4. Write 5 % as 0.05.`,
        `sheet 'figures', row ${rowOf('birthStart')}, name: unknown name 'birthStart'. Did you mean 'birthsStart'.`,
        `sheet 'figures', row ${rowOf('deathsStart')}, value: 'unknown' is not a number. Write digits with a decimal point, such as 12.5.`,
        "sheet 'figures': birthsStart is missing. Add it, in person m/year.",
      ]),
    )
    expect(problems).toHaveLength(5)
    // Nothing of what was brought is lost by it.
    expect(texts.get('CN-LN/figures.csv')).toContain('unknown')
  })

  it('tells rows that stand twice and series that jump by ten', async () => {
    const sheets = template('CN-LN').map(sheet => {
      if (sheet.name === 'figures') return { ...sheet, rows: [...sheet.rows, [], sheet.rows[1]!] }
      if (sheet.name !== 'series') return sheet
      const at = sheet.rows[0]!.indexOf('value')
      const rows = sheet.rows.map(row =>
        row[0] === 'nominalOutput' && row[1] === 2010
          ? row.map((cell, place) => (place === at ? Number(cell) * 10 : cell))
          : row,
      )
      return { ...sheet, rows }
    })
    const { problems } = await workbook(sheets)
    const last = sheets.find(({ name }) => name === 'figures')!.rows.length
    const found = problems.map(coded)
    expect(found).toContain(`figures ${last} name: alreadyInRow mortalityFactor 2 -> keepOne`)
    expect(found.some(text => /^series \d+ value: jump nominalOutput \S+ 2009 \S+ 2010 /.test(text))).toBe(true)
  })

  it('without values lists every figure that is missing', async () => {
    const sheets = template('CN-LN', true)
    const withId = edited(edited(sheets, 'region', 'id', 'value', 'MY-REGION'), 'region', 'names.en', 'value', 'Mine')
    const { problems } = await workbook(withId)
    const empty = problems.filter(
      ({ sheet, field, message }) =>
        sheet === 'figures' && field === 'value' && message.code === fault.numberMissing().code,
    )
    // Figures by industry go with an input-output table, which a new region may do without.
    const asked = template('CN-LN')
      .find(({ name }) => name === 'figures')!
      .rows.filter(([name]) => !String(name).startsWith('industry'))
    expect(empty).toHaveLength(asked.length - 1)
  })

  it('without values inherits nothing of the region it is made from: no name, no census, no fit', () => {
    const region = template('CN-LN', true).find(({ name }) => name === 'region')!
    const kept = region.rows.slice(1).filter(([, value]) => value !== undefined)
    expect(kept.map(([field]) => String(field)).filter(field => !field.startsWith('cohorts.'))).toEqual([
      'kind',
      'context',
      'start',
      'currency',
    ])
  })

  it('without a region says so', async () => {
    const { problems } = await workbook([{ name: 'Sheet1', rows: [['a', 1]] }])
    expect(problems.map(coded)).toEqual(['region: sheetMissing -> takeTemplate'])
  })

  it('that is none is refused in words', async () => {
    await expect(imported([{ path: 'my.xlsx', bytes: encoder.encode('a,b') }])).rejects.toThrow(BroughtError)
  })

  it('reads dates, percentages and truths as they are meant', async () => {
    const sheets: Sheet[] = [
      {
        name: 'figures',
        rows: [
          ['name', 'value'],
          ['a', 0.05],
          ['b', '=1+1'],
          ['c', 1e-7],
        ],
      },
    ]
    expect(await sheetsOfXlsx(await xlsxOf(sheets))).toEqual(sheets)
  })
})

describe('a folder or an archive', () => {
  it('loads wherever the folder lay, and from its inside', async () => {
    const expected = readRegion('CN-LN', required)
    const files = filesOf('CN-LN')
    const deep = files.map(({ path, bytes }) => ({ path: `Downloads/regions/${path}`, bytes }))
    const inside = files.map(({ path, bytes }) => ({ path: path.replace('CN-LN/', ''), bytes }))
    for (const given of [files, deep, inside]) expect((await imported(given)).region).toEqual(expected)
  })

  it('is unpacked from a zip, without what systems leave in it', async () => {
    const bytes = zipSync({
      ...Object.fromEntries(filesOf('CN-LN').map(file => [`mine/${file.path}`, file.bytes])),
      '__MACOSX/mine/._CN-LN': encoder.encode('x'),
      'mine/CN-LN/.DS_Store': encoder.encode('x'),
      'mine/CN-LN/notes.docx': encoder.encode('x'),
    })
    const { region, unread } = await imported([{ path: 'mine.zip', bytes }])
    expect(region?.hash).toBe(readRegion('CN-LN', required).hash)
    expect(unread).toEqual(['mine/CN-LN/notes.docx'])
    await expect(imported([{ path: 'mine.zip', bytes: bytes.slice(0, 500) }])).rejects.toThrow(BroughtError)
  })

  it('may be in the encoding of Chinese spreadsheets', async () => {
    // 振兴 in GB 18030.
    const gb = Uint8Array.from([0xd5, 0xf1, 0xd0, 0xcb])
    const files = filesOf('CN-LN').map(file => {
      if (file.path !== 'CN-LN/figures.csv') return file
      const text = new TextDecoder().decode(file.bytes).trimEnd()
      const bytes = Uint8Array.from([...encoder.encode(text), ...gb])
      return { ...file, bytes }
    })
    const { texts } = await imported(files)
    expect(texts.get('CN-LN/figures.csv')).toMatch(/振兴$/)
  })

  it('may not be in another encoding, which would be read as Chinese', async () => {
    const files = filesOf('CN-LN').map(file => {
      if (file.path !== 'CN-LN/figures.csv') return file
      const text = new TextDecoder()
        .decode(file.bytes)
        .replaceAll(/[\u0080-\uffff]/g, ' ')
        .trimEnd()
      // An é of Latin-1, which with the letter after it is a character of GB 18030.
      return { ...file, bytes: Uint8Array.from([...encoder.encode(text), 0xe9, 0x74]) }
    })
    const { problems } = await imported(files)
    expect(problems.map(coded)).toEqual(['CN-LN/figures.csv: encoding -> saveAsUtf8'])
  })

  it('may not have the id of a region of the program in another case, nor a name without end', async () => {
    const named = (change: (text: string) => string) =>
      filesOf('CN-LN').map(({ path, bytes }) => {
        const text = new TextDecoder().decode(bytes)
        return {
          path: path.replace('CN-LN', 'cn-ln'),
          bytes: encoder.encode(path.endsWith('region.json') ? change(text) : text),
        }
      })
    const program = readFrom(ownPacks)
    const check = async (files: readonly BroughtFile[], checks = {}) =>
      importRegion(await bringFiles(files), own, required, undefined, checks).problems.map(coded)
    const otherCase = named(text => text.replace('"CN-LN"', '"cn-ln"'))
    expect(await check(otherCase, { program })).toEqual(['cn-ln/region.json id: idTaken cn-ln -> otherId'])
    const long = named(text => text.replace('"CN-LN"', '"cn-ln"').replace('"Liaoning"', `"${'x'.repeat(100_000)}"`))
    expect(await check(long)).toEqual(['cn-ln/region.json names.en: long 200 -> seeGuide'])
  })

  it('adds its sources to those of the program, and its rows keep their numbers', async () => {
    const mine = 'id,what,url\nyearbook,Yearbook of my region,\nS2,,\n'
    const files = [...filesOf('CN-LN'), { path: 'sources.csv', bytes: encoder.encode(mine) }]
    const { problems } = await imported(files)
    expect(problems.map(coded)).toEqual(['sources.csv 3 what: sourceUndescribed -> describeSource'])
    const good = [...filesOf('CN-LN'), { path: 'sources.csv', bytes: encoder.encode(mine.replace('S2,,\n', '')) }]
    const { region } = await imported(good)
    expect(region?.sources['yearbook']?.what).toBe('Yearbook of my region')
    expect(region?.sources['S2']).toEqual(readRegion('CN-LN', required).sources['S2'])
  })

  it('tells tables whose name is none that is read, and none of those that come with the program', async () => {
    const files = filesOf('CN-LN')
    const renamed = files.map(file => ({ ...file, path: file.path.replace('/series.csv', '/serie.csv') }))
    expect((await imported(renamed)).unread).toEqual(['CN-LN/serie.csv'])
    const sheets = template('CN-LN').map(sheet => (sheet.name === 'series' ? { ...sheet, name: 'serie' } : sheet))
    expect((await workbook(sheets)).unread).toEqual(['serie'])
    const all = readdirSync(ownPacks).filter(name => !name.includes('.') && name !== 'northeast-as-reported')
    expect((await imported(all.flatMap(filesOf))).unread).toEqual([])
  })

  it('is the area that it lacks the figures of, not its nation beside it', async () => {
    const files = [...filesOf('CN-LN').filter(({ path }) => !path.endsWith('/figures.csv')), ...filesOf('CN')]
    const others: ReadText = path => (path === 'CN-LN/figures.csv' ? undefined : own(path))
    const { problems } = importRegion(await bringFiles(files), others, required)
    expect(problems.map(coded)[0]).toMatch(/^CN-LN\/figures.csv: fileMissing/)
  })

  it('with several regions asks which', async () => {
    const files = [...filesOf('CN-LN'), ...filesOf('CN-JL')]
    const brought = await bringFiles(files)
    expect(importRegion(brought, own, required).problems.map(coded)).toEqual([
      'region.json: severalRegions 2 CN-JL, CN-LN -> nameOne',
    ])
    expect(importRegion(brought, own, required, 'CN-JL').region?.id).toBe('CN-JL')
  })
})

describe('doubts', () => {
  const known = ['CN-LN', 'CN-JL', 'CN-HL'].map(id => readRegion(id, required))

  it('are none about known regions', () => {
    for (const region of known) expect(doubtsAbout(region, known)).toEqual([])
  })

  it('name a figure in the wrong unit, a head', () => {
    const [region] = known
    const figures = region!.figures.map(figure =>
      figure.name === 'gdpBaseYear' ? { ...figure, value: figure.value! * 100 } : figure,
    )
    const doubts = doubtsAbout({ ...region!, figures }, known)
    expect(doubts.map(({ figure }) => figure.name)).toEqual(['gdpBaseYear'])
    expect(describeDoubt(doubts[0]!).text.en).toMatch(
      /^gdpBaseYear of CN-LN is \d+ CNY bn\/year: per person, \d+ times the average of the known regions\./,
    )
  })
})
