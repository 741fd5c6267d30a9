/**
 * X1-X15: what the shipped model does at its limits. Each experiment says what is set and what is then required; the
 * accounts must close in all of them. Ranges follow from what the experiment takes away, not from one run.
 */

import { describe, expect, it } from 'vitest'
import { type Reader, readRun } from '../engine/run/reader.ts'
import {
  region,
  linked,
  simulator,
  areas,
  groups,
  watched,
  experiment,
  baseline,
  always,
  overAreas,
  total,
  percent,
  outputAtOnce,
  outputIn,
  heldTo,
} from './extreme-fixture.ts'

const slowPrivateFirms =
  'Private firms close half of .12 of the gap of capital a year (fitted accelerator): with .24 (prior) it would be ' +
  '84 % after eight years and 112 after fourteen.'

const { start } = region

/** Use of capacity at which what is wanted beyond it is bought elsewhere, as fitted. */
const ceiling = readRun(simulator.run({ record: ['capacityCeiling'] })).at('capacityCeiling', start)

const { requireWithin } = heldTo([
  ...(
    [
      ['CN-LN', 4.07],
      ['CN-JL', 4],
    ] as const
  ).map(([area, measured]) => ({
    id: 'X15',
    what: `inflation in the second quarter in ${area}, %`,
    measured,
    room: 0.3,
    reason:
      'Prices answer demand as in the provinces that are not fitted (`priceFromDemand` .11; the range is for .14).',
  })),
  {
    id: 'X15',
    what: 'inflation in the second quarter in CN-HL, %',
    measured: 3.493,
    room: 0.3,
    reason: 'As in the others; and public service, farms and oil, which work on, are nearly twice as much of output.',
  },
  {
    id: 'X15',
    what: 'capital after eight years, % of the start',
    measured: 70.43,
    room: 3,
    reason: slowPrivateFirms,
  },
  {
    id: 'X15',
    what: 'capital after fourteen years, % of the start',
    measured: 93.73,
    room: 3,
    reason: slowPrivateFirms,
  },
])

describe('people', () => {
  const ages = 101
  const { offset, closingOffset, size } = linked.variables.get('population')!

  it('X1: without births the ages empty one by one, and the share of 65 and over is two points higher in 2040', () => {
    const run = experiment({
      assumptions: { fertilityLevel: 0 },
      observe: (values, step) => {
        const years = Math.floor(step / 4) + 1
        const december = values.subarray(closingOffset, closingOffset + size)
        for (let cell = 0; cell < size; cell++) {
          // Only who moved in is there; arrivals come at the age of those who lived here at the start.
          if (cell % ages === 0) expect(december[cell]).toBe(0)
          if (cell % ages < years) expect(december[cell]!).toBeLessThan(0.02)
        }
      },
    })
    expect(Math.max(...run.path('regionBirths'))).toBe(0)
    // The people not born by then would be a twentieth of all.
    const older = run.last('regionShare65', 2039) - baseline.last('regionShare65', 2039)
    requireWithin('X1', 'share of 65 and over at the end of 2039, points', older * 100, 1, 3)
  })

  it('X1: without births and moves the ages are empty indeed', () => {
    experiment({
      assumptions: { fertilityLevel: 0, migrationLevel: 0 },
      observe: (values, step) => {
        const years = Math.floor(step / 4) + 1
        const december = values.subarray(closingOffset, closingOffset + size)
        for (let cell = 0; cell < size; cell++) if (cell % ages < years) expect(december[cell]).toBe(0)
      },
    })
  })

  it('X2: without deaths and moves the population is that of the start and the births', () => {
    const people = region.values.startPopulation!.values
    const born = areas.map(() => 0)
    const perArea = size / areas.length
    const births = linked.variables.get('births')!.offset
    experiment({
      assumptions: { mortalityLevel: 0, migrationLevel: 0 },
      observe: (values, step) => {
        if (step % 4 !== 0) return
        areas.forEach((area, at) => {
          const sum = (cells: Float64Array): number =>
            cells.subarray(at * perArea, (at + 1) * perArea).reduce((all, cell) => all + cell, 0)
          const expected = sum(people) + born[at]!
          const january = sum(values.subarray(offset, offset + size))
          expect(Math.abs(january - expected), area).toBeLessThan(1e-12 * 42)
          born[at]! += values[births + at]!
        })
      },
    })
  })

  it('X14: a region without people that refills by migration has finite flows and closed accounts', () => {
    const run = experiment({ afterStart: { population: 0 } })
    const least = Math.min(...areas.flatMap(area => run.path('unemploymentRate', area)))
    requireWithin('X14', 'unemployment while people return, least, %', least * 100, 0, 100)
  })

  it('X14: a region that stays without people has finite flows', () => {
    const empty = { population: 0, migrationLevel: 0 }
    const { largestResidual } = simulator.run({ afterStart: empty, record: watched, audit: true }).audit!
    requireWithin('X14', 'largest residual with nobody at all, of output', largestResidual, 0, 1e-9)
  })
})

