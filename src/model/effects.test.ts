/** Effects of levers on the shipped region lie within what studies find (docs/theory/levers.md). */

import { describe, expect, it } from 'vitest'
import { multipliersOf } from '../analysis/multipliers.ts'
import { openRegion } from '../cli/simulation.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'

const open = openRegion('northeast')
const { region, simulator } = open
const names = [
  'output',
  'births',
  'residentsTotal',
  'laborForce',
  'regionConsumption',
  'policyOutlay',
  'price',
  'netMigration',
  'tourism',
]
const run = (levers: Readonly<Record<string, number>>): Reader =>
  readRun(
    simulator.run({
      policy: Object.fromEntries(
        Object.entries({ ...levers, financedByCentre: 1 }).map(([name, value]) => [
          name,
          { value, start: 2026, ramp: 0 },
        ]),
      ),
      record: names,
    }),
  )
const baseline = run({})
const total = (reader: Reader, name: string, year: number): number =>
  region.areas.reduce((sum, area) => sum + reader.mean(name, year, area), 0)
/** Change in per cent. */
const change = (reader: Reader, name: string, year: number): number =>
  (total(reader, name, year) / total(baseline, name, year) - 1) * 100

describe('a lever', () => {
  it('for robots at its bound raises output by at most half a per cent in twelve years', () => {
    const subsidised = run({ robotSubsidy: 40 })
    expect(change(subsidised, 'output', 2037)).toBeGreaterThan(0.05)
    expect(change(subsidised, 'output', 2037)).toBeLessThan(0.5)
  })

  it('of child cash changes no birth of its first year, raises births, and fades by half', () => {
    const paid = run({ childAllowance: 60 })
    for (const area of region.areas) expect(paid.mean('births', 2026, area)).toBe(baseline.mean('births', 2026, area))
    expect(change(paid, 'births', 2030)).toBeGreaterThan(5)
    expect(change(paid, 'births', 2030)).toBeLessThan(25)
    expect(change(paid, 'births', 2037)).toBeLessThan(0.7 * change(paid, 'births', 2030))
    expect(change(paid, 'births', 2037)).toBeGreaterThan(0)
  })

  it('of unemployment benefit raises consumption by at most its outlay, and lengthens search', () => {
    const paid = run({ benefitCoverage: 90 })
    const outlay = region.areas.reduce(
      (sum, area) => sum + paid.mean('policyOutlay', 2026, area) / paid.mean('price', 2026, area),
      0,
    )
    const spent = paid.mean('regionConsumption', 2026) - baseline.mean('regionConsumption', 2026)
    expect(spent / outlay).toBeLessThan(1.05)
    expect(spent / outlay).toBeGreaterThan(0.4)
    expect(change(paid, 'output', 2037)).toBeLessThan(change(paid, 'output', 2026))
  })

  it('of childcare brings mothers to work, and children a year later', () => {
    const opened = run({ childcarePlaces: 60 })
    expect(change(opened, 'laborForce', 2027)).toBeGreaterThan(0.05)
    expect(change(opened, 'laborForce', 2030)).toBeLessThan(0.6)
    for (const area of region.areas) expect(opened.mean('births', 2026, area)).toBe(baseline.mean('births', 2026, area))
    expect(change(opened, 'births', 2030)).toBeGreaterThan(3)
  })

  it('of farm modernisation builds up over years to the returns that studies find', () => {
    const paid = run({ farmModernisation: 0.5 })
    const perYuan = (year: number): number => {
      const outlay = region.areas.reduce(
        (sum, area) => sum + paid.mean('policyOutlay', year, area) / paid.mean('price', year, area),
        0,
      )
      return (total(paid, 'output', year) - total(baseline, 'output', year)) / outlay
    }
    expect(perYuan(2026)).toBeLessThan(0.7)
    expect(perYuan(2037)).toBeGreaterThan(1)
    expect(perYuan(2037)).toBeLessThan(2.5)
  })

  it('of registration brings at most 15 thousand people a year, of culture at most 60', () => {
    const moved = (levers: Readonly<Record<string, number>>, year: number): number =>
      total(run(levers), 'netMigration', year) - total(baseline, 'netMigration', year)
    for (const year of [2026, 2030, 2037]) {
      expect(moved({ registrationOpenness: 1 }, year), `registration ${year}`).toBeLessThan(0.015)
      expect(moved({ cultureProgramme: 1 }, year), `culture ${year}`).toBeLessThan(0.06)
    }
    expect(moved({ registrationOpenness: 1 }, 2030)).toBeGreaterThan(0)
  })
})

it('only effects that are known to lie outside the published range do', () => {
  const outside = multipliersOf(open).flatMap(({ lever, published }) =>
    published.some(({ verdict }) => verdict === 'below' || verdict === 'above') ? [lever] : [],
  )
  // Provinces buy much of what they build elsewhere, and spend transfers with a lag: both multipliers are low.
  expect(['publicInvestment', 'extraTransfers']).toEqual(expect.arrayContaining(outside))
})
