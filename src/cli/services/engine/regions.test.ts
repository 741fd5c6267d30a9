/** Tests which regions an engine keeps open. */

import { expect, it } from 'vitest'
import { keepRegions } from './regions.ts'

it('reads a folder anew for every set of parameters once its region is opened again', () => {
  const regions = keepRegions()
  const openings = () => [
    regions.open({ region: 'CN-LN' }),
    regions.opener({ region: 'CN-LN' })('CN-LN', { parameters: 'priors' }),
  ]
  const [fitted, priors] = openings()
  expect(openings()[1]).toBe(priors)
  regions.forget({ region: 'CN-LN' })
  const again = openings()
  expect(again[0]).not.toBe(fitted)
  expect(again[1]).not.toBe(priors)
})
