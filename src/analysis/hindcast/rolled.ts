/**
 * Scores the value of a further year of figures: the forecast of the region opened again a year later, beside the first
 * forecast, and beside the first forecast moved by what it missed in its first year.
 */

import type { ForecastLine } from './forecasts.ts'
import { splitOf } from './score.ts'

/** Root mean square errors over the areas of a series, in its scale, so many years after the first origin. */
export interface RolledScore {
  readonly series: string
  readonly horizon: number
  /** All forecasts, or those of years that no fit has seen. */
  readonly split: 'all' | 'holdout'
  readonly points: number
  /** Of the first forecast, which knows no figure after its origin. */
  readonly unconditioned: number
  /** Of the first forecast moved by its miss of the first year: no model is needed for that, so that it is to be beaten. */
  readonly shifted: number
  /** Of the forecast from the figures of that year. */
  readonly reopened: number
}

/** Years after the first origin. */
const horizons: readonly number[] = [2, 5]

/** The misses of the three forecasts of each point of a line that has them all. */
const missesOf = ({ points, horizon }: ForecastLine, lineAt: (horizon: number) => ForecastLine | undefined) => {
  const missAt = (ahead: number, origin: number): number | undefined => {
    const point = lineAt(ahead)?.points.find(one => one.origin === origin)
    return point && point.point - point.observed
  }
  return points.flatMap(({ origin, time, point, observed }) => {
    const [first, reopened] = [missAt(1, origin), missAt(horizon - 1, origin + 1)]
    if (first === undefined || reopened === undefined) return []
    const unconditioned = point - observed
    return [{ time, unconditioned, shifted: unconditioned - first, reopened }]
  })
}

/** Series of levels only: mean growth since an origin has another meaning from each. */
export const rolledScores = (lines: readonly ForecastLine[]): RolledScore[] => {
  const byPlace = Map.groupBy(lines, ({ target, area }) => `${target.name} ${area}`)
  const levels = lines.filter(({ target, horizon }) => target.scale !== 'growth' && horizons.includes(horizon))
  return [...Map.groupBy(levels, ({ target, horizon }) => `${target.name} ${horizon}`).values()].flatMap(own => {
    const [{ target, horizon }] = own as [ForecastLine]
    const misses = own.flatMap(line =>
      missesOf(line, at => byPlace.get(`${target.name} ${line.area}`)?.find(one => one.horizon === at)),
    )
    return (['all', 'holdout'] as const).flatMap(split => {
      const some = misses.filter(({ time }) => split === 'all' || splitOf(time) === split)
      const error = (of: 'unconditioned' | 'shifted' | 'reopened'): number =>
        Math.sqrt(some.reduce((sum, miss) => sum + miss[of] ** 2, 0) / some.length)
      const errors = { unconditioned: error('unconditioned'), shifted: error('shifted'), reopened: error('reopened') }
      return some.length === 0 ? [] : [{ series: target.name, horizon, split, points: some.length, ...errors }]
    })
  })
}
