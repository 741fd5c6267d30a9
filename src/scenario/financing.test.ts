/** A policy is financed as the packages are until somebody chooses otherwise, and a sentence says how. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costingOf } from '../analysis/policies/costs.ts'
import { packagesOf } from '../analysis/policies/packages.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { leversOf, type Policy } from '../engine/scenario.ts'
import {
  financed,
  financingLevers,
  financingOf,
  financingSentence,
  financingWays,
  withFinancing,
  withShare,
} from './scenario.ts'

const open = openRegion('northeast')
const levers = leversOf(open.linked)
const packages = packagesOf(open, costingOf(open))

it('finances a package as the command line does', () => {
  for (const { policy } of packages) {
    expect(withFinancing(policy, financingOf(levers, policy))).toEqual(policy)
    expect(financed(levers, policy)).toEqual(policy)
  }
})

it('finances half by the centre and half by bonds without a choice, from the first start on', () => {
  const policy = financed(levers, {
    publicInvestment: { value: 1, start: 2028 },
    vocationalProgramme: { value: 0.2, start: 2027 },
  })
  expect(policy['financedByCentre']).toEqual({ value: 0.5, start: 2027, ramp: 0 })
  expect(policy['financedByBonds']).toEqual({ value: 0.5, start: 2027, ramp: 0 })
  expect(Object.keys(policy)).toHaveLength(4)
})

it('leaves a policy alone that spends nothing, or says who finances, be it nobody', () => {
  const idle: Policy[] = [{}, { mixedOwnershipPace: { value: 5 } }, { financedByCuts: { value: 1 } }]
  for (const policy of idle) expect(financed(levers, policy)).toEqual(policy)
  const nobody = { publicInvestment: { value: 1 }, financedByCentre: { value: 0 } }
  expect(financed(levers, nobody)).toEqual(nobody)
})

it('keeps a choice when levers are moved, and drops it with the last of them', () => {
  const moved = (before: Policy, policy: Policy): Policy => withFinancing(policy, financingOf(levers, before))
  const centre = withFinancing({ publicInvestment: { value: 1 } }, { financedByCentre: 1 })
  const more = moved(centre, { ...centre, publicInvestment: { value: 2 } })
  expect(financingOf(levers, more)).toMatchObject({ financedByCentre: 1, financedByBonds: 0 })
  const { publicInvestment: _, ...none } = more
  expect(moved(more, none)).toEqual({})
  // A scenario saved without financing does not change unasked; one that spends nothing yet takes the default.
  const unpaid = { publicInvestment: { value: 1 } }
  expect(moved(unpaid, { publicInvestment: { value: 2 } })).toEqual({ publicInvestment: { value: 2 } })
  const reform = { mixedOwnershipPace: { value: 5 } }
  expect(moved(reform, { ...reform, ...unpaid })).toMatchObject({ financedByBonds: { value: 0.5 } })
})

it('says in one sentence who finances', () => {
  const told = (shares: Parameters<typeof withFinancing>[1]) =>
    financingSentence(levers, withFinancing({ publicInvestment: { value: 1 } }, shares))
  expect(told(financingWays.half)).toEqual({
    en: 'What the provinces spend is financed half by the central government and half by bonds.',
    zh: '地方支出由中央和政府债券各承担一半。',
  })
  expect(told({ financedByCentre: 0.6, financedByLand: 0.15 })!.en).toBe(
    'What the provinces spend is financed 60 % by the central government and 15 % by land sales; the rest, 25 %, is not financed and crowds out other spending.',
  )
  expect(told({})!.zh).toBe('地方支出未安排资金来源，将挤占其他支出。')
  expect(financingSentence(levers, { mixedOwnershipPace: { value: 5 } })).toBeUndefined()
})

describe('a share that is moved', () => {
  const moved = (shares: Parameters<typeof withShare>[0], name: (typeof financingLevers)[number], to: number) =>
    Object.values(withShare(shares, name, to))

  it('leaves the others their proportions', () => {
    expect(moved(financingWays.half, 'financedByLand', 0.1)).toEqual([0.45, 0.45, 0, 0.1, 0])
    expect(moved({ financedByCentre: 0.6, financedByCuts: 0.3 }, 'financedByCentre', 0.1)).toEqual([0.1, 0, 0, 0, 0.9])
  })

  it('has somebody pay the rest where nobody else does', () => {
    expect(moved({}, 'financedByCentre', 0.3)).toEqual([0.3, 0.7, 0, 0, 0])
    expect(moved(financingWays.bonds, 'financedByBonds', 0.4)).toEqual([0.6, 0.4, 0, 0, 0])
  })

  it('adds up to all', () => {
    const share = fc.integer({ min: 0, max: 100 }).map(value => value / 100)
    const given = fc.tuple(fc.array(share, { minLength: 5, maxLength: 5 }), fc.constantFrom(...financingLevers), share)
    fc.assert(
      fc.property(given, ([values, name, to]) => {
        const shares = Object.fromEntries(financingLevers.map((one, at) => [one, values[at]!]))
        const next = withShare(shares, name, to)
        expect(next[name]).toBe(to)
        expect(Object.values(next).every(one => one >= 0)).toBe(true)
        expect(Math.round(100 * Object.values(next).reduce((sum, one) => sum + one, 0))).toBe(100)
      }),
    )
  })
})
