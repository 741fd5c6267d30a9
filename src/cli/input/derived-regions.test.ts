/** Tests that regions without a folder are derived when they are asked for, and that the others do not change by it. */

import { describe, expect, it } from 'vitest'
import { requiredData } from '../../analysis/region/simulation.ts'
import { growthGaps } from '../../analysis/region/whole-nation.ts'
import { model } from '../../model/index.ts'
import { knownRegion } from './opening.ts'
import { heartland } from '../testing/command-line-fixture.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import { loadRegion } from '../../regions/load.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import { required } from '../../regions/region-texts-fixture.ts'
import { derivedRegions, packsOf } from '../../regions/country/on-demand.ts'
import { countryPacks } from '../../regions/country/packs.ts'

const own = readFrom(ownPacks)

describe('a province without a folder', () => {
  it.each(['CN-GD', 'cn-gd', 'Guangdong', '广东', '广东省'])('is found as %s', word => {
    expect(knownRegion(word)).toBe('CN-GD')
  })

  it.each(['China, 31 provinces', '全国31个省份'])('is one of those found as %s', word => {
    expect(knownRegion(word)).toBe('CN-all')
  })

  it('is read as `heartland derive` writes it, though a comparator has a folder of the same name', () => {
    const { files } = countryPacks(readFrom(`${ownCountries}/CN`), 'CN', own, { handmade: true })
    for (const id of ['CN-GD', 'CN-BJ']) {
      const { filesIn, read } = packsOf(id)
      expect(filesIn(id)).toContain(`${id}/figures.csv`)
      for (const path of files.keys()) expect(read(path), path).toBe(files.get(path))
      expect(loadRegion(read, id, required).id).toBe(id)
    }
    expect(own('CN-BJ/figures.csv')).toBeUndefined()
  })

  it('is listed once, after the folders; none is derived for a folder of the user', () => {
    const ids = derivedRegions().map(({ id }) => id)
    // 28 provinces and three unions; 49 states, DC and the five of the Rust Belt; and all of either nation.
    expect([ids.length, new Set(ids).size]).toEqual([84, 84])
    expect([ids[31], ids.at(-1)]).toEqual(['CN-all', 'US-all'])
    for (const id of ['CN-LN', 'CN-JL', 'CN-HL', 'northeast']) expect(ids).not.toContain(id)
    expect(derivedRegions('golden/michigan')).toEqual([])
    expect(packsOf('CN-GD', 'golden/michigan').read('CN-GD/region.json')).toBeUndefined()
  })

  it('says where its figures come from, as others do', async () => {
    const { out } = await heartland('list sources --region 广东 --json')
    expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toContain('gu-kaleidoscope')
  })
})

describe('a union of a country', () => {
  it.each(['CN-yangtze-delta', 'Yangtze River Delta', '长三角'])('is found as %s', word => {
    expect(knownRegion(word)).toBe('CN-yangtze-delta')
  })

  it('opens in the year of the provinces, within the nation', async () => {
    const { read } = packsOf('CN-capital-region')
    const { areas, start, within } = loadRegionAt(read, 'CN-capital-region', requiredData(model))
    expect([areas, start, within]).toEqual([['CN-BJ', 'CN-TJ', 'CN-HE'], 2025, 'CN-all'])
    const { out } = await heartland('run 京津冀 --lang en')
    expect(out).toContain('within China, 31 provinces, whose other areas keep to current policy')
  })
})

describe('a state', () => {
  it.each(['US-MI', 'us-mi', 'Michigan', '密歇根州'])('is found as %s', word => {
    expect(knownRegion(word)).toBe('US-MI')
  })

  it('opens in the last start of its country, in another that is named, and in no year between', () => {
    const opened = (word: string) => loadRegionAt(packsOf(word).read, word, requiredData(model))
    expect([opened('US-MI'), opened('US-MI@2010')].map(({ id, start }) => [id, start])).toEqual([
      ['US-MI', 2024],
      ['US-MI@2010', 2010],
    ])
    expect(() => opened('US-MI@2016')).toThrow('Name one of 2005, 2010, 2015, 2024')
  })

  it('stands with four others in the Rust Belt; nothing of Ohio is derived', () => {
    const { areas } = loadRegion(packsOf('rust-belt').read, 'rust-belt', requiredData(model))
    expect(areas).toEqual(['US-MI', 'US-PA', 'US-IN', 'US-IL', 'US-WI'])
    expect(packsOf('US-all').read('US-OH/region.json')).toBeUndefined()
    expect(knownRegion('Ohio')).toBeUndefined()
  })
})

it('those made by hand, and the Northeast with its comparators, are read from their folders', () => {
  for (const id of ['northeast', 'northeast-as-reported', 'CN-LN', 'CN-JL', 'CN-HL']) {
    const { read } = packsOf(id)
    expect(loadRegion(read, id, required).hash).toBe(loadRegion(own, id, required).hash)
    expect(read('CN-BJ/region.json')).toBe(own('CN-BJ/region.json'))
  }
})

it('all provinces together have a lead or lag in the first year of the back-test', () => {
  const nation = loadRegionAt(packsOf('CN-all').read, 'CN-all@2006', [
    ...required,
    ...(['tradeShare', 'moveShare'] as const).map(
      name => ({ kind: 'flow', name, unit: 'share', dimensions: [] }) as const,
    ),
  ])
  expect(nation.areas).toHaveLength(31)
  for (const gap of growthGaps(nation)) expect(Math.abs(gap)).toBeLessThan(0.06)
})
