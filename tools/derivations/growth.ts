/**
 * Derivations of growth before the start, by the rules that find it for past starts (past.csv): what was fitted to those
 * holds for this start only if it is found alike.
 */

import { exp, ln } from '../../src/language/elementary.ts'
import { at, type Derivation, history, mean } from './derivation.ts'

/** Mean growth of real output over the last years before the start. */
const outputGrowth =
  (years: number) =>
  (area: string): number =>
    mean(Array.from({ length: years }, (_, back) => at(area, 'outputGrowth', 2023 - back)))

const meanOf = (name: string, years: number): number =>
  mean(Array.from({ length: years }, (_, back) => history(name, 2023 - back)))

/** A year: that of the series of capital of the provinces, which ends in 2022, and capitalDepreciation of the model. */
export const depreciation = 0.096

/** Growth of the capital of the nation in a year: what is formed over what there is, less what wears out. */
const capitalGrowth = (until: number): number => {
  let [output, capital, growth] = [1, Number.NaN, ln(1 + history('nationalGrowth', 2000))]
  for (let year = 2000; year <= until; year++) {
    if (year > 2000) output *= 1 + history('nationalGrowth', year)
    const formed = history('nationalInvestmentShare', year) * output
    // Capital of 2000 is taken to have grown as output did.
    if (year === 2000) capital = formed / (growth + depreciation)
    growth = formed / capital - depreciation
    capital *= exp(growth)
  }
  return growth
}

/** Years of national series. */
export const nationalSeries: readonly Derivation[] = [
  {
    figure: 'nationalCapitalGrowth',
    rule: 'Perpetual inventory: capital formation over output x output, depreciation as in the model; capital of 2000 grew as output',
    of: Array.from({ length: 24 }, (_, later) => String(2000 + later)),
    unit: 0.0001,
    value: year => capitalGrowth(Number(year)),
  },
]

/** Growth of the capital of a province in 2023: what was formed in 2022, moved with fixed investment. */
const provincialCapitalGrowth = (area: string): number => {
  const [before, capital] = [2021, 2022].map(year => at(area, 'capitalStockPrices2010', year)) as [number, number]
  const formed = capital - (1 - depreciation) * before
  const [past, now] = [2022, 2023].map(year => at(area, 'fixedInvestmentRebuilt', year)) as [number, number]
  return (formed * now) / past / capital - depreciation
}

export const growthFigures: readonly Derivation[] = [
  {
    figure: 'capitalGrowthStart',
    rule: 'Perpetual inventory: capital formed in 2022 moved with fixed investment of 2023, over capital, less 9.6 %',
    unit: 0.001,
    value: provincialCapitalGrowth,
  },
  {
    figure: 'nationalOutputLostStart',
    rule: 'Output of the nation lost in 2023',
    of: ['CN'],
    unit: 0.0001,
    value: () => history('nationalOutputLost', 2023),
  },
  {
    figure: 'expectedIncomeGrowthStart',
    rule: 'Growth of output in 2023: income per head is taken to have grown with it',
    unit: 0.0001,
    value: outputGrowth(1),
  },
  { figure: 'productivityGrowthStart', rule: 'Growth of output in 2023', unit: 0.0001, value: outputGrowth(1) },
  {
    figure: 'expectedProductivityGrowthStart',
    rule: 'Mean growth of output of 2022 and 2023',
    unit: 0.0001,
    value: outputGrowth(2),
  },
  {
    figure: 'expectedOutputGrowthStart',
    rule: 'Mean growth of output from 2019 to 2023',
    unit: 0.0001,
    value: outputGrowth(5),
  },
  {
    figure: 'expectedHousePriceGrowthStart',
    rule: 'Prices of existing homes in the capital city in 2023, logarithmic',
    unit: 0.0001,
    value: area =>
      ln(at(area, 'capitalHousePriceExistingIndex', 2023) / at(area, 'capitalHousePriceExistingIndex', 2022)),
  },
  {
    figure: 'nationalGrowthTrendStart',
    rule: 'Mean growth of the nation from 2020 to 2023',
    of: ['CN'],
    unit: 0.0001,
    value: () => meanOf('nationalGrowth', 4),
  },
  {
    figure: 'nationalCapitalGrowthStart',
    rule: 'Perpetual inventory of capital formation since 2000',
    of: ['CN'],
    unit: 0.0001,
    value: () => capitalGrowth(2023),
  },
  {
    figure: 'nationalCreditStart',
    rule: 'Zero by definition: measured on 2023',
    of: ['CN'],
    unit: 0.0001,
    value: () => meanOf('nationalCredit', 1),
  },
  {
    figure: 'poolingSizeStart',
    rule: 'One by definition: measured on 2023',
    of: ['CN'],
    unit: 0.0001,
    value: () => meanOf('poolingSize', 1),
  },
]
