/** Housing on the shipped region: a damped price, purchases of unsold homes without perverse effects, signs, priors. */

import { describe, expect, it } from 'vitest'
import { housingPriors, housingRegressions } from '../../tools/derivations/housing.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { createSimulator } from '../engine/run.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import { complaint } from './findings-fixture.ts'
import { model } from './index.ts'

const { program, region, simulator } = openRegion('northeast')
const names = [
  'housePrice',
  'homeSales',
  'births',
  'netMigration',
  'landRevenue',
  'landPrice',
  'landPerFloor',
  'landWanted',
  'auctionSuccess',
  'financingFromLand',
  'publicHomePurchases',
  'unsoldFloor',
  'homeSalesOpening',
  'monthsOfSupply',
  'loans',
  'nominalOutput',
]
const run = (policy: Policy, assumptions: Assumptions = {}): Reader =>
  readRun(simulator.run({ policy, assumptions, record: names }))
const from2026 = (levers: Readonly<Record<string, number>>, end?: number): Policy =>
  Object.fromEntries(
    Object.entries(levers).map(([name, value]) => [
      name,
      { value, start: 2026, ramp: 0, ...(end === undefined ? {} : { end }) },
    ]),
  )
const years = Array.from({ length: 15 }, (_, at) => 2026 + at)
const baseline = run({})
const total = (reader: Reader, name: string, year: number): number =>
  region.areas.reduce((sum, area) => sum + reader.mean(name, year, area), 0)
const priceOf = (reader: Reader, year: number): number => total(reader, 'housePrice', year)
const change = (reader: Reader, name: string, year: number): number =>
  total(reader, name, year) / total(baseline, name, year) - 1

describe('the house price', () => {
  it('does not ring after a cut of the mortgage rate for a year', () => {
    const cut = run(from2026({ mortgageRateChange: -1.5 }, 2027))
    const deviations = years.map(year => priceOf(cut, year) / priceOf(baseline, year) - 1)
    const peak = Math.max(...deviations)
    expect(peak).toBeGreaterThan(0.005)
    const after = deviations.slice(deviations.indexOf(peak))
    expect(Math.min(...after)).toBeGreaterThan(-0.2 * peak)
    // The single swing back is that of the stock of unsold homes; it is over after twelve years.
    for (const deviation of deviations.slice(13)) expect(Math.abs(deviation)).toBeLessThan(0.0015)
  })

  it('has the priors that the regressions give', () => {
    const declared = Object.assign({}, ...model.sectors.map(({ declarations }) => declarations))
    for (const [name, prior] of Object.entries(housingPriors())) expect(declared[name].value, name).toEqual(prior)
  })
})

describe('sales of homes', () => {
  const volume = region.paths['nationalHousingSales']!
  /** Sales of all areas by year when the national volume is a fifth smaller from 2027 on. */
  const smaller = createSimulator(
    program,
    {
      ...region,
      paths: {
        ...region.paths,
        nationalHousingSales: {
          ...volume,
          points: [2026, 2026.999, 2027, 2028, 2030].map(
            time => [time, region.values['nationalHousingSalesStart']!.values[0]! * (time < 2027 ? 1 : 0.8)] as const,
          ),
        },
      },
    },
    { end: 2030, stepsPerYear: 4 },
  )
  const sales = (salesFromNation: number): Reader =>
    readRun(smaller.run({ assumptions: { salesFromNation }, record: ['homeSales'] }))

  it('follow the national market in the same year, as floor space sold did in 31 provinces', () => {
    const [sameYear, yearBefore] = housingRegressions().salesOnNation.estimates
    expect(sameYear!.value).toBeGreaterThan(0.7)
    expect(yearBefore!.value).toBeLessThan(sameYear!.value / 2)
    const [none, some] = [sales(0), sales(0.7)]
    const fall = (year: number): number =>
      Math.log(total(some, 'homeSales', year) / total(none, 'homeSales', year)) / Math.log(0.8)
    expect(fall(2026)).toBeCloseTo(0, 2)
    // Prices and incomes answer too, so that the fall is not .7 to the last digit.
    expect(fall(2027)).toBeGreaterThan(0.65)
    expect(fall(2027)).toBeLessThan(0.75)
  })
})

