/** Tests the remark on values that are the mean of a year where tables by year show its end. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { parseOutcome } from '../../engine/outcome-address.ts'
import { meansRemark } from './mean-of-year.ts'
import { timeOf } from '../region/simulation.ts'

const open = openRegion('CN-JL')
const remark = (...texts: readonly string[]) =>
  meansRemark(
    open,
    texts.map(text => parseOutcome(open.linked, text, timeOf(open), true)),
  )[0]?.text

it('names the address of the end of the year, once for each variable', () => {
  expect(remark('regionDebtToGdp@2035')?.en).toBe(
    'regionDebtToGdp@2035 is the mean of all quarters; tables by year show the end of the year, which is regionDebtToGdp@2035Q4',
  )
  expect(remark('regionDebtToGdp@2033-2037', 'regionOutput@2035')?.zh).toContain('即 regionDebtToGdp@2037Q4')
  const several = remark('regionDebtToGdp@2030', 'regionResidents@2030', 'regionDebtToGdp@2035')
  expect(several?.en).toMatch(/^regionDebtToGdp, regionResidents: .*, such as regionDebtToGdp@2030Q4$/)
})

it('is silent where tables show the same mean, of a quarter, and of every step', () => {
  expect(remark('regionOutput@2035', 'regionDebtToGdp@2035Q4', 'regionDebtToGdp')).toBeUndefined()
})
