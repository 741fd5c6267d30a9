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
    measured: 40.4,
    room: 10,
    reason:
      'In 2040, the last year; none leave in 2036. The labour force shrinks faster than that of the nation: wages ' +
      'against those of the nation, 3 % below their level of 2025 in Liaoning and Jilin in 2030, are 2 and 3 % above ' +
      'it in 2040, and 12 % in Heilongjiang.',
  },
  ...(
    [
      ['CN-LN', 61.58],
      ['CN-JL', -19.63],
      ['CN-HL', -12.74],
    ] as const
  ).map(([area, measured]) => ({
    id: 'people',
    what: `net migration in 2040, thousand a year in ${area}`,
    measured,
    room: 8,
    reason: 'Wages against those of the nation, as above; at the start 20, 78 and 121 thousand leave.',
  })),
  {
    id: 'transfers',
    what: 'transfers over output in 2040, regime freeze, % in CN-LN',
    measured: 7.373,
    room: 0.3,
    reason: 'A pool that stands still is a little larger against output that grows by 3 % a year at current prices.',
  },
  {
    id: 'transfers',
    what: 'transfers over output in 2040, regime freeze, % in CN-HL',
    measured: 21.63,
    room: 0.6,
    reason: 'The same, from more: transfers of 2024 were higher against output than those of 2023.',
  },
  {
    id: 'transfers',
    what: 'transfers over output in 2040, regime freeze, % in CN-JL',
    measured: 15.53,
    reason: 'The same as in Liaoning, less far.',
  },
  {
    id: 'homes',
    what: 'land revenue in 2040, bn in CN-HL',
    measured: 8.425,
    room: 0.3,
    reason:
      'Wages against those of the nation rise by an eighth to 2040, as above, and the price of homes follows them ' +
      '(`priceFromIncome`); land is dear where homes are.',
  },
]
