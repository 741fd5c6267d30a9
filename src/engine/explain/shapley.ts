/**
 * Splits what a set of parts does together over the parts, exactly: Shapley values, what each does alone, and what pairs
 * do only together. Knows no model: it is given the worth of every coalition of parts.
 *
 * Shapley (1953): a part gets the mean of what it adds, over all orders in which parts can be put in place.
 * Shapley-Taylor index of order 2 (Sundararajan, Dhamdhere and Agarwal 2020): what a part does alone, and for each pair the
 * mean of what the two do beyond the sum of each. Both sum to the whole: the Shapley value of a part is what it does alone
 * and half of each of its pairs.
 * Owen (1977): where parts form groups, the Shapley value of a group is split over its parts by the same rule.
 */

/** A set of parts as bits: part i is in it when bit i is set. */
export type Coalition = number

/** The worth of a coalition in each of some cells (the steps of a run, say); all of the same length. */
export type Worth = (coalition: Coalition) => Float64Array

interface Pair {
  readonly first: number
  readonly second: number
  readonly together: Float64Array
}

export interface ShapleySplit {
  /** By part, then cell; sums over the parts to the whole. */
  readonly shapley: readonly Float64Array[]
  /** The part by itself against nothing. */
  readonly alone: readonly Float64Array[]
  /** Each pair once, first < second. What parts do alone plus all pairs is the whole. */
  readonly pairs: readonly Pair[]
  /** Worth of all parts less that of none. */
  readonly whole: Float64Array
}

/** More parts than this are too many: their coalitions double with each. */
export const mostParts = 16

const sizeOf = (coalition: Coalition): number => {
  let size = 0
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++
  return size
}

/** Weight in the Shapley value of joining a coalition of each size: size! (parts - size - 1)! / parts! */
const joiningWeights = (parts: number): number[] => {
  const weights = [1 / parts]
  for (let size = 1; size < parts; size++) weights.push((weights[size - 1] * size) / (parts - size))
  return weights
}

/** Adds weight * (plus - minus) to a row. */
const add = (row: Float64Array, weight: number, plus: Float64Array, minus: Float64Array): void => {
  for (let cell = 0; cell < row.length; cell++) row[cell] += weight * (plus[cell] - minus[cell])
}

const checkParts = (parts: number): void => {
  if (!(Number.isInteger(parts) && parts >= 1 && parts <= mostParts)) {
    throw new RangeError(`Splits go over 1 to ${mostParts} parts, not ${parts}: put parts together into groups.`)
  }
}

/** The mean of what each part adds to the coalitions that it can join. */
const sharesOf = (parts: number, worths: readonly Float64Array[], join: typeof add): Float64Array[] => {
  const shares = Array.from({ length: parts }, () => new Float64Array(worths[0].length))
  const weights = joiningWeights(parts)
  worths.forEach((before, coalition) => {
    const weight = weights[sizeOf(coalition)]
    shares.forEach((share, part) => {
      const bit = 1 << part
      if ((coalition & bit) === 0) join(share, weight, worths[coalition | bit], before)
    })
  })
  return shares
}

/** Asks for the worth of every coalition once: 2^parts of them. */
export const splitOver = (parts: number, worth: Worth): ShapleySplit => {
  checkParts(parts)
  const all = 2 ** parts
  const worths = Array.from({ length: all }, (_, coalition) => worth(coalition))
  const cells = worths[0].length
  const shapley = sharesOf(parts, worths, add)
  const whole = new Float64Array(cells)
  add(whole, 1, worths[all - 1], worths[0])
  const alone = shapley.map((_, part) => {
    const row = new Float64Array(cells)
    add(row, 1, worths[1 << part], worths[0])
    return row
  })
  return { shapley, alone, pairs: pairsOf(parts, worths), whole }
}

/** (2 / parts) * sum over coalitions without the two of their joint effect / binomial(parts - 1, size). */
const pairsOf = (parts: number, worths: readonly Float64Array[]): Pair[] => {
  const weights: number[] = []
  let chosen = 1
  for (let size = 0; size <= parts - 2; size++) {
    weights.push(2 / parts / chosen)
    chosen = (chosen * (parts - 1 - size)) / (size + 1)
  }
  const pairs: Pair[] = []
  for (let first = 0; first < parts; first++) {
    for (let second = first + 1; second < parts; second++) {
      const both = (1 << first) | (1 << second)
      const together = new Float64Array(worths[0].length)
      for (let coalition = 0; coalition < worths.length; coalition++) {
        if ((coalition & both) !== 0) continue
        const weight = weights[sizeOf(coalition)]
        add(together, weight, worths[coalition | both], worths[coalition | (1 << first)])
        add(together, -weight, worths[coalition | (1 << second)], worths[coalition])
      }
      pairs.push({ first, second, together })
    }
  }
  return pairs
}

/**
 * The Owen values of the parts of one group: what the group adds to each coalition of the other groups, split over its
 * parts. `worth(others, own)` is that of the other groups in `others` (bits in their order, without this group) with the
 * parts in `own` of this one. They sum to the Shapley value of the group among the groups.
 */
export const splitWithin = (
  others: number,
  parts: number,
  worth: (others: Coalition, own: Coalition) => Float64Array,
): Float64Array[] => {
  checkParts(others + 1)
  checkParts(parts)
  const cells = worth(0, 0).length
  const values = Array.from({ length: parts }, () => new Float64Array(cells))
  const outer = joiningWeights(others + 1)
  const inner = joiningWeights(parts)
  for (let outside = 0; outside < 2 ** others; outside++) {
    const worths = Array.from({ length: 2 ** parts }, (_, own) => worth(outside, own))
    worths.forEach((before, own) => {
      for (let part = 0; part < parts; part++) {
        const bit = 1 << part
        const weight = outer[sizeOf(outside)] * inner[sizeOf(own)]
        if ((own & bit) === 0) add(values[part], weight, worths[own | bit], before)
      }
    })
  }
  return values
}

const addKnown: typeof add = (row, weight, plus, minus) => {
  for (let cell = 0; cell < row.length; cell++) {
    const step = plus[cell] - minus[cell]
    if (Number.isFinite(step)) row[cell] += weight * step
  }
}

/**
 * The split where coalitions may have no worth (NaN). The steps into such a coalition and out of it belong to no part:
 * what they make together stands `apart`, and with the shares sums to the whole, which must be known.
 */
export const splitKnown = (
  parts: number,
  worth: Worth,
): { readonly shares: readonly Float64Array[]; readonly apart: Float64Array } => {
  const worths = Array.from({ length: 2 ** parts }, (_, coalition) => worth(coalition))
  const shares = sharesOf(parts, worths, addKnown)
  const [none, all] = [worths[0], worths.at(-1)!]
  const apart = none.map((before, cell) => {
    if (worths.every(one => Number.isFinite(one[cell]))) return 0
    return all[cell] - before - shares.reduce((sum, share) => sum + share[cell], 0)
  })
  return { shares, apart }
}
