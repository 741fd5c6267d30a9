/** Production of the Northeast: what public investment builds, and how far state firms go into debt. */

import { describe, expect, it } from 'vitest'
import { complaint } from './findings-fixture.ts'
import { leversOf } from '../engine/scenario.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun } from '../engine/run/reader.ts'

const { linked, region: northeast, simulator } = openRegion('northeast')

describe('a yuan of public investment', () => {
  const record = ['publicInvestmentEfficiency', 'closing(idlePublicCapital)']
  const [least, most] = leversOf(linked).get('investmentQuality')!.bounds
  const steps = (name: string, assumed: number, quality = 0.65): number[] => {
    const policy = { investmentQuality: { value: quality, start: 2026, ramp: 0 } }
    const run = simulator.run({ assumptions: { productivePublicShare: assumed }, policy, record })
    return [...run.series.get(name)!.values]
  }

  it('builds at most a yuan and at least nothing, over draws and the bounds of project selection', () => {
    for (const assumed of [0.2, 0.45, 0.65, 0.85, 1, 1.1]) {
      for (const quality of [least, most]) {
        for (const share of steps('publicInvestmentEfficiency', assumed, quality)) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        for (const idle of steps('closing(idlePublicCapital)', assumed, quality)) expect(idle).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('builds what is known of it at the standard, and what selection promises at the central value', () => {
    expect(steps('publicInvestmentEfficiency', 0.45)[0]).toBeCloseTo(0.45, 12)
    expect(steps('publicInvestmentEfficiency', 0.65, 0.85).at(-1)).toBeCloseTo(0.85, 12)
  })

  it('builds more where projects are selected better', () => {
    for (const assumed of [0.45, 0.65, 0.85]) {
      const last = (quality: number): number => steps('publicInvestmentEfficiency', assumed, quality).at(-1)!
      expect(last(0.85)).toBeGreaterThan(last(0.65))
    }
  })
})

describe('debt of state firms told to invest 8 % of output more until 2060', () => {
  const { region, simulator: long } = openRegion('northeast', { horizonEnd: 2061 })
  const policy = { directedInvestment: { value: 8, start: 2026, ramp: 0 } }
  const record = ['stateDebtRatio']
  /** The highest ratio of debt to assets in each area. */
  const highest = (assumptions: Record<string, number>): number[] => {
    const run = readRun(long.run({ policy, assumptions, record }))
    return region.areas.map(area => Math.max(...run.path('stateDebtRatio', area)))
  }

  const findings = [
    {
      id: 'line',
      what: 'highest debt over assets in CN-HL',
      measured: 0.7617,
      reason:
        'In 2060. From 2050 on firms replace what wears out and build no more: capital stands still, and debt ' +
        'against it still rises by a third of a point a year.',
    },
  ]

  it('stops at the line of the owner, which an economy without it passes', () => {
    for (const [at, most] of highest({}).entries()) {
      const what = `highest debt over assets in ${region.areas[at]}`
      expect(complaint({ id: 'line', what, from: 0.65, to: 0.72 }, most, findings)).toBe('')
    }
    expect(Math.max(...highest({ stateDebtAlert: 5, stateDebtMost: 6 }))).toBeGreaterThan(0.8)
    expect(highest({ stateDebtRuleFrom: 2100 })).toEqual(highest({ stateDebtAlert: 5, stateDebtMost: 6 }))
  })
})

describe('robots', () => {
  const record = ['robots', 'robotGrowthStart', 'automationInvestment', 'automationInvestmentStart']
  const run = readRun(simulator.run({ record }))
  const { start } = northeast

  it.each(northeast.areas)('of %s go on growing as they did before the start', area => {
    for (const firm of ['state', 'private']) {
      const before = run.at('automationInvestmentStart', start, area, firm)
      expect(Math.abs(run.at('automationInvestment', start, area, firm) / before - 1), firm).toBeLessThan(0.03)
      const grown = Math.log(run.at('robots', start + 1, area, firm) / run.at('robots', start, area, firm))
      expect(Math.abs(grown - run.at('robotGrowthStart', start)), firm).toBeLessThan(0.02)
    }
  })
})
