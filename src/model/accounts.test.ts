/**
 * A1-A21, money: the accounts close in every step, of the central and of drawn simulations. Stocks and people are in
 * stocks-and-people.test.ts; steps, seeds and numbers in steps.test.ts.
 * Most identities are declared in accounts.ts and audited by the run; here they are called by their ids, those that
 * need more are worked out from the values. That the audit finds what is wrong is shown in broken-copies.test.ts.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { largestResiduals } from './audit-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import {
  tolerance,
  region,
  linked,
  program,
  simulator,
  areas,
  valuesOf,
  closingOf,
  valueOf,
  sumOf,
  eachStep,
  draws,
} from './accounts-fixture.ts'

describe('the declared accounts', () => {
  let central: Map<string, number>
  beforeAll(() => {
    central = largestResiduals(simulator)
  })
  const matrix = (title: string) => linked.matrices.find(one => one.title === title)!
  const close = (checks: readonly string[]): void => {
    expect(checks.length).toBeGreaterThan(0)
    for (const check of checks) {
      expect(central.has(check), `${check} is checked`).toBe(true)
      expect(central.get(check), check).toBeLessThan(tolerance)
    }
  }
  const flows = matrix('transaction flows')
  const balances = matrix('balance sheet')

  it('A1: the outside, which no equation closes, closes', () => {
    expect(flows.redundant).toBe('RX')
    close(['transaction flows: column RX'])
  })

  it('A2: receipts of each sector equal its payments', () => {
    expect(flows.columns).toHaveLength(13)
    close(flows.columns.map(({ name }) => `transaction flows: column ${name}`))
  })

  it('A3: what one sector pays another receives, row by row', () => {
    expect(flows.rows.length).toBeGreaterThanOrEqual(49)
    close(flows.rows.map(({ name }) => `transaction flows: row ${name}`))
  })

  it('A4: every claim in the balance sheet is a debt of another', () => {
    const real = ['capital', 'robots', 'publicCapital', 'dwellings', 'developerStock', 'netWorth']
    const financial = balances.rows.map(({ name }) => name).filter(name => !real.includes(name))
    expect(financial).toHaveLength(13)
    close(financial.map(name => `balance sheet: row ${name}`))
  })

  it('A19: firms and vehicles have no net worth of their own', () => {
    const { texts } = balances
    for (const firm of ['FS', 'FP', 'LV']) expect(texts.get('netWorth')!.get(firm)).toBe('0')
    close(balances.columns.map(({ name }) => `balance sheet: column ${name}`))
  })

  it.each(['A5', 'A6', 'A7', 'A9', 'A10', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A20', 'A21'])(
    '%s: its identities hold in every step',
    id => {
      close(linked.identities.filter(one => one.id === id).map(({ name }) => `identity ${name}`))
    },
  )

  it('hold in drawn futures', () => {
    for (const input of draws(simulator, 6)) {
      const { audit } = simulator.run({ ...input, record: [], audit: true })
      expect(audit!.largestResidual, `${audit!.where} at ${audit!.when}`).toBeLessThan(tolerance)
    }
  })
})

describe('A6: net worth', () => {
  // Rows that move debt, claims and cash; what stands above them in the matrix are receipts and payments.
  const financing = ['deposits', 'claims', 'loans', 'bonds', 'arrears', 'outsidePosition']
  const equities = ['stateEquity', 'privateEquity', 'vehicleEquity']
  const [flows, balances] = ['transaction flows', 'balance sheet'].map(
    title => linked.matrices.find(one => one.title === title)!,
  )
  const realAssets = ['capital', 'robots', 'publicCapital', 'dwellings', 'developerStock']

  /** Debt written off: a gain of who owed it. Banks and the outside lose what they held. */
  const writtenOff = (values: Float64Array, column: string, area: number): number => {
    const vehicles = valueOf(values, 'vehicleWriteOff', area)
    const bankShare = valueOf(values, 'bankShareOfVehicles')
    const households = valuesOf(values, 'loanWriteOff').subarray(area * 3, area * 3 + 3)
    const firms = valuesOf(values, 'firmWriteOff').subarray(area * 2, area * 2 + 2)
    const gains: Record<string, number> = {
      HY: households[0]!,
      HM: households[1]!,
      HO: households[2]!,
      FS: firms[0]!,
      FP: firms[1]!,
      LV: vehicles,
      B: -sumOf(households) - sumOf(firms) - bankShare * vehicles,
      RX: -(1 - bankShare) * vehicles,
    }
    return gains[column] ?? 0
  }

  it('moves with saving and capital transfers, and debts written off: each sector, from the two matrices', () => {
    const rowsOf = (matrix: typeof flows, without: readonly string[]) =>
      matrix!.rows.map(({ name }) => name).filter(name => !without.includes(name))
    const cell = (matrix: typeof flows, values: Float64Array, row: string, column: string, area: number): number => {
      const place = matrix!.cells.get(row)!.get(column)
      return place === undefined ? 0 : values[place.offset + area]!
    }
    const current = rowsOf(flows, financing)
    const financial = rowsOf(balances, [...realAssets, ...equities, 'netWorth'])
    /** Columns of the flow matrix that belong to a column of the balance sheet. */
    const partsOf = (column: string): string[] => (/^F[SP]$/.test(column) ? [`${column}c`, `${column}k`] : [column])
    const before = new Map<string, number>()
    eachStep((values, step) => {
      program.audit(values)
      areas.forEach((area, at) => {
        for (const { name: column } of balances!.columns) {
          const worth = financial.reduce((sum, row) => sum + cell(balances, values, row, column, at), 0)
          const lent = partsOf(column).reduce(
            (sum, part) => sum + current.reduce((total, row) => total + cell(flows, values, row, part, at), 0),
            0,
          )
          const key = `${column} in ${area}`
          if (step > 0) {
            const change = lent / 4 + writtenOff(values, column, at) / 4
            const gap = Math.abs(worth - before.get(key)! - change) / valueOf(values, 'nominalOutput', at)
            expect(gap, `${key}, step ${step}`).toBeLessThan(tolerance)
          }
          before.set(key, worth)
        }
      })
    })
  })
})

