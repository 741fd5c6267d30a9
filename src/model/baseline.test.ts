/** Tests the baseline of the Northeast against published figures for 2024 (specification, section 22), and its end. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { complaint } from './findings-fixture.ts'
import { recentFindings } from './recent-findings-fixture.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']

const { region, simulator } = openRegion('northeast')
const names = [
  'output',
  'nominalOutput',
  'residentsTotal',
  'share65',
  'retailPerHead',
  'ownRevenue',
  'closing(housePrice)',
  'closing(netForeign)',
  'closing(arrears)',
  'closing(advances)',
  'debtToGdp',
  'utilisation',
  'unemploymentRate',
  'savingRate',
  'tourism',
]
const run = simulator.run({ record: names, audit: true })

const at = (name: string, step: number, area: number): number => {
  const { size, values } = run.series.get(name)!
  return values[step * size + area]!
}
const last = (name: string, year: number, area: number): number => at(name, (year - 2024) * 4 + 3, area)
const mean = (name: string, year: number, area: number): number =>
  [0, 1, 2, 3].reduce((sum, quarter) => sum + at(name, (year - 2024) * 4 + quarter, area), 0) / 4
const figure = (name: string, area: number): number => region.values[name]!.values[area]!
const official = (series: string, year: number, area: number): number =>
  region.series.find(point => point.area === areas[area] && point.series === series && point.year === year)!.value

/** Real growth of 2024 on 2023; output is in prices of the start, the figure of 2023 in those of that year. */
const growth = (area: number): number =>
  mean('output', 2024, area) / (figure('gdpBaseYear', area) * Math.exp(0.5 * figure('inflationBeforeStart', area))) - 1

describe.each(areas.map((name, area) => ({ name, area })))('the baseline of $name', ({ name, area }) => {
  it('grows in 2024 as published, within a point', () => {
    const published = 100 * official('outputGrowth', 2024, area)
    const what = `growth of ${region.areaNames[name]!.en} in 2024, %`
    const expected = { id: 'F25', what, from: published - 1, to: published + 1 }
    expect(complaint(expected, 100 * growth(area), recentFindings)).toBe('')
  })

  it('has the nominal output of 2024, within 2.5 %', () => {
    const ratio = mean('nominalOutput', 2024, area) / official('nominalOutput', 2024, area)
    expect(Math.abs(ratio - 1)).toBeLessThan(0.025)
  })

  it('has the nominal output per head of 2025, the last figure published, within 2.5 %', () => {
    const perHead = mean('nominalOutput', 2025, area) / mean('residentsTotal', 2025, area)
    expect(Math.abs(perHead / official('nominalOutputPerHead', 2025, area) - 1)).toBeLessThan(0.025)
  })

  it('lowers prices in 2024, by no more than was published', () => {
    const deflator = mean('nominalOutput', 2024, area) / figure('gdpBaseYear', area) / (1 + growth(area)) - 1
    expect(deflator).toBeLessThan(-0.004)
    expect(deflator).toBeGreaterThan(official('outputDeflatorGrowth', 2024, area))
  })

  it('has the people, retail sales and revenue of 2024', () => {
    expect(last('residentsTotal', 2024, area) / official('residentsTotal', 2024, area)).toBeCloseTo(1, 2)
    expect(Math.abs(last('share65', 2024, area) - official('share65', 2024, area))).toBeLessThan(0.005)
    expect(Math.abs(mean('retailPerHead', 2024, area) / official('retailPerHead', 2024, area) - 1)).toBeLessThan(0.03)
    // Revenue follows that of all localities, which fell behind output in 2024; in the Northeast it did not.
    expect(Math.abs(mean('ownRevenue', 2024, area) / official('ownRevenue', 2024, area) - 1)).toBeLessThan(0.09)
  })

  it('ends with no stock exploded or gone', () => {
    const output = mean('nominalOutput', 2040, area)
    // Heilongjiang's quota of bonds binds in the last two years: 0.9 bn of bank advances.
    expect(last('closing(advances)', 2040, area) / output).toBeLessThan(0.001)
    // 0, 2 and 6 %: Heilongjiang pays late when transfers grow as slowly as history says.
    expect(last('closing(arrears)', 2040, area) / output).toBeLessThan(0.065)
    expect(last('debtToGdp', 2040, area)).toBeLessThan(1.5)
    for (let step = 0; step < run.times.length; step++) {
      expect(at('utilisation', step, area)).toBeGreaterThan(0.9)
      expect(at('utilisation', step, area)).toBeLessThan(1.06)
      expect(at('unemploymentRate', step, area)).toBeLessThan(0.08)
      expect(at('savingRate', step, area)).toBeGreaterThan(0.15)
    }
  })
})

it('has visitors to Liaoning within a tenth of the receipts of 2024: 633 after 502 bn', () => {
  expect(Math.abs(mean('tourism', 2024, 0) / figure('tourismBaseYear', 0) / (633 / 502) - 1)).toBeLessThan(0.1)
})

it('has closed accounts', () => {
  expect(run.audit!.largestResidual).toBeLessThan(1e-9)
})

describe('the first quarter', () => {
  const record = ['demandGivenStart', 'exportsNationStart', 'demandOfUse', 'centralInvestmentShare']
  const first = readRun(simulator.run({ record }))
  // Building: new bonds that pay for projects of LGFVs, 2024 more than 2023. Visitors: they spent more through 2023.
  const jumps: Readonly<Record<string, number>> = { building: 0.045, visitors: 0.065 }
  const uses = 'consumption investment robots building purchases abroad nation visitors'.split(' ')

  it.each(areas)('of %s has the demand that the start leaves to it', area => {
    for (const use of uses) {
      const start =
        use === 'nation' ? first.at('exportsNationStart', 2024, area) : first.at('demandGivenStart', 2024, area, use)
      const jump = Math.log(first.at('demandOfUse', 2024, area, use) / start)
      expect(Math.abs(jump), use).toBeLessThan(jumps[use] ?? 0.02)
    }
  })

  it('has visitors who spend more each year as they did in the nation', () => {
    const spent = readRun(simulator.run({ record: ['tourism', 'price'] }))
    const inYear = (year: number, area: string): number =>
      [0, 0.25, 0.5, 0.75].reduce(
        (sum, part) => sum + spent.at('tourism', year + part, area) * spent.at('price', year + part, area),
        0,
      )
    for (const area of areas) expect(Math.abs(inYear(2025, area) / inYear(2024, area) - 1.095), area).toBeLessThan(0.01)
  })

  it('has no investment that special bonds paid for before they were sold, and the year what was allotted', () => {
    const nation = (year: number): number =>
      region.series.find(one => one.area === 'CN' && one.series === 'nominalOutput' && one.year === year)!.value
    expect(first.at('centralInvestmentShare', 2024)).toBe(0)
    for (const [year, allotted] of [
      [2024, 700],
      [2025, 800],
    ] as const)
      expect(Math.abs((first.mean('centralInvestmentShare', year) * nation(year)) / allotted - 1)).toBeLessThan(0.02)
  })
})
