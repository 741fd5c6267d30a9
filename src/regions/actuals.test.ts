/** Tests figures that users give since the start: what is read, refused, derived from them, and doubted. */

import { describe, expect, it } from 'vitest'
import { readActuals } from './actuals.ts'
import { coded, required } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { PackError } from './problems.ts'
import { ownPacks, readFrom } from './read.ts'

const region = loadRegion(readFrom(ownPacks), 'northeast', required)
const header = 'series,area,year,value,unit,source'
const table = (...rows: readonly string[]): string => [header, ...rows].join('\n')
const read = (text: Parameters<typeof readActuals>[0], from = region.start) => readActuals(text, region, from)
const refused = (text: Parameters<typeof readActuals>[0]): string[] => {
  try {
    read(text)
    return []
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return error.problems.map(coded)
  }
}

const held = (series: string, area: string, year: number): number =>
  region.series.find(one => one.series === series && one.area === area && one.year === year)!.value

const growth = [
  'nominalOutput,CN-LN,2025,3300,CNY bn/year,communique',
  'outputGrowth,辽宁省,2025,0.037,1/year,communique',
]

describe('figures since the start', () => {
  it('are read by the id or the name of an area, and the deflator and the index of output follow', () => {
    const { points, given, start, replaced, conflicts } = read(table(...growth))
    expect([given, start, replaced, conflicts]).toEqual([2, 2026, [], []])
    expect(points.map(({ area, series, year }) => `${area} ${series} ${year}`)).toEqual([
      'CN-LN nominalOutput 2025',
      'CN-LN outputGrowth 2025',
      'CN-LN outputDeflatorGrowth 2025',
      'CN-LN outputIndex 2025',
    ])
    expect(points[2]!.value).toBeCloseTo(3300 / held('nominalOutput', 'CN-LN', 2024) / 1.037 - 1, 12)
    expect(points[3]!.value).toBeCloseTo(held('outputIndex', 'CN-LN', 2024) * 1.037, 9)
  })

  it('are the same as rows of a program', () => {
    const row = {
      series: 'nominalOutput',
      area: 'CN-LN',
      year: 2025,
      value: 3300,
      unit: 'CNY bn/year',
      source: 'communique',
    }
    const more = { ...row, series: 'outputGrowth', area: '辽宁省', value: 0.037, unit: '1/year' }
    expect(read([row, more])).toEqual(read(table(...growth)))
  })

  it('stand among the series of the region, in place of what it held', () => {
    const { region: given, replaced } = read(table('ownRevenue,CN-JL,2025,130,CNY bn/year,final accounts'))
    expect(replaced.map(([{ value }, before]) => [value, before])).toEqual([[130, held('ownRevenue', 'CN-JL', 2025)]])
    const of = given.series.filter(one => one.series === 'ownRevenue' && one.area === 'CN-JL' && one.year === 2025)
    expect(of.map(({ value }) => value)).toEqual([130])
    expect(given.hash).not.toBe(region.hash)
    expect(region.series.filter(({ value }) => value === 130)).toEqual([])
  })

  it.each([
    ['ownRevenue,CN-LN,2025Q1,70,CNY bn/year,x', 'partOfYear 2025Q1 -> partGrowth'],
    ['ownRevenue,CN-LN,2025-06,70,CNY bn/year,x', 'partOfYear 2025-06 -> wholeYear'],
    ['ownRevenue,CN-LN,2025年上半年,70,CNY bn/year,x', 'partOfYear 2025年上半年 -> wholeYear'],
    ['ownRevenue,CN-LN,2023,270,CNY bn/year,x', 'beforeStart 2023 2024 -> correctSeries'],
    ['ownRevenu,CN-LN,2025,290,CNY bn/year,x', 'unknownName ownRevenu -> didYouMean ownRevenue'],
    ['ownRevenue,CN-BJ,2025,290,CNY bn/year,x', 'unknownArea CN-BJ -> nameGivenArea CN-LN, CN-JL, CN-HL, CN'],
    ['ownRevenue,CN-LN,2025,290,CNY 100m/year,x', 'unitDiffers ownRevenue CNY 100m/year CNY bn/year -> convert'],
    ['ownRevenue,CN-LN,2025,2918,CNY bn/year,x', 'jump ownRevenue 290.694 2024 2918 2025 -> explainBreak'],
    ['ownRevenue,CN-LN,2025,,CNY bn/year,x', 'numberMissing -> writeNumber'],
    ['ownRevenue,CN-LN,2025,290,CNY bn/year,', 'sourceMissing -> writeSource'],
    ['residentsTotal,CN-LN,2025,-41,person m,x', 'residentsTotal'],
  ])('%s is refused', (row, problem) => {
    const found = refused(table(row))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^figures\.csv 2 /)
    expect(found[0]).toContain(problem)
  })

  it('are refused with every problem at once', () => {
    expect(refused('series,area\nx,y')[0]).toContain('headerLacks year')
    expect(refused(header)).toEqual([`figures.csv: noFigures -> giveRows ${header}`])
    expect(refused(table(growth[0]!, growth[0]!)).join()).toContain('yearTwice nominalOutput 2025')
    expect(refused(table('a,b,c,d,e,f', 'a,b,c,d,e,f')).length).toBeGreaterThan(5)
  })
})

describe('figures that contradict each other', () => {
  const conflicts = (...rows: readonly string[]) => read(table(...rows), 2007).conflicts

  it('tax revenue of 2007 counts less than that of 2006 did, while revenue rose by a third', () => {
    const [only, ...others] = conflicts(
      'taxRevenue,CN-LN,2007,81.567,CNY bn/year,x',
      'ownRevenue,CN-LN,2007,108.269,CNY bn/year,x',
    )
    expect(others).toEqual([])
    expect(only!.code).toBe('region.apart')
    expect(only!.values).toMatchObject({
      area: 'CN-LN',
      year: 2007,
      part: 'taxRevenue',
      whole: 'ownRevenue',
      moved: -0.2,
      all: 32.4,
    })
  })

  it('a part is above its whole, a sum or a product does not hold', () => {
    const codes = (...rows: readonly string[]) =>
      conflicts(...rows).map(({ code, values }) => [code, values['series'] ?? values['part']])
    expect(codes('taxRevenue,CN-LN,2025,300,CNY bn/year,x')).toEqual([['region.aboveWhole', 'taxRevenue']])
    expect(codes('homeSales,CN-LN,2025,17,m2 m/year,x')).toEqual([['region.unequal', 'homeSalesValue']])
    expect(codes('residentsTotal,CN-LN,2024,41.9,person m,x')).toEqual([['region.unequal', 'residentsTotal']])
    expect(codes('outputGrowth,CN-LN,2024,0.07,1/year,x')).toEqual([
      ['region.unequal', 'nominalOutput'],
      ['region.unequal', 'outputIndex'],
    ])
  })

  it('what the region itself holds of later years agrees', () => {
    const rows = region.series
      .filter(({ area, year }) => region.areas.includes(area) && (year === 2024 || year === 2025))
      .map(({ series, area, year, value, unit }) => [series, area, year, value, `"${unit}"`, 'held'].join(','))
    expect(rows.length).toBeGreaterThan(200)
    expect(conflicts(...rows)).toEqual([])
  })
})
