/** Reasons of a change: the change itself, causes that explain it, and none where nothing changes. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { costingOf } from '../policies/costs.ts'
import { packageFor } from '../policies/packages.ts'
import { reasonsOf } from './reasons.ts'
import { valuesOfRun } from './tree.ts'

const open = openRegion('northeast')
const costing = costingOf(open)
const before = valuesOfRun(open, {})
const under = (id: string) => valuesOfRun(open, { policy: packageFor(open, costing, id).policy })

describe('reasons', () => {
  it('begin with the change of what was asked for, as mean of the year', () => {
    const after = under('E')
    const [division] = reasonsOf(open, 'regionUnemployment', 2035, before, after)
    const { offset } = open.linked.variables.get('regionUnemployment')!
    const steps = [0, 1, 2, 3].map(quarter => 4 * (2035 - open.region.start) + quarter)
    const mean = (values: typeof before): number => steps.reduce((sum, step) => sum + values[step][offset], 0) / 4
    expect(division.name).toBe('regionUnemployment')
    expect(division.change).toBeCloseTo(mean(after) - mean(before), 14)
    expect(division.relative).toBeCloseTo(mean(after) / mean(before) - 1, 12)
  })

  it('of more unemployment under reform are the people who retire later, less those who find work', () => {
    const [, unemployed] = reasonsOf(open, 'regionUnemployment', 2035, before, under('G'))
    expect(unemployed.name).toBe('unemployed')
    const [labour, employed] = unemployed.causes
    expect([labour.name, labour.from?.name, employed.name]).toEqual(['laborForce', 'retirementAgeNow', 'employed'])
    // The equation is a difference, so that its causes add up.
    expect(labour.effect + employed.effect).toBeCloseTo(unemployed.change, 12)
    expect(labour.effect).toBeGreaterThan(0)
    expect(employed.effect).toBeLessThan(0)
  })

  it('come largest first, no more than four of them', () => {
    for (const { causes } of reasonsOf(open, 'regionPensionPerRetiree', 2035, before, under('D'), 3)) {
      expect(causes.length).toBeLessThanOrEqual(4)
      const sizes = causes.map(({ effect }) => Math.abs(effect))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }
  })

  it('of residents go on from their former number to what else moves them', () => {
    const [residents, leavers] = reasonsOf(open, 'regionResidents', 2035, before, under('G'))
    expect([residents.name, residents.causes[0].name, leavers.name]).toEqual(['population', 'population', 'departures'])
  })

  it('are found in figures of the year, of which every quarter reads the first', () => {
    const [fertility] = reasonsOf(open, 'regionBirths', 2035, before, under('D'))
    expect(fertility.name).toBe('fertility')
    expect(fertility.causes.map(({ name }) => name).toSorted()).toEqual(['fertilityBefore', 'fertilityTarget'])
  })

  it('are none where nothing changes', () => {
    expect(reasonsOf(open, 'regionOutput', 2035, before, before)).toEqual([])
  })
})
