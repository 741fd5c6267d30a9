/** Tests the Sobol sequence: published points, evenness of every run of a power of 2, and the effect of scrambling. */
import { describe, expect, it } from 'vitest'
import { createStream } from './random.ts'
import { sampleParameters, type UncertainParameter } from './sample.ts'
import { createScrambling, createSobol, toUnit } from './sobol-sequence.ts'

const scrambled = (dimensions: number, seed: number) =>
  createSobol(dimensions).map((coordinate, at) => {
    const scramble = createScrambling(createStream(seed, `dimension ${at}`))
    return (index: number) => scramble(coordinate(index))
  })

describe('the Sobol sequence', () => {
  it('starts as published', () => {
    const points = Array.from({ length: 10 }, (_, index) => createSobol(5).map(at => at(index) / 2 ** 32))
    expect(points).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
      [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
      [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
    ])
  })

  it('agrees with another implementation of the same table in all 512 dimensions', () => {
    const coordinates = createSobol(512)
    const at = (index: number, dimensions: number[]) => dimensions.map(dimension => coordinates[dimension](index))
    expect(at(777, [0, 1, 2, 50, 159, 255, 400, 511])).toEqual([
      2973761536, 4022337536, 700448768, 356515840, 775946240, 2730491904, 1958739968, 3426746368,
    ])
    // scipy.stats.qmc.Sobol(512, scramble=False, bits=32), rolled into one number.
    let rolled = 0n
    for (const index of [1, 2, 3, 100, 777, 1023]) {
      for (const coordinate of coordinates) rolled = (rolled * 31n + BigInt(coordinate(index))) % 2n ** 32n
    }
    expect(rolled).toBe(1627389952n)
  })

  it('says when there are too many dimensions', () => {
    expect(createSobol(512)).toHaveLength(512)
    expect(() => createSobol(513)).toThrow(/at most 512 dimensions, not 513/)
  })

  it.each([false, true])('puts one point into each stratum of 2^k, scrambled: %s', isScrambled => {
    const coordinates = isScrambled ? scrambled(160, 5) : createSobol(160)
    for (const coordinate of coordinates) {
      const strata = new Set(Array.from({ length: 256 }, (_, index) => coordinate(index) >>> 24))
      expect(strata.size).toBe(256)
    }
  })

  it('keeps two dimensions even when scrambled: each of 16 x 16 boxes has its share of 2^12 points', () => {
    const [a, b] = scrambled(2, 7)
    const boxes = new Float64Array(256)
    for (let index = 0; index < 4096; index++) boxes[(a(index) >>> 28) * 16 + (b(index) >>> 28)]++
    expect(Math.min(...boxes)).toBe(16)
    expect(Math.max(...boxes)).toBe(16)
  })

  it('integrates a smooth function of 8 variables far better than random points do', () => {
    // Integral 1: the product of 1 + c (x - 1/2).
    const integral = (point: (index: number, dimension: number) => number, count: number): number => {
      let sum = 0
      for (let index = 0; index < count; index++) {
        let product = 1
        for (let dimension = 0; dimension < 8; dimension++) product *= 1 + 0.8 * (point(index, dimension) - 0.5)
        sum += product
      }
      return sum / count
    }
    const errors = { sobol: 0, random: 0 }
    for (let seed = 0; seed < 8; seed++) {
      const coordinates = scrambled(8, seed)
      const streams = coordinates.map((_, at) => createStream(seed, `random ${at}`))
      errors.sobol += (integral((index, at) => toUnit(coordinates[at](index)), 4096) - 1) ** 2
      errors.random += (integral((index, at) => streams[at](index, 0, 0), 4096) - 1) ** 2
    }
    expect(Math.sqrt(errors.sobol)).toBeLessThan(Math.sqrt(errors.random) / 30)
  })

  it('has a lower L2 star discrepancy than random points (Warnock)', () => {
    const discrepancy = (points: number[][]): number => {
      const n = points.length
      let cross = 0
      for (const x of points) for (const y of points) cross += x.reduce((p, xi, i) => p * (1 - Math.max(xi, y[i])), 1)
      const single = points.reduce((sum, x) => sum + x.reduce((p, xi) => (p * (1 - xi * xi)) / 2, 1), 0)
      return Math.sqrt(3 ** -points[0].length - (2 / n) * single + cross / n ** 2)
    }
    const coordinates = scrambled(5, 3)
    const streams = coordinates.map((_, at) => createStream(3, `random ${at}`))
    const even = Array.from({ length: 512 }, (_, index) => coordinates.map(at => toUnit(at(index))))
    const random = Array.from({ length: 512 }, (_, index) => streams.map(draw => draw(index, 0, 0)))
    // scipy's scrambled points of this size have 0.0024 to 0.0026.
    expect(discrepancy(even)).toBeLessThan(0.0028)
    expect(discrepancy(even)).toBeLessThan(discrepancy(random) / 2)
  })

  it('scrambling makes any coordinate uniform over seeds, digit by digit', () => {
    const seeds = 4000
    const counts = new Float64Array(16)
    const ones = new Float64Array(32)
    for (let seed = 0; seed < seeds; seed++) {
      const value = createScrambling(createStream(seed, 'x'))(0x12345678)
      counts[value >>> 28]++
      for (let bit = 0; bit < 32; bit++) ones[bit] += (value >>> bit) & 1
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - seeds / 16) ** 2 / (seeds / 16), 0)
    expect(chiSquared).toBeLessThan(45)
    for (const count of ones) expect(Math.abs(count - seeds / 2)).toBeLessThan(4.5 * Math.sqrt(seeds / 4))
  })

  it('flips a digit depending on the digits before it, and on nothing after it', () => {
    const scramble = createScrambling(createStream(1, 'x'))
    const high = (value: number): number => scramble(value) >>> 16
    expect(high(0xabcd0000)).toBe(high(0xabcdffff))
    expect(scramble(0xabcd0000) ^ scramble(0xabcd0001)).toBe(1)
  })
})

describe('a Sobol design', () => {
  const parameters: UncertainParameter[] = Array.from({ length: 92 }, (_, at) => ({
    name: `parameter${at}`,
    prior: { low: 0, central: 1, high: 2 },
  }))
  const settings = { seed: 7, members: 1024, design: 'sobol' } as const

  it('does not depend on the order of the parameters, nor on how many members follow', () => {
    const one = sampleParameters(parameters, settings)
    const other = sampleParameters(parameters.toReversed(), { ...settings, members: 2 ** 20 })
    for (const member of [0, 1, 1023]) expect(new Map([...other(member)].reverse())).toEqual(one(member))
  })

  it('has means and correlations far nearer to the truth than chance', () => {
    const sample = sampleParameters(parameters, settings)
    const members = Array.from({ length: 1024 }, (_, member) => [...sample(member).values()])
    for (let at = 0; at < 92; at++) {
      const mean = members.reduce((sum, values) => sum + values[at], 0) / 1024
      expect(Math.abs(mean - 1)).toBeLessThan(0.004)
    }
    expect(members[0]).not.toEqual([...sampleParameters(parameters, { ...settings, seed: 8 })(0).values()])
  })
})
