/** A policy is financed as the packages are until somebody chooses otherwise. */
import { expect, it } from 'vitest'
import { costingOf } from '../analysis/costs.ts'
import { packagesOf } from '../analysis/packages.ts'
import { openRegion } from '../cli/open-fixture.ts'
import { financingOf, withFinancing } from './financing.ts'

const open = openRegion('northeast')
const packages = packagesOf(open, costingOf(open))

it('finances a package as the command line does', () => {
  for (const { policy } of packages) expect(withFinancing(policy)).toEqual(policy)
})

it('finances half by the centre and half by bonds without a choice, from the first start on', () => {
  const policy = withFinancing({
    publicInvestment: { value: 1, start: 2028 },
    vocationalProgramme: { value: 0.2, start: 2027 },
  })
  expect(policy['financedByCentre']).toEqual({ value: 0.5, start: 2027, ramp: 0 })
  expect(policy['financedByBonds']).toEqual({ value: 0.5, start: 2027, ramp: 0 })
  expect(Object.keys(policy)).toHaveLength(4)
})

it('keeps a choice when levers are moved, and drops it with the last of them', () => {
  const centre = withFinancing({ publicInvestment: { value: 1 } }, { financedByCentre: 1 })
  const more = withFinancing({ ...centre, publicInvestment: { value: 2 } })
  expect(financingOf(more)).toMatchObject({ financedByCentre: 1, financedByBonds: 0 })
  const { publicInvestment: _, ...none } = more
  expect(withFinancing(none)).toEqual({})
})
