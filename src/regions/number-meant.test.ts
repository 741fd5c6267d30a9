/** Tests which spellings of a number leave no doubt about what is meant. */

import { expect, it } from 'vitest'
import { numberMeant } from './number-meant.ts'

it.each([
  ['13,531.2', '13531.2'],
  ['1,353,120', '1353120'],
  ['1 353.2', '1353.2'],
  ['1\u202f353\u00a0120', '1353120'],
  ['0,0926', '0.0926'],
  ['-12,5', '-12.5'],
  ['１３５３．２', '1353.2'],
  ['−0.007', '-0.007'],
  ['５％', '0.05'],
  ['158 %', '1.58'],
])('%s is %s', (text, meant) => {
  expect(numberMeant(text)).toBe(meant)
})

// A group of three may be a fraction or thousands; the others are no numbers.
it.each(['1,353', '0,175', '12,34,567', '1 35', '1.353.120', '=1+1', 'NA', '-', '1'.repeat(80)])('%s is left', text => {
  expect(numberMeant(text)).toBeUndefined()
})
