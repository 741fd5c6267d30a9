import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { createSimulator } from '../engine/run.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import type { Prior } from '../language/declare.ts'
import type { Regression } from '../../tools/derivations/least-squares.ts'
import { poolElasticities, transferRegressions } from '../../tools/derivations/transfers.ts'
import { regimes } from './regimes.ts'

const open = openRegion('northeast', { parameters: 'priors' })
const { areas } = open.region

const runWith = (record: readonly string[], assumptions: Assumptions = {}, policy: Policy = {}) =>
  readRun(open.simulator.run({ assumptions, policy, record }))
const assumed = (id: string): Assumptions => regimes.find(regime => regime.id === id)!.assumptions

describe('the pool of transfers', () => {
  it('frozen, keeps its amount: transfers move by drift and equalisation alone', () => {
    const names = ['formulaTransfers', 'equalisationFelt', 'transferPool']
    const seen = runWith(names, assumed('freeze'))
    expect(seen.mean('transferPool', 2040) / seen.mean('transferPool', 2026)).toBeCloseTo(1, 2)
    for (const at of areas) {
      const felt = (1 + seen.mean('equalisationFelt', 2040, at)) / (1 + seen.mean('equalisationFelt', 2026, at))
      const drift = Math.exp(-0.002 * 14)
      expect(seen.mean('formulaTransfers', 2040, at) / seen.mean('formulaTransfers', 2026, at)).toBeCloseTo(
        felt * drift,
        2,
      )
    }
  })

  it('at a constant share of output, stays there to 1e-9 beyond earmarked money', () => {
    const names = ['outputShareTransfers', 'nominalOutputBefore']
    const { series } = open.simulator.run({ assumptions: assumed('constantShare'), record: names })
    const [own, output] = names.map(name => series.get(name)!.values)
    const shares = own!.map((value, at) => value / output![at]!)
    shares.forEach((share, at) => expect(Math.abs(share / shares[at % areas.length]! - 1)).toBeLessThan(1e-9))
  })

  it('frozen, falls well behind the formula and a constant share of output', () => {
    const transfers = (id: string) => {
      const seen = runWith(['centralTransfers'], assumed(id))
      return areas.reduce((sum, at) => sum + seen.mean('centralTransfers', 2037, at), 0)
    }
    expect(transfers('freeze')).toBeLessThan(0.85 * transfers('formula'))
    expect(transfers('freeze')).toBeLessThan(0.85 * transfers('constantShare'))
  })
})

describe('equalisation', () => {
  it('takes back its share of a lasting rise of own revenue', () => {
    const names = ['fiscalCapacity', 'equalisationFelt', 'ownRevenueStart', 'centralTransfersStart']
    const before = runWith(names)
    const after = runWith(names, {}, { propertyTaxRate: { value: 1, ramp: 0 } })
    for (const at of areas) {
      const capacity = after.mean('fiscalCapacity', 2032, at) - before.mean('fiscalCapacity', 2032, at)
      const felt = after.mean('equalisationFelt', 2032, at) - before.mean('equalisationFelt', 2032, at)
      expect(capacity).toBeGreaterThan(0.03)
      const rule =
        (-0.1 * before.mean('ownRevenueStart', 2026, at) * capacity) / before.mean('centralTransfersStart', 2026, at)
      expect(felt / rule).toBeGreaterThan(0.85)
      expect(felt / rule).toBeLessThan(1.15)
    }
  })
})

describe('rescue', () => {
  it('comes when a shrinking pool leaves bills unpaid, and takes off a third of them', () => {
    const names = ['rescueTransfers', 'arrears', 'advances', 'nominalOutput']
    // Without the reaction of spending, which would prevent most of them.
    const shrinking = { poolElasticity: -0.5, spendingFromRoom: 0 }
    const helped = runWith(names, shrinking)
    const alone = runWith(names, { ...shrinking, rescueShare: 0 })
    const unpaid = (seen: typeof helped, at: string) => seen.mean('arrears', 2040, at) + seen.mean('advances', 2040, at)
    for (const at of areas) {
      if (at === 'CN-LN') continue
      expect(helped.mean('rescueTransfers', 2033, at), at).toBeGreaterThan(0)
      expect(unpaid(helped, at), at).toBeLessThan(0.67 * unpaid(alone, at))
    }
  })
})

/** Sums over the areas of a year. */
const total = (seen: ReturnType<typeof runWith>, name: string, year: number): number =>
  areas.reduce((sum, area) => sum + seen.mean(name, year, area), 0)

