/** Describes a score in words: which naive forecasts are more accurate than the model. */

import { number } from '../../src/analysis/words/numbers.ts'
import type { ScoreLine } from '../../src/analysis/hindcast/score.ts'

/** A share in %; a dash where there is none. */
export const percentIfAny = (value: number | undefined, digits = 1): string =>
  value === undefined ? '–' : number(100 * value, digits)

/** The line of the same forecasts among those of another back-test. */
export const sameLine = (lines: readonly ScoreLine[], of: ScoreLine): ScoreLine | undefined =>
  lines.find(
    one => one.series === of.series && one.area === of.area && one.horizon === of.horizon && one.split === of.split,
  )

/** The naive forecasts that miss by no more than the model, by name. */
export const lossesOf = ({ rmse, naive }: Pick<ScoreLine, 'rmse' | 'naive'>): string[] =>
  (
    [
      ['last value', naive.lastValue],
      ['trend line', naive.drift],
      ['AR(1)', naive.firstOrder],
      ['national growth less own gap', naive.peer],
    ] as const
  ).flatMap(([name, error]) => (error !== undefined && error <= rmse ? [name] : []))

/** 'beats all', 'loses to trend line', or how many there are to beat. */
export const forecastVerdict = (line: Pick<ScoreLine, 'rmse' | 'naive'>): string => {
  const errors = Object.values(line.naive)
  const known = errors.filter(error => error !== undefined).length
  const losses = lossesOf(line)
  if (losses.length > 0) return `loses to ${losses.join(', ')}`
  if (known === 0) return 'nothing to compare with'
  return known === errors.length ? `beats all ${known}` : `beats the ${known} there ${known === 1 ? 'is' : 'are'}`
}
