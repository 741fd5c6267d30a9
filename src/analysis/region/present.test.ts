/**
 * Tests what is left of the model in a nation that lacks some of it: levers, outcomes, parameters, figures and paths that
 * move nothing are named nowhere, and what is left out stands at zero in a run.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import type { Variable } from '../../language/linked.ts'
import { stressTestsOf } from '../debt/stress.ts'
import { costingOf } from '../policies/costs.ts'
import { packagesOf } from '../policies/packages.ts'
import { declaredPackages } from '../../model/packages.ts'
import { openData } from './simulation.ts'

const open = openRegion('US-MI')
const { variables, present } = open.linked
const isOf = {
  levers: (one: Variable) => one.kind === 'lever',
  outcomes: (one: Variable) => one.outcome,
  parameters: (one: Variable) => one.kind === 'parameter',
  figures: (one: Variable) => one.kind === 'datum',
  paths: (one: Variable) => one.kind === 'exogenous',
}
const countsIn = (all: ReadonlyMap<string, Variable>) =>
  Object.fromEntries(Object.entries(isOf).map(([name, is]) => [name, [...all.values()].filter(is).length]))

describe('the United States without land sales, financing vehicles, state firms, oil and Russia', () => {
  it('have so many levers, outcomes, parameters, figures and paths of those of the model', () => {
    expect(countsIn(variables)).toEqual({ levers: 50, outcomes: 198, parameters: 629, figures: 124, paths: 63 })
    expect(countsIn(present)).toEqual({ levers: 35, outcomes: 175, parameters: 507, figures: 93, paths: 47 })
    expect([...present.keys()].filter(name => /russia|vehicle|landRevenue|stateShare|lockdown/i.test(name))).toEqual([])
  })

  it('have as many in every union', () => {
    expect([...openRegion('rust-belt').linked.present.keys()]).toEqual([...present.keys()])
  })

  it('have nothing but zeros where an outcome is left out', () => {
    const gone = [...variables.values()].filter(one => one.outcome && !present.has(one.name)).map(({ name }) => name)
    const { series } = open.simulator.run({ record: gone })
    const moving = gone.filter(name => series.get(name)!.values.some(value => Math.abs(value) > 1e-12))
    expect(moving).toEqual([])
  })

  it('are asked no stress test of what they lack', () => {
    expect(stressTestsOf(open).map(({ id }) => id)).toEqual(['interest', 'transfers', 'combined'])
  })
})

it('a package whose every lever is fixed is none', () => {
  const named = 'C'
  const { levers } = declaredPackages.find(({ id }) => id === named)!
  const fixed = Object.keys(levers).map(name => ({
    name,
    value: 1,
    low: 1,
    high: 1,
    evidence: 'assumed' as const,
    source: 'judgement',
  }))
  const { region } = open
  const others = region.institutions!.filter(({ name }) => !Object.hasOwn(levers, name))
  const poor = openData({ ...region, institutions: [...others, ...fixed] })
  const ids = (one: typeof poor): string[] => packagesOf(one, costingOf(one)).map(({ id }) => id)
  expect(ids(poor)).toEqual(ids(open).filter(id => id !== named))
})

it('the model’s own nation has all of it', () => {
  const { linked } = openRegion('northeast')
  expect(linked.present).toBe(linked.variables)
})
