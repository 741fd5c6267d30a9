/** Tests that a policy of one's own can be made to cost what every package costs. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { costingOf, grossPresentValue } from './costs.ts'
import { scaledToBudget } from './packages.ts'

const open = openRegion('CN-JL')
const costing = costingOf(open)

it('scales spending and nothing else', () => {
  const policy = {
    publicInvestment: { value: 0.2, start: 2028, ramp: 2 },
    residentTopUp: { value: 50, start: 2026, ramp: 1 },
    retirementSpeed: { value: 1.5, start: 2026, ramp: 1 },
    financedByCentre: { value: 1, start: 2026, ramp: 0 },
  }
  const scaled = scaledToBudget(open, costing, policy)!
  expect(grossPresentValue(open, policy, costing)).toBeLessThan(0.9 * costing.budget)
  expect(grossPresentValue(open, scaled, costing) / costing.budget).toBeCloseTo(1, 6)
  expect(scaled['publicInvestment']).toMatchObject({ start: 2028, ramp: 2 })
  expect(scaled['retirementSpeed']).toEqual(policy.retirementSpeed)
  expect(scaled['financedByCentre']).toEqual(policy.financedByCentre)
})

it('scales every value of a lever that has several in time', () => {
  const later = [{ value: 0.4, start: 2031, ramp: 1, end: 2036 }]
  const policy = { publicInvestment: { value: 0.2, start: 2027, ramp: 1, later } }
  const scaled = scaledToBudget(open, costing, policy)!
  expect(grossPresentValue(open, scaled, costing) / costing.budget).toBeCloseTo(1, 6)
  const { value, later: [next] = [] } = scaled['publicInvestment']!
  expect(next).toMatchObject({ start: 2031, ramp: 1, end: 2036 })
  expect(next!.value / value).toBeCloseTo(2, 9)
})

it('says that it cannot where nothing spends', () => {
  expect(scaledToBudget(open, costing, {})).toBeUndefined()
  expect(scaledToBudget(open, costing, { retirementSpeed: { value: 1.5, start: 2026, ramp: 1 } })).toBeUndefined()
})
