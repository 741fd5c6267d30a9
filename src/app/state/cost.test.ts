/** Tests that the financing of a policy follows from the cost of its levers, as on the command line. */
import { expect, it } from 'vitest'
import { costingOf, packagesOf } from '../../analysis/packages.ts'
import { openRegion } from '../../cli/simulation.ts'
import { costOfLever, directCost, financingOf, packageCost, withCost, withFinancing } from './cost.ts'

const open = openRegion('northeast')
const costing = costingOf(open)
const about = { costing }
const packages = packagesOf(open, costing)

it('costs a playbook as the command line does', () => {
  for (const { policy, costPerYear } of packages) {
    expect(directCost(policy, about)).toBeCloseTo(costPerYear, 9)
    expect(withCost(policy, about)[packageCost]?.value ?? 0).toBeCloseTo(costPerYear, 9)
  }
})

it('draws no money for what costs nothing or saves', () => {
  expect(withCost({ registrationOpenness: { value: 1 } }, about)).not.toHaveProperty(packageCost)
  expect(withCost({ publicInvestment: { value: -1 } }, about)).not.toHaveProperty(packageCost)
})

it('needs the money from the first start until the last lever is in full force, and to the last end', () => {
  const policy = withCost(
    {
      publicInvestment: { value: 1, start: 2028, ramp: 2, end: 2033 },
      childcarePlaces: { value: 40, start: 2026, ramp: 1, end: 2036 },
    },
    about,
  )
  expect(policy[packageCost]).toMatchObject({ start: 2026, ramp: 4, end: 2036 })
  const staying = withCost({ ...policy, vocationalProgramme: { value: 0.2 } }, about)
  expect(staying[packageCost]).not.toHaveProperty('end')
})

it('says what one lever adds to the cost', () => {
  const policy = { benefitCoverage: { value: 50 }, benefitReplacement: { value: 45 } }
  const alone = costOfLever({ benefitCoverage: { value: 50 } }, 'benefitCoverage', about)
  // Coverage and replacement multiply: together each costs more than alone.
  expect(costOfLever(policy, 'benefitCoverage', about)).toBeGreaterThan(alone)
})

it('keeps the shares of financing at 1 in sum, and half and half without a setting', () => {
  const centre = withFinancing({ publicInvestment: { value: 1 } }, { financedByCentre: 1 })
  expect(Object.values(financingOf(centre)).reduce((sum, share) => sum + share, 0)).toBe(1)
  const halves = withFinancing(centre, { financedByCentre: 0.5, financedByBonds: 0.5 })
  expect(Object.keys(halves)).toEqual(['publicInvestment'])
  expect(financingOf(halves)).toMatchObject({ financedByCentre: 0.5, financedByBonds: 0.5 })
})
