/**
 * Converts the steps of a run to the points of a chart, in the unit shown to readers; annual variables give one point a
 * year.
 */

import type { Indicator } from '../../outcomes/catalogue.ts'
import { stepsAmong } from '../state/indicators.ts'
import type { Language } from '../../language/messages.ts'
import type { About } from '../worker/answers/about.ts'
import type { Point } from './geometry.ts'

/** The steps of `values` as `shownValues` gives them, the first at the start; growth has none in the first year. */
export const pointsOf = (
  indicator: Indicator,
  values: ArrayLike<number>,
  { start, stepsPerYear, annual }: Pick<About, 'start' | 'stepsPerYear' | 'annual'>,
  language: Language,
): Point[] => {
  const scale = indicator.shown[language].scale
  const points: Point[] = []
  for (let step = 0; step < stepsAmong(values, stepsPerYear); step++) {
    const time = start + step / stepsPerYear
    const middle = time + 0.5 / stepsPerYear
    if (indicator.reading === 'growth') {
      if (step >= stepsPerYear) points.push([middle, values[step] * scale])
    } else if (annual.includes(indicator.id)) {
      if (step % stepsPerYear === 0) points.push([time + 0.5, values[step] * scale])
    } else points.push([indicator.reading === 'end' ? time + 1 / stepsPerYear : middle, values[step] * scale])
  }
  return points
}

/** The years of `values` as `shownValues` gives them: by year, as tables and the ends of lines tell them. */
export const shownYears = (
  indicator: Indicator,
  values: ArrayLike<number>,
  { start, stepsPerYear }: Pick<About, 'start' | 'stepsPerYear'>,
  language: Language,
): ReadonlyMap<number, number> => {
  const scale = indicator.shown[language].scale
  const years = new Map<number, number>()
  const first = stepsAmong(values, stepsPerYear)
  for (let at = first; at < values.length; at++)
    if (at > first || indicator.reading !== 'growth') years.set(start + at - first, values[at] * scale)
  return years
}
