/**
 * The probability integral transform: where in its forecast distribution each observation fell. Level over all forecasts
 * if the bands are right; a hump in the middle means bands that are too wide, a trough too narrow, a slope a bias.
 */
import type { EnsemblePoint } from './coverage.ts'
import { checkMembers } from './crps.ts'

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
