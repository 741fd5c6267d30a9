/** Pensions: who draws one, and what a later retirement does to it. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import type { Policy } from '../engine/scenario.ts'

const { region, simulator } = openRegion('northeast')
const policies: Record<string, Policy> = {
  'current policy': {},
  'five years later': { retirementAge: { value: 5 } },
  'three years earlier': { retirementAge: { value: -3 } },
}
const names = [
  'pensioners',
  'pensionersOldShare',
  'residentPensioners',
  'residents60',
  'newPension',
  'wage',
  'pensionBenefits',
  'nationalPooling',
] as const
const paths = Object.fromEntries(
  Object.entries(policies).map(([name, policy]) => [name, simulator.run({ policy, record: [...names] })]),
)
const areas = region.areas.map((name, at) => ({ name, at }))
const of = (policy: string, area: number): Reader => readRun(paths[policy]!, area)
/** Opened in 2024, of which the funds published their figures. */
const in2024 = openRegion('northeast@2024').simulator.run({ record: [...names] })

describe('pensioners', () => {
  it.each(Object.keys(policies))('%s: no more of 60 and over draw a pension than there are', policy => {
    for (const { name, at } of areas) {
      const read = of(policy, at)
      for (let year = region.start; year <= 2040; year++) {
        const employees = read.mean('pensioners', year) * read.mean('pensionersOldShare', year)
        const drawing = employees + read.mean('residentPensioners', year)
        const share = drawing / read.mean('residents60', year)
        expect(share, `${name}, ${year}`).toBeGreaterThan(0.6)
        expect(share, `${name}, ${year}`).toBeLessThanOrEqual(1)
      }
    }
  })

  it('of the resident scheme do not become more because employees retire later', () => {
    for (const { name, at } of areas) {
      const [now, later] = ['current policy', 'five years later'].map(policy =>
        of(policy, at).mean('residentPensioners', 2035),
      ) as [number, number]
      expect(Math.abs(later / now - 1), name).toBeLessThan(0.005)
    }
  })
})

describe('the year 2024', () => {
  const published = (name: string, area: string, year: number): number =>
    region.series.find(row => row.series === name && row.area === area && row.year === year)!.value

  it.each(areas)('$name has the pensioners who were counted, and pays them what the fund paid', ({ name, at }) => {
    const read = readRun(in2024, at)
    const counted = (published('pensioners', name, 2023) + published('pensioners', name, 2024)) / 2
    expect(Math.abs(read.mean('pensioners', 2024) / counted - 1)).toBeLessThan(0.01)
    const drawing = (published('residentPensioners', name, 2023) + published('residentPensioners', name, 2024)) / 2
    expect(Math.abs(read.mean('residentPensioners', 2024) / drawing - 1)).toBeLessThan(0.02)
    // Spending of the fund beyond benefits was 3 to 4 % in the final accounts of Heilongjiang.
    const paid = read.mean('pensionBenefits', 2024) / published('pensionBenefits', name, 2024)
    expect(paid).toBeGreaterThan(0.94)
    expect(paid).toBeLessThan(1)
  })

  it('the pool gives the three what changed their funds beyond revenue and expenditure', () => {
    const pooled = areas.map(
      ({ name }) =>
        published('pensionFundBalance', name, 2024) -
        published('pensionFundBalance', name, 2023) -
        published('pensionRevenue', name, 2024) +
        published('pensionBenefits', name, 2024),
    )
    const given = areas.map(({ at }) => readRun(in2024, at).mean('nationalPooling', 2024))
    const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
    expect(Math.abs(sum(given) / sum(pooled) - 1)).toBeLessThan(0.1)
  })
})

describe('a new pension', () => {
  it('rises with the age of retirement, by 3 to 6 % a year', () => {
    for (const { name, at } of areas) {
      const [now, later] = ['current policy', 'five years later'].map(policy => {
        const read = of(policy, at)
        return read.mean('newPension', 2040) / read.mean('wage', 2040)
      }) as [number, number]
      // Five years are phased in by 2040, and people follow with a delay of two to three years.
      expect(later / now - 1, name).toBeGreaterThan(0.1)
      expect(later / now - 1, name).toBeLessThan(0.3)
    }
  })
})
