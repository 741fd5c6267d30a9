/**
 * Relations among figures of an area that hold in every nation: a stock over its flow, a part over its whole, both sides
 * of one budget. A figure three times too large breaks them, also where no known region is like its own.
 */

import { uses } from '../input-output.ts'
import { keyOf } from '../parse.ts'
import type { Figure, RegionData } from '../types.ts'

/**
 * Each with the least and the most that it may be: no area of China breaks one, nor does Michigan.
 * 'people 20-64' are the residents of these ages.
 */
const relations: ReadonlyArray<readonly [formula: string, least: number, most: number]> = [
  ['birthsStart / people 0-0', 0.6, 1.6],
  ['people 0-100 / householdsStart', 1.5, 6.5],
  ['employedStart / people 20-64', 0.4, 1.1],
  ['contributorsStart / employedStart', 0.2, 1.6],
  ['pensionersStart*pensionStart / contributorsStart*contributionsPerContributorStart + pensionPoolingStart', 0.35, 2],
  ['consumptionBaseYear / gdpBaseYear', 0.2, 1.1],
  ['retailSalesBaseYear / consumptionBaseYear', 0.3, 1.8],
  ['healthCostBaseYear / consumptionBaseYear', 0.08, 0.39],
  ['taxRevenueBaseYear / ownRevenueBaseYear', 0.4, 1],
  ['publicOutputBaseYear*employedStart / publicEmploymentStart*gdpBaseYear', 0.3, 1.6],
  ['primaryOutputBaseYear*employedStart / agricultureEmploymentStart*gdpBaseYear', 0.1, 1.6],
  [
    'capitalStart firm=private + capitalStart firm=state + publicCapitalStart + vehicleCapitalStart / ' +
      'capitalPerOutputStart*gdpBaseYear',
    0.55,
    1.3,
  ],
  ['publicCapitalStart + vehicleCapitalStart / publicInvestmentShareStart*gdpBaseYear', 10, 70],
  ['cultureCapitalStart / cultureInvestmentShareStart*gdpBaseYear', 12, 40],
  ['firmLoansStart firm=private / capitalStart firm=private', 0.15, 1],
  ['firmDepositsStart firm=private / firmLoansStart firm=private', 0.15, 0.9],
  ['dwellingsStart / householdsStart', 40, 250],
  ['dwellingsStart*housePriceStart / gdpBaseYear', 1, 10],
  ['buildingCostStart / housePriceStart', 0.07, 1],
  ['homeSalesValueUsualStart / homeSalesStart*housePriceStart', 0.7, 2.5],
  ['homeSalesStart / completionsStart', 0.4, 2],
  ['homeStartsStart / smoothedStartsStart', 0.5, 1.6],
  ['unsoldFloorStart / homeSalesStart', 0.2, 4],
  ['tourismSeason quarter=1 + tourismSeason quarter=2 + tourismSeason quarter=3 + tourismSeason quarter=4', 3.8, 4.2],
  ['hotelOccupancyStart', 0.25, 0.9],
  ['technicianShareStart', 0.15, 0.6],
  ['wageShareStart', 0.25, 0.75],
  ['mortalityFactor', 0.6, 2.8],
  // Goods that pass through another area count as its own in one table, and as everybody's in the other.
  ...uses.flatMap(use => [
    [`importPropensityLocal use=${use} / importPropensity use=${use}`, 0.25, 1.001] as const,
    [`importPropensity use=${use} / importPropensityTable use=${use}`, 0.6, 1.001] as const,
  ]),
]

export interface BrokenRelation {
  readonly area: string
  readonly formula: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly figures: readonly Figure[]
}

export const brokenRelations = (region: RegionData): BrokenRelation[] =>
  region.areas.flatMap((area, at) => {
    const figures = new Map(
      region.figures.flatMap(one => (one.area === area ? [[keyOf(one.name, one.labels), one] as const] : [])),
    )
    const people = region.values['startPopulation']?.values ?? new Float64Array()
    const valueOf = (name: string): number => {
      const [, from, to] = /^people (\d+)-(\d+)$/.exec(name) ?? []
      if (from === undefined) return figures.get(name)?.value ?? NaN
      const own = people.subarray((at * people.length) / region.areas.length).subarray(0, 2 * ages)
      return own.reduce((sum, one, cell) => (cell % ages >= +from && cell % ages <= +to! ? sum + one : sum), 0)
    }
    const sum = (terms: string): number =>
      terms
        .split(' + ')
        .reduce((total, term) => total + term.split('*').reduce((product, name) => product * valueOf(name), 1), 0)
    return relations.flatMap(([formula, least, most]) => {
      const [over = '', under] = formula.split(' / ')
      const value = sum(over) / (under === undefined ? 1 : sum(under))
      if (Number.isNaN(value) || (value >= least && value <= most)) return []
      const used = formula.split(/ [/+] |\*/).flatMap(name => figures.get(name) ?? [])
      return [{ area, formula, value, least, most, figures: used }]
    })
  })

/** Single years of age of each sex. */
const ages = 101
