/** Quantiles, moments and their Monte Carlo errors, cell by cell, from counts. */

import { normalQuantile } from '../distributions.ts'
import { BIN, CORE, CORE_EDGE, type Counts, tailEdges, BAND, FARTHEST, type Grid } from './counts.ts'

/** Shares below the quantiles of a band. */
export const bandShares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const

export interface CellSummary {
  readonly members: number
  readonly mean: number
  /** Standard error of the mean, as if the members were independent. */
  readonly meanError: number
  /** Standard deviation over the members. */
  readonly deviation: number
  /** Standardised third and fourth moments, from the bins; 0 and 3 for a normal distribution; 0 where nothing varies. */
  readonly skewness: number
  readonly kurtosis: number
  readonly least: number
  readonly greatest: number
  /** Members more than 256 bands from the middle: they count as that far in the moments and quantiles. */
  readonly beyond: number
  /** In the order of `bandShares`. */
  readonly quantiles: readonly number[]
  /** Standard errors of the quantiles, as if the members were independent. */
  readonly quantileErrors: readonly number[]
}

/** Reads one cell after the other; they must be asked for in ascending order. */
export function createCellReader(counts: Counts, grid: Grid): (cell: number) => CellSummary {
  const { tails } = counts
  let next = 0
  const bins = new Bins()
  return cell => {
    while (next < tails.keys.length && tails.keys[next] >>> 11 < cell) next++
    bins.length = 0
    const first = next
    while (next < tails.keys.length && tails.keys[next] >>> 11 === cell) next++
    // Below the middle, from far to near; then the core; then above it, from near to far.
    for (let at = next - 1; at >= first; at--) {
      const bin = tails.keys[at] & 2047
      if (bin < 1024) bins.add(-tailEdges(bin)[1], -tailEdges(bin)[0], tails.counts[at])
    }
    const { core } = counts
    for (let bin = 0, at = cell * CORE; bin < CORE; bin++, at++) {
      const count = core[at]
      if (count > 0) bins.add(bin * BIN - CORE_EDGE, (bin + 1) * BIN - CORE_EDGE, count)
    }
    for (let at = first; at < next; at++) {
      const bin = tails.keys[at] & 2047
      if (bin >= 1024) bins.add(...tailEdges(bin), tails.counts[at])
    }
    return summarise(counts, grid, cell, bins)
  }
}

/** Bins of the core and of both tails. */
const mostBins = CORE + 2 * 513

/** The bins of one cell that are not empty, in ascending order. */
class Bins {
  length = 0
  /** Edges in quanta. */
  readonly low = new Float64Array(mostBins)
  readonly high = new Float64Array(mostBins)
  readonly count = new Float64Array(mostBins)
  /** Members up to and with the bin. */
  readonly upTo = new Float64Array(mostBins)

  add(low: number, high: number, count: number): void {
    const at = this.length++
    this.low[at] = low
    this.high[at] = high
    this.count[at] = count
    this.upTo[at] = at === 0 ? count : this.upTo[at - 1] + count
  }

  /** Members in the bins at the ends of the grid. */
  beyond(): number {
    const isEnd = (at: number): boolean => at >= 0 && Math.abs(this.low[at]) === FARTHEST
    const last = this.length - 1
    return (isEnd(0) ? this.count[0] : 0) + (isEnd(last) && last > 0 ? this.count[last] : 0)
  }
}