describe('money', () => {
  it('X3: without interest nothing is earned or paid on money, and debt moves only with primary balances', () => {
    const run = experiment({ assumptions: { interestLevel: 0 } })
    const flows = [
      'augmentedInterest',
      'advanceInterest',
      'pensionInterest',
      'provinceDepositInterest',
      'vehicleDepositInterest',
      'bankInterestPaid',
      'bankInterestReceived',
      'bankMargin',
    ]
    for (const area of areas) {
      for (const flow of flows) for (const value of run.path(flow, area)) expect(value, flow).toBe(0)
      for (const group of groups) for (const value of run.path('loanInterest', area, group)) expect(value).toBe(0)
      for (const firm of ['state', 'private'])
        for (const value of run.path('firmInterest', area, firm)) expect(value).toBe(0)
      const net = (closing: boolean) => (time: number) => {
        const of = (name: string) => run.at(closing ? `closing(${name})` : name, time, area)
        return of('provincialBonds') + of('arrears') + of('advances') - of('provinceDeposits')
      }
      for (let time = start; time < 2041; time += 0.25) {
        const primary =
          run.at('provinceBalance', time, area) + run.at('equitySale', time, area) - run.at('debtSwap', time, area)
        expect(Math.abs(net(true)(time) - net(false)(time) + primary / 4)).toBeLessThan(1e-8)
      }
    }
    for (const value of run.path('outsideClaimRate')) expect(value).toBe(0)
  })

  it('X6: without central transfers debts, arrears and advances pile up and spending is cut as far as it goes', () => {
    const run = experiment({ assumptions: { transferLevel: 0 } })
    requireWithin('X6', 'output soon, %', outputIn(run, start + 2), -8, -2)
    requireWithin('X6', 'output in the end, %', outputIn(run, start + 15), -20, -6)
    // The central government still rescues who cannot pay, so debt does not explode.
    const debt = run.last('regionDebtToGdp', 2040) - baseline.last('regionDebtToGdp', 2040)
    requireWithin('X6', 'debt over output in 2040, points', debt * 100, 20, 250)
    for (const area of areas) {
      expect(run.last('arrearsPressure', start + 2, area), area).toBe(1)
      expect(run.last('closing(advances)', 2030, area)).toBeGreaterThan(100)
      expect(run.last('closing(arrears)', 2030, area)).toBeGreaterThan(run.at('arrears', start, area))
    }
    for (const area of areas) {
      expect(run.last('debtBrake', 2040, area), area).toBeLessThan(1)
      const left = (name: string) => run.mean(name, 2030, area) / baseline.mean(name, 2030, area)
      expect(left('publicInvestmentReal'), area).toBeLessThan(0.5)
      expect(left('purchasesReal'), area).toBeLessThan(0.75)
    }
  })

  it('X13: a ban on new vehicle debt cuts vehicles to their floor, and interest is capitalised', () => {
    const run = experiment({ policy: always({ borrowingCap: -100 }) })
    for (const area of areas) {
      const now = (name: string) => run.at(name, start + 1, area)
      const least = run.at('vehicleUpkeep', start + 1) * run.at('publicDepreciation', start + 1)
      const floor = least * now('price') * now('vehicleCapital')
      expect(run.at('vehicleInvestmentNominal', start + 1, area)).toBeCloseTo(floor, 9)
      expect(run.at('evergreening', start + 1, area)).toBe(1)
      expect(run.at('vehicleWriteOff', start + 1, area)).toBeGreaterThan(0)
      expect(run.at('bankLosses', start + 1, area)).toBeGreaterThan(0.9 * run.at('vehicleWriteOff', start + 1, area))
    }
    const defaults = (reading: Reader): number =>
      total(reading, 'vehicleWriteOff', start + 1) / total(reading, 'vehicleDebt', start + 1)
    requireWithin(
      'X13',
      'defaults of vehicles, times those of the baseline',
      defaults(run) / defaults(baseline),
      1.5,
      100,
    )
  })

  it('X17: a full swap for good leaves no vehicle debt, as many bonds more, and less interest', () => {
    const run = experiment({ policy: always({ swapPace: 100 }) })
    const none = experiment({ policy: always({ swapPace: 0 }) })
    for (const area of areas) {
      const change = (name: string) => run.at(name, start, area) - none.at(name, start, area)
      expect(change('closing(provincialBonds)')).toBeCloseTo(-change('closing(vehicleDebt)'), 9)
      expect(run.last('closing(vehicleDebt)', start + 10, area)).toBeLessThan(
        0.001 * run.at('vehicleDebt', start, area),
      )
      for (const year of [start + 1, 2030, 2035, 2040]) {
        expect(run.mean('augmentedInterest', year, area)).toBeLessThan(none.mean('augmentedInterest', year, area))
      }
    }
  })
})

