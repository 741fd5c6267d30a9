/**
 * Estimates the part of past errors that parameters and shocks do not explain, from the fitted years only; it widens
 * the bands.
 */

import { normalQuantile } from '../../engine/distributions.ts'
import { createStream } from '../../engine/random.ts'
import type { ForecastPoint } from '../../engine/score/rolling-origins.ts'
import { varianceOf } from '../runs/moments.ts'
import type { ForecastLine } from './forecasts.ts'
import { splitOf } from './score.ts'

/** Points below which a series at a horizon says too little of its own misses; the typical ratio is taken then. */
const fewestPoints = 8

/** Variance of the miss, and the mean variance of the members, over training points of all areas. */
const missOf = (lines: readonly ForecastLine[]): { points: number; miss: number; spread: number } => {
  const points = lines.flatMap(line => line.points.filter(({ time, members }) => members && splitOf(time) === 'train'))
  if (points.length === 0) return { points: 0, miss: 0, spread: 0 }
  const mean = (of: (point: ForecastPoint) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  return {
    points: points.length,
    miss: mean(({ point, observed }) => (point - observed) ** 2),
    spread: mean(({ members }) => varianceOf(members!)),
  }
}

/**
 * Lines whose members carry a normal model error beside their own spread: for each series and horizon as large as the
 * misses of the training years leave unexplained, over all areas. Series with few training points take the median
 * ratio of miss to spread of the others at that horizon.
 */
export const withModelError = (lines: readonly ForecastLine[], seed: number): ForecastLine[] => {
  const keys = new Map<string, ForecastLine[]>()
  for (const line of lines) {
    const key = `${line.target.name} ${line.horizon}`
    keys.set(key, [...(keys.get(key) ?? []), line])
  }
  const misses = new Map([...keys].map(([key, same]) => [key, missOf(same)]))
  const ratioAt = (horizon: number): number => {
    const ratios = [...misses]
      .filter(([key, { points, spread }]) => key.endsWith(` ${horizon}`) && points >= fewestPoints && spread > 0)
      .map(([, { miss, spread }]) => miss / spread)
      .toSorted((a, b) => a - b)
    return ratios[Math.floor(ratios.length / 2)] ?? 1
  }
  return lines.map(line => {
    const { points, miss, spread } = misses.get(`${line.target.name} ${line.horizon}`)!
    const typical = ratioAt(line.horizon)
    const draw = createStream(seed, `model error ${line.target.name} in ${line.area}`)
    const widen = (point: ForecastPoint): ForecastPoint => {
      if (point.members === undefined) return point
      const own = varianceOf(point.members)
      const variance = points >= fewestPoints ? Math.max(0, miss - spread) : own * Math.max(0, typical - 1)
      const size = Math.sqrt(variance)
      const members = Float64Array.from(
        point.members,
        (value, member) => value + size * normalQuantile(draw(member, point.origin, 0)),
      )
      return { ...point, members }
    }
    return { ...line, points: line.points.map(widen) }
  })
}
