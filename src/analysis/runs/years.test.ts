/** Tests that years are read as people write them. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { parseYears } from './years.ts'

const open = openRegion('CN-JL')

it.each([
  '2030-2032',
  '2030–2032',
  '2030—2032',
  '2030..2032',
  '2030 to 2032',
  '2030至2032',
  '2030:2032',
  '2032,2030-2031',
])('%s is three years', text => expect(parseYears(open, text, '--years')).toEqual([2030, 2031, 2032]))

it.each(['2032..2030', '2030...2032', '2030 till 2032', '1999-2030'])('%s is refused', text =>
  expect(() => parseYears(open, text, '--years')).toThrow('--years'),
)
