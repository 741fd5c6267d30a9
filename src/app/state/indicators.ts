/** The indicators that charts draw as paths, and how a path is made of the steps of a run. */

import { type Indicator, indicatorOf, yearlyGrowth } from '../../analysis/outcomes.ts'

/** Those that charts show, in the order of the page; the first is what What if opens with. */
export const chartIds = [
  'debtToGdp',
  'growth',
  'outputPerHead',
  'unemployment',
  'youthMigration',
  'population',
  'share65',
  'contributorsPerPensioner',
  'consumptionShare',
  'interestBurden',
  'pensionSupport',
  'fineDust',
] as const

export type ChartId = (typeof chartIds)[number]

/** Of the region as a whole, or of an area. */
export const variableOf = (id: string, area?: string): string => indicatorOf(id).variables[area === undefined ? 0 : 1]

/** What a chart draws at each step: the variable, or its growth on the same quarter of the year before (0 in the first year). */
export const stepValues = (
  { reading }: Pick<Indicator, 'reading'>,
  values: ArrayLike<number>,
  stepsPerYear: number,
): ArrayLike<number> => (reading === 'growth' ? yearlyGrowth(values, stepsPerYear) : values)

/** Those of the first screen, which the app is built with. */
export const answerCharts: readonly ChartId[] = ['outputPerHead', 'debtToGdp', 'youthMigration']
