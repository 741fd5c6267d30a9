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

/** `count` members in one block. */
export function createGrid(
  { values, width }: Pick<MemberBlock, 'values' | 'width'>,
  cells: number,
  count: number,
): Grid {
  const centre = new Float64Array(cells)
  const scale = new Float64Array(cells)
  const sorted = new Float64Array(count)
  const place = (share: number): number => sorted[Math.floor(share * (count - 1))]
  for (let cell = 0; cell < cells; cell++) {
    for (let lane = 0; lane < count; lane++) sorted[lane] = values[cell * width + lane]
    sorted.sort()
    const middle = place(0.5)
    const size = Math.abs(middle)
    // A pilot that does not vary says nothing: then a part of the value, or 1, serves as well as anything.
    const spread = place(0.95) - place(0.05) || sorted[count - 1] - sorted[0] || size / 16 || 1
    centre[cell] = middle
    scale[cell] = BAND / Math.max(spread, size * 2 ** -36, 1e-290)
  }
  return { cells, centre, scale }
}