describe('demand', () => {
  it('X5: without exports output falls by their local content, and further in ten years; no stock is negative', () => {
    const run = experiment({ assumptions: { exportSwitch: 0 } })
    // Exports are two thirds of output, but a good part of what they earn and use comes from outside.
    requireWithin('X5', 'output at once, %', outputAtOnce(run), -60, -20)
    requireWithin('X5', 'output after ten years, %', outputIn(run, start + 9), -75, -30)
    expect(outputIn(run, start + 9)).toBeLessThan(outputAtOnce(run))
    for (const name of ['exportsRussia', 'exportsWorld', 'exportsNation', 'tourism']) {
      for (const area of areas) expect(Math.max(...run.path(name, area))).toBe(0)
    }
    expect(total(run, 'imports', start + 9)).toBeLessThan(0.6 * total(baseline, 'imports', start + 9))
    // Nothing is earned outside any more, so claims on the rest of the world are smaller.
    expect(total(run, 'netForeign', start + 9)).toBeLessThan(total(baseline, 'netForeign', start + 9))
    for (const area of areas) {
      for (const group of groups)
        expect(Math.min(...run.path('closing(deposits)', area, group))).toBeGreaterThanOrEqual(0)
      for (const firm of ['state', 'private'])
        expect(Math.min(...run.path('closing(firmDeposits)', area, firm))).toBeGreaterThan(-1e-9)
      for (const name of [
        'closing(pensionReserve)',
        'closing(provinceDeposits)',
        'closing(unsoldFloor)',
        'closing(developerStock)',
      ]) {
        expect(Math.min(...run.path(name, area)), name).toBeGreaterThan(-1e-9)
      }
    }
  })

  it('X7: without spending from earned income consumption is autonomous, and deposits hold', () => {
    const run = experiment({ assumptions: { earnedSpendingSwitch: 0 } })
    expect(total(run, 'consumption', start)).toBeLessThan(0.5 * total(baseline, 'consumption', start))
    expect(total(run, 'consumption', start)).toBeGreaterThan(0.2 * total(baseline, 'consumption', start))
    for (const area of areas) {
      for (const group of groups)
        expect(Math.min(...run.path('closing(deposits)', area, group))).toBeGreaterThanOrEqual(0)
    }
  })

  it.each([
    [0, -20, -3],
    [1, 2, 7],
  ])('X8: spending %d of each yuan earned changes output by %d to %d per cent at once', (share, from, to) => {
    // After the start: before it, the autonomous part would be solved to make up for the change.
    const run = experiment({
      afterStart: { spendingFromWages: share, spendingFromFarming: share, spendingFromWealth: 0 },
    })
    requireWithin('X8', `output at once, spending ${share}, %`, outputAtOnce(run), from, to)
    for (const area of areas) expect(Math.max(...run.path('utilisation', area))).toBeLessThanOrEqual(ceiling + 1e-12)
  })

  it.each([
    // Output of capacity beyond normal use; all but public service, farms and oil.
    [0, 2, 7],
    [1000, -85, -60],
  ])('X9: import propensities times %d change output by %d to %d per cent', (scale, from, to) => {
    const run = experiment({ afterStart: { importTest: scale } })
    requireWithin('X9', `output at once, imports times ${scale}, %`, outputAtOnce(run), from, to)
    for (const area of areas) expect(Math.max(...run.path('utilisation', area))).toBeLessThanOrEqual(ceiling + 1e-12)
  })

  it('X19: payments of half of output are imported where capacity ends; prices rise no faster than they can', () => {
    const output = baseline.at('regionNominalOutput', start)
    const half = (0.5 * output) / baseline.at('regionResidents', start)
    const run = experiment({ policy: always({ directPayment: half * 1000 }) })
    expect(total(run, 'excessImports', start)).toBeGreaterThan(0.005 * output)
    for (const area of areas) {
      expect(Math.max(...run.path('utilisation', area))).toBeLessThanOrEqual(ceiling + 1e-12)
      expect(Math.max(...run.path('inflation', area))).toBeLessThanOrEqual(0.08)
      expect(run.at('inflation', start, area)).toBeGreaterThan(baseline.at('inflation', start, area) + 0.01)
    }
  })
})

