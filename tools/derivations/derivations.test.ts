/** Every figure that a derivation here gives is stored as derived, and no other figure names derivations as its source. */

import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { ownPacks, readFrom } from '../../src/regions/read.ts'
import { at, type City, city, closures, northeast } from './derivation.ts'
import { derivations, nationalDerivations } from './index.ts'
import { carriedOn, movementWindows, provinceGroups } from './movement.ts'

const read = readFrom(ownPacks)
const figures = ['CN', ...northeast].flatMap(area =>
  csvParse(read(`${area}/figures.csv`)!).map(({ name, value, evidence, source, note }) => ({
    cell: `${name} ${area}`,
    value: Number(value),
    evidence,
    source,
    note,
  })),
)
const cells = derivations.flatMap(({ of = northeast, ...derivation }) => of.map(area => ({ ...derivation, area })))

describe('derivations of starting figures', () => {
  it.each(cells)('$figure of $area', ({ figure, area, unit, value, rule }) => {
    const stored = figures.filter(({ cell }) => cell === `${figure} ${area}`)
    expect(stored).toHaveLength(1)
    expect(Math.abs(value(area) - stored[0]!.value)).toBeLessThanOrEqual(0.5001 * unit)
    expect(stored[0]).toMatchObject({ evidence: 'derived', source: 'derivations', note: rule })
  })

  it('are all that name them as their source', () => {
    const named = figures.filter(({ source }) => source === 'derivations').map(({ cell }) => cell)
    expect(named.toSorted()).toEqual(cells.map(({ figure, area }) => `${figure} ${area}`).toSorted())
  })

  it.each(nationalDerivations.flatMap(({ of = [], ...one }) => of.map(time => ({ ...one, time }))))(
    '$figure at $time',
    ({ time, unit, value, stored }) => {
      expect(Math.abs(value(time) - stored(time))).toBeLessThanOrEqual(0.5001 * unit)
    },
  )
})

describe('closures of 2022', () => {
  const sumOf = (cities: readonly City[], what: keyof City) => cities.reduce((sum, one) => sum + one[what], 0)
  const sources = new Set(csvParse(read('sources.csv')!).map(({ id }) => id))
  const rows = csvParse(read('northeast/closures.csv')!)

  it('are of the three provinces, each with a source', () => {
    expect(northeast.flatMap(area => closures(area))).toHaveLength(rows.length)
    expect(rows.filter(({ source }) => !sources.has(source!))).toEqual([])
  })

  it.each(northeast.flatMap(area => closures(area)))(
    '$city, $place from $from to $to',
    ({ share, from, to, read: grade }) => {
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
      expect(days).toBeGreaterThanOrEqual(3)
      expect(from >= '2022-01-01' && to <= '2022-12-31').toBe(true)
      expect(share).toBeGreaterThan(0.04)
      expect(share).toBeLessThanOrEqual(1)
      expect(['both', 'first', 'last', 'last shown']).toContain(grade)
      // A day that was not found is the one that the plan in force asked for, unless a source shows less or more.
      if (grade === 'last') expect(days).toBe(from < '2022-06-28' ? 14 : 10)
    },
  )

  it.each(northeast)('in %s never close more of a city than it has', area => {
    const closed = closures(area)
    for (const { city: name, from } of closed) {
      const that = closed.filter(one => one.city === name && one.from <= from && one.to >= from)
      // People of parts are rounded to ten thousand.
      expect(that.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1.005)
    }
  })

  it.each(northeast)('weigh cities of %s by output that the province has', area => {
    const cities = csvParse(read('northeast/cities.csv')!).filter(row => row['area'] === area)
    const names = cities.map(row => row['city']!)
    expect(names.toSorted()).toEqual([...new Set(closures(area).map(closure => closure.city))].toSorted())
    const all = names.map(name => city(area, name))
    const partOfOutput = sumOf(all, 'output') / at(area, 'nominalOutputFirstPublished', 2021)
    const partOfPeople = sumOf(all, 'people') / at(area, 'residentsTotal', 2020)
    expect(partOfOutput).toBeLessThan(1)
    // Cities that closed are richer than the rest, but not by a third.
    expect(partOfOutput / partOfPeople).toBeGreaterThan(1)
    expect(partOfOutput / partOfPeople).toBeLessThan(1.33)
    for (const { read: grade, source } of cities) {
      expect(['both', 'people', 'output', 'neither']).toContain(grade)
      expect(sources).toContain(source)
    }
  })
})

describe('how long net movement lasts, as docs/theory/migration.md quotes it', () => {
  it.each([
    ['revised to the census, dates 2013 to 2016', 0.55, 0.39, 0.74, 1.19],
    ['revised to the census, years to 2018', 0.46, 0.35, 0.7, 1.25],
    ['surveys, dates 2013 to 2015', 0.19, 0.18, 0.91, 1.27],
    ['surveys of 2017-19 to those of 2021-24', 0.24, 0.16, 0.2, 1.05],
    ['surveys of 2021-22 to those of 2023-24', 0.36, 0.35, 0.52, 0.42],
    ['revised 2018-20 to surveys of 2021-24', 0.22, 0.17, 0.34, 0.26],
  ] as const)('%s', (label, ...slopes) => {
    const found = Object.values(provinceGroups).map(areas => carriedOn(areas, movementWindows[label]!).slope)
    expect(found.map(slope => Number(slope.toFixed(2)))).toEqual(slopes)
  })

  it('has the residents of the three provinces as their own series do', () => {
    const names = { 'CN-LN': 'Liaoning', 'CN-JL': 'Jilin', 'CN-HL': 'Heilongjiang' }
    const rows = csvParse(read('CN/provinces.csv')!)
    expect(rows).toHaveLength(31 * 15)
    for (const area of northeast) {
      const own = rows.filter(({ province }) => province === names[area])
      expect(own).toHaveLength(15)
      for (const { year, residents, residentsFirstPublished } of own) {
        if (Number(year) <= 2020)
          expect(Number(residents)).toBeCloseTo(100 * at(area, 'residentsTotal', Number(year)), 6)
        if (residentsFirstPublished === '') continue
        expect(Number(residentsFirstPublished)).toBeCloseTo(
          100 * at(area, 'residentsTotalBeforeCensus2020', Number(year)),
          6,
        )
      }
    }
  })
})
