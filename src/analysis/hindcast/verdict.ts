/** Describes a score in words: which naive forecasts are more accurate than the model. */

import type { ScoreLine } from './score.ts'

/** The naive forecasts that miss by no more than the model, by name. */
export const lossesOf = ({ rmse, naive }: Pick<ScoreLine, 'rmse' | 'naive'>): string[] =>
  (
    [
      ['last value', naive.lastValue],
      ['drift', naive.drift],
      ['AR(1)', naive.firstOrder],
      ['nation less gap', naive.peer],
    ] as const
  ).flatMap(([name, error]) => (error !== undefined && error <= rmse ? [name] : []))

/** 'beats all', 'loses to drift', or how many there are to beat. */
export const forecastVerdict = (line: Pick<ScoreLine, 'rmse' | 'naive'>): string => {
  const errors = Object.values(line.naive)
  const known = errors.filter(error => error !== undefined).length
  const losses = lossesOf(line)
  if (losses.length > 0) return `loses to ${losses.join(', ')}`
  if (known === 0) return 'nothing to compare with'
  return known === errors.length ? `beats all ${known}` : `beats the ${known} there ${known === 1 ? 'is' : 'are'}`
}
