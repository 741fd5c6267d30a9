/** Levers that are rates of growth, as what readers think in: how much they add up to by a year. */

import { leverAt, type LeverSetting } from '../../engine/scenario.ts'
import { lastQuarter, quarter, shownYear } from '../state/quarters.ts'

/** What they let grow faster is told in per cent. */
const growing: ReadonlySet<string> = new Set(['pensionIndexationExtra', 'publicEmploymentGrowth'])

export const isSummed = (name: string, { later }: LeverSetting): boolean => growing.has(name) && later === undefined

/** In per cent on top of current policy, at the end of the year that is shown; the standard grows by nothing more. */
export const addedGrowth = (setting: LeverSetting, standard: number): number => {
  let factor = 1
  for (let time = Math.floor(setting.start ?? 0); time <= lastQuarter(shownYear); time += quarter)
    factor *= (1 + (leverAt(standard, setting, time) - standard) / 100) ** quarter
  return 100 * (factor - 1)
}

/** The setting with the value that adds up to `sum`; undefined where no value within the bounds does. */
export const withSum = (
  setting: LeverSetting,
  sum: number,
  standard: number,
  [low, high]: readonly [number, number],
): LeverSetting | undefined => {
  const at = (value: number): number => addedGrowth({ ...setting, value }, standard)
  if (!(sum >= at(low) - 1e-9 && sum <= at(high) + 1e-9)) return undefined
  let [from, to] = [low, high]
  while (to - from > 1e-6) {
    const middle = (from + to) / 2
    if (at(middle) < sum) from = middle
    else to = middle
  }
  return { ...setting, value: Number(to.toFixed(4)) }
}
