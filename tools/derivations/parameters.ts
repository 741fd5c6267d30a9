/** Derivations of central values of parameters of the model. */

import { exp, ln } from '../../src/language/elementary.ts'
import { pastYears } from '../../src/regions/past-cohorts.ts'
import { ownPacks, readFrom } from '../../src/regions/read.ts'
import { at, type Derivation, history, mean, northeast } from './derivation.ts'
import { leastSquares, type Regression } from './least-squares.ts'

const upratings = [2018, 2019, 2020, 2021, 2022, 2023, 2024]

/** Mean yearly consumer prices of the years whose prices and wages the upratings followed. */
const inflation = (): number => mean(upratings.map(year => at('CN', 'consumerInflation', year - 1)))

const wageGrowth = (area: string): number =>
  ln(at(area, 'wageManufacturing', 2023) / at(area, 'wageManufacturing', 2016)) / upratings.length

/** Births a woman of the model's age of mothers, in the years whose figures the fit to 2018 may see. */
const fertilityOf = (area: string): Map<number, number> =>
  new Map(
    pastYears(readFrom(ownPacks), area)
      .filter(({ year, before }) => before !== undefined && year <= 2019)
      .map(({ year, before, population }) => [
        year - 1,
        before!.births /
          population.female.reduce(
            (sum, women, age) => sum + (age < 15 || age > 49 ? 0 : women * exp(-(((age - 28.5) / 5) ** 2) / 2)),
            0,
          ),
      ]),
  )

/** Yearly change (log) of fertility of the three provinces on that of the nation, 2002 to 2018. */
const fertilityOnNation = (): Regression => {
  const rows = northeast.flatMap((area, index) => {
    const own = fertilityOf(area)
    return [...own].flatMap(([year, level]) => {
      const before = own.get(year - 1)
      if (before === undefined) return []
      const nation = ln(history('nationalFertility', year) / history('nationalFertility', year - 1))
      return [{ left: ln(level / before), right: [nation, ...northeast.map((_, other) => (other === index ? 1 : 0))] }]
    })
  })
  return leastSquares(
    'fertility',
    ['nation'],
    rows.map(({ left }) => left),
    rows.map(({ right }) => right),
  )
}

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
    figure: 'fertilityFromNation',
    rule: 'Yearly change of births a woman in the three provinces on that of fertility in the nation, 2002 to 2018',
    unit: 0.1,
    value: () => fertilityOnNation().estimates[0]!.value,
  },
  {
    figure: 'capitalElasticity',
    rule: "Capital's part of what the market of the nation earned in 2020 after taxes on production, these at the mean rate of the three provinces in 2017",
    unit: 0.01,
    value: () =>
      1 - at('CN', 'marketWageShare', 2020) / (1 - mean(northeast.map(area => at(area, 'marketTaxShare', 2017)))),
  },
]
