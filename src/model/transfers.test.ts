import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/simulation.ts'
import { readRun } from '../engine/run/reader.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
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

  it('orders the regimes: less under a freeze, more at a constant share', () => {
    const transfers = (id: string) => {
      const seen = runWith(['centralTransfers'], assumed(id))
      return areas.reduce((sum, at) => sum + seen.mean('centralTransfers', 2037, at), 0)
    }
    expect(transfers('freeze')).toBeLessThan(0.85 * transfers('formula'))
    expect(transfers('constantShare')).toBeGreaterThan(transfers('formula'))
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
  it('comes when a shrinking pool leaves bills unpaid, and halves them', () => {
    const names = ['rescueTransfers', 'arrears', 'advances', 'nominalOutput']
    const shrinking = { poolElasticity: -0.5 }
    const helped = runWith(names, shrinking)
    const alone = runWith(names, { ...shrinking, rescueShare: 0 })
    const unpaid = (seen: typeof helped, at: string) => seen.mean('arrears', 2040, at) + seen.mean('advances', 2040, at)
    for (const at of areas) {
      if (at === 'CN-LN') continue
      expect(helped.mean('rescueTransfers', 2033, at), at).toBeGreaterThan(0)
      expect(unpaid(helped, at), at).toBeLessThan(0.6 * unpaid(alone, at))
    }
  })
})
