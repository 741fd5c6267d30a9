/** Tests that the groups of people which levers concern are found in the equations, and counted as the model counts them. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import { groupsConcerned, peopleReached } from './reach.ts'

const open = openRegion('northeast')
const nothing = { policy: {}, assumptions: {} }

it('finds whom a lever concerns in the equation of what it costs', () => {
  const groups = Object.fromEntries([...groupsConcerned(open.linked)].map(([lever, { name }]) => [lever, name]))
  expect(groups).toMatchObject({
    residentTopUp: 'residentPensioners',
    pensionIndexationExtra: 'pensioners',
    benefitCoverage: 'unemployed',
    benefitReplacement: 'unemployed',
    childAllowance: 'childrenCovered',
    childcarePlaces: 'residents0to2',
    arrivalGrant: 'residents20to39',
    directPayment: 'residentsTotal',
    publicEmploymentGrowth: 'publicEmployed',
  })
  // Investment concerns nobody in particular, and severance a part of the workers only.
  expect(groups).not.toHaveProperty('publicInvestment')
  expect(groups).not.toHaveProperty('restructuring')
})

it('counts them over the whole region, under the policy of the open scenario', () => {
  const reached = peopleReached(open, nothing)
  const run = readRun(open.simulator.run({ ...nothing, record: ['regionResidents'] }))
  expect(reached['residentsTotal']).toBeCloseTo(run.mean('regionResidents', 2026), 9)
  const more = peopleReached(open, { ...nothing, policy: { childAllowanceYears: { value: 18, start: 2026, ramp: 0 } } })
  expect(more['childrenCovered']).toBeGreaterThan(4 * reached['childrenCovered']!)
})
