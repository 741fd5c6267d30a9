/** Files that are damaged, forged or too large: refused in words, at once, and never taken for a region. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 as nodeCrc } from 'node:zlib'
import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { required, shownLines } from '../region-texts-fixture.ts'
import { loadRegion } from '../load.ts'
import type { PackProblem } from '../problems.ts'
import { listRegions, ownPacks, readFrom } from '../read.ts'
import { filesOfZip, crc32 } from './archive.ts'
import { BroughtError, broughtTexts } from './texts.ts'
import { bringFiles, importRegion } from './import.ts'
import { impossibleFigures } from './impossible.ts'
import { mangled } from './mangled-fixture.ts'
import { sheetsOfXlsx } from './read-spreadsheet.ts'
import { xlsxOf } from './spreadsheet.ts'
import { templateOf } from './template.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const own = readFrom(ownPacks)
const paths = readdirSync(join(ownPacks, 'CN-LN')).map(name => `CN-LN/${name}`)
const files = Object.fromEntries(paths.map(path => [path, new Uint8Array(readFileSync(join(ownPacks, path)))]))

/** Liaoning with one figure changed. */
const withFigure = (name: string, value: string): Record<string, Uint8Array> => {
  const text = own('CN-LN/figures.csv')!
  const pattern = new RegExp(`^(${name},[^,]*),[^,]*,`, 'm')
  expect(text).toMatch(pattern)
  return { ...files, 'CN-LN/figures.csv': strToU8(text.replace(pattern, `$1,${value},`)) }
}

const check = async (brought: Record<string, Uint8Array>, checks: Parameters<typeof importRegion>[4] = {}) => {
  const found = await bringFiles(Object.entries(brought).map(([path, bytes]) => ({ path, bytes })))
  return importRegion(found, own, required, undefined, checks)
}

const told = (problems: readonly PackProblem[]): string => shownLines(problems).join('\n')

const flips = thoroughly(1000, 100)

