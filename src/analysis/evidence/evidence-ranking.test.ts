/** Tests the ranking of uncertain inputs: ranges by grade, the same list however it is run, and a known order. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { rankEvidence, uncertainPathsOf } from './evidence-ranking.ts'
import { assumptionsAt, uncertainInputsOf } from './uncertain-inputs.ts'
import { openOnWasm, runsOnModule } from '../region/wasm-region.ts'
import { createSimulator } from '../../engine/run.ts'
import { oneByOne } from '../../engine/run/many.ts'

const open = openRegion('CN-LN')
const inputs = uncertainInputsOf(open)
const settings = { policy: {}, assumptions: {}, walks: 2, seed: 7 }
const onWasm = openOnWasm(open.region)
const runsOn = runsOnModule(open, { many: onWasm.simulator.runMany, built: onWasm.built })
const onePerRun = (region: typeof open.region) =>
  oneByOne(createSimulator(open.program, region, open.simulator.horizon))
const found = await rankEvidence(open, runsOn, settings)
const assumptions = { growthGap: -0.011, wageFromSlack: 0.6 }
const known = await rankEvidence(open, runsOn, { ...settings, assumptions })

describe('inputs', () => {
  it('are all figures that are no official ones, and all uncertain parameters', () => {
    const figures = open.region.figures.filter(({ value, evidence }) => value !== undefined && evidence !== 'official')
    const cells = inputs.filter(({ kind }) => kind === 'figure').flatMap(input => input.cells)
    // An assumed value of exactly zero with a range of its own size cannot move.
    expect(cells.length).toBeGreaterThan(0.9 * figures.length)
    expect(cells.every(({ evidence }) => evidence !== 'official')).toBe(true)
    expect(inputs.filter(({ kind }) => kind === 'parameter').length).toBeGreaterThan(80)
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length)
  })

  it('move by their grade', () => {
    const cell = (name: string) => inputs.find(input => input.name === name)!.cells[0]!
    const capital = cell('capitalStart[state]')
    expect(capital.address).toBe('capitalStart[CN-LN, state]')
    expect(capital.low / capital.value).toBeCloseTo(0.8, 12)
    expect(capital.high / capital.value).toBeCloseTo(1.2, 12)
    const vehicles = cell('vehicleDebtStart')
    expect(vehicles.high / vehicles.value).toBeCloseTo(1.05, 12)
    const prices = cell('expectedHousePriceGrowthStart')
    expect(prices.high - prices.value).toBeCloseTo(0.0025, 12)
    const rate = cell('vehicleStockRateStart')
    expect(rate.high / rate.value).toBeCloseTo(1.2, 12)
    const movement = cell('netMigrationStart')
    expect(movement.high - movement.value).toBeCloseTo(0.001 * 41.55, 6)
    expect(inputs.some(({ name }) => name === 'gdpBaseYear')).toBe(false)
  })

  it('shares of a whole still add up to it', () => {
    const values = assumptionsAt(inputs, name => (name.startsWith('mixed') ? 1 : 0.2), ['CN-LN'])
    const holders = ['mixed', 'province', 'centre', 'outside'].map(one => values[`${one}HolderShareStart[CN-LN]`]!)
    expect(holders.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(holders[0]).toBeGreaterThan(0.15)
  })
})

describe('paths from outside', () => {
  const growth = uncertainPathsOf(open).find(({ name }) => name === 'nationalGrowth')!

  it('move as a whole, points by their grade, and nothing else moves', () => {
    const own = open.region.paths['nationalGrowth']!.points
    const high = growth.movedTo(1)
    for (const [at, [time, value]] of high.paths['nationalGrowth']!.points.entries()) {
      const { evidence } = open.region.paths['nationalGrowth']!.origins[at]!
      expect(time).toBe(own[at]![0])
      expect(value - own[at]![1]).toBeCloseTo(evidence === 'assumed' ? 0.01 : 0.0025, 12)
    }
    expect(growth.movedTo(0.5).paths['nationalGrowth']!.points).toEqual(
      own.map(([time, value]) => [time, expect.closeTo(value, 12)]),
    )
    expect(high.paths['lendingRate']).toBe(open.region.paths['lendingRate'])
    expect(high.values).toBe(open.region.values)
  })
})

describe('the ranking', () => {
  it('is the same one by one and side by side', { tags: ['thorough'] }, async () => {
    expect(await rankEvidence(open, onePerRun, settings)).toEqual(found)
  })

  it('has every input once, most influential first, with intervals around the mean', () => {
    const paths = uncertainPathsOf(open)
    const names = [...inputs, ...paths].map(({ name }) => name)
    expect(found.inputs.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    expect(found.runs).toBe(2 * (inputs.length + 1) + 2 * 2 * paths.length)
    expect(found.failed).toBe(0)
    const values = found.inputs.map(({ criteriaChanged }) => criteriaChanged.value)
    expect(values).toEqual(values.toSorted((one, other) => other - one))
    for (const { criteriaChanged } of found.inputs) {
      expect(criteriaChanged.low).toBeLessThanOrEqual(criteriaChanged.value)
      expect(criteriaChanged.high).toBeGreaterThanOrEqual(criteriaChanged.value)
    }
    expect(found.parts.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1, 9)
  })

  it('knows that productivity matters and carbon dioxide, which is only reported, does not', () => {
    const changed = (name: string): number => found.inputs.find(input => input.name === name)!.criteriaChanged.value
    expect(changed('growthGap')).toBeGreaterThan(0)
    expect(changed('carbonStart')).toBe(0)
    expect(changed('crudeOilBaseYear')).toBe(0)
  })

  it('a value taken as known changes nothing any more', () => {
    for (const taken of Object.keys(assumptions))
      expect(known.inputs.find(({ name }) => name === taken)!.criteriaChanged.value).toBe(0)
  })
})
