/**
 * Tests R-hat and effective sample sizes of known chains against an independent program (ArviZ 0.8) and closed forms.
 */
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'
import {
  bulkSampleSize,
  sampleSize,
  tailSampleSize,
  classicalRHat,
  rHat,
  rankNormalised,
  splitChains,
} from './convergence.ts'

/** Made without chance, so that any program can make them. */
const chains = (count: number, draws: number, shift: number, persistence: number): number[][] =>
  Array.from({ length: count }, (_, chain) => {
    let before = 0
    return Array.from({ length: draws }, (__, draw) => {
      before = persistence * before + 2 * (((draw * count + chain) * 0.6180339887498949 + 0.5) % 1) - 1
      return before + shift * chain
    })
  })

const random = (count: number, draws: number, persistence: number): Float64Array[] =>
  Array.from({ length: count }, (_, chain) => {
    const draw = createStream(21, `chain ${chain}`)
    let state = normalQuantile(draw(0, 0, 0))
    return Float64Array.from({ length: draws }, (__, at) => {
      state = persistence * state + Math.sqrt(1 - persistence ** 2) * normalQuantile(draw(at, 1, 0))
      return state
    })
  })

describe('convergence of chains', () => {
  it('agrees with an independent program', () => {
    const known = [
      [4, 50, 0, 0.0, 0.9882994560536172, 262.1806335675481, 246.3513093882621],
      [4, 100, 0, 0.7, 1.0068286883257322, 107.34526261219654, 264.79454228145346],
      [4, 100, 0.5, 0.5, 1.3699468207324037, 12.889958971481471, 110.72943503265935],
      [3, 101, 0.05, 0.9, 0.9958761854504489, 120.17588262783582, 181.69481067233193],
    ]
    for (const [count, draws, shift, persistence, hat, bulk, tail] of known) {
      const own = chains(count, draws, shift, persistence)
      expect(rHat(own)).toBeCloseTo(hat, 8)
      expect(bulkSampleSize(own) / bulk).toBeCloseTo(1, 8)
      expect(tailSampleSize(own) / tail).toBeCloseTo(1, 8)
    }
  })

  it('counts the draws of a chain by its persistence: n (1 - r) / (1 + r)', () => {
    for (const persistence of [0, 0.5, 0.9]) {
      const expected = (40_000 * (1 - persistence)) / (1 + persistence)
      expect(sampleSize(random(4, 10_000, persistence)) / expected).toBeCloseTo(1, 0.9)
    }
  })

  it('is 1 for chains of one distribution, and far above for others', () => {
    const good = random(4, 2000, 0.3)
    expect(rHat(good)).toBeLessThan(1.005)
    expect(rHat([...good.slice(0, 3), good[3].map(x => x + 1)])).toBeGreaterThan(1.1)
    // The same middle, another spread: only distances from the median show it.
    expect(rHat([...good.slice(0, 3), good[3].map(x => 3 * x)])).toBeGreaterThan(1.1)
    // A chain that drifts.
    expect(rHat(good.map(chain => chain.map((x, at) => x + at / 1000)))).toBeGreaterThan(1.1)
  })

  it('has the closed form of Gelman and Rubin for two shifted chains', () => {
    // Within 1 each (n - 1), means 0 and 2: between-chain variance of the means 2.
    const one = [-Math.sqrt(0.75), Math.sqrt(0.75), -Math.sqrt(0.75), Math.sqrt(0.75)]
    expect(classicalRHat([one, one.map(x => x + 2)])).toBeCloseTo(Math.sqrt(3 / 4 + 2), 12)
  })

  it('gives equal draws their mean rank, and splits chains in halves', () => {
    const [scores] = rankNormalised([[5, 1, 1, 9]])
    expect(scores[1]).toBe(scores[2])
    expect(scores[1]).toBeCloseTo(normalQuantile((1.5 - 0.375) / 4.25), 14)
    expect(splitChains([[1, 2, 3, 4, 5]])).toEqual([Float64Array.of(1, 2), Float64Array.of(4, 5)])
    expect(
      rHat([
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ]),
    ).toBe(1)
    expect(
      bulkSampleSize([
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ]),
    ).toBe(8)
  })

  it('refuses chains that cannot be judged', () => {
    expect(() => rHat([])).toThrow('chains of no draws')
    expect(() =>
      rHat([
        [1, 2, 3, 4],
        [1, 2, 3],
      ]),
    ).toThrow('chains of 4, 3 draws')
    expect(() => bulkSampleSize([[1, 2, 3, Number.NaN]])).toThrow('draw 3 of chain 0 is NaN')
  })
})
