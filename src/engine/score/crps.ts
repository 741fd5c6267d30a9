/** The continuous ranked probability score of an ensemble: the error of a whole distribution, in the unit of the series. */

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
export function checkMembers(members: ArrayLike<number>, where: string): void {
  if (members.length === 0) throw new Error(`${where}: an ensemble without members has no distribution.`)
  for (let at = 0; at < members.length; at++)
    if (!Number.isFinite(members[at])) throw new Error(`${where}: a member is ${members[at]}.`)
}

/** A sorted copy of the members. */
export function sortedMembers(members: ArrayLike<number>, where: string): Float64Array {
  checkMembers(members, where)
  return Float64Array.from(members).sort()
}
