/** Graduates five-year census counts and rates to single years of age. */

import { exp, ln } from '../language/elementary.ts'

/** The age at which the open group 100+ is taken to end: nobody is counted beyond. */
const lastAge = 108
export const oldestAge = 100

/** Starts of the census groups: 0, 1, 5, 10, … 95, 100+. */
export const groupStarts: readonly number[] = [0, 1, ...Array.from({ length: 20 }, (_, index) => 5 * (index + 1))]

/**
 * Monotone piecewise cubic through the points (Fritsch and Carlson 1980, with the slopes of SciPy's PchipInterpolator):
 * it never falls where the data rise, so that no age gets a negative count.
 */
export const monotoneCubic = (knots: readonly number[], values: readonly number[]): ((at: number) => number) => {
  const last = knots.length - 1
  const width = (index: number): number => knots[index + 1]! - knots[index]!
  const slope = (index: number): number => (values[index + 1]! - values[index]!) / width(index)
  /** Slope at an end from the two nearest intervals, kept from overshooting. */
  const atEnd = (near: number, far: number): number => {
    const [h, k] = [width(near), width(far)]
    const three = ((2 * h + k) * slope(near) - h * slope(far)) / (h + k)
    if (Math.sign(three) !== Math.sign(slope(near))) return 0
    const turns = Math.sign(slope(near)) !== Math.sign(slope(far))
    return turns && Math.abs(three) > 3 * Math.abs(slope(near)) ? 3 * slope(near) : three
  }
  const derivatives = knots.map((_, index) => {
    if (index === 0) return atEnd(0, 1)
    if (index === last) return atEnd(last - 1, last - 2)
    const [before, after] = [slope(index - 1), slope(index)]
    if (before * after <= 0) return 0
    const [first, second] = [2 * width(index) + width(index - 1), width(index) + 2 * width(index - 1)]
    return (first + second) / (first / before + second / after)
  })
  return at => {
    if (at <= knots[0]!) return values[0]!
    if (at >= knots[last]!) return values[last]!
    const next = knots.findIndex(knot => knot > at)
    const index = next - 1
    const h = width(index)
    const s = (at - knots[index]!) / h
    const [left, right] = [values[index]!, values[next]!]
    const [rise, riseNext] = [h * derivatives[index]!, h * derivatives[next]!]
    const difference = right - left
    return left + s * (rise + s * (3 * difference - 2 * rise - riseNext + s * (rise + riseNext - 2 * difference)))
  }
}

/**
 * People by single age, 0 to 100 and over, from census groups. With a `lag` in years the result is that of a later day:
 * those then aged a were aged a - lag at the census, nobody died meanwhile and the newborn have to be added.
 * With lag 0 every group keeps its census count.
 */
export const singleAges = (counts: readonly number[], lag = 0): number[] => {
  const cumulative = [0]
  for (const count of counts) cumulative.push(cumulative.at(-1)! + count)
  const below = monotoneCubic([...groupStarts, lastAge], cumulative)
  return Array.from({ length: oldestAge + 1 }, (_, age) => {
    const upper = age === oldestAge ? cumulative.at(-1)! : below(age + 1 - lag)
    return upper - below(age - lag)
  })
}

const midpoint = (start: number): number => (start === 0 ? 0.5 : start === 1 ? 3 : start + 2.5)

/** Middle of 90-94: above it the census rates fall, which is misreported age. */
const lastTrusted = 92.5
const slopeFrom = 82.5
const highestRate = 0.6

/**
 * Death rates by single age from those of the groups: the logarithm runs straight between the middles of the groups and
 * above 92.5 goes on with the slope of 82.5 to 92.5.
 */
export const singleRates = (rates: readonly number[]): number[] => {
  const points = groupStarts.flatMap((start, index): [number, number][] =>
    midpoint(start) <= lastTrusted ? [[midpoint(start), ln(rates[index]!)]] : [],
  )
  const top = points.at(-1)![1]
  const growth = (top - points.find(([age]) => age === slopeFrom)![1]) / (lastTrusted - slopeFrom)
  const logarithm = (age: number): number => {
    if (age >= lastTrusted) return top + growth * (age - lastTrusted)
    const next = points.findIndex(([middle]) => middle > age)
    const [toAge, to] = points[next]!
    const [fromAge, from] = points[next - 1]!
    return from + ((to - from) * (age - fromAge)) / (toAge - fromAge)
  }
  return Array.from({ length: oldestAge + 1 }, (_, age) => Math.min(highestRate, exp(logarithm(age + 0.5))))
}