function summarise(counts: Counts, grid: Grid, cell: number, bins: Bins): CellSummary {
  const { members } = counts
  const centre = grid.centre[cell]
  const scale = grid.scale[cell]
  const least = counts.least[cell]
  const greatest = counts.greatest[cell]
  const meanQuanta = counts.sum[cell] / members
  const squares = (counts.squareHigh[cell] / members) * 2 ** 52 + counts.squareLow[cell] / members
  const varies = least < greatest
  const variance = varies ? Math.max(0, squares - meanQuanta * meanQuanta) : 0
  const deviation = members > 1 ? Math.sqrt((variance * members) / (members - 1)) / scale : 0
  const quantile = (share: number): number =>
    Math.min(greatest, Math.max(least, centre + quantileOf(bins, share * members) / scale))
  const quantiles: number[] = []
  const quantileErrors: number[] = []
  for (const share of bandShares) {
    quantiles.push(quantile(share))
    const step = Math.sqrt((share * (1 - share)) / members)
    const from = Math.max(0, share - step)
    const to = Math.min(1, share + step)
    quantileErrors.push(to > from ? ((quantile(to) - quantile(from)) * step) / (to - from) : 0)
  }
  return {
    members,
    mean: varies ? centre + meanQuanta / scale : least,
    meanError: deviation / Math.sqrt(members),
    deviation,
    ...shapeOf(bins, meanQuanta, members, varies),
    least,
    greatest,
    beyond: bins.beyond(),
    quantiles,
    quantileErrors,
  }
}

/**
 * In quanta: linear within the bin that the rank falls into. A bin by itself stands for its middle, and at either end for
 * the extreme value, which is less and more than any.
 */
function quantileOf({ length, low, high, count, upTo }: Bins, rank: number): number {
  let from = 0
  let to = length - 1
  while (from < to) {
    const middle = (from + to) >>> 1
    if (upTo[middle] < rank) from = middle + 1
    else to = middle
  }
  const isFirst = from === 0
  const isLast = from === length - 1
  if ((isFirst || high[from - 1] < low[from]) && (isLast || low[from + 1] > high[from])) {
    if (isFirst) return Number.NEGATIVE_INFINITY
    return isLast ? Number.POSITIVE_INFINITY : (low[from] + high[from]) / 2
  }
  const before = isFirst ? 0 : upTo[from - 1]
  return low[from] + ((high[from] - low[from]) * (rank - before)) / count[from]
}

/** Third and fourth moments with every member in the middle of its bin. */
function shapeOf(bins: Bins, mean: number, members: number, varies: boolean): { skewness: number; kurtosis: number } {
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = 0; at < bins.length; at++) {
    // In bands, so that the powers stay small.
    const distance = ((bins.low[at] + bins.high[at]) / 2 - mean) / BAND
    const weighted = (distance * distance * bins.count[at]) / members
    second += weighted
    third += weighted * distance
    fourth += weighted * distance * distance
  }
  if (!varies || !(second > 0)) return { skewness: 0, kurtosis: 0 }
  return { skewness: third / (second * Math.sqrt(second)), kurtosis: fourth / (second * second) }
}

/** A share of members with its standard error and its 95 % interval after Wilson, which holds near 0 and 1 too. */
export interface Probability {
  readonly share: number
  readonly error: number
  readonly low: number
  readonly high: number
}

const SCORE_95 = normalQuantile(0.975)

export function probabilityOf(count: number, members: number): Probability {
  const share = count / members
  const square = (SCORE_95 * SCORE_95) / members
  const middle = (share + square / 2) / (1 + square)
  const half = (SCORE_95 / (1 + square)) * Math.sqrt((share * (1 - share)) / members + square / members / 4)
  return {
    share,
    error: Math.sqrt((share * (1 - share)) / members),
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === members ? 1 : Math.min(1, middle + half),
  }
}

/**
 * The largest error of the 5 and 95 % points relative to the distance between them, over the cells that vary: what a
 * stop rule looks at. `cells` in ascending order.
 */
export function relativeBandError(
  counts: Counts,
  grid: Grid,
  cells: Iterable<number>,
): { error: number; cell: number } {
  const read = createCellReader(counts, grid)
  const [low, high] = [bandShares.indexOf(0.05), bandShares.indexOf(0.95)]
  let worst = { error: 0, cell: -1 }
  for (const cell of cells) {
    const { quantiles, quantileErrors, least, greatest } = read(cell)
    const width = quantiles[high] - quantiles[low]
    // A cell with one value in nearly all members (a flag) has no band.
    if (!(width > 1e-12 * Math.max(Math.abs(least), Math.abs(greatest)))) continue
    const error = Math.max(quantileErrors[low], quantileErrors[high]) / width
    if (error > worst.error) worst = { error, cell }
  }
  return worst
}
