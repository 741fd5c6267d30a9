/** Derivations of central values of parameters of the model. */

import { ln } from '../../language/elementary.ts'
import { at, type Derivation, mean, northeast } from './derivation.ts'

const upratings = [2018, 2019, 2020, 2021, 2022, 2023, 2024]

/** Mean yearly consumer prices of the years whose prices and wages the upratings followed. */
const inflation = (): number => mean(upratings.map(year => at('CN', 'consumerInflation', year - 1)))

const wageGrowth = (area: string): number =>
  ln(at(area, 'wageManufacturing', 2023) / at(area, 'wageManufacturing', 2016)) / upratings.length

export const derivedParameters: readonly Omit<Derivation, 'of'>[] = [
  {
    figure: 'pensionIndexation',
    rule: 'Upratings of 2018 to 2024 beyond consumer prices, over the growth of wages in manufacturing beyond consumer prices, both of the years before; mean of the three provinces',
    unit: 0.01,
    value: () =>
      mean(
        northeast.map(
          area =>
            (mean(upratings.map(year => at('CN', 'pensionUpratingGrowth', year))) - inflation()) /
            (wageGrowth(area) - inflation()),
        ),
      ),
  },
  {
    figure: 'capitalElasticity',
    rule: "Capital's part of what the market of the nation earned in 2020 after taxes on production, these at the mean rate of the three provinces in 2017",
    unit: 0.01,
    value: () =>
      1 - at('CN', 'marketWageShare', 2020) / (1 - mean(northeast.map(area => at(area, 'marketTaxShare', 2017)))),
  },
]
