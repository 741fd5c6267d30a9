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
const LIMB = 2 ** 52

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
  /** core[cell * CORE + bin]; 16 bits hold 65,535 members. */
  readonly core: Uint16Array | Uint32Array
  readonly tails: Tails
  /** Counters of events, as the ensemble lists them. */
  readonly events: Float64Array
  /** Largest residual of the accounts. */
  residual: number
}

/** `small`: for at most 65,535 members, in half the memory. */
export const createCounts = (cells: number, events: number, small = false): Counts => ({
  cells,
  members: 0,
  sum: new Float64Array(cells),
  squareLow: new Float64Array(cells),
  squareHigh: new Float64Array(cells),
  least: new Float64Array(cells).fill(Infinity),
  greatest: new Float64Array(cells).fill(-Infinity),
  core: small ? new Uint16Array(cells * CORE) : new Uint32Array(cells * CORE),
  tails: new Tails(),
  events: new Float64Array(events),
  residual: 0,
})

export function clearCounts(counts: Counts): void {
  counts.members = 0
  counts.residual = 0
  for (const values of [counts.sum, counts.squareLow, counts.squareHigh, counts.core, counts.events]) values.fill(0)
  counts.least.fill(Infinity)
  counts.greatest.fill(-Infinity)
  counts.tails.clear()
}

/** Adds the first `count` members of a block. */
export function addBlock(
  counts: Counts,
  grid: Grid,
  { values, width, residual }: Pick<MemberBlock, 'values' | 'width' | 'residual'>,
  count: number,
): void {
  const { core, tails } = counts
  if (core instanceof Uint16Array && counts.members + count > 65_535) {
    throw new Error('Small counts hold 65,535 members at most; merge them into others first.')
  }
  for (let cell = 0; cell < counts.cells; cell++) {
    const centre = grid.centre[cell]
    const scale = grid.scale[cell]
    let least = counts.least[cell]
    let greatest = counts.greatest[cell]
    let sum = counts.sum[cell]
    let low = counts.squareLow[cell]
    let high = counts.squareHigh[cell]
    const first = cell * width
    const bins = cell * CORE
    for (let at = first; at < first + count; at++) {
      const value = values[at]
      if (value < least) least = value
      if (value > greatest) greatest = value
      let quanta = Math.floor((value - centre) * scale + 0.5)
      if (quanta >= -CORE_EDGE && quanta < CORE_EDGE) core[bins + ((quanta + CORE_EDGE) >>> 11)]++
      else {
        quanta = Math.min(FARTHEST, Math.max(-FARTHEST, quanta))
        tails.add(cell, tailBin(quanta), 1)
      }
      sum += quanta
      // Below 2^52 each, so that both sums are exact.
      low += quanta * quanta
      if (low >= LIMB) {
        low -= LIMB
        high++
      }
    }
    counts.least[cell] = least
    counts.greatest[cell] = greatest
    counts.sum[cell] = exact(sum)
    counts.squareLow[cell] = low
    counts.squareHigh[cell] = high
  }
  counts.members += count
  counts.residual = Math.max(counts.residual, residual)
}

/** Adds the sums and extremes of a cell of other counts. */
export function addCell(
  counts: Counts,
  cell: number,
  [sum, squareLow, squareHigh, least, greatest]: readonly [number, number, number, number, number],
): void {
  counts.sum[cell] = exact(counts.sum[cell] + sum)
  const low = counts.squareLow[cell] + squareLow
  const carry = low >= LIMB ? 1 : 0
  counts.squareLow[cell] = low - carry * LIMB
  counts.squareHigh[cell] += squareHigh + carry
  counts.least[cell] = Math.min(counts.least[cell], least)
  counts.greatest[cell] = Math.max(counts.greatest[cell], greatest)
}

/** Adds counts over the same cells. */
export function addCounts(into: Counts, more: Counts): void {
  const { sum, squareLow, squareHigh, least, greatest } = more
  for (let cell = 0; cell < into.cells; cell++)
    addCell(into, cell, [sum[cell], squareLow[cell], squareHigh[cell], least[cell], greatest[cell]])
  for (let bin = 0; bin < into.core.length; bin++) into.core[bin] += more.core[bin]
  const { keys, counts } = more.tails.sorted()
  for (let at = 0; at < keys.length; at++) into.tails.add(keys[at] >>> 11, keys[at] & 2047, counts[at])
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

/** Keys (cell * 2048 + bin) in ascending order, and their counts. */
interface SortedTails {
  readonly keys: Int32Array
  readonly counts: Uint32Array
}

/** Counts by (cell, tail bin) in an open-addressed table, since most of them never occur. */
class Tails {
  #keys = new Int32Array(1024).fill(-1)
  #counts = new Uint32Array(1024)
  #used = 0
  /** Until a count is added. */
  #sorted: SortedTails | undefined

  clear(): void {
    this.#sorted = undefined
    this.#keys.fill(-1)
    this.#counts.fill(0)
    this.#used = 0
  }

  add(cell: number, bin: number, count: number): void {
    this.#sorted = undefined
    if (this.#used * 4 >= this.#keys.length * 3) this.#grow()
    this.#put(cell * 2048 + bin, count)
  }

  /** Place of a key, or the place where it would be put. */
  #find(key: number): number {
    const mask = this.#keys.length - 1
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (this.#keys[place] !== key && this.#keys[place] !== -1) place = (place + 1) & mask
    return place
  }

  #put(key: number, count: number): void {
    const place = this.#find(key)
    if (this.#keys[place] === -1) {
      this.#keys[place] = key
      this.#used++
    }
    this.#counts[place] += count
  }

  #grow(): void {
    const keys = this.#keys
    const counts = this.#counts
    this.#keys = new Int32Array(keys.length * 2).fill(-1)
    this.#counts = new Uint32Array(keys.length * 2)
    this.#used = 0
    for (let place = 0; place < keys.length; place++) if (keys[place] !== -1) this.#put(keys[place], counts[place])
  }

  /** By cell and bin. */
  sorted(): SortedTails {
    return (this.#sorted ??= this.#sort())
  }

  #sort(): SortedTails {
    // Loops: `filter` and `from` go through lists of ordinary numbers, which take many times the memory.
    const keys = new Int32Array(this.#used)
    let next = 0
    for (const key of this.#keys) if (key !== -1) keys[next++] = key
    keys.sort()
    const counts = new Uint32Array(keys.length)
    for (let at = 0; at < keys.length; at++) counts[at] = this.#counts[this.#find(keys[at])]
    return { keys, counts }
  }
}
