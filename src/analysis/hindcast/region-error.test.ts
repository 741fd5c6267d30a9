/** Tests the error of the model by horizon on made forecasts, of which the answer is known. */

import { expect, it } from 'vitest'
import type { Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData, SeriesPoint } from '../../regions/types.ts'
import type { ForecastLine } from './forecasts.ts'
import { regionErrors } from './region-error.ts'

const weights: Readonly<Record<string, number>> = { A: 3, B: 1 }
const origins = [2010, 2011, 2012, 2013]
const series = Object.entries(weights).flatMap(([area, value]) =>
  origins.map(year => ({ area, series: 'residentsTotal', year, value }) as SeriesPoint),
)
const region = { series, paths: {} } as unknown as RegionData
const past = { reporting: [], history: new Map() } as unknown as Past
const target = { name: 'births', scale: 'log', nation: [] } as unknown as TargetRow

const line = (area: string, horizon: number, errors: readonly number[], from = 0): ForecastLine => ({
  target,
  area,
  horizon,
  points: errors.map((error, at) => {
    const origin = origins[from + at]!
    const time = origin + horizon
    const naive = { lastValue: undefined, drift: undefined, firstOrder: undefined, peer: undefined }
    return { ...naive, origin, horizon, time, observed: 7, point: 7 + error }
  }),
})

it('weights areas, takes mean and deviation over origins, and ends where there are too few', () => {
  const lines = [
    line('A', 1, [0.1, 0.1, 0.2, 0.4]),
    line('B', 1, [0.5, 0.1, 0.2, 0]),
    line('A', 2, [0.4, 0.2, 0.3]),
    line('B', 2, [0.4, 0.2, 0.3]),
    line('A', 3, [0.4, 0.2]),
    line('B', 3, [0.4, 0.2]),
  ]
  const { births } = regionErrors(lines, region, past)
  expect(births).toEqual({ scale: 'log', bias: [0.2, 0.3], spread: [0.08165, 0.1], origins: [4, 3] })
})

it('leaves out an origin at which an area has no forecast', () => {
  const { births } = regionErrors([line('A', 1, [9, 0.1, 0.2, 0.3]), line('B', 1, [0.1, 0.2, 0.3], 1)], region, past)
  expect(births).toEqual({ scale: 'log', bias: [0.2], spread: [0.1], origins: [3] })
})