describe('A14: the pension fund', () => {
  it('never has less than nothing, and changes by what it receives less what it pays', () => {
    for (const input of [{}, ...draws(simulator, 8)]) {
      eachStep((values, step) => {
        areas.forEach((area, at) => {
          const of = (name: string) => valueOf(values, name, at)
          const reserve = closingOf(values, 'pensionReserve')[at]!
          // A fund kept at zero is zero up to rounding.
          expect(reserve, `${area}, step ${step}`).toBeGreaterThan(-1e-9)
          const received =
            of('pensionContributions') + of('nationalPooling') + of('pensionSubsidy') + of('pensionInterest')
          const change = (received - of('pensionBenefits')) / 4
          expect(Math.abs(reserve - of('pensionReserve') - change) / of('nominalOutput')).toBeLessThan(tolerance)
        })
      }, input)
    }
  })
})

describe('A16: a swap of vehicle debt', () => {
  it('leaves bonds and vehicle debt together unchanged, and moves net worth from the province to the vehicles', () => {
    const shown = [
      'closing(provincialBonds)',
      'closing(vehicleDebt)',
      'closing(provinceDeposits)',
      'closing(vehicleDeposits)',
      'debtSwap',
      'provinceNetWorth',
      'vehicleEquityClosing',
    ]
    const first = (swapPace: number) =>
      readRun(simulator.run({ policy: { swapPace: { value: swapPace, start: region.start, ramp: 0 } }, record: shown }))
    const without = first(0)
    const with100 = first(100)
    for (const area of areas) {
      const change = (name: string) => with100.at(name, region.start, area) - without.at(name, region.start, area)
      const swapped = change('debtSwap') / 4
      expect(swapped).toBeGreaterThan(20)
      expect(change('closing(provincialBonds)')).toBeCloseTo(swapped, 9)
      expect(change('closing(vehicleDebt)')).toBeCloseTo(-swapped, 9)
      expect(change('closing(provinceDeposits)')).toBeCloseTo(0, 9)
      expect(change('closing(vehicleDeposits)')).toBeCloseTo(0, 9)
      expect(change('vehicleEquityClosing')).toBeCloseTo(swapped, 9)
      // The province owns the vehicles: what it loses as a debtor it holds as their equity.
      expect(change('provinceNetWorth') - change('vehicleEquityClosing')).toBeCloseTo(-swapped, 9)
    }
  })
})

describe('A17: banks', () => {
  it('change their capital by margin and recapitalisation less costs, dividends and losses', () => {
    for (const input of [{}, ...draws(simulator, 3)]) {
      eachStep((values, step) => {
        areas.forEach((area, at) => {
          const of = (name: string) => valueOf(values, name, at)
          const earned =
            of('bankMargin') + of('bankRecapitalisation') - of('bankCosts') - of('bankDividends') - of('bankLosses')
          const change = closingOf(values, 'bankCapital')[at]! - of('bankCapital')
          expect(Math.abs(change - earned / 4) / of('nominalOutput'), `${area}, step ${step}`).toBeLessThan(tolerance)
        })
      }, input)
    }
  })
})

describe('A20, A21: homes and land', () => {
  it('homes sold leave the stock of developers, which is never less than nothing; land paid is land received', () => {
    for (const input of [{}, ...draws(simulator, 3)]) {
      eachStep((values, step) => {
        areas.forEach((area, at) => {
          const of = (name: string) => valueOf(values, name, at)
          const floor = closingOf(values, 'unsoldFloor')[at]!
          const sold = of('homeStarts') - (floor - of('unsoldFloor')) * 4
          expect(Math.abs(sold - of('homeSales') - of('publicHomePurchases')), `${area}, step ${step}`).toBeLessThan(
            1e-9,
          )
          expect(floor).toBeGreaterThanOrEqual(0)
          const cost = closingOf(values, 'developerStock')[at]!
          expect(cost).toBeGreaterThanOrEqual(0)
          const added = (cost - of('developerStock')) * 4 + of('costOfHomesSold') + of('developerWriteDown')
          const land = added - of('price') * of('construction')
          expect(Math.abs(land - of('landRevenue')) / of('nominalOutput')).toBeLessThan(tolerance)
        })
      }, input)
    }
  })
})
