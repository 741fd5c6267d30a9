/** The report on debt: parts that add up, figures that agree with those of the region, and pension rights by hand. */

import { describe, expect, it } from 'vitest'
import { futureSettingsOf } from '../answer/answer-runs.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { builtModule } from '../../cli/threads/wasm-module.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { debtReport } from './debt.ts'
import { ratioParts } from './decomposition.ts'
import { debtFans } from './fan.ts'
import { bandOfRatio } from './thresholds.ts'

const open = openRegion('northeast')
const { region } = open
const reportOf = (policy: Policy = {}, assumptions: Assumptions = {}, discountRate = 0.04) =>
  debtReport(open, { policy, assumptions, discountRate, benchmarks: 'emerging' })
const report = reportOf()
const places = report.places.map(({ id }) => id)

describe('the parts of debt', () => {
  it('reproduce the published debt identity', () => {
    let [debt, nominal] = [0.6, 1]
    for (let year = 0; year < 10; year++) {
      const next = nominal * 1.03
      const added = [0.05 * debt, 0.02 * next]
      const {
        added: parts,
        growth,
        prices,
      } = ratioParts({
        before: debt,
        added,
        nominal: [nominal, next],
        real: [nominal, next],
      })
      const ratio = debt / nominal
      debt += added[0] + added[1]
      nominal = next
      expect(ratio + parts[0] + parts[1] + growth + prices).toBeCloseTo(debt / nominal, 12)
    }
    expect(debt / nominal).toBeCloseTo(0.9456424, 7)
  })

  it.each([
    ['current policy', report],
    [
      'a swap, a clean-up and a haircut',
      reportOf({ swapPace: { value: 20 }, cleanUpProgramme: { value: 1 }, vehicleHaircut: { value: 20 } }),
    ],
  ])('leave less than 1e-9 in every year, place and kind of debt, under %s', (_, { of, years, largestResidual }) => {
    expect(largestResidual).toBeLessThan(1e-9)
    for (const place of places) {
      const { decomposition, kinds } = of[place]
      for (const one of [decomposition, ...kinds])
        for (const left of one.residual) expect(Math.abs(left)).toBeLessThan(1e-9)
      years.forEach((_year, at) => {
        const sum = kinds.reduce((total, { level }) => total + level.values[at], 0)
        expect(sum).toBeCloseTo(decomposition.level.values[at], 9)
      })
    }
  })

  it('begin with the debt of Liaoning as its figures have it', () => {
    const run = open.simulator.run({ record: ['gdpStart', 'vehicleDebtFactor'] })
    const read = readRun(run)
    const figure = (name: string): number =>
      region.figures.find(one => one.area === 'CN-LN' && one.name === name)!.value!
    const bonds = figure('provincialBondsStart')
    const published = region.series.find(
      ({ area, series, year }) => area === 'CN-LN' && series === 'provincialBonds' && year === region.start - 1,
    )
    expect(bonds).toBeCloseTo(published!.value, 0)
    const { start } = region
    const debt = bonds + figure('vehicleDebtStart') * read.at('vehicleDebtFactor', start) + figure('arrearsStart')
    expect(report.of['CN-LN'].decomposition.before).toBeCloseTo(debt / read.at('gdpStart', start, 'CN-LN'), 9)
  })
})

describe('financing', () => {
  it('is the sum of its parts, and what falls due adds up to all debt', () => {
    for (const place of places) {
      const { financing, profiles, balance } = report.of[place]
      for (const left of financing.residual) expect(Math.abs(left)).toBeLessThan(1e-9)
      for (const left of balance.residual) expect(Math.abs(left)).toBeLessThan(1e-8)
      const later = profiles.find(({ at }) => at === 2030)!
      const at = report.years.indexOf(2030)
      const held = (id: string): number => -balance.lines.find(line => line.id === id)!.values[at]
      expect(later.bands.reduce((sum, { bonds }) => sum + bonds, 0)).toBeCloseTo(held('bonds'), 6)
      expect(later.bands.reduce((sum, { vehicles }) => sum + vehicles, 0)).toBeCloseTo(held('vehicles'), 6)
    }
  })

  it('that is renewed by half costs public investment and output, and leaves bills unpaid', () => {
    for (const place of places) {
      const change = (id: string): number => report.rolloverTest.outcomes[place].find(one => one.id === id)!.change
      expect(change('unpaid')).toBeGreaterThan(0.005)
      expect(change('publicInvestment')).toBeLessThan(-0.1)
      expect(change('output')).toBeLessThan(-0.005)
    }
  })
})

