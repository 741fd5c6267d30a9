/** Tests openings after the region's own start: figures of the year before, people carried on, what is too old refused. */

import { describe, expect, it } from 'vitest'
import { loadRegionAt } from './at-start.ts'
import { totalPeople } from './cohorts.ts'
import { coded, required } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { packAt, readPast } from './past.ts'
import { PackError } from './problems.ts'
import { ownPacks, readFrom } from './read.ts'
import type { RegionData, SeriesPoint } from './types.ts'

const own = readFrom(ownPacks)
const region = loadRegion(own, 'northeast', required)
const past = readPast(own, region)
const opened = packAt(region, past, 2025)

const figure = (pack: RegionData, name: string, area: string): number =>
  pack.values[name]!.values[pack.areas.indexOf(area)]!
const published = (series: string, area: string, year: number): number =>
  region.series.find(one => one.series === series && one.area === area && one.year === year)!.value

describe('a region opened after its own start', () => {
  it('has the figures that were published of the year before', () => {
    expect(opened.start).toBe(2025)
    for (const area of region.areas) {
      expect(figure(opened, 'gdpBaseYear', area)).toBeCloseTo(published('nominalOutput', area, 2024), 6)
      expect(figure(opened, 'centralTransfersBaseYear', area)).toBeCloseTo(published('centralTransfers', area, 2024), 9)
      expect(figure(opened, 'provincialBondsStart', area)).toBeCloseTo(published('provincialBonds', area, 2024), 0)
      // The pack's own figure lies between two years; carried on by the fall of sales it would be a seventh too low.
      expect(figure(opened, 'homeSalesStart', area)).toBe(published('homeSales', area, 2024))
    }
  })

  it('keeps the year of a figure that is kept', () => {
    const of = (name: string) => opened.figures.filter(one => one.name === name).map(({ year }) => year)
    expect(of('householdsStart')).toEqual(
      region.figures.filter(one => one.name === 'householdsStart').map(one => one.year),
    )
    expect(new Set(of('gdpBaseYear'))).toEqual(new Set([2024]))
  })

  it('takes paths relative to the year before', () => {
    const { points } = opened.paths['nationalFertility']!
    expect(points[0]).toEqual([2025, 0.87])
    const pool = (pack: RegionData) => pack.paths['nationalTransferPool']!.points
    // Final accounts of 2024 were .9846 of those of 2023, and the path begins at the former.
    expect(pool(opened)[0]![1]).toBeCloseTo(pool(region).find(([time]) => time > 2024.9)![1] / 0.9846, 1)
    expect(pool(opened)[0]![1]).toBeGreaterThan(0.99)
    expect(opened.pastLevers).toBeUndefined()
  })

  it('has another hash than the region and than one opened from other rules', () => {
    expect(opened.hash).not.toContain(region.hash)
    expect(packAt(region, { ...past, laterHash: 'other' }, 2025).hash).not.toBe(opened.hash)
  })

  it('refuses by name figures older than the year before, and says what to do', () => {
    const refused = (): string[] => {
      try {
        packAt(region, past, 2026)
        return []
      } catch (error) {
        if (!(error instanceof PackError)) throw error
        return error.problems.map(coded)
      }
    }
    expect(refused()).toContain(
      'CN-LN/series.csv series: stale births CN-LN, CN-JL, CN-HL 2024 2026 2025 startPopulation, censusMortality, mortalityFactor 4 -> giveFigure births 2025 northeast',
    )
    expect(new Set(refused().map(text => text.split(' ')[3]))).toEqual(
      new Set('births deaths outputGrowth outputIndex outputDeflatorGrowth nominalOutput'.split(' ')),
    )
  })

  it('opens a year later when these are given', () => {
    const given = region.areas.flatMap(area =>
      (
        [
          ['births', 0.8],
          ['deaths', 1.02],
          ['outputGrowth', 1],
          ['outputDeflatorGrowth', 1],
          ['nominalOutput', 1.02],
          ['outputIndex', 1.04],
        ] as const
      ).map(([series, times]): SeriesPoint => {
        const last = region.series.find(one => one.area === area && one.series === series && one.year === 2024)!
        return { ...last, year: 2025, value: last.value * times }
      }),
    )
    const more = { ...region, series: [...region.series, ...given] }
    const later = packAt(more, readPast(own, more), 2026)
    expect(figure(later, 'gdpBaseYear', 'CN-JL')).toBeCloseTo(1.02 * published('nominalOutput', 'CN-JL', 2024), 6)
    expect(figure(later, 'ownRevenueBaseYear', 'CN-JL')).toBeCloseTo(published('ownRevenue', 'CN-JL', 2025), 1)
    // Without figures of the fund, pensioners move as the old of the nation do.
    const old = (year: number) => published('residentsTotal', 'CN', year) * published('share65', 'CN', year)
    expect(figure(later, 'pensionersStart', 'CN-LN')).toBeCloseTo(
      (figure(opened, 'pensionersStart', 'CN-LN') * old(2025)) / old(2024),
      9,
    )
  })

  it('is the shipped region, and the start of its figures one of its own name', () => {
    const standard = loadRegionAt(own, 'northeast', required)
    expect(standard).toEqual(opened)
    expect(loadRegionAt(own, 'northeast@2025', required)).toEqual(standard)
    const figures = loadRegionAt(own, 'northeast@2024', required)
    expect(figures).toEqual({ ...region, id: 'northeast@2024', modelErrorOf: 'northeast' })
    // Fits belong to the figures, and their hash is the same.
    expect(standard.hashOfFigures).toBe(region.hash)
    expect(loadRegionAt(own, 'northeast', required, { parameters: 'priors' }).start).toBe(region.start)
  })

  it('says which line to take out where a region of its own lacks what its opening needs', () => {
    const files = (path: string) =>
      own(path.replace('MY-LN', 'CN-LN'))?.replaceAll(path.startsWith('MY-LN') ? 'CN-LN' : /$^/g, 'MY-LN')
    expect(() => loadRegionAt(files, 'MY-LN', required)).toThrow(
      'MY-LN/region.json, opens: MY-LN cannot be opened in 2025. Take `opens` out, and the region opens in 2024.',
    )
    expect(loadRegionAt(files, 'MY-LN@2024', required).start).toBe(2024)
  })

  it('starts from the ages of a variant, with the people of the year', () => {
    const reported = loadRegionAt(own, 'northeast-as-reported', required)
    expect([reported.id, reported.start]).toEqual(['northeast-as-reported', 2025])
    const people = (pack: RegionData): number => pack.values['startPopulation']!.values.reduce((a, b) => a + b, 0)
    expect(people(reported)).toBeCloseTo(people(opened), 9)
    const old = reported.values['startPopulation']!.values.filter((_, at) => at % 101 >= 65).reduce((a, b) => a + b, 0)
    expect(old / people(reported)).toBeCloseTo(0.25, 9)
  })

  it('says of each figure which year it is of, and by what it was carried on or where it was published', () => {
    const of = (name: string) => opened.figures.find(one => one.name === name && one.area === 'CN-LN')!
    expect(of('gdpBaseYear')).toMatchObject({ year: 2024, evidence: 'official', value: 3254.08 })
    expect(of('pensionReserveStart')).toMatchObject({ year: 2024, evidence: 'official' })
    expect(of('vehicleDebtStart')).toMatchObject({ year: 2024, evidence: 'derived' })
    // A guess that is carried on remains one.
    expect(of('householdDepositsStart')).toMatchObject({ year: 2024, evidence: 'assumed' })
    expect(of('householdDepositsStart').note).toMatch(/Carried from 2023 with householdDeposits$/)
    // The series of capital ends in 2022: output carries it on.
    expect(of('capitalStart').note).toMatch(/Carried from 2023 with nominalOutput$/)
  })
})

