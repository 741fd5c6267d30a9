/** The criteria and classes of the first specification, with which golden/reference/classes.csv was computed. */

import { exp, pow } from '../language/elementary.ts'
import type { RegionData } from '../regions/types.ts'
import type { Outlook } from './measures.ts'

export const firstVerdictVariables: readonly string[] = [
  'regionOutput',
  'regionOutputPerHead',
  'regionDebtToGdp',
  'regionInterestBurden',
  'regionPensionOwnCoverage',
  'regionReserveMonths',
  'regionPensionSupportToGdp',
  'regionUnemployment',
  'regionEmploymentRate',
  'regionYouthMigrationRate',
  'regionConsumptionToGdp',
  'regionRetailToBeijing',
  'regionRetailToSouthEast',
  'regionFineDust',
  'regionPrimaryOutput',
  'nationalGrowthRate',
]

/** Values of the year before the start, against which C6 and C8 are held. */
const benchmarksOf = ({ values, areas: ids }: RegionData) => {
  const areas = ids.map((_, area) => area)
  const figure = (name: string, area: number): number => values[name]!.values[area]!
  const total = (value: (area: number) => number): number => areas.reduce((sum, area) => sum + value(area), 0)
  const people = values['startPopulation']!.values.reduce((sum, residents) => sum + residents, 0)
  const retailPerHead = total(area => figure('retailSalesBaseYear', area)) / people
  return {
    consumptionShare: total(area => figure('consumptionBaseYear', area)) / total(area => figure('gdpBaseYear', area)),
    retailToBeijing: retailPerHead / figure('retailBeijingStart', 0),
    retailToSouthEast: retailPerHead / figure('retailSouthEastStart', 0),
    // At the prices of the start, as output is in a run: half a year of inflation above the mean of the year before.
    primaryOutput: total(
      area => figure('primaryOutputBaseYear', area) * exp(0.5 * figure('inflationBeforeStart', area)),
    ),
  }
}

export interface FirstJudgement {
  /** By criterion, C7 left out: it belongs to the ensemble. */
  readonly met: Readonly<Record<string, boolean>>
  readonly recession: boolean
  /** A four-quarter growth below -2 % in 2033-37. */
  readonly slump: boolean
}

export const firstJudge = (region: RegionData): ((outlook: Outlook) => FirstJudgement) => {
  const before = benchmarksOf(region)
  return outlook => {
    const mean = (name: string, year: number): number => outlook.mean(name, year)
    const last = (name: string, year: number): number => outlook.last(name, year)
    const steps = (name: string, from: number, to: number): number[] => outlook.steps(name, from, to)
    const average = (name: string): number =>
      [2033, 2034, 2035, 2036, 2037].reduce((sum, year) => sum + mean(name, year), 0) / 5
    const growth = (name: string): number => pow(mean(name, 2037) / mean(name, 2032), 1 / 5) - 1
    const rise = (name: string, from: number): number => mean(name, 2037) - mean(name, from)
    const late = [last('regionOutput', 2035), ...steps('regionOutput', 2036, 2037)]
    const falls = late.slice(1).map((value, at) => value < late[at]!)
    const path = steps('regionOutput', 2032, 2037)
    const perYear = path.length / 6
    return {
      met: {
        C1: growth('regionOutputPerHead') >= average('nationalGrowthRate') + 0.0035 && growth('regionOutput') >= 0.015,
        C2: last('regionDebtToGdp', 2037) <= last('regionDebtToGdp', 2032) && average('regionInterestBurden') <= 0.12,
        C3:
          rise('regionPensionOwnCoverage', 2032) / 5 >= -0.01 &&
          average('regionReserveMonths') >= 2.5 &&
          average('regionPensionSupportToGdp') - mean('regionPensionSupportToGdp', 2025) <= 0.015,
        C4: average('regionUnemployment') <= 0.055 && rise('regionEmploymentRate', 2033) >= -0.002,
        C5: average('regionYouthMigrationRate') >= -0.003,
        C6:
          mean('regionConsumptionToGdp', 2037) >= before.consumptionShare + 0.03 &&
          mean('regionRetailToBeijing', 2037) >= before.retailToBeijing + 0.05 &&
          mean('regionRetailToSouthEast', 2037) >= before.retailToSouthEast + 0.075,
        C8: mean('regionFineDust', 2037) <= 30 && mean('regionPrimaryOutput', 2037) >= before.primaryOutput,
      },
      recession: falls.some((fall, at) => at > 0 && fall && falls[at - 1]!),
      slump: path.some((value, at) => at >= perYear && value / path[at - perYear]! - 1 < -0.02),
    }
  }
}

const classOf = ({ met, slump }: FirstJudgement, resilient: boolean): string => {
  const score = Object.values(met).filter(Boolean).length + (resilient ? 1 : 0)
  if (met['C1'] && met['C2'] && met['C3'] && score >= 6) return 'revived'
  if (!met['C2'] && !met['C3']) return 'distress'
  if (met['C2'] && met['C3'] && !met['C1']) return 'managedDecline'
  return met['C2'] && !slump && score >= 4 ? 'stabilised' : 'none'
}

/** Shares of the simulations, by class and by criterion; C7 is met by all or by none. */
export const firstShares = (judgements: readonly FirstJudgement[]): ((measure: string) => number) => {
  const share = (test: (one: FirstJudgement) => boolean): number => judgements.filter(test).length / judgements.length
  const resilient = share(({ recession }) => recession) <= 0.15
  return measure => {
    if (measure === 'C7') return resilient ? 1 : 0
    return measure.startsWith('C')
      ? share(({ met }) => met[measure]!)
      : share(one => classOf(one, resilient) === measure)
  }
}
