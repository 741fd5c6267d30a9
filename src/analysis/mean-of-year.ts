/** Addresses that mean the mean of a year where tables by year show its end: 'regionDebtToGdp@2035'. */

import { addressedVariable } from '../language/address.ts'
import type { OutcomeAddress } from '../engine/outcome-address.ts'
import { readingOf } from './outcomes.ts'
import type { OpenRegion } from './simulation.ts'

/** The address of what tables show of it: 'regionDebtToGdp@2035Q4'; undefined where they show the same mean, or a quarter is asked for. */
export const endInstead = (
  { linked, simulator }: Pick<OpenRegion, 'linked' | 'simulator'>,
  { series, window }: Pick<OutcomeAddress, 'series' | 'window'>,
): string | undefined => {
  const { stepsPerYear } = simulator.horizon
  const variable = linked.variables.get(addressedVariable(series))
  if (window === undefined || (window[1] - window[0]) * stepsPerYear < 1.5 || variable === undefined) return undefined
  return readingOf(variable) === 'end' ? `${series}@${Math.ceil(window[1]) - 1}Q${stepsPerYear}` : undefined
}
