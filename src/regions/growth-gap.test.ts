/** The growth gap of the three provinces, as docs/theory/migration.md and the notes of growthGap quote it. */

import { expect, it } from 'vitest'
import { growthGapLines } from './growth-gap-fixture.ts'
import { ownPacks, readFrom } from './read.ts'

it('gives the numbers that the model quotes', () => {
  expect(growthGapLines(readFrom(ownPacks))).toEqual([
    'CN-LN 2006-2018: total -1.04, per head -0.61',
    'CN-LN 2006-2024: total -1.00, per head -0.53',
    'CN-LN 2017-2024: total -1.16, per head -0.49',
    'CN-JL 2006-2018: total -0.36, per head 0.88',
    'CN-JL 2006-2024: total -0.70, per head 0.55',
    'CN-JL 2017-2024: total -1.66, per head -0.15',
    'CN-HL 2006-2018: total -0.87, per head 0.75',
    'CN-HL 2006-2024: total -1.04, per head 0.60',
    'CN-HL 2017-2024: total -1.55, per head 0.38',
    'gap on producer prices of the year before, 2002-2023: 0.065 (0.045), on itself 0.41, n = 66',
    'gap on producer prices of the year before, 2009-2023: 0.086 (0.049), on itself 0.47, n = 45',
  ])
})