describe('a zip archive', () => {
  it('has the checksum of the standard', () => {
    for (const text of ['', 'a', '123456789', 'x'.repeat(100_000)]) expect(crc32(strToU8(text))).toBe(nodeCrc(text))
  })

  it('with one changed digit of a figure is refused', () => {
    const bytes = zipSync(files, { level: 0 })
    const at = Buffer.from(bytes).indexOf('birthsStart,,0.175')
    bytes[at + 'birthsStart,,0.'.length] = '9'.charCodeAt(0)
    expect(Object.keys(unzipSync(bytes)).length).toBe(paths.length)
    expect(() => filesOfZip(bytes)).toThrow(/the checksum of CN-LN\/figures.csv is wrong/)
  })

  it.each([0, 6])(`of level %i with any of ${flips} flipped bits is refused, or holds the same bytes`, level => {
    const whole = zipSync(files, { level: level as 0 })
    let refused = 0
    for (let flip = 0; flip < flips; flip++) {
      const bytes = whole.slice()
      const at = Math.floor(((flip + 0.5) * whole.length) / flips)
      bytes[at] ^= 1 << (flip % 8)
      try {
        const found = filesOfZip(bytes)
        // A flip of a date, of a comment or of the copy of a name in front of a file changes no content.
        for (const { path, bytes: content } of found)
          expect(Buffer.from(content).equals(files[path] ?? content)).toBe(true)
        expect(found.reduce((sum, { bytes: content }) => sum + content.length, 0)).toBe(
          Object.values(files).reduce((sum, content) => sum + content.length, 0),
        )
      } catch (problem) {
        expect(problem).toBeInstanceOf(BroughtError)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(0.95 * flips)
  })

  it('that unpacks to more than 50 MB is refused before it is unpacked, also where it says it does not', () => {
    const bomb = zipSync({ 'x/figures.csv': new Uint8Array(60_000_000) })
    expect(() => filesOfZip(bomb)).toThrow(/more than 2000 files or 50 MB/)
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const entry = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    view.setUint32(entry + 24, 1000, true)
    expect(() => filesOfZip(bomb)).toThrow(BroughtError)
  })
})

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

describe('an .xlsx workbook', { timeout: 240_000 }, () => {
  const book = async (rows: string): Promise<Uint8Array> => {
    const plain = unzipSync(await xlsxOf([{ name: 'region', rows: [['field', 'value']] }]))
    const name = Object.keys(plain).find(path => path.startsWith('xl/worksheets/'))!
    return zipSync({ ...plain, [name]: strToU8(sheet(rows)) })
  }

  it.each([
    ['one cell far out', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', /reaches to (XFD)?1048576/],
    ['one cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>', /reaches to XFD1/],
    ['3 million empty rows', '<row/>'.repeat(3_000_000), /at most 100000 rows/],
    ['cells without addresses', `<row>${'<c/>'.repeat(300)}</row>`, /at most .* 200 columns/],
    ['names with a prefix', '<x:row r="1"><x:c r="ZZZ1"/></x:row>', /at most/],
    ['50 million empty cells', `<row r="1">${'<c r="GR90000"/>'.repeat(1000)}</row>`, /at most/],
  ])('with %s is refused', async (_, rows, message) => {
    const bytes = await book(rows)
    await expect(sheetsOfXlsx(bytes)).rejects.toThrow(message)
  })

  it('whose sheet unpacks to 300 MB is refused', async () => {
    const bytes = await book('<row/>')
    const huge = zipSync({ ...unzipSync(bytes), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) })
    await expect(sheetsOfXlsx(huge)).rejects.toThrow(/more than 2000 files or 50 MB/)
  })

  const bits = thoroughly(300, 30)
  it(`with any of ${bits} flipped bits is refused, or reads the same`, async () => {
    const texts = new Map([...paths, 'sources.csv'].map(path => [path, own(path)!]))
    const whole = await xlsxOf(templateOf(texts, 'CN-LN', 'CN', { meaningOf: () => undefined }))
    const same = JSON.stringify(await sheetsOfXlsx(whole))
    let refused = 0
    for (let flip = 0; flip < bits; flip++) {
      const bytes = whole.slice()
      bytes[Math.floor(((flip + 0.5) * whole.length) / bits)] ^= 1 << (flip % 8)
      const read = await sheetsOfXlsx(bytes).catch((problem: unknown) => {
        expect(problem).toBeInstanceOf(BroughtError)
        refused++
      })
      if (read !== undefined) expect(JSON.stringify(read) === same).toBe(true)
    }
    expect(refused).toBeGreaterThan(0.9 * bits)
  })

  it('with a field of 5,000 parts is told by its row', async () => {
    const rows = [
      ['field', 'value'],
      ['id', 'MY'],
      [Array(5000).fill('a').join('.'), 1],
    ]
    const { problems } = await bringFiles([{ path: 'my.xlsx', bytes: await xlsxOf([{ name: 'region', rows }]) }])
    expect(told(problems)).toMatch(/sheet 'region', row 3: the field 'a\.a\..*' has more than 8 parts/)
  })
})

describe('a table', () => {
  // A pattern that tries every way to read the digits would never end.
  it('of 60,000 digits and an x in one cell is read, and has no repair', async () => {
    const { problems } = await check(withFigure('birthsStart', `${'9'.repeat(60_000)}x`))
    const problem = problems.find(({ message }) => fault.notNumber.of(message) !== undefined)!
    expect(problem.repair).toBeUndefined()
    expect(shownLines([problem]).join().length).toBeLessThan(250)
  })

  it.each([
    ['"0,175"', undefined],
    ['"3,138"', undefined],
    ['"0,175,000"', undefined],
    ['"3,138.98"', '3138.98'],
    ['"1,234,567"', '1234567'],
  ])('that has %s for a number is offered %s', async (written, repaired) => {
    const { problems } = await check(withFigure('birthsStart', written))
    const [problem] = problems.filter(({ message }) => fault.notNumber.of(message) !== undefined)
    expect(problem!.repair?.cells?.[0]?.to).toBe(repaired)
  })

  it.each(['1e999', '-1e400'])('that has the number %s is refused', async written => {
    expect(told((await check(withFigure('gdpBaseYear', written))).problems)).toMatch(/'-?1e\d+' is not a number/)
  })

  it('of too many rows or columns is refused before it is taken apart', () => {
    const long = broughtTexts([{ path: 'MY/figures.csv', bytes: strToU8('a,b\n'.repeat(100_001)) }])
    expect(told(long.problems)).toMatch(/the table has 100002 rows and 2 columns; at most 100000 rows/)
    const wide = broughtTexts([{ path: 'MY/figures.csv', bytes: new Uint8Array(40_000_000).fill(44) }])
    expect(told(wide.problems)).toMatch(/40000001 columns/)
    expect(() => broughtTexts([{ path: 'MY/figures.csv', bytes: new Uint8Array(51_000_000) }])).toThrow(/50 MB/)
  })
})

describe('control characters', () => {
  it('in a name or a note are refused: a terminal would carry them out', async () => {
    const region = own('CN-LN/region.json')!.replace(/"en": *"/, match => `${match}\\u001b[2J`)
    expect(told((await check({ ...files, 'CN-LN/region.json': strToU8(region) })).problems)).toMatch(
      /CN-LN\/region.json: the file holds control characters/,
    )
    const figures = own('CN-LN/figures.csv')!.replace('birthsStart', 'births\u001bStart')
    expect(told((await check({ ...files, 'CN-LN/figures.csv': strToU8(figures) })).problems)).toMatch(
      /CN-LN\/figures.csv: the file holds control characters/,
    )
  })

  it('a byte order mark is none, and a field that is given twice is told', async () => {
    const region = own('CN-LN/region.json')!
    const marked = { ...files, 'CN-LN/region.json': strToU8(`\uFEFF${region}`) }
    expect((await check(marked)).problems).toEqual([])
    const twice = strToU8(region.replace('{', '{ "start": 2020,'))
    expect(told((await check({ ...files, 'CN-LN/region.json': twice })).problems)).toMatch(
      /CN-LN\/region.json, start: the field is given twice/,
    )
  })
})

describe('figures that cannot be', () => {
  it.each([
    ['taxRevenueBaseYear', '300', /taxRevenueBaseYear is 300, more than ownRevenueBaseYear, which is 275.529/],
    ['publicOutputBaseYear', '5000', /publicOutputBaseYear is 5000, more than gdpBaseYear/],
    ['birthsStart', '99300', /birthsStart is 99300, more than 10 % of the \d+(\.\d+)? million residents/],
    [
      'provinceHolderShareStart',
      '0.9',
      /provinceHolderShareStart, centreHolderShareStart, .* add up to 1.35, more than 1/,
    ],
    ['gdpBaseYear', '0', /gdpBaseYear must be above 0, but is 0/],
    ['publicEmploymentStart', '0', /publicEmploymentStart must be above 0, but is 0/],
    [
      'deathsStart',
      '0.0406',
      /deathsStart is 0\.0406 million .* the residents and death rates of cohorts.csv give 0\.36/,
    ],
    ['dwellingsStart', '0', /dwellingsStart must be above 0, but is 0/],
  ])('%s of %s is refused', async (name, value, message) => {
    const { problems } = await check(withFigure(name, value))
    expect(told(problems)).toMatch(message)
  })

  it('no area that comes with the program has any', () => {
    for (const id of listRegions()) expect(told(impossibleFigures(loadRegion(own, id, required)))).toBe('')
  })

  it('that stop the run are told before the region is called ready', async () => {
    const message = fault.cannotRun({ why: { en: 'for a reason', zh: '某种原因' } })
    const { problems } = await check(files, {
      trial: ({ id }) => [{ file: `${id}/figures.csv`, message, fix: fix.checkFigures() }],
    })
    expect(told(problems)).toMatch(/CN-LN\/figures.csv: the model cannot run with these figures: for a reason/)
  })
})

describe('the id of a region of the program', () => {
  it('is not taken by another folder, whose rows would be mixed with the program’s', async () => {
    const changed = withFigure('birthsStart', '0.18')
    expect(told((await check(changed, { program: own })).problems)).toMatch(
      /CN-LN\/region.json, id: the id CN-LN belongs to a region of the program/,
    )
    expect((await check(files, { program: own })).problems).toEqual([])
    const nation = { ...files, 'CN/extra.csv': strToU8('a,b\n') }
    expect(told((await check(nation, { program: own })).problems)).toMatch(/the id CN belongs to a region/)
  })
})

describe('files of any kind', { timeout: 120_000 }, () => {
  const names = ['CN-LN/figures.csv', 'CN-LN/region.json', 'CN-LN/cohorts.csv', 'sources.csv', 'my.zip', 'my.xlsx']

  it('are imported, told or refused, and never stop the program', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), mangled, async (name, mangle) => {
        const brought = name.includes('.csv') || name.includes('.json') ? { ...files } : {}
        const text = own(name) ?? Buffer.from(zipSync(files)).toString('latin1')
        brought[name] = name.startsWith('my.') ? Buffer.from(mangle(text), 'latin1') : strToU8(mangle(text))
        try {
          const { region, problems } = await check(brought, { program: () => undefined })
          expect(region !== undefined || problems.length > 0).toBe(true)
          for (const problem of problems) expect(shownLines([problem]).join().length).toBeLessThan(1000)
        } catch (problem) {
          expect(problem).toBeInstanceOf(BroughtError)
        }
      }),
      { numRuns: Number(process.env['FUZZ'] ?? thoroughly(60, 10)) },
    )
  })
})
