/** Values of the year before the start, with which household consumption and retail sales are compared. */

import { exp } from '../language/elementary.ts'
import type { Benchmarks } from '../model/criteria.ts'
import type { RegionData } from '../regions/types.ts'

/** Of the areas with these numbers, taken together. */
export const benchmarksOf = ({ values }: Pick<RegionData, 'values'>, areas: readonly number[]): Benchmarks => {
  const figure = (name: string, area: number): number => values[name].values[area]
  const total = (value: (area: number) => number): number => areas.reduce((sum, area) => sum + value(area), 0)
  const cells = values['startPopulation'].values.length / values['gdpBaseYear'].values.length
  const residents = (area: number): number =>
    values['startPopulation'].values.subarray(area * cells, (area + 1) * cells).reduce((sum, people) => sum + people, 0)
  const retailPerHead = total(area => figure('retailSalesBaseYear', area)) / total(residents)
  const national = (name: string): number => values[name].values[0]
  return {
    consumptionShare: total(area => figure('consumptionBaseYear', area)) / total(area => figure('gdpBaseYear', area)),
    retailToBeijing: retailPerHead / national('retailBeijingStart'),
    retailToSouthEast: retailPerHead / national('retailSouthEastStart'),
    // At the prices of the start, as output is in a run: half a year of inflation above the mean of the year before.
    primaryOutput: total(
      area => figure('primaryOutputBaseYear', area) * exp(0.5 * figure('inflationBeforeStart', area)),
    ),
  }
}
