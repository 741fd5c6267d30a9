/**
 * Forecasts of all areas of a nation from past years beside naive ones: errors of logarithms, or of levels where a target
 * is one, and what they say of which area does better.
 */

import type { Movement } from './reopen.ts'

export interface ScoredNation {
  readonly areas: readonly string[]
  /** Published figures of an area or of all, in the scale of the target; NaN where there are none. */
  readonly level: (target: string, area: string, year: number) => number
  readonly ofAll: (target: string, year: number) => number
  /** Of the model opened in a year, since the year before. */
  readonly moved: (start: number) => Movement
}

/** Years before the origin whose trend, or lead over the nation, goes on in a naive forecast. */
const years = 5

export const naive = ['last', 'trend', 'nation', 'nationAndGap'] as const
type Naive = (typeof naive)[number]

interface Point {
  readonly actual: number
  readonly forecast: number
  readonly naive: Readonly<Record<Naive, number>>
}

/** Forecasts of all areas for the end of each span, from the year before its start. */
const pointsOf = (
  { areas, level, ofAll, moved }: ScoredNation,
  target: string,
  [start, to]: readonly [start: number, to: number],
): Point[] => {
  const from = start - 1
  const all = ofAll(target, to) - ofAll(target, from)
  const allBefore = ofAll(target, from) - ofAll(target, from - years)
  return areas.flatMap((area): Point[] => {
    const at = (year: number): number => level(target, area, year)
    const [actual, forecast] = [at(to) - at(from), moved(start)(target, area, to) ?? Number.NaN]
    if (!Number.isFinite(actual) || !Number.isFinite(forecast)) return []
    const before = at(from) - at(from - years)
    const further = (to - from) / years
    const nationAndGap = all + further * (before - allBefore)
    return [{ actual, forecast, naive: { last: 0, trend: further * before, nation: all, nationAndGap } }]
  })
}

export interface Score {
  /** Root mean square and mean of actual less forecast, and the former with the mean of each span taken out. */
  readonly whole: number
  readonly bias: number
  readonly spread: number
  /** Of what actually happened on the forecast, means of spans taken out. */
  readonly slope: number
  /** Root mean square errors of naive forecasts, and the share of area × span where the model misses by less. */
  readonly naive: Readonly<Record<Naive, number>>
  readonly beats: Readonly<Record<Naive, number>>
}

const sum = (values: readonly number[]): number => values.reduce((so, one) => so + one, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const size = (errors: readonly number[]): number => Math.sqrt(mean(errors.map(error => error ** 2)))

const byNaive = (of: (name: Naive) => number): Record<Naive, number> =>
  Object.fromEntries(naive.map(name => [name, of(name)])) as Record<Naive, number>

/** Over spans of a start and a later year; undefined where nothing was published. */
export const nationScore = (
  nation: ScoredNation,
  target: string,
  spans: ReadonlyArray<readonly [start: number, to: number]>,
): Score | undefined => {
  const bySpan = spans.map(span => pointsOf(nation, target, span)).filter(points => points.length > 0)
  if (bySpan.length === 0) return undefined
  const all = bySpan.flat()
  const errors = all.map(one => one.actual - one.forecast)
  const centred = bySpan.flatMap(points => {
    const [actual, forecast] = (['actual', 'forecast'] as const).map(name => mean(points.map(one => one[name])))
    return points.map(one => ({ actual: one.actual - actual!, forecast: one.forecast - forecast! }))
  })
  const against = (name: Naive): Point[] => all.filter(one => Number.isFinite(one.naive[name]))
  return {
    whole: size(errors),
    bias: mean(errors),
    spread: size(centred.map(one => one.actual - one.forecast)),
    slope: sum(centred.map(one => one.actual * one.forecast)) / sum(centred.map(one => one.forecast ** 2)),
    naive: byNaive(name => size(against(name).map(one => one.actual - one.naive[name]))),
    beats: byNaive(name =>
      mean(
        against(name).map(one =>
          Math.abs(one.actual - one.forecast) < Math.abs(one.actual - one.naive[name]) ? 1 : 0,
        ),
      ),
    ),
  }
}
