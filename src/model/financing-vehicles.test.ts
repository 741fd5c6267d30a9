/** LGFVs of the shipped region: the loop from land over LGFVs to banks and the budget, lost rollovers, distrust. */

import { describe, expect, it } from 'vitest'
import { complaint } from './findings-fixture.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun, type Reader } from '../engine/run/reader.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import type { Model } from '../language/declare.ts'
import { model } from './index.ts'

const open = openRegion('northeast')
const { areas } = open.region

const record = [
  'vehicleDebt',
  'vehicleDefaultRate',
  'vehicleWriteOff',
  'vehicleSupport',
  'vehicleRateNew',
  'vehicleUnmet',
  'vehicleInvestmentNominal',
  'landRevenue',
  'bankLosses',
  'provinceReceipts',
  'distressDistance',
  'contagion',
  'creditSupply',
  'bondRateNew',
  'investmentOwn',
  'output',
  'reliefEffect',
  'taxRelief',
]

const runOf = (policy: Policy = {}, assumptions: Assumptions = {}, opened = open): Reader => {
  const run = opened.simulator.run({ policy, assumptions, record, audit: true })
  expect(run.audit!.largestResidual, `${run.audit!.where} at ${run.audit!.when}`).toBeLessThan(1e-9)
  return readRun(run)
}

const from = 2026
const total = (run: Reader, name: string, year: number): number =>
  areas.reduce((sum, area) => sum + run.mean(name, year, area), 0)

const baseline = runOf()

describe('land revenue cut by 70 % from 2026 on', () => {
  const cutModel: Model = {
    ...model,
    sectors: model.sectors.map(sector => {
      const declaration = sector.declarations.landRevenue
      if (declaration?.kind !== 'equation') return sector
      const text = `(${declaration.text as string})*if(time >= ${from}{year}, 0.3, 1)`
      return { ...sector, declarations: { ...sector.declarations, landRevenue: { ...declaration, text } } }
    }),
  }
  const cut = runOf({}, {}, openRegion('northeast', { model: cutModel }))

  it('leaves LGFVs with less from the budget, and debt that has to be extended', () => {
    for (const area of areas) {
      expect(cut.mean('landRevenue', 2028, area)).toBeLessThan(0.4 * baseline.mean('landRevenue', 2028, area))
      expect(cut.mean('vehicleSupport', 2028, area)).toBeLessThan(baseline.mean('vehicleSupport', 2028, area))
      expect(cut.mean('vehicleUnmet', 2028, area)).toBeGreaterThan(baseline.mean('vehicleUnmet', 2028, area) + 1)
    }
  })

  it('raises their default rate by a quarter of a point or more in each area', () => {
    for (const area of areas)
      expect(cut.mean('vehicleDefaultRate', 2028, area)).toBeGreaterThan(
        baseline.mean('vehicleDefaultRate', 2028, area) + 0.0025,
      )
  })

  it('moves their debt: up where interest is not earned and is capitalised, down where lenders can withdraw', () => {
    const ratio = (area: string): number =>
      cut.mean('vehicleDebt', 2039, area) / baseline.mean('vehicleDebt', 2039, area)
    const finding = {
      id: 'vehicles',
      what: 'debt of LGFVs in Jilin in 2039, times as much',
      measured: 0.9986,
      room: 0.004,
      reason:
        'Lower until 2033, as they invest half as much and 2 bn yuan a year more is written off, and higher from ' +
        'then on with the interest that is not earned.',
    }
    const more = { id: finding.id, what: finding.what, from: 1.02, to: 1.2 }
    expect(complaint(more, ratio('CN-JL'), [finding])).toBe('')
    expect(ratio('CN-LN')).toBeLessThan(0.98)
    expect(total(cut, 'vehicleWriteOff', 2028) / total(baseline, 'vehicleWriteOff', 2028)).toBeGreaterThan(1.25)
  })

  it('reaches banks and the budget: losses up by at least 3 %, less room before distress', () => {
    expect(total(cut, 'bankLosses', 2028) / total(baseline, 'bankLosses', 2028)).toBeGreaterThan(1.03)

    for (const area of areas) {
      expect(cut.mean('provinceReceipts', 2028, area)).toBeLessThan(baseline.mean('provinceReceipts', 2028, area))
      expect(cut.mean('distressDistance', 2028, area)).toBeLessThan(baseline.mean('distressDistance', 2028, area))
    }
  })
})

