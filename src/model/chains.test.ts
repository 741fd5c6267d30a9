/** Links of the causal chains one by one (docs/theory/chains.md); what they add up to is in signs.test.ts. */

import { describe, expect, it } from 'vitest'
import { ageReader, ageVariables } from '../analysis/who/incomes-by-age.ts'
import { openUnder } from '../analysis/region/open-under.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { parsePath } from '../scenario/words.ts'
import { complaint } from './findings-fixture.ts'

const open = openRegion('northeast')
const { areas, start } = open.region
const outside = (...words: readonly string[]): OutsidePaths => Object.fromEntries(words.map(parsePath))

describe('what households buy', () => {
  const { simulator } = openUnder(open, outside('nationalInflation+=3@2027..2030'))
  const record = [...ageVariables, 'consumption', 'consumptionNominal', 'price']
  const run = simulator.run({ record, audit: true })
  const reader = readRun(run)
  const usual = readRun(open.simulator.run({ record: ['consumerPrice', 'price'] }))
  const dearer = (from: Reader, area: string): number =>
    from.at('consumerPrice', 2030, area) / from.at('price', 2030, area)

  it('is paid at consumer prices, of which those of the nation are a part', () => {
    for (const area of areas) {
      const paid = ['young', 'middle', 'old'].reduce(
        (sum, group) => sum + reader.at('consumptionNominal', 2030, area, group),
        0,
      )
      const consumed = reader.at('consumption', 2030, area)
      expect(paid).toBeCloseTo(consumed * reader.at('consumerPrice', 2030, area), 9)
      expect(dearer(reader, area) / dearer(usual, area)).toBeGreaterThan(1.002)
    }
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('is deflated alike in accounts and by age', () => {
    const byAge = ageReader(open.linked, run)
    for (const [at, area] of areas.entries()) {
      const byEachAge = byAge((2030 - start) * 4, at).consumption.reduce((sum, one) => sum + one, 0)
      expect(byEachAge / reader.at('consumption', 2030, area)).toBeCloseTo(1, 12)
    }
  })
})

describe('growth and rates that nobody expected', () => {
  const record = ['nationalHousePrice', 'nationalHousingVolume', 'mortgageCostBeyond', 'housePrice']
  const under = (...words: readonly string[]) => readRun(openUnder(open, outside(...words)).simulator.run({ record }))
  const [usual, slower] = [readRun(open.simulator.run({ record })), under('nationalGrowth+=-2@2027..2028')]
  const changed = (name: string, year: number): number => 100 * (slower.last(name, year) / usual.last(name, year) - 1)

  it('lower prices of homes in the nation by .4 to 1.2 % per point of growth lost, and sales by more', () => {
    expect(changed('nationalHousePrice', 2026)).toBe(0)
    for (const year of [2028, 2035]) {
      expect(changed('nationalHousePrice', year)).toBeGreaterThan(-4.8)
      expect(changed('nationalHousePrice', year)).toBeLessThan(-1.6)
      expect(changed('nationalHousingVolume', year)).toBeLessThan(changed('nationalHousePrice', year))
    }
  })

  it('move nothing where what is expected moves along', () => {
    const expected = under('nationalGrowth+=-2@2027..2028', 'nationalGrowthExpected+=-2@2027..2028')
    for (const name of ['nationalHousePrice', 'nationalHousingVolume'])
      expect(expected.last(name, 2035)).toBeCloseTo(usual.last(name, 2035), 12)
  })

  it('of mortgages are a cost to buyers where they are not expected', () => {
    expect(usual.mean('mortgageCostBeyond', 2030)).toBe(0)
    const dearer = under('mortgageRate+=1@2027')
    expect(dearer.mean('mortgageCostBeyond', 2030)).toBeCloseTo(0.01, 12)
    for (const area of areas)
      expect(dearer.mean('housePrice', 2030, area) / usual.mean('housePrice', 2030, area)).toBeLessThan(0.99)
  })

  it('are paths that the data of a region need not give', () => {
    const { nationalGrowth, nationalGrowthExpected } = open.region.paths
    expect(nationalGrowthExpected).toEqual({ ...nationalGrowth, origins: [], like: 'nationalGrowth' })
  })
})

describe('pensioners who leave', () => {
  const record = ['pensioners', 'pensionersHere', 'pensionersAway', 'pensionsAway', 'pensionBenefits', 'pensionIncome']
  const run = open.simulator.run({
    assumptions: { migrationLean: 0.1 },
    record: [...record, 'residentPensionBill'],
    audit: true,
  })
  const reader = readRun(run)

  it('are paid by the fund, and what they get leaves the region', () => {
    for (const area of areas) {
      const [paid, away] = ['pensionBenefits', 'pensionsAway'].map(name => reader.at(name, 2040, area))
      const income = ['middle', 'old'].reduce((sum, group) => sum + reader.at('pensionIncome', 2040, area, group), 0)
      expect(income - reader.at('residentPensionBill', 2040, area)).toBeCloseTo(paid! - away!, 9)
      const here = reader.at('pensionersHere', 2040, area)
      expect(reader.at('pensioners', 2040, area)).toBeCloseTo(here + reader.at('pensionersAway', 2040, area), 12)
    }
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('are a few in a hundred after fifteen years in which more leave', () => {
    const [away, all] = ['pensionersAway', 'pensioners'].map(name =>
      areas.reduce((sum, area) => sum + reader.at(name, 2040, area), 0),
    )
    expect(away! / all!).toBeGreaterThan(0.005)
    expect(away! / all!).toBeLessThan(0.06)
  })
})

describe('technicians', () => {
  const record = ['technicianShare', 'techniciansOlder', 'laborQuality']
  const reader = readRun(open.simulator.run({ policy: { vocationalProgramme: { value: 0.5, start: 2026 } }, record }))

  it('raise the work of a worker by at most their premium, the young first', () => {
    for (const area of areas) {
      const at = (name: string, year: number): number => reader.at(name, year, area)
      expect(at('laborQuality', 2026)).toBeCloseTo(1, 2)
      expect(at('laborQuality', 2030)).toBeLessThan(at('laborQuality', 2040))
      expect(at('techniciansOlder', 2035)).toBeLessThan(at('technicianShare', 2035))
      const more = at('technicianShare', 2040) - at('technicianShare', start)
      expect(at('laborQuality', 2040) - 1).toBeGreaterThan(0.12 * 0.4 * more)
      expect(at('laborQuality', 2040) - 1).toBeLessThan(0.12 * more)
    }
  })
})

describe('people in the price of homes', () => {
  const findings = ['more', 'fewer'].map(who => ({
    id: 'people',
    what: `${who} who leave CN-HL, price of 2040 for 1 % of residents, %`,
    measured: -0.0497,
    room: 0.05,
    reason:
      'Fewer hands raise wages in fifteen years by more than studies of emigration find (.3 to .4 % for 1 %), half ' +
      'of it through higher prices.',
  }))
  const record = [
    'housePrice',
    'homeSales',
    'residentsTotal',
    'relativeHouseholds',
    'vacatedFloor',
    'vacatedFloorStart',
  ]
  const withLean = (migrationLean: number) => readRun(open.simulator.run({ assumptions: { migrationLean }, record }))
  const [usual, leave, stay] = [withLean(0), withLean(0.1), withLean(-0.1)]

  it('is between 0 and the high value of the prior in each area, whoever leaves or stays', () => {
    for (const area of areas)
      for (const [year, moved] of [2030, 2040].flatMap(at => [leave, stay].map(one => [at, one] as const))) {
        const by = (name: string): number => Math.log(moved.mean(name, year, area) / usual.mean(name, year, area))
        const what = `${moved === leave ? 'more' : 'fewer'} who leave ${area}, price of ${year} for 1 % of residents, %`
        const moves = by('housePrice') / by('residentsTotal')
        expect(complaint({ id: 'people', what, from: 0, to: 1.4 }, moves, findings)).toBe('')
        expect(Math.sign(by('homeSales')), `${area} ${year}`).toBe(Math.sign(by('residentsTotal')))
      }
  })

  it('starts from the homes that the data leave empty, whatever is assumed of those who leave', () => {
    for (const area of areas) {
      const empty = usual.at('vacatedFloorStart', start, area)
      expect(leave.at('vacatedFloorStart', start, area)).toBe(empty)
      // A twentieth of home sales at the start.
      expect(Math.abs(usual.at('vacatedFloor', start, area) - empty)).toBeLessThan(
        0.05 * usual.at('homeSales', start, area),
      )
    }
  })
})

describe('land that finds no buyer', () => {
  const record = ['homeStarts', 'landRevenue', 'unsoldFloor', 'housePrice']
  const usual = readRun(open.simulator.run({ record }))
  const less = readRun(openUnder(open, outside('landDemand*=0.3@2027')).simulator.run({ record }))
  const left = (name: string, year: number, area: string): number =>
    less.mean(name, year, area) / usual.mean(name, year, area)

  it('lowers starts over the years for which developers hold land, revenue at once', () => {
    for (const area of areas) {
      expect(left('homeStarts', 2026, area)).toBe(1)
      expect(left('landRevenue', 2027, area)).toBeLessThan(0.4)
      expect(left('homeStarts', 2027, area)).toBeGreaterThan(0.95)
      expect(left('homeStarts', 2030, area)).toBeGreaterThan(0.8)
      expect(left('homeStarts', 2030, area)).toBeLessThan(0.97)
      expect(left('homeStarts', 2033, area)).toBeLessThan(left('homeStarts', 2030, area))
      // Then fewer homes are unsold and prices are higher, so that starts return in part.
      expect(left('homeStarts', 2040, area)).toBeGreaterThan(left('homeStarts', 2033, area))
      expect(left('unsoldFloor', 2033, area)).toBeLessThan(0.9)
      expect(left('housePrice', 2040, area)).toBeGreaterThan(1.02)
    }
  })
})

describe('a slump', () => {
  const record = ['consumption', 'homeSales', 'payOfUse', 'utilisation', 'marketWages']
  const words = ['nationalHousingSales*=0.6@2027..2032']
  const both = (assumptions: Assumptions) => {
    const [usual, slump] = [open, openUnder(open, outside(...words))].map(({ simulator }) =>
      readRun(simulator.run({ assumptions, record })),
    )
    return (name: string, year: number): number =>
      areas.reduce((sum, area) => sum + slump!.mean(name, year, area) - usual!.mean(name, year, area), 0)
  }

  it('of home sales takes the furniture of homes that are not bought', () => {
    const [furnished, bare] = [both({ furnishing: 0.08 }), both({ furnishing: 0 })].map(by => by('consumption', 2028))
    const unsold = both({})('homeSales', 2028)
    // A square metre costs seven thousand yuan.
    const each = 0.08 * 7
    expect(furnished! - bare!).toBeLessThan(0.5 * each * unsold)
    expect(furnished! - bare!).toBeGreaterThan(2 * each * unsold)
  })

  it('lowers pay with the use of capacity', () => {
    const reader = readRun(open.simulator.run({ assumptions: { payFromUse: 0.5 }, record }))
    for (const area of areas) {
      const use = reader.at('utilisation', 2030, area) / reader.at('utilisation', start, area)
      const pay = reader.at('payOfUse', 2030, area) / reader.at('payOfUse', start, area)
      expect(pay).toBeCloseTo(Math.sqrt(use), 12)
    }
    expect(both({ payFromUse: 0.8 })('marketWages', 2028)).toBeLessThan(both({ payFromUse: 0 })('marketWages', 2028))
  })
})

describe('what stays within its bounds', () => {
  const bounded = (policy: Policy, assumptions: Assumptions, record: readonly string[]) =>
    readRun(open.simulator.run({ policy, assumptions, record: [...record] }))

  it('is fertility, whatever is paid', () => {
    const most = { childAllowance: 60, childAllowanceYears: 18, childcarePlaces: 60 }
    const policy = Object.fromEntries(
      Object.entries(most).map(([name, value]) => [name, { value, start: 2026, ramp: 0 }]),
    )
    const strongest = { fertilityFromAllowance: 0.3, fertilityFromCare: 0.6, quantumShare: 1 }
    const [usual, paid] = [{}, policy].map(own => bounded(own, strongest, ['fertility']))
    for (const area of areas) {
      const times = paid!.mean('fertility', 2035, area) / usual!.mean('fertility', 2035, area)
      expect(times).toBeGreaterThan(1.2)
      expect(times).toBeLessThan(2.1)
    }
  })

  it('is the share of the state, which falls when ownership opens', () => {
    const opened = bounded({ mixedOwnershipPace: { value: 10, start: 2026 } }, {}, ['stateOwnedShare'])
    for (const area of areas) {
      const [before, after] = [2025, 2040].map(year => opened.mean('stateOwnedShare', year, area))
      expect(after!).toBeLessThan(0.9 * before!)
      expect(after!).toBeGreaterThan(0)
    }
  })

  it('is the default rate of LGFVs, which moves with what they earn for their interest', () => {
    const record = ['vehicleDefaultRate', 'vehicleBurden']
    const usual = bounded({}, {}, record)
    for (const area of areas) {
      const [first, last] = [start, 2030].map(year => usual.mean('vehicleDefaultRate', year, area))
      const burden = usual.mean('vehicleBurden', 2030, area) / usual.mean('vehicleBurden', start, area)
      expect(Math.sign(last! - first!)).toBe(Math.sign(burden - 1))
      expect(Math.abs(last! / first! - 1)).toBeGreaterThan(0.05)
    }
  })
})

describe('trade in the long run', () => {
  const record = ['cost', 'costFelt', 'suppliersKept', 'exportsNation', 'demandPressure', 'output']
  const reform = { businessReform: { value: 1, start: 2026 }, mixedOwnershipPace: { value: 10, start: 2026 } }
  const effect = (assumptions: Assumptions, name: string, year: number): number => {
    const [usual, reformed] = [{}, reform].map(policy => readRun(open.simulator.run({ policy, assumptions, record })))
    const total = (reader: typeof usual): number => areas.reduce((sum, area) => sum + reader!.mean(name, year, area), 0)
    return total(reformed) / total(usual) - 1
  }

  it('rewards lower cost with sales that others lose over the years', () => {
    const short = { tradeElasticityLong: 0, importFromCostLong: 0 }
    const [early, late] = [2027, 2038].map(
      year => effect({}, 'exportsNation', year) - effect(short, 'exportsNation', year),
    )
    expect(late! / effect(short, 'exportsNation', 2038)).toBeGreaterThan(0.15)
    expect(early! / late!).toBeLessThan(0.02)
  })

  it('follows cost with the lag of suppliers', () => {
    const reader = readRun(open.simulator.run({ policy: reform, record }))
    for (const area of areas)
      for (const year of [2030, 2040]) {
        const kept = reader.at('suppliersKept', year, area) ** (-1 / 2)
        expect(kept).toBeCloseTo(1, 0)
        expect(Math.abs(kept / reader.at('costFelt', year, area) - 1)).toBeLessThan(0.01)
      }
  })
})
