/** Derivations of figures of households: consumption, number of households. */

import { exp, ln } from '../../src/language/elementary.ts'
import { at, type Derivation, mean, midYear } from './derivation.ts'

/** Consumption of the national accounts over that of the household survey, both for the whole nation. */
const accountsOverSurvey = (year: number): number =>
  at('CN', 'householdConsumption', year) /
  (at('CN', 'consumptionPerHead', year) * midYear('CN', 'residentsTotal', year))

/** Households for each resident at a census. */
const households = (area: string, year: number): number =>
  at(area, 'households', year) / at(area, 'residentsTotal', year)

export const householdFigures: readonly Derivation[] = [
  {
    figure: 'consumptionBaseYear',
    rule: 'Spending per head in the household survey of 2023 x residents x consumption of the national accounts over that of the survey in the nation, mean of 2020 and 2021',
    unit: 1,
    value: area =>
      at(area, 'consumptionPerHead', 2023) *
      midYear(area, 'residentsTotal', 2023) *
      mean([2020, 2021].map(accountsOverSurvey)),
  },
  {
    figure: 'householdsStart',
    rule: 'Households for each resident at the census of 2020, grown on to the end of 2023 as from 2010 to 2020, x residents',
    unit: 0.01,
    value: area => {
      const growth = ln(households(area, 2020) / households(area, 2010)) / 10
      return (
        households(area, 2020) * exp(growth * (2023 + 12 / 12 - (2020 + 10 / 12))) * at(area, 'residentsTotal', 2023)
      )
    },
  },
]
