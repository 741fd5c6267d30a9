/** Forecasts of the back-test as charts draw them: actual values, model and naive forecast, in natural units. */

import type { ForecastPoint } from '../../engine/score/rolling-origins.ts'
import { exp } from '../../language/elementary.ts'
import { fromScale, type TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { quantile } from '../runs/quantiles.ts'
import type { Hindcast } from './hindcast.ts'
import { shownHorizons } from './record.ts'

export interface PanelPoint {
  readonly year: number
  readonly observed: number
  readonly model: number
  /** Of 80 % of the simulations. */
  readonly low: number | null
  readonly high: number | null
  readonly lastValue: number | null
}

/** One series of one area, each year as it was forecast so many years before. */
export interface Panel {
  readonly series: string
  readonly area: string
  readonly horizon: number
  readonly scale: TargetRow['scale']
  /** 'share' for growth and shares; of a ratio of series 'index'. */
  readonly unit: string
  readonly points: readonly PanelPoint[]
}

/** More digits than a chart can show. */
const drawn = (value: number): number => Number(value.toPrecision(6))

/** Growth is logarithmic where it is scored; readers know the plain rate. */
const natural = (target: TargetRow, value: number): number =>
  target.scale === 'growth' ? exp(value) - 1 : fromScale(target, value)

const pointOf = (target: TargetRow, { time, observed, point, lastValue, members }: ForecastPoint): PanelPoint => {
  const sorted = members === undefined || members.length < 9 ? undefined : Float64Array.from(members).toSorted()
  const bound = (share: number): number | null =>
    sorted === undefined ? null : drawn(natural(target, quantile(sorted, share)))
  return {
    year: time,
    observed: drawn(natural(target, observed)),
    model: drawn(natural(target, point)),
    low: bound(0.1),
    high: bound(0.9),
    lastValue: lastValue === undefined ? null : drawn(natural(target, lastValue)),
  }
}

const unitOf = (target: TargetRow, { series }: RegionData): string => {
  if (target.scale === 'growth') return 'share'
  const [first = ''] = target.of.split(';')
  if (/[^\w]/.test(first))
    return /^\w+-\w+$/.test(first) ? unitOf({ ...target, of: first.split('-')[0]! }, { series } as RegionData) : 'index'
  return series.find(point => point.series === first)?.unit ?? 'index'
}

/** Panels of all series and areas at the horizons that are shown, those without a point left out. */
export const panelsOf = (found: Hindcast, region: RegionData): Panel[] =>
  found.lines
    .filter(({ horizon, points }) => shownHorizons.includes(horizon) && points.length > 0)
    .map(({ target, area, horizon, points }) => ({
      series: target.name,
      area,
      horizon,
      scale: target.scale,
      unit: unitOf(target, region),
      points: points.map(point => pointOf(target, point)).toSorted((a, b) => a.year - b.year),
    }))
