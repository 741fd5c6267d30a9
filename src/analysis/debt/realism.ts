/** Past forecast errors of the model for the drivers of debt, from the back-test, beside the forecast itself. */

import type { Both } from '../../language/messages.ts'
import type { RegionData } from '../../regions/types.ts'
import { type PlaceReader, words } from './lines.ts'

/** Years ahead that are shown. */
export const realismHorizons = [1, 2, 5] as const

export interface RealismLine {
  readonly id: string
  readonly names: Both<string>
  /** By horizon: mean error and root mean square error, as a part of the level; forecasts above what came are positive. */
  readonly bias: readonly number[]
  readonly rmse: readonly number[]
  /** Forecasts behind them. */
  readonly origins: readonly number[]
  /** By place and horizon: change that the present forecast shows, of the level in the first year; of places that have it. */
  readonly forecast: Readonly<Record<string, readonly number[]>>
}

export interface Realism {
  /** The region whose back-test measured the errors: back-tests are kept of whole regions, not of their areas. */
  readonly errorsOf: string
  readonly lines: readonly RealismLine[]
}

export const realismIn = ({ lines }: Realism, place: string): readonly RealismLine[] =>
  lines.filter(({ forecast }) => place in forecast)

/** Series of the back-test that drive debt or are debt; levels are means of the year but for debt. */
const series = Object.entries(words.series)

export const realismVariables: readonly string[] = series.map(([id]) => id)

/** Errors of the back-test beside the forecasts of the places. */
export const realismLines = (
  modelError: NonNullable<RegionData['modelError']>,
  readers: Readonly<Record<string, PlaceReader>>,
): readonly RealismLine[] =>
  series.flatMap(([id, names]): RealismLine[] => {
    const error = modelError.series[id]
    if (error === undefined) return []
    const at = (values: readonly number[], horizon: number): number => values[horizon - 1]!
    const known = realismHorizons.filter(horizon => horizon <= error.bias.length)
    const forecast = Object.entries(readers).flatMap(([place, read]) => {
      const { firstYear: first } = read
      const level = (year: number): number => read.yearly(year, step => read.sum(id, step))
      return level(first) === 0
        ? []
        : [[place, known.map(horizon => level(first + horizon) / level(first) - 1)] as const]
    })
    if (forecast.length === 0) return []
    return [
      {
        id,
        names,
        bias: known.map(horizon => at(error.bias, horizon)),
        rmse: known.map(horizon => Math.hypot(at(error.bias, horizon), at(error.spread, horizon))),
        origins: known.map(horizon => at(error.origins, horizon)),
        forecast: Object.fromEntries(forecast),
      },
    ]
  })
