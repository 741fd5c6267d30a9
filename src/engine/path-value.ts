/** The value of a path between its points: linear, and constant before the first and after the last. */

export const valueOnPath = (points: ReadonlyArray<readonly [number, number]>, time: number): number => {
  const first = points[0]
  const last = points[points.length - 1]
  if (first === undefined || last === undefined) return Number.NaN
  if (time <= first[0]) return first[1]
  if (time >= last[0]) return last[1]
  for (let at = 1; at < points.length; at++) {
    const left = points[at - 1]!
    const right = points[at]!
    if (time <= right[0]) return left[1] + ((right[1] - left[1]) * (time - left[0])) / (right[0] - left[0])
  }
  return last[1]
}
