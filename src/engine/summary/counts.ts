/**
 * Counts of the members of an ensemble, cell by cell, in a memory that does not grow with their number: how many fell
 * into each bin, exact sums of their quanta and of the squares, and the extremes. Counts of disjoint members add up
 * exactly, in any order.
 *
 * Bins are 1/128 of the pilot's 5-95 % band wide within one band of the middle, farther out 1/64 of the distance.
 */
import type { MemberBlock } from '../run/runner.ts'
import { ReportedError } from '../../language/messages.ts'
import { messages as engineMessages } from '../../texts/engine.ts'

/**
 * A value becomes a whole number of quanta from the middle of its cell; whole numbers add up to the same whatever their
 * order, so that chunks give the same summary as one run. The grid comes from the first members (the pilot): the middle is
 * their median, and 2^18 quanta are the distance between their 5 and 95 % points.
 */
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

/** Bins of the core: 128 on either side of the one in the middle. */
export const CORE = 257
/** Quanta in a bin of the core. */
export const BIN = BAND / 128
/** Half a bin beyond the last core bin's middle. */
export const CORE_EDGE = BAND + BIN / 2
/** Sums of squares are kept as two limbs. */
export const LIMB = 2 ** 52

/**
 * Sums of quanta stay exact below 2^53. A thousand million members come near it only if they lie on average 30 times the
 * pilot's band from its middle; then no number would be right, so the counts refuse to go on.
 */
const exact = (sum: number): number => {
  if (Number.isSafeInteger(sum)) return sum
  throw new ReportedError(engineMessages.sumNotExact({ pilot: pilotMembers }))
}

export interface Counts {
  readonly cells: number
  members: number
  readonly sum: Float64Array
  readonly squareLow: Float64Array
  readonly squareHigh: Float64Array
  readonly least: Float64Array
  readonly greatest: Float64Array
  /** core[cell * CORE + bin] */
  readonly core: Uint16Array | Uint32Array
  tails: Tails
  /** Counters of events, as the ensemble lists them. */
  readonly events: Float64Array
  /** Largest residual of the accounts. */
  residual: number
}

export const createCounts = (cells: number, events: number): Counts => ({
  cells,
  members: 0,
  sum: new Float64Array(cells),
  squareLow: new Float64Array(cells),
  squareHigh: new Float64Array(cells),
  least: new Float64Array(cells).fill(Infinity),
  greatest: new Float64Array(cells).fill(-Infinity),
  core: new Uint32Array(cells * CORE),
  tails: noTails,
  events: new Float64Array(events),
  residual: 0,
})

/** Quanta of a value from the middle of its cell, no farther out than is counted. */
export const quantaOf = ({ centre, scale }: Grid, cell: number, value: number): number =>
  Math.min(FARTHEST, Math.max(-FARTHEST, Math.floor((value - centre[cell]) * scale[cell] + 0.5)))

/** Adds to the squares of a cell: below 2^52 each, so that the sum of both limbs is exact. */
export const addTo = (
  { squareLow, squareHigh }: Pick<Counts, 'squareLow' | 'squareHigh'>,
  cell: number,
  more: number,
): void => {
  const low = squareLow[cell] + more
  const carry = low >= LIMB ? 1 : 0
  squareLow[cell] = low - carry * LIMB
  squareHigh[cell] += carry
}

/** Adds the sums and extremes of a cell of other counts. */
export function addCell(
  counts: Counts,
  cell: number,
  [sum, squareLow, squareHigh, least, greatest]: readonly [number, number, number, number, number],
): void {
  counts.sum[cell] = exact(counts.sum[cell] + sum)
  addTo(counts, cell, squareLow)
  counts.squareHigh[cell] += squareHigh
  counts.least[cell] = Math.min(counts.least[cell], least)
  counts.greatest[cell] = Math.max(counts.greatest[cell], greatest)
}

/** Adds counts over the same cells. */
export function addCounts(into: Counts, more: Counts): void {
  const { sum, squareLow, squareHigh, least, greatest } = more
  for (let cell = 0; cell < into.cells; cell++)
    addCell(into, cell, [sum[cell], squareLow[cell], squareHigh[cell], least[cell], greatest[cell]])
  for (let bin = 0; bin < into.core.length; bin++) into.core[bin] += more.core[bin]
  into.tails = joinTails(into.tails, more.tails)
  for (let event = 0; event < into.events.length; event++) into.events[event] += more.events[event]
  into.members += more.members
  into.residual = Math.max(into.residual, more.residual)
}

/** Bins beyond the core: 64 an octave, 0 … 512 below the middle and 1024 … 1536 above it. */
export function tailBin(quanta: number): number {
  const size = Math.abs(quanta)
  const exponent = 31 - Math.clz32(size)
  const bin = (exponent - 18) * 64 + ((size >>> (exponent - 6)) & 63)
  return quanta < 0 ? bin : bin + 1024
}

/** The least and greatest distance from the middle that a tail bin stands for, in quanta. */
export function tailEdges(bin: number): readonly [number, number] {
  const own = bin & 1023
  if (own === 512) return [FARTHEST, FARTHEST]
  const width = 2 ** ((own >>> 6) + 12)
  const low = (64 + (own & 63)) * width
  return [Math.max(low, CORE_EDGE), low + width]
}

/** Members in bins beyond the core, since most of these never occur: keys (cell * 2048 + bin), ascending, and counts. */
export interface Tails {
  readonly keys: Int32Array
  readonly counts: Uint32Array
}

export const noTails: Tails = { keys: new Int32Array(), counts: new Uint32Array() }

/** Of keys in any order, one a member, which are put in order. */
export function tailsOf(members: Int32Array): Tails {
  members.sort()
  const keys = new Int32Array(members.length)
  const counts = new Uint32Array(members.length)
  let used = 0
  for (const key of members) {
    if (used === 0 || keys[used - 1] !== key) keys[used++] = key
    counts[used - 1]++
  }
  return { keys: keys.slice(0, used), counts: counts.slice(0, used) }
}

export function joinTails(one: Tails, other: Tails): Tails {
  if (other.keys.length === 0) return one
  if (one.keys.length === 0) return other
  const most = one.keys.length + other.keys.length
  const keys = new Int32Array(most)
  const counts = new Uint32Array(most)
  let used = 0
  for (let at = 0, next = 0; at < one.keys.length || next < other.keys.length; used++) {
    const key = Math.min(one.keys[at] ?? Infinity, other.keys[next] ?? Infinity)
    keys[used] = key
    if (one.keys[at] === key) counts[used] += one.counts[at++]
    if (other.keys[next] === key) counts[used] += other.counts[next++]
  }
  return { keys: keys.slice(0, used), counts: counts.slice(0, used) }
}
