/** Frequency of actual values within the central bands of the forecasts, compared with the nominal level. */

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

/**
 * Mean |x - y| - mean |x - x'| / 2 over pairs of different members (the fair score of Ferro 2014), so that its expectation
 * is the score of the distribution that the members are drawn from, however few they are; it may be a little below 0. A
 * single member has the absolute error. Smaller is better; 0 for members that all equal the observation.
 */
export function crps(members: ArrayLike<number>, observed: number): number {
  const sorted = sortedMembers(members, 'crps')
  if (!Number.isFinite(observed)) throw new Error(`crps: the observation is ${observed}.`)
  const n = sorted.length
  let away = 0
  let apart = 0
  for (let at = 0; at < n; at++) {
    away += Math.abs(sorted[at] - observed)
    // The sum of |x - x'| over all ordered pairs is twice that of (2 at + 1 - n) x over the sorted members; measured
    // from the observation, so that no digits cancel where members lie close together and far from 0.
    apart += (2 * at + 1 - n) * (sorted[at] - observed)
  }
  if (n === 1) return away
  return away / n - apart / (n * (n - 1))
}

/** An ensemble has at least one member, and all are finite. */
function checkMembers(members: ArrayLike<number>, where: string): void {
  if (members.length === 0) throw new Error(`${where}: an ensemble without members has no distribution.`)
  for (let at = 0; at < members.length; at++)
    if (!Number.isFinite(members[at])) throw new Error(`${where}: a member is ${members[at]}.`)
}

/** A sorted copy of the members. */
function sortedMembers(members: ArrayLike<number>, where: string): Float64Array {
  checkMembers(members, where)
  return Float64Array.from(members).sort()
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

/**
 * The stretch of 0 … 1 that the observation takes among n members: from (members below) / (n + 1) to (members below or
 * equal + 1) / (n + 1). Without ties its width is 1 / (n + 1): the gap between two members.
 */
export function pitStretch({ members, observed }: EnsemblePoint): readonly [from: number, to: number] {
  checkMembers(members, 'pitStretch')
  if (!Number.isFinite(observed)) throw new Error(`pitStretch: the observation is ${observed}.`)
  let [below, notAbove] = [0, 0]
  for (let at = 0; at < members.length; at++) {
    if (members[at] < observed) below++
    if (members[at] <= observed) notAbove++
  }
  return [below / (members.length + 1), (notAbove + 1) / (members.length + 1)]
}

/**
 * Observations in each of `bins` equal parts of 0 … 1; they sum to the number of points. Nothing is drawn to break
 * ties: an observation is spread evenly over its stretch (Czado, Gneiting and Held 2009).
 */
export function pitHistogram(points: readonly EnsemblePoint[], bins: number): number[] {
  if (!Number.isInteger(bins) || bins < 1) throw new Error(`pitHistogram: ${bins} bins; give a whole number.`)
  const counts = new Array<number>(bins).fill(0)
  for (const point of points) {
    const [from, to] = pitStretch(point)
    for (let bin = 0; bin < bins; bin++) {
      const overlap = Math.min(to, (bin + 1) / bins) - Math.max(from, bin / bins)
      if (overlap > 0) counts[bin] += overlap / (to - from)
    }
  }
  return counts
}