describe('the heat map', () => {
  it('is high where the baseline exceeds a benchmark, moderate where only a test does', () => {
    const row = (place: string, id: string) => report.of[place].heatMap.rows.find(one => one.id === id)!.cells
    for (const place of places)
      for (const id of ['debtToGdp', 'grossFinancingNeedToGdp']) {
        const [baseline, ...tests] = row(place, id)
        const benchmark = id === 'debtToGdp' ? 0.7 : 0.15
        expect(baseline.risk).toBe(baseline.value! > benchmark ? 'high' : 'low')
        for (const { risk, value } of tests)
          expect(risk).toBe(baseline.risk === 'high' ? 'high' : value! > benchmark ? 'moderate' : 'low')
      }
  })

  it('takes the classes of the Ministry of Finance from below', () => {
    expect([0, 1.19, 1.2, 2, 2.99, 3, 9].map(ratio => bandOfRatio(ratio).risk)).toEqual([
      'low',
      'low',
      'moderate',
      'elevated',
      'elevated',
      'high',
      'high',
    ])
  })
})

describe('implicit pension debt', () => {
  it('is the value of an annuity where nobody dies before the end of the tables and pensions follow prices', () => {
    const assumptions = { mortalityLevel: 0, pensionIndexation: 0 }
    const { pensionDebt } = reportOf({}, assumptions, 0.03)
    const names = ['pensionAgeResidents', 'coverageByBirth', 'pensionerCoverage', 'pension', 'pensioners']
    const run = open.simulator.run({ assumptions, record: names })
    const { numbers } = readRun(run)
    region.areas.forEach((id, area) => {
      let [value, people] = [0, 0]
      for (let age = 0; age <= 100; age++) {
        const heads =
          numbers('pensionerCoverage').at(0, area) *
          numbers('coverageByBirth').at(0, age) *
          numbers('pensionAgeResidents').at(0, area * 101 + age)
        people += heads
        for (let year = 0; age + year <= 100; year++)
          value += (heads * numbers('pension').at(0, area)) / 1.03 ** (year + 0.5)
      }
      expect(people).toBeCloseTo(numbers('pensioners').at(0, area), 9)
      expect(pensionDebt.places[id].central.pensioners / value).toBeCloseTo(1, 9)
    })
  })

  it('adds up over areas, falls with the discount rate and rises with indexation', () => {
    const { places: of } = report.pensionDebt
    const sum = region.areas.reduce((total, id) => total + of[id].central.total, 0)
    expect(sum).toBeCloseTo(of['region'].central.total, 6)
    for (const place of places) {
      const { central, atWagesOfToday, sensitivity } = of[place]
      expect(central.unfunded).toBeCloseTo(
        central.pensioners + central.contributors + central.residents - central.reserve,
        9,
      )
      expect(atWagesOfToday.contributors).toBeLessThan(central.contributors)
      sensitivity.toGdp.forEach((ratios, rate) => {
        expect(ratios[0]).toBeLessThan(ratios[1])
        expect(ratios[1]).toBeLessThan(ratios[2])
        if (rate > 0) expect(ratios[1]).toBeLessThan(sensitivity.toGdp[rate - 1][1])
      })
    }
  })
})

describe('simulations', { timeout: 240_000 }, () => {
  it('give the same fans for the same seed, in order, and no figure that is not a number', async () => {
    const built = builtModule(open)
    const question = { policy: {}, assumptions: {}, seed: 3, members: 64, benchmarks: 'emerging' } as const
    const task = { settings: question, policies: [{}], assumptions: {} }
    const { widening } = await futureSettingsOf(open, task, built)
    const [fans, again, without] = [
      await debtFans(open, built, question, widening),
      await debtFans(open, built, question, widening),
      await debtFans(open, built, question, undefined),
    ]
    expect(again).toEqual(fans)
    expect([fans.modelError, without.modelError]).toEqual([true, false])
    expect(fans.audit.largestResidual).toBeLessThan(1e-9)
    // Later the spread of the simulations is wider than past errors.
    const [early, last] = [fans.years.indexOf(2026), fans.years.length - 1]
    for (const place of places) {
      fans.places[place].forEach(({ bands, thresholds, measure }, at) => {
        for (const year of fans.years.keys())
          for (let band = 1; band < bands.length; band++)
            expect(bands[band][year]).toBeGreaterThanOrEqual(bands[band - 1][year])
        const width = (one: typeof fans): number =>
          one.places[place][at].bands[4][early] - one.places[place][at].bands[0][early]
        if (place === 'region' && measure === 'debtToGdp') expect(width(fans)).toBeGreaterThan(width(without))
        if (measure === 'comprehensiveDebtRatio')
          expect(thresholds.reduce((sum, { share }) => sum + share[last], 0)).toBeCloseTo(1, 12)
      })
    }
    expect(JSON.stringify(fans)).not.toContain('null')
  })
})