describe('the reaction of spending to room', () => {
  const names = ['publicExpenditure', 'nominalOutput', 'output', 'investmentFactor', 'purchasesFactor']
  const more: Policy = { extraTransfers: { value: 1, ramp: 0 } }
  /** Part of extra transfers of 1 % of output that is spent in a year. */
  const spent = (assumptions: Assumptions) => {
    const [before, after] = [runWith(names, assumptions), runWith(names, assumptions, more)]
    return (year: number): number =>
      (total(after, 'publicExpenditure', year) - total(before, 'publicExpenditure', year)) /
      (0.01 * total(before, 'nominalOutput', year))
  }

  it('spends extra transfers nearly yuan for yuan from the second year on', () => {
    const part = spent({})
    for (const year of [2027, 2028, 2030]) {
      expect(part(year)).toBeGreaterThan(0.8)
      expect(part(year)).toBeLessThan(1.2)
    }
  })

  it('without the reaction, leaves more of them unspent', () => {
    // Spending then consists of cuts for want of cash that are lifted: they come to nine tenths of the whole at most.
    const [part, whole] = [spent({ spendingFromRoom: 0 }), spent({})]
    for (const year of [2027, 2028, 2030]) expect(part(year)).toBeLessThan(0.95 * whole(year))
  })

  it('leaves the first step as the figures of the start have it', () => {
    const first = (assumptions: Assumptions) =>
      open.simulator.run({ assumptions, record: ['output', 'publicInvestmentReal', 'purchasesReal'] }).series
    const [with_, without] = [first({}), first({ spendingFromRoom: 0 })]
    for (const [name, { values, size }] of with_)
      for (let at = 0; at < size; at++) expect(values[at], name).toBe(without.get(name)!.values[at])
  })

  it('crowds out other spending where a policy has no financing of its own', () => {
    const unfunded: Policy = { publicInvestment: { value: 1, ramp: 0 } }
    const [before, alone] = [runWith(names), runWith(names, {}, unfunded)]
    const funded = runWith(names, {}, { ...unfunded, financedByCentre: { value: 1, ramp: 0 } })
    const effect = (seen: typeof alone) =>
      total(seen, 'publicExpenditure', 2029) - total(before, 'publicExpenditure', 2029)
    expect(effect(alone)).toBeLessThan(0.3 * effect(funded))
  })

  it('never cuts below the floor, with no resources at all', () => {
    const bare = runWith([...names, 'purchasesReal'], { transferLevel: 0, rescueShare: 0 })
    for (const area of areas)
      for (const name of ['investmentFactor', 'purchasesFactor']) {
        const least = Math.min(...[2026, 2030, 2035, 2039].map(year => bare.mean(name, year, area)))
        expect(least).toBeGreaterThanOrEqual(0.2)
        expect(Number.isFinite(bare.mean('purchasesReal', 2039, area))).toBe(true)
      }
  })
})

describe('bonds', () => {
  it('are issued between the plan and the quota while cash is neither short nor ample', () => {
    const record = ['bondIssue', 'bondQuota', 'plannedBorrowing', 'provinceDeposits', 'cashTarget']
    const { series } = open.simulator.run({ record })
    const [issue, quota, plan, cash, target] = record.map(name => series.get(name)!.values)
    let seen = 0
    issue!.forEach((issued, at) => {
      const ratio = cash![at]! / target![at]!
      if (ratio < 0.25 || ratio > 2) return
      seen++
      expect(issued).toBeGreaterThanOrEqual(plan![at]! * (1 - 1e-12))
      expect(issued).toBeLessThanOrEqual(quota![at]! * (1 + 1e-12))
    })
    expect(seen).toBeGreaterThan(100)
  })

  it('take over hidden debt by the national calendar, and no more after it', () => {
    const seen = runWith(['debtSwap', 'hiddenDebtSwap'])
    for (const area of areas) {
      expect(seen.mean('debtSwap', 2025, area)).toBeCloseTo(seen.mean('hiddenDebtSwap', 2025, area), 6)
      expect(seen.mean('debtSwap', 2028, area)).toBe(0)
    }
  })
})

describe('the yield of taxes', () => {
  it('moves with that of the nation', () => {
    const { paths } = open.region
    const lower = (name: string) => ({
      ...paths[name]!,
      points: paths[name]!.points.map(([time, value]) => [time, 0.9 * value] as const),
    })
    const changed = { nationalLocalTaxes: lower('nationalLocalTaxes'), nationalLocalFees: lower('nationalLocalFees') }
    const region = { ...open.region, paths: { ...paths, ...changed } }
    const { program, simulator } = open
    const record = ['ownRevenue']
    const cut = readRun(createSimulator(program, region, simulator.horizon).run({ record }))
    const before = runWith(record)
    for (const area of areas) {
      const ratio = cut.mean('ownRevenue', 2024, area) / before.mean('ownRevenue', 2024, area)
      expect(ratio).toBeGreaterThan(0.89)
      expect(ratio).toBeLessThan(0.93)
    }
  })
})

describe('priors of the fiscal block', () => {
  const prior = (name: string) => open.linked.variables.get(name)!.declaration as { value: Prior }
  const meanOf = (regressions: readonly Regression[], apart: RegExp): number => {
    const found = regressions.filter(({ label }) => apart.test(label)).map(({ estimates }) => estimates[0]!.value)
    return found.reduce((sum, value) => sum + value, 0) / found.length
  }
  const { share, spending } = transferRegressions()

  it('are what the regressions say of the share in the pool', () => {
    const { low, central, high } = prior('equalisationShare').value
    const found = -meanOf(share, /5 years/)
    expect(Math.abs(found - central)).toBeLessThan(0.02)
    expect(found).toBeGreaterThan(low)
    expect(found).toBeLessThan(high)
  })

  it('and of spending out of resources, after two and five years', () => {
    const { low, high } = prior('spendingFromRoom').value
    const found = meanOf(spending, /[25] years/)
    expect(found).toBeGreaterThan(low)
    expect(found).toBeLessThan(high)
    // Within the first year about seven tenths, which is what the years of adjustment give.
    expect(meanOf(spending, /1 year:/)).toBeLessThan(found)
  })

  it('and of the growth of the pool', () => {
    const { low, high } = prior('poolElasticity').value
    const found = poolElasticities().map(([, , elasticity]) => elasticity)
    const middle = found.reduce((sum, value) => sum + value, 0) / found.length
    expect(middle).toBeGreaterThan(low)
    expect(middle).toBeLessThan(high)
  })
})
