import { expect, it } from 'vitest'
import { openRegion } from '../input/simulation.ts'
import { openedRegion, openedText } from '../../regions/opened.ts'
import { listRegions } from '../../regions/read.ts'

it.each(listRegions())('%s read again from its text is the same region, to the last bit', id => {
  const { region } = openRegion(id)
  const again = openedRegion(openedText(region))
  // Only what is undefined, which no text has, may be missing.
  expect(again).toEqual(region)
  expect(again.values).toStrictEqual(region.values)
  expect(again.paths).toStrictEqual(region.paths)
})
