/** The error of the model by horizon, of the region as a whole, from its back-test: what simulations of the future carry. */

import type { ForecastPoint } from '../../engine/score/rolling-origins.ts'
import { type Past, seriesFinder } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData, SeriesError } from '../../regions/types.ts'
import { deviationOf, meanOf } from '../runs/quantiles.ts'
import type { ForecastLine } from './forecasts.ts'

/** Horizons of the errors, one after the other. */
export const errorHorizons: readonly number[] = [1, 2, 3, 4, 5]

/** Money is weighted by output, everything else by people. */
const weightSeries = ({ nation }: TargetRow): string => (nation.length > 0 ? 'nominalOutput' : 'residentsTotal')

/** Errors of the region, one for each origin at which every area that has the series has a forecast. */
const errorsAt = (
  lines: readonly ForecastLine[],
  weightOf: (target: TargetRow, area: string, year: number) => number | undefined,
): number[] => {
  const areas = lines.filter(({ points }) => points.length > 0)
  const [first, ...others] = areas
  if (first === undefined) return []
  return first.points.flatMap(({ origin }) => {
    const points: ForecastPoint[] = areas.flatMap(line => line.points.find(one => one.origin === origin) ?? [])
    if (points.length <= others.length) return []
    const weights = areas.map(({ target, area }) => weightOf(target, area, origin))
    if (weights.some(weight => weight === undefined)) return []
    const all = weights.reduce<number>((sum, weight) => sum + weight!, 0)
    return [points.reduce((sum, { point, observed }, at) => sum + ((point - observed) * weights[at]!) / all, 0)]
  })
}

/** Fewer errors than these have no spread that could be told. */
const fewest = 3

/**
 * Mean and deviation of the errors of each series at 1, 2, … years, over all origins. A series ends at the horizon
 * from which on it has too few; growth repeats output.
 */
export const regionErrors = (
  lines: readonly ForecastLine[],
  region: RegionData,
  past: Past,
): Readonly<Record<string, SeriesError>> => {
  const finder = seriesFinder(region, past)
  const weightOf = (target: TargetRow, area: string, year: number): number | undefined =>
    finder(area)(weightSeries(target))?.get(year)
  const targets = [...new Map(lines.map(({ target }) => [target.name, target])).values()]
  return Object.fromEntries(
    targets.flatMap((target): [string, SeriesError][] => {
      if (target.scale === 'growth') return []
      const byHorizon = errorHorizons.map(horizon =>
        errorsAt(
          lines.filter(line => line.target.name === target.name && line.horizon === horizon),
          weightOf,
        ),
      )
      const end = byHorizon.findIndex(errors => errors.length < fewest)
      const known = end < 0 ? byHorizon : byHorizon.slice(0, end)
      if (known.length === 0) return []
      const digits = (value: number): number => Number(value.toPrecision(4))
      return [
        [
          target.name,
          {
            scale: target.scale === 'level' ? 'level' : 'log',
            bias: known.map(errors => digits(meanOf(errors))),
            spread: known.map(errors => digits(deviationOf(errors))),
            origins: known.map(errors => errors.length),
          },
        ],
      ]
    }),
  )
}
