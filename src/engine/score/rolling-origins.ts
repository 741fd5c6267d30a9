/**
 * Forecasts made from many origins, each with what was known then, set against what happened: for every origin and
 * horizon the model's forecast beside the naive ones.
 */
import { naiveForecasts } from './naive.ts'

/** Forecast for a later year by a model that was opened at an origin. */
export interface ModelForecast {
  readonly point: number
  /** The forecast distribution, by its draws. */
  readonly members?: ArrayLike<number>
}

/** The naive forecasts, and that of a peer: a larger whole, which the caller gives. */
export type NaiveName = keyof typeof naiveForecasts | 'peer'

/** Absent where too little was known at the origin (`leastKnown` in naive.ts). */
export type NaiveValues = { readonly [name in NaiveName]: number | undefined }

export interface ForecastPoint extends ModelForecast, NaiveValues {
  readonly origin: number
  readonly horizon: number
  /** origin + horizon. */
  readonly time: number
  readonly observed: number
}

export interface RollingTask {
  /** Years with a figure, increasing; gaps are allowed. */
  readonly times: readonly number[]
  readonly observed: readonly number[]
  readonly origins: readonly number[]
  /** In years. */
  readonly horizons: readonly number[]
  /** Undefined where the model has no forecast; the point is left out. */
  readonly forecast: (origin: number, time: number) => ModelForecast | undefined
  /** The forecast by a peer; none when absent. */
  readonly peer?: (origin: number, time: number) => number | undefined
}

/**
 * One point for each origin and horizon for which there are an observation, a forecast and a figure at the origin.
 * The naive forecasts know the unbroken run of figures that ends at the origin, and nothing after it.
 */
export function rollingOrigins({ times, observed, origins, horizons, forecast, peer }: RollingTask): ForecastPoint[] {
  if (times.length !== observed.length || times.some((time, at) => at > 0 && !(time > times[at - 1]))) {
    throw new Error(
      `rollingOrigins: ${times.length} years and ${observed.length} figures; give one for each, in order.`,
    )
  }
  const place = new Map(times.map((time, at) => [time, at]))
  const points: ForecastPoint[] = []
  for (const origin of origins) {
    const known = knownAt(origin, times, observed)
    if (known.length === 0) continue
    for (const horizon of horizons) {
      const time = origin + horizon
      const at = place.get(time)
      const model = at === undefined ? undefined : forecast(origin, time)
      if (at === undefined || model === undefined) continue
      points.push({
        ...model,
        origin,
        horizon,
        time,
        observed: observed[at],
        lastValue: naiveForecasts.lastValue(known, horizon),
        drift: naiveForecasts.drift(known, horizon),
        firstOrder: naiveForecasts.firstOrder(known, horizon),
        peer: peer?.(origin, time),
      })
    }
  }
  return points
}

/** The figures of the unbroken run of years that ends at the origin; none when the origin itself has no figure. */
function knownAt(origin: number, times: readonly number[], observed: readonly number[]): number[] {
  const last = times.indexOf(origin)
  if (last < 0) return []
  let first = last
  while (first > 0 && times[first - 1] === times[first] - 1) first--
  return observed.slice(first, last + 1)
}
