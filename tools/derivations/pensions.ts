/** Derivations of figures of pensions: what pensioners get, contributors pay, and the pool of the nation gives. */

import { exp, ln } from '../../src/language/elementary.ts'
import { at, type Derivation, figure, mean, midYear, rateAtStart } from './derivation.ts'

/** Part of the expenditure of the fund that pensioners got, in Heilongjiang in 2024; the rest was moved between funds. */
const benefitsOfExpenditure = (): number =>
  at('CN-HL', 'pensionBenefitsFinalAccounts', 2024) / at('CN-HL', 'pensionBenefits', 2024)

/** Half of the uprating of 2024. */
const halfUprating = (): number => at('CN', 'pensionUpratingGrowth', 2024) / 2

/** Change of the fund in a year beyond its own revenue and expenditure. */
const pooled = (area: string, year: number): number =>
  at(area, 'pensionFundBalance', year) -
  at(area, 'pensionFundBalance', year - 1) -
  at(area, 'pensionRevenue', year) +
  at(area, 'pensionBenefits', year)

export const pensionFigures: readonly Derivation[] = [
  {
    figure: 'pensionStart',
    rule: 'Expenditure of the fund in 2024 for each pensioner of the year, x the part of it that pensioners got in Heilongjiang, less half of the uprating of the year',
    unit: 0.1,
    value: area =>
      ((at(area, 'pensionBenefits', 2024) / midYear(area, 'pensioners', 2024)) * benefitsOfExpenditure()) /
      (1 + halfUprating()),
  },
  {
    figure: 'pensionPoolingStart',
    rule: 'Change of the fund less its revenue and plus its expenditure, neither of which holds what the pool gave; geometric mean of 2023 and 2024',
    of: ['CN-LN', 'CN-JL'],
    unit: 0.1,
    value: area => exp(mean([ln(pooled(area, 2023)), ln(pooled(area, 2024))])),
  },
  {
    figure: 'contributionsPerContributorStart',
    rule: 'Contributions of the final accounts of Heilongjiang, geometric mean of 2023 (104.8 bn) and 2024 (107.5), for each contributor; the others relative to it as wages of urban units in 2020, the last year known',
    unit: 0.01,
    value: area =>
      ((rateAtStart('CN-HL', 'pensionContributions') / figure('CN-HL', 'contributorsStart')) *
        at(area, 'wageUrbanUnits', 2020)) /
      at('CN-HL', 'wageUrbanUnits', 2020),
  },
  {
    figure: 'residentPensionStart',
    rule: 'Official outlays, geometric mean of 2023 and 2024, for each pensioner of the scheme',
    unit: 0.001,
    value: area => rateAtStart(area, 'residentPensionBenefits') / figure(area, 'residentPensionersStart'),
  },
]
