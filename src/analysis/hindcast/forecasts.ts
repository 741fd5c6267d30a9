/** Forecasts of the back-test beside actual values, for each series, area and horizon, from every origin. */

import { type ForecastPoint, type ModelForecast, rollingOrigins } from '../../engine/score/rolling-origins.ts'
import { peerForecast } from '../../engine/score/naive.ts'
import { ln } from '../../language/elementary.ts'
import type { FindYears } from '../../regions/past-level.ts'
import { type Past, seriesFinder } from '../../regions/past.ts'
import { observedOf, type TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import type { Movement, Reopened } from './reopen.ts'

/** All forecasts of one series of one area at one horizon, in the target's scale. */
export interface ForecastLine {
  readonly target: TargetRow
  readonly area: string
  readonly horizon: number
  readonly points: readonly ForecastPoint[]
}

/** Forecasts of the members and of the central run, by a function of their movement since the origin. */
const forecastBy = ({ central, members }: Reopened, value: (movement: Movement) => number | undefined) => {
  const point = value(central)
  if (point === undefined) return undefined
  const all = members.map(value)
  const whole = all.length > 0 && all.every(one => one !== undefined)
  return { point, ...(whole ? { members: Float64Array.from(all as number[]) } : {}) } satisfies ModelForecast
}

type Opened = ReadonlyMap<number, Reopened>

/** Years over which the gap of a region to the nation is taken. */
const gapYears = 5

/** Forecasters' knowledge of the outside after the origin: its true course, or what was last known going on. */
export type Outside = 'known' | 'unknown'

/** The movement of the nation in a series between two years, as logarithms; seen from an origin, where nothing later is known. */
type NationMoved = (from: number, to: number, knownUpTo: number) => number | undefined

const nationOf =
  ({ nation }: TargetRow, find: FindYears, outside: Outside): NationMoved =>
  (from, to, knownUpTo) => {
    let sum = 0
    for (const name of nation) {
      const rates = find(name)
      for (let year = from + 1; year <= to; year++) {
        const rate = rates?.get(outside === 'known' ? year : Math.min(year, knownUpTo))
        if (rate === undefined) return undefined
        sum += ln(1 + rate)
      }
    }
    return sum
  }

const peerOf =
  (scaled: ReadonlyMap<number, number>, moved: NationMoved) =>
  (origin: number, time: number): number | undefined =>
    peerForecast(scaled, (from, to) => moved(from, to, origin), { origin, time, years: gapYears })

const levelLine = (
  target: TargetRow,
  area: string,
  seen: ReadonlyMap<number, number>,
  opened: Opened,
  horizon: number,
  ofNation: NationMoved,
): ForecastPoint[] => {
  const times = [...seen.keys()]
  const scaled = new Map([...seen].map(([year, value]) => [year, target.scale === 'log' ? ln(value) : value]))
  return rollingOrigins({
    times,
    observed: [...scaled.values()],
    origins: [...opened.keys()],
    horizons: [horizon],
    peer: peerOf(scaled, ofNation),
    forecast: (origin, time) =>
      forecastBy(opened.get(origin)!, movement => {
        const moved = movement(target.name, area, time)
        return moved === undefined ? undefined : scaled.get(origin)! + moved
      }),
  })
}

const meanOf = (values: readonly (number | undefined)[]): number | undefined =>
  values.every(value => value !== undefined)
    ? values.reduce<number>((sum, value) => sum + value, 0) / values.length
    : undefined

/** Mean growth of the years up to the horizon: the growth of each year is forecast, and the years are averaged. */
const growthLine = (
  target: TargetRow,
  area: string,
  seen: ReadonlyMap<number, number>,
  opened: Opened,
  horizon: number,
  ofNation: NationMoved,
): ForecastPoint[] => {
  const level = peerOf(new Map([...seen].map(([year, value]) => [year, ln(value)])), ofNation)
  const growth = [...seen].flatMap(([year, value]) => {
    const before = seen.get(year - 1)
    return before === undefined ? [] : [[year, ln(value / before)] as const]
  })
  const years = Array.from({ length: horizon }, (_, at) => at + 1)
  const points = rollingOrigins({
    times: growth.map(([year]) => year),
    observed: growth.map(([, value]) => value),
    origins: [...opened.keys()],
    horizons: years,
    peer: (origin, time) => {
      const [now, before] = [level(origin, time), level(origin, time - 1)]
      return now === undefined || before === undefined ? undefined : now - before
    },
    forecast: (origin, time) =>
      forecastBy(opened.get(origin)!, movement => {
        const now = movement(target.name, area, time)
        const before = time - 1 === origin ? 0 : movement(target.name, area, time - 1)
        return now === undefined || before === undefined ? undefined : now - before
      }),
  })
  return [...opened.keys()].flatMap(origin => {
    const path = points.filter(point => point.origin === origin)
    if (path.length < horizon) return []
    const last = path.at(-1)!
    const { members } = last
    return [
      {
        ...last,
        observed: meanOf(path.map(({ observed }) => observed))!,
        point: meanOf(path.map(({ point }) => point))!,
        lastValue: meanOf(path.map(({ lastValue }) => lastValue)),
        drift: meanOf(path.map(({ drift }) => drift)),
        firstOrder: meanOf(path.map(({ firstOrder }) => firstOrder)),
        peer: meanOf(path.map(({ peer }) => peer)),
        ...(members === undefined
          ? {}
          : { members: Float64Array.from(members, (_, at) => meanOf(path.map(one => one.members?.[at]))!) }),
      },
    ]
  })
}

/** Every series of every area, from every origin at which the region was opened. */
export const forecastLines = (
  region: RegionData,
  past: Past,
  targets: readonly TargetRow[],
  reopened: readonly Reopened[],
  horizons: readonly number[],
  outside: Outside = 'known',
): ForecastLine[] => {
  const finder = seriesFinder(region, past)
  const opened = new Map(reopened.toSorted((a, b) => a.start - b.start).map(one => [one.start - 1, one]))
  return targets.flatMap(target => {
    const moved = nationOf(target, finder(region.context), outside)
    return region.areas.flatMap(area => {
      const seen = observedOf(target, finder(area))
      const line = target.scale === 'growth' ? growthLine : levelLine
      return horizons.map(horizon => ({
        target,
        area,
        horizon,
        points: line(target, area, seen, opened, horizon, moved),
      }))
    })
  })
}
