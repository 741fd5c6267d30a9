/** Points that no other beats in all objectives, and the part of the space that they dominate. All are minimised. */

/** As good in every objective, and better in one. */
export const dominates = (one: readonly number[], other: readonly number[]): boolean => {
  let isBetter = false
  for (let at = 0; at < one.length; at++) {
    if (one[at] > other[at]) return false
    if (one[at] < other[at]) isBetter = true
  }
  return isBetter
}

/** Places of the points that no other dominates; of equal ones the first. */
export const nonDominated = (points: ReadonlyArray<readonly number[]>): number[] => {
  const kept: number[] = []
  points.forEach((point, at) => {
    const isEqual = (other: number): boolean => points[other].every((value, place) => value === point[place])
    if (kept.some(other => dominates(points[other], point) || isEqual(other))) return
    for (let place = kept.length - 1; place >= 0; place--)
      if (dominates(point, points[kept[place]])) kept.splice(place, 1)
    kept.push(at)
  })
  return kept
}

/**
 * The volume between the points and a reference that is worse than all of them, by exclusive volumes (While, Bradstreet and
 * Barone 2012, "A fast way of calculating exact hypervolumes", IEEE Transactions on Evolutionary Computation 16(1)).
 * Points that are not better than the reference in every objective add nothing.
 */
export const hypervolume = (points: ReadonlyArray<readonly number[]>, reference: readonly number[]): number => {
  const inside = points.filter(point => point.every((value, at) => value < reference[at]))
  const front = nonDominated(inside).map(at => inside[at])
  return volumeOf(
    front.toSorted((a, b) => b[0] - a[0]),
    reference,
  )
}

const volumeOf = (front: ReadonlyArray<readonly number[]>, reference: readonly number[]): number => {
  if (reference.length === 2) return areaOf(front, reference)
  let sum = 0
  front.forEach((point, at) => {
    const own = point.reduce((product, value, place) => product * (reference[place] - value), 1)
    const limited = front.slice(at + 1).map(other => other.map((value, place) => Math.max(value, point[place])))
    // All of them share the first objective of the point: what is left is a problem of one dimension less.
    const flat = limited.map(values => values.slice(1))
    const shared = nonDominated(flat).map(place => flat[place])
    const rest = shared.length === 0 ? 0 : volumeOf(sortedFront(shared), reference.slice(1))
    sum += own - rest * (reference[0] - point[0])
  })
  return sum
}

const sortedFront = (front: ReadonlyArray<readonly number[]>): Array<readonly number[]> =>
  front.toSorted((a, b) => b[0] - a[0])

const areaOf = (front: ReadonlyArray<readonly number[]>, [right, top]: readonly number[]): number => {
  let [area, last] = [0, top]
  for (const [x, y] of front.toSorted((a, b) => a[0] - b[0])) {
    if (y >= last) continue
    area += (right - x) * (last - y)
    last = y
  }
  return area
}