describe('capacity, work and homes', () => {
  /** All retire at another age from the first step on. */
  const retiringLater = (years: number): Record<string, number> => ({
    retirementTest: years,
    ...Object.fromEntries(
      ['female', 'male'].map(sex => [`effectiveAge[${sex}]`, baseline.at('effectiveAge', start, sex) + years]),
    ),
  })

  it('X4: robots without limit raise capacity by a third, and work comes back', () => {
    const run = experiment({ afterStart: { robots: 1e5 } })
    for (const area of areas) {
      for (const firm of ['state', 'private'])
        expect(run.at('automation', start, area, firm)).toBeCloseTo(run.at('automatableShare', start), 4)
      expect(Math.min(...run.path('marketEmployed', area))).toBeGreaterThan(0)
    }
    const capacity = percent(total(run, 'capacity', start), total(baseline, 'capacity', start))
    // All tasks that can be automated are: labour counts for one over the rest of them.
    const [tasks, elasticity] = ['automatableShare', 'capitalElasticity'].map(name => run.at(name, start)) as [
      number,
      number,
    ]
    const most = ((1 / (1 - tasks)) ** (1 - elasticity) - 1) * 100
    requireWithin('X4', 'capacity at once, %', capacity, 0.75 * most, most)
    const unemployment = Array.from(
      { length: 2041 - start },
      (_, at) => run.mean('regionUnemployment', start + at) * 100,
    )
    const [first] = unemployment as [number]
    requireWithin('X4', 'unemployment at its highest, %', Math.max(...unemployment), first, 15)
    const left = unemployment[15]! - baseline.mean('regionUnemployment', start + 15) * 100
    requireWithin('X4', 'unemployment after fifteen years, points', left, -2, 2)
  })

  it('X10: homes worth nothing bring no land revenue, later no starts, and bound losses of banks', () => {
    const run = experiment({ afterStart: { housePrice: 0.01 } })
    expect(run.at('regionLandRevenue', start)).toBeLessThan(0.01)
    expect(total(run, 'homeStarts', start + 10)).toBeLessThan(0.1 * total(baseline, 'homeStarts', start))
    for (const area of areas) {
      const losses = run.path('bankLosses', area)
      const assets = run.path('bankAssets', area)
      losses.forEach((loss, step) => expect(loss / 4).toBeLessThan(assets[step]!))
    }
  })

  it('X11: retirement at 100 leaves no pensioners, no subsidy, and a growing reserve', () => {
    const run = experiment({
      afterStart: retiringLater(40),
    })
    expect(total(run, 'pensioners', 2030)).toBeLessThan(0.01 * total(baseline, 'pensioners', 2030))
    expect(total(run, 'contributors', 2030)).toBeGreaterThan(1.3 * total(baseline, 'contributors', 2030))
    for (const area of areas) {
      expect(Math.max(...run.path('pensionSubsidy', area))).toBe(0)
      const reserve = run.path('closing(pensionReserve)', area)
      for (let step = 1; step < reserve.length; step++) expect(reserve[step]!).toBeGreaterThan(reserve[step - 1]!)
    }
  })

  it('X12: retirement at 20 leaves next to no contributors and takes a third of output; jobs hit their bounds', () => {
    const run = experiment({
      afterStart: retiringLater(-40),
    })
    expect(total(run, 'contributors', 2030)).toBeLessThan(0.3)
    const subsidy = total(run, 'pensionSubsidy', start + 2) / run.at('regionNominalOutput', start + 2)
    requireWithin('X12', 'provincial subsidy, % of output', subsidy * 100, 20, 50)
    expect(run.at('agricultureEmployed', 2030, 'CN-HL')).toBeCloseTo(0.6 * run.at('laborForce', 2030, 'CN-HL'), 9)
    expect(run.at('publicEmployed', 2030, 'CN-HL')).toBeCloseTo(0.3 * run.at('laborForce', 2030, 'CN-HL'), 9)
    // Distress: debt and pensions both out of hand.
    expect(run.last('regionDebtToGdp', 2037)).toBeGreaterThan(run.last('regionDebtToGdp', 2032))
    for (const year of [start + 1, start + 13]) {
      const times = (name: string): number => total(run, name, year) / total(baseline, name, year)
      // The pensions of the baseline for all who have a claim now: over its output at least, and, as pensions follow
      // wages and prices in part, over the output that is left at most.
      const [bill, output] = ['pensionBenefits', 'nominalOutput'].map(name => total(baseline, name, year)) as [
        number,
        number,
      ]
      const least = (100 * times('pensioners') * bill) / output
      const most = least / times('output')
      const support = 100 * run.at('regionPensionSupportToGdp', year)
      requireWithin('X12', `pension support in ${year}, % of output`, support, least, most)
    }
  })

  it('X15: without private capital the region lives on imports and rebuilds', () => {
    const run = experiment({ afterStart: { 'capital[private]': 1 } })
    expect(total(run, 'capacity', start)).toBeLessThan(0.5 * total(baseline, 'capacity', start))
    const imports = (reading: Reader): number => total(reading, 'imports', start) / total(reading, 'output', start)
    requireWithin('X15', 'imports over output, times those of the baseline', imports(run) / imports(baseline), 1.5, 4)
    for (const area of areas) {
      requireWithin(
        'X15',
        `inflation in the second quarter in ${area}, %`,
        run.at('inflation', start + 0.25, area) * 100,
        5,
        8,
      )
      const first = baseline.at('investment', start, area, 'private')
      const least = Math.min(...run.path('investment', area, 'private'))
      requireWithin(
        'X15',
        `least investment of private firms in ${area}, % of the start`,
        (100 * least) / first,
        50,
        200,
      )
    }
    const capital = (reading: Reader, time: number): number =>
      overAreas(area => reading.at('capital', time, area, 'state') + reading.at('capital', time, area, 'private'))
    const first = capital(baseline, start)
    requireWithin('X15', 'capital after eight years, % of the start', (capital(run, start + 8) / first) * 100, 75, 110)
    requireWithin(
      'X15',
      'capital after fourteen years, % of the start',
      (capital(run, start + 14) / first) * 100,
      95,
      140,
    )
  })
})
