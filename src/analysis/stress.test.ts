/** The standard stress tests: each moves debt and output the way it must, in every area, and the accounts close. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/simulation.ts'
import { growthDeviation, stressResults, stressTestsOf } from './stress.ts'
import { outsideProblems } from './outside.ts'
import { rulesOf } from './scenario-rules.ts'

const open = openRegion('northeast')
const years = [2028, 2035]
const results = stressResults(open, { policy: {}, assumptions: {} }, years)
const [baseline, ...tests] = results
const places = ['region', ...open.region.areas]
const valueOf = (id: string, place: string, name: string, at: number): number =>
  tests.find(({ test }) => test!.id === id)!.places[place]![name]![at]!
const change = (id: string, place: string, name: string, at = 0): number =>
  valueOf(id, place, name, at) - baseline!.places[place]![name]![at]!

describe('stress tests', () => {
  it('are six, pass the test of scenarios, and leave the accounts closed', () => {
    expect(tests.map(({ test }) => test!.id)).toEqual([
      'growth',
      'interest',
      'land',
      'transfers',
      'contingent',
      'combined',
    ])
    for (const { outside } of stressTestsOf(open)) expect(outsideProblems(rulesOf(open), outside)).toEqual([])
    for (const { largestResidual } of results) expect(largestResidual).toBeLessThan(1e-9)
  })

  it('measure the deviation of growth on 2016 to 2025', () => {
    const known = [6.8, 6.9, 6.7, 6.0, 2.2, 8.4, 3.0, 5.2, 5.0, 5.0]
    const mean = known.reduce((sum, value) => sum + value, 0) / 10
    const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9)
    expect(growthDeviation(open)).toBeCloseTo(deviation, 9)
  })

  it.each(places)('cost output or debt in %s', place => {
    expect(change('growth', place, 'output')).toBeLessThan(0)
    expect(change('interest', place, 'interestBurden', 1)).toBeGreaterThan(0.005)
    expect(change('land', place, 'output')).toBeLessThan(0)
    expect(change('transfers', place, 'output', 1)).toBeLessThan(0)
    expect(change('contingent', place, 'output')).toBeLessThan(0.01 * baseline!.places[place]!.output![0]!)
    for (const id of ['growth', 'interest', 'transfers'])
      expect(change('combined', place, 'output', 1)).toBeLessThan(change(id, place, 'output', 1))
    expect(change('combined', place, 'distressDistance', 1)).toBeLessThan(0)
  })
})
