/** The standard stress tests: each moves debt and output the way it must, in every area, and the accounts close. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { sumOf } from '../runs/quantiles.ts'
import { ownStressTests } from './own-tests.ts'
import { growthDeviation, stressResults, stressTestsOf, policyUnder } from './stress.ts'
import type { PathPiece } from '../../engine/outside.ts'
import { readRun } from '../../engine/run/reader.ts'
import { leverAt, type LeverSetting, leversOf, type Policy } from '../../engine/scenario.ts'
import { openUnder } from '../region/open-under.ts'
import { baselineCalled } from '../region/outside.ts'
import { outsideProblems } from '../../scenario/paths.ts'
import { scenarioProblems } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import type { OpenRegion } from '../region/simulation.ts'

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
  it('are seven, pass the test of scenarios, and leave the accounts closed', () => {
    expect(tests.map(({ test }) => test!.id)).toEqual([
      'growth',
      'interest',
      'land',
      'transfers',
      'rollover',
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
    expect(change('rollover', place, 'output')).toBeLessThan(0.01 * baseline!.places[place]!.output![0]!)
    expect(change('contingent', place, 'debtToGdp')).toBeGreaterThan(0.03)
    for (const id of ['growth', 'interest', 'transfers'])
      expect(change('combined', place, 'output', 1)).toBeLessThan(change(id, place, 'output', 1))
    expect(change('combined', place, 'distressDistance', 1)).toBeLessThan(0)
  })
})

describe('what moves debt over output', () => {
  it.each(places)('adds up to the change that a test makes to the ratio, in %s', place => {
    for (const { debtFrom, places: values } of tests)
      for (const [at] of years.entries()) {
        const parts = Object.keys(debtFrom[place]!).map(
          id => debtFrom[place]![id]![at]! - baseline!.debtFrom[place]![id]![at]!,
        )
        const moved = values[place]!['debtToGdp']![at]! - baseline!.places[place]!['debtToGdp']![at]!
        expect(Math.abs(sumOf(parts) - moved)).toBeLessThan(1e-10)
      }
  })

  it('says why the call on the budget lowers it in the end: bonds bear less interest than LGFV debt', () => {
    const rollover = tests.find(({ test }) => test!.id === 'rollover')!
    const moved = (id: string): number => rollover.debtFrom['region']![id]![1]! - baseline!.debtFrom['region']![id]![1]!
    expect(change('rollover', 'region', 'debtToGdp', 1)).toBeLessThan(0)
    const largest = Object.keys(rollover.debtFrom['region']!).toSorted((a, b) => moved(a) - moved(b))[0]
    expect(largest).toBe('interest')
    expect(moved('growth')).toBeGreaterThan(0)
  })
})

describe('stress tests on top of what is tested', () => {
  it('leave the external conditions of the open scenario in force', () => {
    const under = (...pieces: readonly PathPiece[]): OpenRegion =>
      openUnder(open, { nationalGrowth: { change: 'add', pieces } })
    const [, growth] = stressResults(under({ value: -1, from: 2027 }), { policy: {}, assumptions: {} }, [2035])
    const both = under({ value: -1 - growthDeviation(open)!, from: 2027, to: 2028 }, { value: -1, from: 2029 })
    const run = both.simulator.run({ policy: {}, assumptions: {}, record: ['regionOutput'] })
    expect(growth!.places['region']!['output']![0]! / readRun(run).mean('regionOutput', 2035)).toBeCloseTo(1, 9)
  })

  it('cost output under the low baseline too, in every area', () => {
    const low = openUnder(open, baselineCalled(open.region, 'low'))
    const [own, growth] = stressResults(low, { policy: {}, assumptions: {} }, [2035])
    for (const place of places)
      expect(growth!.places[place]!['output']![0]!).toBeLessThan(own!.places[place]!['output']![0]!)
  })

  it('come on top of the levers of a package, which holds again afterwards', () => {
    const levers = leversOf(open.linked)
    const rollover = stressTestsOf(open).find(({ id }) => id === 'rollover')!.policy
    const policy: Policy = {
      cleanUpProgramme: { value: 1, start: 2026, ramp: 1 },
      financedByCentre: { value: 0.5, start: 2026, ramp: 0 },
      financedByBonds: { value: 0.5, start: 2026, ramp: 0 },
      publicInvestment: { value: 1, start: 2026 },
    }
    const over = policyUnder(levers, policy, rollover)
    expect(Object.keys(over)).toEqual(Object.keys(policy))
    const at = (name: string, time: number): number => leverAt(levers.get(name)!.standard, over[name], time)
    expect([2026.5, 2027, 2028.75, 2029, 2040].map(time => at('cleanUpProgramme', time))).toEqual([0.5, 2.5, 2.5, 1, 1])
    expect([2026, 2027, 2028.75, 2029].map(time => at('financedByBonds', time))).toEqual([0.5, 1, 1, 0.5])
    expect([2026, 2027, 2028.75, 2029].map(time => at('financedByCentre', time))).toEqual([0.5, 0, 0, 0.5])
    expect(scenarioProblems(rulesOf(open), { assumptions: {}, policy: over })).toEqual([])
  })

  it.each<[string, LeverSetting, readonly number[]]>([
    ['ends during the test', { value: 1, start: 2026, ramp: 0, end: 2028 }, [1, 2.5, 2.5, 0, 0]],
    ['begins after the test', { value: 1, start: 2031, ramp: 0 }, [0, 1.5, 1.5, 0, 1]],
    [
      'changes at the end of the test',
      { value: 1, start: 2026, ramp: 0, later: [{ value: 2, start: 2029, ramp: 0 }] },
      [1, 2.5, 2.5, 2, 2],
    ],
    ['ends after the test', { value: 1, start: 2026, ramp: 0, end: 2031 }, [1, 2.5, 2.5, 1, 0]],
    ['is at its limit', { value: 3, start: 2026, ramp: 0 }, [3, 3, 3, 3, 3]],
  ])('spend beyond a lever that %s', (_, own, expected) => {
    const levers = leversOf(open.linked)
    const test = { cleanUpProgramme: { value: 1.5, start: 2027, ramp: 0, end: 2029 } }
    const over = policyUnder(levers, { cleanUpProgramme: own }, test)['cleanUpProgramme']
    expect([2026, 2027, 2028.75, 2029, 2032].map(time => leverAt(0, over, time))).toEqual(expected)
  })
})

describe('stress tests of a user', () => {
  const table =
    'test,condition\nhard,nationalGrowth+=-1.5@2027..2028\nhard,growth(regionOutput)=0.5%@2028\nmild,nationalGrowth+=-0.5@2027\n'

  it('stand behind the standard ones, and what they hold has its value', () => {
    const own = ownStressTests(open, table)
    const found = stressResults(open, { policy: {}, assumptions: {} }, [2027, 2028], own)
    expect(found.slice(-2).map(({ test }) => test!.names.en)).toEqual(['hard', 'mild'])
    const [before, after] = found.at(-2)!.places['region']!['output']!
    expect(after / before - 1).toBeCloseTo(0.005, 8)
    expect(found.at(-2)!.largestResidual).toBeLessThan(1e-9)
    const growth = found[1].places['region']!['output']!
    const mild = found.at(-1)!.places['region']!['output']!
    expect(mild[1]).toBeGreaterThan(growth[1])
  })

  it.each([
    ['test\nhard\n', /columns test, condition/],
    ['test,condition\nhard,demandAbroad*=0.8@2027\n', /hard: unknown external path 'demandAbroad'/],
    ['test,condition\nhard,nonsense\n', /'nonsense' does not set an external path/],
  ])('are refused with the reason', (text, message) => {
    expect(() => ownStressTests(open, text)).toThrow(message)
  })
})
