/** How often actual values lie within the central bands of the forecasts, compared with the nominal level. */
import { sortedMembers } from './crps.ts'

/** An ensemble forecast of a number and what it became. */
export interface EnsemblePoint {
  readonly members: ArrayLike<number>
  readonly observed: number
}

export interface Coverage {
  /** The share that the band is to hold: 0.8. */
  readonly level: number
  /** The share that it held. */
  readonly observed: number
  readonly points: number
}

/** Members that the central band of a level needs: 9 for 80 %, 19 for 90 %, 39 for 95 %. */
export const leastMembers = (level: number): number => Math.ceil(2 / (1 - level) - 1 - 1e-9)

/**
 * The central band of sorted members, from the (1 - level) / 2 quantile to its mirror image. The quantile of p lies at
 * place p (n + 1) of them (Weibull's; Hyndman and Fan's type 6), linear in between: a further draw of the same
 * distribution falls below it with the probability p exactly, which other rules miss when members are few.
 */
export function centralBand(sorted: ArrayLike<number>, level: number): readonly [low: number, high: number] {
  if (!(level > 0 && level < 1)) throw new Error(`centralBand: a level of ${level}; give a share between 0 and 1.`)
  if (sorted.length < leastMembers(level)) {
    throw new Error(`centralBand: ${sorted.length} members cannot show a band of ${level}; ${leastMembers(level)} can.`)
  }
  return [weibullQuantile(sorted, (1 - level) / 2), weibullQuantile(sorted, (1 + level) / 2)]
}

/** Of sorted members; the extremes beyond the first and the last. */
export function weibullQuantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length + 1) - 1
  if (place <= 0) return sorted[0]
  if (place >= sorted.length - 1) return sorted[sorted.length - 1]
  const below = Math.floor(place)
  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below])
}

/** Both ends belong to the band. */
export function coverage(points: readonly EnsemblePoint[], levels: readonly number[]): Coverage[] {
  if (points.length === 0) throw new Error('coverage: there is no forecast to count.')
  const sorted = points.map(({ members }) => sortedMembers(members, 'coverage'))
  return levels.map(level => {
    const within = points.filter(({ observed }, at) => {
      const [low, high] = centralBand(sorted[at], level)
      return observed >= low && observed <= high
    })
    return { level, observed: within.length / points.length, points: points.length }
  })
}
