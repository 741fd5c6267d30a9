/** Derivations of figures of pensions: members, pensioners and what they get. */

import { exp, ln } from '../../language/elementary.ts'
import { at, type Derivation, figure, rateAtStart, residentsFrom } from './derivation.ts'

/** What the fund of employees paid for each pensioner. */
const perPensioner = (area: string, year: number): number =>
  at(area, 'pensionBenefits', year) / at(area, 'pensioners', year)

const relative = (area: string, year: number): number => perPensioner(area, year) / perPensioner('CN', year)

/** The nation's pension at the start: that of 2023 with half the uprating of 2024, 3 %. */
const nation = (): number => perPensioner('CN', 2023) * 1.015

const heilongjiang = (): number => rateAtStart('CN-HL', 'pensionBenefits') / figure('CN-HL', 'pensionersStart')

/** Contributors grew by this part of the nation's growth from 2010 to 2016, on a logarithmic scale. */
const partOfGrowth = (area: string): number =>
  ln(at(area, 'contributors', 2016) / at(area, 'contributors', 2010)) /
  ln(at('CN', 'contributors', 2016) / at('CN', 'contributors', 2010))

/** Pensioners of the scheme of residents for each resident of 60 and over who is no pensioner of employees. */
const residentCoverage = (): number =>
  at('CN', 'residentPensioners', 2023) /
  (at('CN', 'share60', 2023) * at('CN', 'residentsTotal', 2023) - at('CN', 'pensioners', 2023))

const residentPensioners = (area: string): number =>
  residentCoverage() * (residentsFrom(area, 60) - figure(area, 'pensionersStart'))

export const pensionFigures: readonly Derivation[] = [
  {
    figure: 'pensionStart',
    rule: 'Benefits of the final accounts, geometric mean of 2023 (263.5 bn) and 2024 (275.6), for each pensioner',
    of: ['CN-HL'],
    unit: 0.1,
    value: heilongjiang,
  },
  {
    figure: 'pensionStart',
    rule: "Relative to the nation as in 2016, the last year known, x the nation's pension at the start",
    of: ['CN-LN'],
    unit: 0.1,
    value: area => relative(area, 2016) * nation(),
  },
  {
    figure: 'pensionStart',
    rule: "Relative to the nation as in 2010, the last year known, moved as the two neighbours' since (geometric mean), x the nation's pension at the start",
    of: ['CN-JL'],
    unit: 0.1,
    value: area => {
      const moved = [
        relative('CN-LN', 2016) / relative('CN-LN', 2010),
        heilongjiang() / nation() / relative('CN-HL', 2010),
      ] as const
      return relative(area, 2010) * exp((ln(moved[0]) + ln(moved[1])) / 2) * nation()
    },
  },
  {
    figure: 'contributorsStart',
    rule: "Contributors of 2016, the last year known, grown since by the part of the nation's growth that they had from 2010 to 2016",
    unit: 0.01,
    value: area =>
      at(area, 'contributors', 2016) *
      exp(partOfGrowth(area) * ln(at('CN', 'contributors', 2023) / at('CN', 'contributors', 2016))),
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
    figure: 'residentPensionersStart',
    rule: 'Residents of 60 and over who are no pensioners of employees x the part of them in the nation that the scheme of residents pays',
    unit: 0.01,
    value: residentPensioners,
  },
  {
    figure: 'residentPensionStart',
    rule: 'Official outlays, geometric mean of 2023 and 2024, for each pensioner of the scheme',
    unit: 0.001,
    value: area => rateAtStart(area, 'residentPensionBenefits') / figure(area, 'residentPensionersStart'),
  },
]
