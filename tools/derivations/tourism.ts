/**
 * Derivation of what outside visitors spend. The receipts that provinces publish count trips of their own residents and
 * add up to a multiple of what the national survey finds, so the survey is divided by official value added.
 */

import { at, type Derivation } from './derivation.ts'

/** Part of visitors' spending that comes from other provinces: a third of visits (25 to 36 %), by longer stays. */
const fromOutside = 0.35

export const tourismFigures: readonly Derivation[] = [
  {
    figure: 'tourismBaseYear',
    rule: "Spending on domestic trips in the national survey of 2023 x the area's share in value added of hotels and restaurants x 35 % from other provinces",
    unit: 0.1,
    value: area =>
      (fromOutside * at('CN', 'visitorSpending', 2023) * at(area, 'hotelsOutput', 2023)) /
      at('CN', 'hotelsOutput', 2023),
  },
]
