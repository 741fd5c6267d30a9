/** The indicators that charts draw as paths, and how a path is made of the steps of a run. */

import type { Indicator } from '../../outcomes/catalogue.ts'
import { yearValues } from '../../outcomes/year-values.ts'
import { yearlyGrowth } from '../../engine/growth.ts'

/** Values drawn at each step: the variable's, or its growth on the same quarter a year before (0 in the first year). */
const stepValues = (
  { reading }: Pick<Indicator, 'reading'>,
  values: ArrayLike<number>,
  stepsPerYear: number,
): ArrayLike<number> => (reading === 'growth' ? yearlyGrowth(values, stepsPerYear) : values)

/** The values of the steps that a line is drawn of, then those of the years that are told in numbers (growth: 0 in the first). */
export const shownValues = (
  indicator: Pick<Indicator, 'reading'>,
  values: ArrayLike<number>,
  stepsPerYear: number,
): Float64Array => {
  const years = yearValues(indicator.reading, values, stepsPerYear)
  const shown = new Float64Array(values.length + years.length)
  shown.set(stepValues(indicator, values, stepsPerYear))
  years.forEach((value, at) => (shown[values.length + at] = value ?? 0))
  return shown
}

/** The number of the shown values that belong to steps; the others belong to years. */
export const stepsAmong = ({ length }: ArrayLike<number>, stepsPerYear: number): number =>
  (length * stepsPerYear) / (stepsPerYear + 1)
