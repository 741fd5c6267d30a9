/** Tests populations of past years: official totals, the censuses, and cohorts that neither appear nor disappear. */

import { describe, expect, it } from 'vitest'
import { adjustedRates, forSexes, sexes, totalPeople } from './cohorts.ts'
import { withTexts } from './region-texts-fixture.ts'
import { factorForLifeExpectancy, lifeExpectancy, pastYear, pastYears } from './past-cohorts.ts'
import { PackError } from './problems.ts'
import { ownPacks, readFrom } from './read.ts'

const packs = readFrom(ownPacks)
const areas = ['CN-LN', 'CN-JL', 'CN-HL']

describe('life expectancy', () => {
  it('is one over the rate where the rate is the same at all ages', () => {
    const flat = forSexes(() => Array.from({ length: 101 }, () => 0.02))
    expect(lifeExpectancy(flat, 1)).toBeCloseTo(50, 9)
  })

  it('is met by the factor that is solved for it', () => {
    const rates = forSexes(() => Array.from({ length: 101 }, (_, age) => Math.min(0.6, 0.00005 * 1.1 ** age)))
    const official = lifeExpectancy(rates, 1) - 3
    expect(lifeExpectancy(rates, factorForLifeExpectancy(rates, official))).toBeCloseTo(official, 9)
  })
})

describe('past years', () => {
  it.each(areas)('%s has every year with its official total', id => {
    const years = pastYears(packs, id)
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 24 }, (_, index) => 2001 + index))
    const official = new Map(
      packs(`${id}/vital.csv`)!
        .split('\n')
        .filter(line => line.startsWith('populationYearEnd,'))
        .map(line => [Number(line.split(',')[1]), Number(line.split(',')[2])]),
    )
    for (const { year, population } of years) expect(totalPeople(population)).toBeCloseTo(official.get(year - 1)!, 9)
  })

  it.each([...areas, 'CN'])(
    '%s: people of every age are finite, above 0, and a cohort changes by no more than a tenth a year',
    id => {
      const years = pastYears(packs, id)
      for (const [index, { population, mortality, factor }] of years.entries()) {
        for (const sex of sexes) {
          expect(population[sex]).toHaveLength(101)
          expect(population[sex].every(count => count > 0 && Number.isFinite(count))).toBe(true)
          const before = years[index - 1]
          if (before === undefined) continue
          const hazards = adjustedRates(mortality[sex], factor)
          // Infants are counted badly: below 5 the count and the births of a year differ by more.
          for (let age = 5; age <= 85; age++) {
            const alive = before.population[sex][age - 1]! * Math.exp(-hazards[age - 1]!)
            expect(Math.abs(population[sex][age]! / alive - 1), `${sex} ${age} ${years[index]!.year}`).toBeLessThan(0.1)
          }
        }
      }
    },
  )

  it('the last year is the start population of the pack, and the balance of each year closes', () => {
    for (const id of areas) {
      const last = pastYear(pastYears(packs, id), id, 2024)
      const [, line] = packs(`${id}/cohorts.csv`)!.match(/^(female,30,.*)$/m)!
      expect(last.population.female[30]).toBeCloseTo(Number(line!.split(',')[2]), 6)
      let residents: number | undefined
      for (const { population, before } of pastYears(packs, id).filter(({ year }) => year <= 2021)) {
        if (residents !== undefined && before !== undefined) {
          const { births, deaths, netMigration } = before
          expect(totalPeople(population)).toBeCloseTo(residents + births - deaths + netMigration, 9)
        }
        residents = totalPeople(population)
      }
    }
  })

  it.each(areas)('%s: movement closes the official totals, in the year after a census as in every other', id => {
    const years = pastYears(packs, id)
    for (const [index, { year, population, before }] of years.entries()) {
      if (before === undefined) continue
      const grown = totalPeople(population) - totalPeople(years[index - 1]!.population)
      const natural = before.births - before.deaths
      // Deaths of the year after a census are those of the people counted, not of the official total.
      expect(Math.abs(before.netMigration - (grown - natural)), `${year}`).toBeLessThan(0.0015)
    }
  })

  it('surveys that carried a total on with natural growth alone saw nobody move', () => {
    // So Jilin was carried from 2011 to 2015; deaths that its surveys missed are no arrivals.
    const years = pastYears(packs, 'CN-JL')
    for (const year of [2012, 2013, 2014, 2015]) {
      expect(Math.abs(pastYear(years, 'CN-JL', year + 1).before!.surveyedMigration!)).toBeLessThan(0.002)
    }
  })

  it('says which years there are, and what is missing', () => {
    expect(() => pastYear(pastYears(packs, 'CN-LN'), 'CN-LN', 1999)).toThrow('Ask for a year from 2001 to 2024')
    expect(() => pastYears(packs, 'CN-BJ')).toThrow(PackError)
    expect(() => pastYears(packs, 'CN-BJ')).toThrow('no census is described')
    const text = packs('CN-LN/vital.csv')!.replace(/^births,2015,.*\n/m, '')
    expect(() => pastYears(withTexts(packs, { 'CN-LN/vital.csv': text }), 'CN-LN')).toThrow('births of 2015 is missing')
  })
})
