/** Debt by years left to maturity: adds up, falls due as reported, and a lost renewal costs something. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { createSimulator } from '../engine/run.ts'
import { readRun, type Reader } from '../engine/run/reader.ts'
import type { Policy } from '../engine/scenario.ts'
import { complaint, type Finding } from './findings-fixture.ts'

const open = openRegion('northeast')
const { region, program, simulator } = open
const { areas } = region
const terms = ['beyondTen', 'sixToTen', 'fourToFive', 'twoToThree', 'withinYear']
const record = [
  'advances',
  'arrears',
  'bankLosses',
  'bondMaturity',
  'bondProfileStart',
  'bondsDue',
  'bondsMaturing',
  'bondsSold',
  'output',
  'provincialBonds',
  'publicInvestmentReal',
  'purchasesReal',
  'vehicleDebt',
  'vehicleDefaultRate',
  'vehicleDue',
  'vehicleMaturing',
  'vehicleMaturity',
  'vehicleProfile',
]

const checked = (run: ReturnType<typeof simulator.run>): Reader => {
  expect(run.audit!.largestResidual, `${run.audit!.where} at ${run.audit!.when}`).toBeLessThan(1e-9)
  return readRun(run)
}
const runOf = (policy: Policy = {}): Reader => checked(simulator.run({ policy, record, audit: true }))

/** Half of what falls due in 2027 and 2028 is not renewed. */
const halfLost = (name: string): Reader => {
  const points = [
    [2026.99, 1],
    [2027, 0.5],
    [2028.99, 0.5],
    [2029, 1],
  ] as const
  const paths = { ...region.paths, [name]: { ...region.paths[name]!, points } }
  return checked(createSimulator(program, { ...region, paths }, simulator.horizon).run({ record, audit: true }))
}

const baseline = runOf()

describe('debt by years left to maturity', () => {
  it('adds up to all of it, with every band at or above zero, also while LGFV debt is swapped and paid back', () => {
    const runs = [
      baseline,
      runOf({ swapPace: { value: 30, ramp: 0 }, cleanUpProgramme: { value: 3, ramp: 0 } }),
      runOf({ borrowingCap: { value: -100, ramp: 0 }, vehicleHaircut: { value: 40, ramp: 0 } }),
    ]
    for (const run of runs)
      for (const area of areas)
        for (const [bands, all] of [
          ['bondsDue', 'provincialBonds'],
          ['vehicleDue', 'vehicleDebt'],
        ] as const) {
          const parts = terms.map(term => run.last(bands, 2033, area, term))
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
          const whole = run.last(all, 2033, area)
          expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole)).toBeLessThan(1e-9 * Math.max(1, whole))
        }
  })

  it('starts from a ladder of bonds with the same amount due in each year, and LGFV debt that decays evenly', () => {
    const mean = baseline.at('bondMaturity', region.start)
    expect(terms.reduce((sum, term) => sum + baseline.at('bondProfileStart', region.start, term), 0)).toBeCloseTo(1, 12)
    expect(baseline.at('bondProfileStart', region.start, 'withinYear')).toBeCloseTo(1 / (2 * mean), 12)
    const vehicleMean = baseline.at('vehicleMaturity', region.start)
    expect(terms.reduce((sum, term) => sum + baseline.at('vehicleProfile', region.start, term), 0)).toBeCloseTo(1, 12)
    expect(baseline.at('vehicleProfile', region.start, 'beyondTen')).toBeCloseTo(Math.exp(-10 / vehicleMean), 12)
    for (const area of areas)
      expect(
        baseline.at('vehicleMaturing', region.start, area) / baseline.at('vehicleDebt', region.start, area),
      ).toBeGreaterThan(0.9 / vehicleMean)
  })

  it('falls due as the finance departments of Jilin and Heilongjiang report, within a fifth', () => {
    const findings: Finding[] = [
      {
        id: 'maturity',
        what: 'bonds due in CN-JL in 2025, opened in 2025, of those reported',
        measured: 1.273,
        reason:
          'Years left to maturity are those of 2024 in any opening; swaps and long bonds raised them by half a year ' +
          'and more in 2024, with which it would be a sixth too many.',
      },
    ]
    const reported = region.series.filter(({ series }) => series === 'bondsMaturing')
    expect(reported).toHaveLength(3)
    const since2024 = readRun(openRegion('northeast@2024').simulator.run({ record }))
    for (const { area, year, value } of reported)
      for (const run of year < region.start ? [since2024] : [since2024, baseline]) {
        const ratio = run.mean('bondsMaturing', year, area) / value
        const what = `bonds due in ${area} in ${year}, opened in ${run.firstYear}, of those reported`
        expect(complaint({ id: 'maturity', what, from: 0.8, to: 1.2 }, ratio, findings)).toBe('')
      }
  })

  it('is sold again: what falls due, what is new and what is swapped', () => {
    for (const area of areas)
      expect(baseline.mean('bondsSold', 2028, area)).toBeGreaterThan(baseline.mean('bondsMaturing', 2028, area))
  })
})

describe('a lost renewal', () => {
  it('of bonds takes cash: unpaid bills, bank advances, less public investment and output', () => {
    const lost = halfLost('bondRenewal')
    for (const area of areas) {
      const ratio = (name: string): number => lost.mean(name, 2028, area) / baseline.mean(name, 2028, area)
      expect(ratio('provincialBonds')).toBeLessThan(0.95)
      expect(ratio('publicInvestmentReal')).toBeLessThan(0.85)
      // Between a fifth of the public demand that is lost (public investment in its first year, Furceri and Li 2017)
      // and all of it: half and more of what is bought comes from outside, and firms and households follow.
      const fallOf = (name: string): number => baseline.mean(name, 2028, area) - lost.mean(name, 2028, area)
      const demand = fallOf('publicInvestmentReal') + fallOf('purchasesReal')
      expect(demand / baseline.mean('output', 2028, area)).toBeGreaterThan(0.01)
      expect(fallOf('output') / demand).toBeGreaterThan(0.2)
      expect(fallOf('output') / demand).toBeLessThan(1)
      expect(ratio('output')).toBeGreaterThan(0.96)
      expect(lost.mean('arrears', 2028, area)).toBeGreaterThan(3 * baseline.mean('arrears', 2028, area))
    }
  })

  it('of LGFV debt ends partly in default, and banks lose', () => {
    const lost = halfLost('vehicleRenewal')
    for (const area of areas) {
      expect(lost.mean('vehicleDefaultRate', 2028, area)).toBeGreaterThan(
        1.5 * baseline.mean('vehicleDefaultRate', 2028, area),
      )
      expect(lost.mean('bankLosses', 2028, area)).toBeGreaterThan(1.02 * baseline.mean('bankLosses', 2028, area))
    }
  })
})
