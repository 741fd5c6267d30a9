/** Tests that a workbook in Chinese is in Chinese, gives back what it was made from, and takes 亿元 and 万人. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { figureInChinese } from '../../model/names/series.ts'
import { required, shownLines } from '../../regions/region-texts-fixture.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readRegion } from '../../regions/read-region.ts'
import { bringFiles, importRegion } from '../../regions/own/import.ts'
import { sheetsOfXlsx } from '../../regions/own/read-spreadsheet.ts'
import { xlsxOf } from '../../regions/own/spreadsheet.ts'
import { templateOf, templateTexts } from '../../regions/own/template.ts'
import type { CellValue, Sheet } from '../../regions/own/workbook.ts'

const own = readFrom(ownPacks)
const filesIn = (folder: string): string[] => readdirSync(join(ownPacks, folder)).map(name => `${folder}/${name}`)

const template = (id: string, blank = false): Sheet[] => {
  const { texts, context } = templateTexts(id, filesIn, own)
  return templateOf(texts, id, context, { blank, meaningOf: () => 'meaning', chineseOf: figureInChinese })
}
const workbook = async (sheets: readonly Sheet[]) =>
  importRegion(await bringFiles([{ path: '我的地区.xlsx', bytes: await xlsxOf(sheets) }]), own, required)

const sheet = (sheets: readonly Sheet[], name: string): Sheet => sheets.find(one => one.name === name)!
/** With cells of the row of a code replaced, by the heads of their columns. */
const edited = (sheets: readonly Sheet[], name: string, code: string, cells: Record<string, CellValue>): Sheet[] =>
  sheets.map(one => {
    if (one.name !== name) return one
    const [header = []] = one.rows
    for (const head of Object.keys(cells)) expect(header).toContain(head)
    return {
      ...one,
      rows: one.rows.map(row =>
        row.includes(code)
          ? row.map((cell, at) => (String(header[at]) in cells ? cells[String(header[at])] : cell))
          : row,
      ),
    }
  })

describe('a workbook in Chinese', () => {
  it.each(['CN-LN', 'CN-JL', 'CN-HL'])('gives back the values of %s to the bit', async id => {
    const { region, problems, unread } = await workbook(template(id))
    expect(problems).toEqual([])
    expect(unread).toEqual([])
    const known = readRegion(id, required)
    expect(region?.values).toEqual(known.values)
    expect(region?.paths).toEqual(known.paths)
    expect(region?.series).toEqual(known.series)
    expect(region?.names).toEqual(known.names)
  })

  it('has no head or sheet in English, names every figure, and gives money in 亿元 and people in 万人', () => {
    const sheets = template('CN-LN')
    const letters = (text: CellValue): boolean => /^[A-Za-z ]+$/.test(String(text))
    expect(sheets.map(({ name }) => name).filter(letters)).toEqual([])
    expect(sheets.flatMap(({ rows: [header = []] }) => header.filter(letters))).toEqual([])
    const figures = sheet(sheets, '指标')
    expect(figures.rows[0]!.slice(0, 2)).toEqual(['指标名称', '指标代码'])
    for (const table of ['指标', '出生与死亡', '历年数据', '变化路径', '统计虚增'])
      for (const [name, code] of sheet(sheets, table).rows.slice(1))
        expect(name, String(code)).toMatch(/\p{Script=Han}/u)
    const output = figures.rows.find(row => row[1] === 'gdpBaseYear')!
    const written = /^gdpBaseYear,,([\d.]+),/m.exec(readFileSync(join(ownPacks, 'CN-LN/figures.csv'), 'utf8'))![1]
    expect(output.slice(3, 5)).toEqual([Number((10 * Number(written)).toPrecision(12)), '亿元/年'])
    expect(figures.rows.map(row => row[4])).toContain('万人')
    expect(figures.rows.map(row => row[4])).not.toContain('person m')
  })

  it('offers grades and units as lists', async () => {
    const files = unzipSync(await xlsxOf(template('CN-LN')))
    const lists = Object.entries(files)
      .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
      .map(([, bytes]) => strFromU8(bytes))
      .filter(xml => xml.includes('<dataValidations'))
    const all = lists.join('')
    expect(all).toContain('<formula1>"官方,二手,推算,假设"</formula1>')
    expect(all).toContain('<formula1>"亿元/年,万元/年"</formula1>')
    // The order of elements that spreadsheets insist on.
    for (const xml of lists) expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'))
  })

  it('takes another unit of its list, and says what is wrong in its own words', async () => {
    const known = readRegion('CN-LN', required)
    const sheets = template('CN-LN')
    const yearly = sheet(sheets, '指标').rows.find(row => row[1] === 'gdpBaseYear')!
    const same = await workbook(
      edited(sheets, '指标', 'gdpBaseYear', { 数值: Number(yearly[3]) * 1e4, 单位: '万元/年', 证据等级: '二手' }),
    )
    expect(same.problems).toEqual([])
    expect(same.region?.values['gdpBaseYear']!.values).toEqual(known.values['gdpBaseYear']!.values)
    const [share] = sheet(sheets, '指标').rows.filter(row => row[1] === 'bondQuotaShare')
    const percent = await workbook(
      edited(sheets, '指标', 'bondQuotaShare', { 数值: Number(share![3]) * 100, 单位: '%' }),
    )
    expect(percent.problems).toEqual([])
    expect(percent.region?.values['bondQuotaShare']!.values[0]).toBeCloseTo(Number(share![3]), 12)
    const wrong = await workbook(edited(sheets, '指标', 'gdpBaseYear', { 数值: '约3万', 单位: '万人' }))
    const [line] = shownLines(wrong.problems)
    expect(line).toContain("sheet '指标', row")
    expect(wrong.region).toBeUndefined()
  })

  it('comes empty too, and with the nation', async () => {
    const blank = template('CN-LN', true)
    const values = sheet(blank, '指标')
      .rows.slice(1)
      .map(row => row[3])
    expect(values.every(value => value === undefined)).toBe(true)
    const { problems } = await workbook(blank)
    expect(problems.length).toBeGreaterThan(0)
    const paths = new Map([['CN/paths.csv', own('CN/paths.csv')!]])
    const ofNation = templateOf(paths, 'CN-LN', 'CN', { meaningOf: () => 'meaning', chineseOf: figureInChinese })
    expect(ofNation.map(({ name }) => name)).toContain('全国·变化路径')
    // Reading the file gives the sheets that were written.
    const read = await sheetsOfXlsx(await xlsxOf(blank))
    expect(read.map(({ name }) => name)).toEqual(blank.map(({ name }) => name))
  })
})
