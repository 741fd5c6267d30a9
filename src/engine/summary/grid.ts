/**
 * The grid that an ensemble's values are counted on. A value becomes a whole number of quanta from the middle of its
 * cell; whole numbers add up to the same whatever their order, so that chunks give the same summary as one run.
 *
 * The grid of a cell comes from the first members (the pilot): its middle is their median, and 2^18 quanta are the
 * distance between their 5 and 95 % points.
 */
import type { MemberBlock } from '../run/runner.ts'

export interface Grid {
  readonly cells: number
  readonly centre: Float64Array
  /** Quanta in a unit of the outcome. */
  readonly scale: Float64Array
}

/** Members that the grid is made from. */
export const pilotMembers = 128

/** Quanta between the 5 and 95 % points of the pilot. */
export const BAND = 2 ** 18

/** Values farther out than this are counted as if they were here: 256 bands from the middle. */
export const FARTHEST = 2 ** 26

/**
 * Puts the value of a rank in its place between `from` and `to`, no greater ones before it and no lesser ones after it,
 * and the members likewise.
 */
const select = (values: Float64Array, members: Int32Array, rank: number, from: number, to: number): void => {
  let [left, right] = [from, to]
  while (left < right) {
    const pivot = values[(left + right) >>> 1]
    let [low, high] = [left, right]
    while (low <= high) {
      while (values[low] < pivot) low++
      while (values[high] > pivot) high--
      if (low > high) break
      const moved = values[low]
      values[low] = values[high]
      values[high] = moved
      const member = members[low]
      members[low++] = members[high]
      members[high--] = member
    }
    if (rank <= high) right = high
    else if (rank >= low) left = low
    else return
  }
}

/** `count` members in one block. */
export function createGrid(
  { values, width }: Pick<MemberBlock, 'values' | 'width'>,
  cells: number,
  count: number,
): Grid {
  const centre = new Float64Array(cells)
  const scale = new Float64Array(cells)
  const sorted = new Float64Array(count)
  // From cell to cell in the order found last: from one step to the next it changes little, and is soon put right.
  const members = Int32Array.from({ length: count }, (_, member) => member)
  const rank = (share: number): number => Math.floor(share * (count - 1))
  const [low, half, high] = [rank(0.05), rank(0.5), rank(0.95)]
  for (let cell = 0; cell < cells; cell++) {
    for (let place = 0; place < count; place++) sorted[place] = values[cell * width + members[place]]
    // Only these ranks are wanted, and of values that do not vary the ends; sorting all takes ten times as long.
    select(sorted, members, half, 0, count - 1)
    select(sorted, members, low, 0, half)
    select(sorted, members, high, half, count - 1)
    // Zeros of both signs are in order only when all are sorted.
    if (sorted[half] === 0 || sorted[low] === sorted[high]) sorted.sort()
    const middle = sorted[half]
    const size = Math.abs(middle)
    // A pilot that does not vary says nothing: then a part of the value, or 1, serves as well as anything.
    const spread = sorted[high] - sorted[low] || sorted[count - 1] - sorted[0] || size / 16 || 1
    centre[cell] = middle
    scale[cell] = BAND / Math.max(spread, size * 2 ** -36, 1e-290)
  }
  return { cells, centre, scale }
}
