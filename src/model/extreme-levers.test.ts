/** X17-X20: levers at their bounds, one by one and all at once. */

import { describe, expect, it } from 'vitest'
import type { Finding } from './findings-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { createSimulator } from '../engine/run.ts'
import { leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import { region, linked, program, experiment, baseline, heldTo } from './extreme-fixture.ts'

const findings: Finding[] = [
  {
    id: 'X18',
    what: 'childAllowance',
    measured: 0.289,
    reason:
      'By rule: below the national 3600 yuan the centre pays nine tenths, above it the province pays all, and only ' +
      'what is above counts for births.',
  },
  {
    id: 'X18',
    what: 'arrivalGrant',
    measured: 0.516,
    reason: 'talentGrants costs only what is above 5, but migrationGap answers both ways: a lower grant saves nothing.',
  },
  {
    id: 'X18',
    what: 'exportDiversification',
    measured: 0.561,
    reason:
      'diversificationFelt takes only what is above .02 %: less than the standard saves money and loses no exports.',
  },
]

const { requireWithin, unused } = heldTo(findings)

describe('levers', () => {
  const levers = [...leversOf(linked)].map(([name, { bounds, standard }]) => {
    const [low, high] = bounds
    return { name, low, high, standard: standardAt(standard, 2026) }
  })
  const threeYears = createSimulator(program, region, { end: 2029, stepsPerYear: 4 })
  /** Output of the region, mean of the first three years of a lever held from 2026 on. */
  const outputWith = (name: string, value: number): number => {
    const input = { policy: { [name]: { value, start: 2026, ramp: 0 } }, record: ['regionOutput'] }
    const reading = readRun(threeYears.run(input))
    return (
      (reading.mean('regionOutput', 2026) + reading.mean('regionOutput', 2027) + reading.mean('regionOutput', 2028)) / 3
    )
  }
  /** By the specification, project selection costs the same in both directions, and fewer places save nothing. */
  const exceptions = ['investmentQuality', 'childcarePlaces']

  it.each(levers.filter(({ name }) => !exceptions.includes(name)))(
    'X18: $name a little up and a little down move output by as much',
    ({ name, low, high, standard }) => {
      const step = 0.005 * (high - low)
      const before = outputWith(name, standard)
      const up = outputWith(name, standard + step) - before
      const down = outputWith(name, standard - step) - before
      const size = Math.max(Math.abs(up), Math.abs(down))
      requireWithin('X18', name, size === 0 ? 0 : Math.abs(up + down) / size, 0, 0.1)
    },
  )

  it('X20: all levers at their worst bound, and at their best, for thirty years', () => {
    const thirtyYears = createSimulator(program, region, { end: 2054, stepsPerYear: 4 })
    const outcomes = levers.map(({ name, low, high }) => ({
      name,
      low,
      high,
      rises: outputWith(name, high) >= outputWith(name, low),
    }))
    const all = (best: boolean): Policy =>
      Object.fromEntries(
        outcomes.map(({ name, low, high, rises }) => [
          name,
          { value: rises === best ? high : low, start: 2024, ramp: 0 },
        ]),
      )
    const worst = experiment({ policy: all(false) }, thirtyYears)
    const best = experiment({ policy: all(true) }, thirtyYears)
    expect(worst.mean('regionOutput', 2053)).toBeGreaterThan(0)
    expect(worst.mean('regionOutput', 2035)).toBeLessThan(baseline.mean('regionOutput', 2035))
    expect(best.mean('regionOutput', 2035)).toBeGreaterThan(worst.mean('regionOutput', 2035))
  })
})

describe('the findings', () => {
  it('are all spoken of', () => {
    expect(unused()).toEqual([])
  })
})