describe('people of 1 January 2025', () => {
  const areas = [...region.areas, 'CN']

  it.each(areas)('%s: as many as were published, with the births and deaths that were counted', area => {
    const { population, before } = past.cohorts(area, 2025)
    expect(totalPeople(population)).toBeCloseTo(published('residentsTotal', area, 2024), 9)
    expect(before!.births).toBe(published('births', area, 2024))
    expect(before!.deaths).toBe(published('deaths', area, 2024))
    const closed = published('residentsTotal', area, 2023) + before!.births - before!.deaths + before!.netMigration
    // Newborns who died in their first year are no deaths of those who lived before.
    expect(Math.abs(closed - totalPeople(population))).toBeLessThan(0.0025 * before!.births)
  })

  it.each(areas)('%s: shares of the old as published, within half a point', area => {
    const { female, male } = past.cohorts(area, 2025).population
    const share = (from: number): number =>
      [...female.slice(from), ...male.slice(from)].reduce((a, b) => a + b, 0) / totalPeople({ female, male })
    expect(Math.abs(share(65) - published('share65', area, 2024))).toBeLessThan(0.005)
  })

  it.each(areas)('%s: a cohort grows a year older and changes by less than a tenth', area => {
    const [then, now] = [past.cohorts(area, 2024).population, past.cohorts(area, 2025).population]
    for (const sex of ['female', 'male'] as const)
      for (let age = 1; age <= 75; age++) expect(Math.abs(now[sex][age]! / then[sex][age - 1]! - 1)).toBeLessThan(0.1)
  })

  it('those of 1 January 2026 of the nation follow, and of an area without births of 2025 not', () => {
    expect(totalPeople(past.cohorts('CN', 2026).population)).toBeCloseTo(published('residentsTotal', 'CN', 2025), 9)
    expect(() => past.cohorts('CN-LN', 2026)).toThrow(PackError)
  })
})