describe('the stock of unsold homes', () => {
  it('falls to what is normal and stays there: no shortage follows the glut, whatever the speed of starts', () => {
    for (const startsSpeed of [0.3, 0.9, 1.8]) {
      const paths = readRun(simulator.run({ assumptions: { startsSpeed }, record: ['monthsOfSupply'] }))
      for (const area of region.areas) {
        const months = years.map(year => paths.mean('monthsOfSupply', year, area))
        expect(Math.min(...months), `${area}, ${startsSpeed}`).toBeGreaterThan(12)
        // Fourteen to twenty-two are normal; in Heilongjiang slow starts leave more for longer.
        const pace = startsSpeed < 0.9 ? 'slow' : 'normal or quick'
        const what = `months of supply in 2040 with ${pace} starts, ${area}`
        expect(complaint({ id: 'homes', what, from: 12, to: 33 }, months.at(-1)!)).toBe('')
      }
    }
  })

  it('leaves land revenue to fall and to recover slowly: no year up by more than a seventh', () => {
    for (const area of region.areas)
      for (const year of years) {
        const rise = baseline.mean('landRevenue', year, area) / baseline.mean('landRevenue', year - 1, area) - 1
        expect(rise, `${area} ${year}`).toBeLessThan(1 / 7)
      }
  })
})

describe('debt of households', () => {
  it('falls with sales of new homes and does not vanish: others borrow on old homes and for consumption', () => {
    const debt = (area: string, year: number): number =>
      ['young', 'middle', 'old'].reduce((sum, group) => sum + baseline.mean('loans', year, area, group), 0) /
      baseline.mean('nominalOutput', year, area)
    for (const area of region.areas) {
      expect(debt(area, 2040)).toBeLessThan(debt(area, region.start))
      expect(debt(area, 2040)).toBeGreaterThan(0.16)
    }
  })
})

describe('purchases of unsold homes', () => {
  const bought = run(from2026({ homePurchaseProgramme: 1, financedByCentre: 1 }))

  it('of 1 % of output raise the price by at most 8 % and drive nobody away', () => {
    for (const year of years) {
      expect(change(bought, 'housePrice', year), `${year}`).toBeLessThan(0.08)
      const left = total(bought, 'netMigration', year) - total(baseline, 'netMigration', year)
      expect(left, `${year}`).toBeGreaterThan(-0.01)
    }
  })

  it('leave developers a year of sales', () => {
    for (const area of region.areas) {
      for (const year of years) {
        expect(bought.mean('unsoldFloor', year, area)).toBeGreaterThan(0)
        const beyond = bought.mean('unsoldFloor', year, area) - bought.mean('homeSalesOpening', year, area)
        if (beyond < 0) expect(bought.mean('publicHomePurchases', year, area)).toBeLessThan(0.5)
      }
    }
  })
})

describe('what moves housing', () => {
  it('lower mortgage rates raise price and sales, and lower births and migration', () => {
    const cut = run(from2026({ mortgageRateChange: -1 }))
    expect(change(cut, 'housePrice', 2030)).toBeGreaterThan(0.02)
    expect(change(cut, 'homeSales', 2030)).toBeGreaterThan(0.03)
    expect(change(cut, 'births', 2037)).toBeLessThan(0)
    expect(total(cut, 'netMigration', 2030)).toBeLessThan(total(baseline, 'netMigration', 2030))
  })

  it('homes that the state buys are dearer at first, which keeps some people away; public homes make up for it', () => {
    // Work at the homes that are begun then draws people too, which is another matter.
    const [none, bought] = [{}, from2026({ homePurchaseProgramme: 1, financedByCentre: 1 })].map(policy =>
      run(policy, { okunElasticity: 0 }),
    )
    const more = (year: number): number => total(bought!, 'netMigration', year) - total(none!, 'netMigration', year)
    expect(more(2030)).toBeLessThan(0)
    // Prices return by a quarter of the gap a year.
    expect(Math.abs(more(2040) / more(2030))).toBeLessThanOrEqual(0.5)
  })

  it('a property tax lowers the price by its present value on the homes taxed, within the range of studies', () => {
    const taxed = run(from2026({ propertyTaxRate: 0.5 }))
    expect(change(taxed, 'housePrice', 2026)).toBeLessThan(-0.001)
    expect(change(taxed, 'housePrice', 2037)).toBeLessThan(-0.008)
    expect(change(taxed, 'housePrice', 2037)).toBeGreaterThan(-0.04)
  })

  it('land revenue is price times the starts that are wanted times the success of auctions', () => {
    const reader = simulator.run({ record: names })
    const { values, size } = reader.series.get('landRevenue')!
    const at = (name: string, index: number): number => reader.series.get(name)!.values[index]!
    const perFloor = reader.series.get('landPerFloor')!.values[0]!
    for (const step of [0, 30, simulator.steps - 1]) {
      for (let area = 0; area < size; area++) {
        const index = step * size + area
        const product =
          at('landPrice', index) * perFloor * at('landWanted', index) * at('auctionSuccess', index) +
          at('financingFromLand', index)
        expect(values[index]).toBeCloseTo(product, 9)
      }
    }
  })
})