describe('a lost rollover', () => {
  // A fifth of the debt is to be repaid every year.
  const lost = runOf({ borrowingCap: { value: -20, start: from, ramp: 0 } })

  it('is no hidden subsidy: defaults at least double, and banks lose', () => {
    for (const area of areas) {
      const defaults = (run: Reader): number => run.mean('vehicleDefaultRate', 2027, area)
      expect(defaults(lost)).toBeGreaterThan(2 * defaults(baseline))
      expect(lost.mean('bankLosses', 2027, area)).toBeGreaterThan(1.03 * baseline.mean('bankLosses', 2027, area))
      expect(lost.mean('vehicleRateNew', 2028, area)).toBeGreaterThan(baseline.mean('vehicleRateNew', 2028, area))
    }
  })

  it('costs more, the more of what is not renewed ends in default', () => {
    const ordered = [0.03, 0.1, 0.25].map(vehicleDefaultFromUnmet =>
      total(
        runOf({ borrowingCap: { value: -20, start: from, ramp: 0 } }, { vehicleDefaultFromUnmet }),
        'vehicleWriteOff',
        2028,
      ),
    )
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
    expect(ordered[2]! / ordered[0]!).toBeGreaterThan(2)
  })

  it('is eased by a swap into bonds, which lowers defaults', () => {
    const swapped = runOf({ swapPace: { value: 25, start: from, ramp: 0 } })
    for (const area of areas)
      expect(swapped.mean('vehicleDefaultRate', 2030, area)).toBeLessThan(
        baseline.mean('vehicleDefaultRate', 2030, area),
      )
  })
})

describe('a haircut of 20 % a year', () => {
  const policy = { vehicleHaircut: { value: 20, start: from, ramp: 0 } }
  const run = runOf(policy)

  it('makes lenders wary: spreads of LGFVs up by about a point, of bonds by a seventh of it, less credit', () => {
    for (const area of areas) {
      expect(run.mean('contagion', 2032, area)).toBeGreaterThan(0.9)
      expect(run.mean('contagion', 2032, area)).toBeLessThan(1.2)
      const spread = run.mean('vehicleRateNew', 2029, area) - baseline.mean('vehicleRateNew', 2029, area)
      expect(spread).toBeGreaterThan(0.005)
      expect(spread).toBeLessThan(0.015)
      expect(run.mean('bondRateNew', 2029, area)).toBeGreaterThan(baseline.mean('bondRateNew', 2029, area) + 0.001)
      expect(run.mean('creditSupply', 2029, area)).toBeLessThan(baseline.mean('creditSupply', 2029, area) - 0.01)
      expect(run.mean('output', 2032, area)).toBeLessThan(baseline.mean('output', 2032, area))
    }
  })

  it('passes without a trace on credit where lenders do not mind', () => {
    const calm = { spreadFromContagion: 0, creditFromContagion: 0 }
    const [with0, without0] = [runOf(policy, calm), runOf({}, calm)]
    for (const area of areas)
      expect(with0.mean('creditSupply', 2029, area)).toBe(without0.mean('creditSupply', 2029, area))
  })
})

describe('tax relief for private firms of 1 % of output', () => {
  const policy = { taxReliefShare: { value: 1.2, start: from, ramp: 0 }, financedByCentre: { value: 1, ramp: 0 } }
  const privateInvestment = (run: Reader, year: number): number =>
    areas.reduce((sum, area) => sum + run.mean('investmentOwn', year, area, 'private'), 0)
  const gain = (assumptions: Assumptions): number =>
    privateInvestment(runOf(policy, assumptions), 2030) / privateInvestment(runOf({}, assumptions), 2030) - 1

  it('raises private investment by 2 to 8 % after five years, a third of it or more through the user cost', () => {
    const [none, central] = [gain({ investmentFromUserCost: 0 }), gain({})]
    expect(central).toBeGreaterThan(0.02)
    expect(central).toBeLessThan(0.08)
    expect(none / central).toBeGreaterThan(0.1)
    expect(none / central).toBeLessThan(0.7)
  })

  it('moves nothing through the user cost while the lever stands at its standard', () => {
    for (const area of areas) expect(baseline.mean('reliefEffect', 2030, area, 'private')).toBe(1)
  })
})
