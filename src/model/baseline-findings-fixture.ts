/** Findings known to lie outside the ranges of the baseline: measured by `baseline-ranges.test.ts`, with the reason. */

import type { Finding } from './findings-fixture.ts'

export const baselineFindings: readonly Finding[] = [
  {
    id: 'banks',
    what: 'net claims of banks outside over output at the end of 2040 in CN-LN',
    measured: 1.743,
    room: 0.1,
    reason:
      'Households consume 47 % of output in 2040, 43 % at the start, and what is saved beyond what is invested here ' +
      'is lent elsewhere: with a tenth of output a year claims rise to what they are.',
  },
  {
    id: 'people',
    what: 'net migration of the region, most in a year to 2040, thousand',
    measured: 6.954,
    room: 10,
    reason:
      'In 2040, the last year; 21 thousand leave in 2038. The labour force shrinks faster than that of the nation: ' +
      'wages, 4.8 and 5.5 % behind those of the nation in Liaoning and Jilin in 2030 and 1 % ahead in Heilongjiang, ' +
      'are 1.5, 2.3 and 10.5 % ahead in 2040.',
  },
  {
    id: 'transfers',
    what: 'transfers over output in 2040, regime freeze, % in CN-LN',
    measured: 7.373,
    room: 0.3,
    reason: 'A pool that stands still is a little larger against output that grows by 3 % a year at current prices.',
  },
]
