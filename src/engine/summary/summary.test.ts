/** Tests summaries: they do not depend on how members are divided, errors are as stated, and bytes are read back. */
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import type { MemberBlock } from '../run/runner.ts'
import { createStream } from '../random.ts'
import { bandShares, createCellReader, probabilityOf, relativeBandError } from './bands.ts'
import {
  addCell,
  BIN,
  CORE,
  CORE_EDGE,
  type Counts,
  createCounts,
  tailBin,
  tailEdges,
  createGrid,
  FARTHEST,
  pilotMembers,
  quantaOf,
  tailsOf,
} from './counts.ts'
import { type Counter, createCounter } from './counter.ts'
import { addEncoded as addPulled, encodeCounts as encodePieces } from './codec.ts'

/** Cells of very different kinds, by member. */
const kinds: Array<(u: number, v: number) => number> = [
  u => normalQuantile(u),
  u => 6000 + 400 * normalQuantile(u),
  // Lognormal with a long tail, and one with far outliers.
  u => Math.exp(1.5 * normalQuantile(u)),
  (u, v) => normalQuantile(u) * (v < 0.001 ? 1e6 : 1),
  // A flag, a rare flag, a constant, nothing.
  u => (u < 0.3 ? 1 : 0),
  u => (u < 0.004 ? 1 : 0),
  () => 0.0123,
  () => 0,
  // Tiny and huge.
  u => 1e-12 * (3 + u),
  u => -1e15 * (1 + u / 1000),
  // Constant in the pilot, later not.
  u => (u < 0.002 ? 5 * u : 7),
]

const members = 20_000
const draw = createStream(1, 'test')
const valueOf = (cell: number, member: number): number => kinds[cell](draw(member, cell, 0), draw(member, cell, 1))

const blockOf = (from: number, to: number): MemberBlock => {
  const width = to - from
  const values = new Float64Array(kinds.length * width)
  for (let cell = 0; cell < kinds.length; cell++) {
    for (let lane = 0; lane < width; lane++) values[cell * width + lane] = valueOf(cell, from + lane)
  }
  return { width, values, residual: 0, residuals: [], failures: new Map() }
}

const grid = createGrid(blockOf(0, pilotMembers), kinds.length, pilotMembers)

/** A counter that sees these members, so many at a time. */
const counterOf = (from: number, to: number, step: number): Counter => {
  const counter = createCounter({ cells: kinds.length }, grid, 1, step)
  for (let at = from; at < to; at += step) {
    const { values, width } = blockOf(at, Math.min(to, at + step))
    for (let cell = 0; cell < kinds.length; cell++)
      counter.block.values.set(values.subarray(cell * width, (cell + 1) * width), cell * step)
    counter.add(width)
    counter.counts.events[0] += width
  }
  return counter
}

const countsOf = (from: number, to: number, step: number): Counts => counterOf(from, to, step).counts

/** One member after the other, as the counts are defined. */
const plainCounts = (from: number, to: number): Counts => {
  const counts = createCounts(kinds.length, 1)
  const tails: number[] = []
  for (let cell = 0; cell < kinds.length; cell++)
    for (let member = from; member < to; member++) {
      const value = valueOf(cell, member)
      const quanta = quantaOf(grid, cell, value)
      if (quanta >= -CORE_EDGE && quanta < CORE_EDGE)
        counts.core[cell * CORE + Math.floor((quanta + CORE_EDGE) / BIN)]++
      else tails.push(cell * 2048 + tailBin(quanta))
      addCell(counts, cell, [quanta, quanta * quanta, 0, value, value])
    }
  counts.tails = tailsOf(Int32Array.from(tails))
  counts.events[0] = counts.members = to - from
  return counts
}

const encodeCounts = (counts: Counts): Uint8Array => {
  const bytes: number[] = []
  encodePieces(counts, piece => bytes.push(...piece))
  return new Uint8Array(bytes)
}

/** In pieces whose borders lie anywhere. */
const addEncoded = (into: Counts, bytes: Uint8Array, size = 1013): void => {
  let at = 0
  addPulled(into, () => bytes.subarray(at, (at += size)))
}

const whole = countsOf(0, members, 1000)

describe('counts', () => {
  it('on the module are those of one member after the other, also where members do not come in pairs', () => {
    const reference = encodeCounts(plainCounts(0, 3000))
    for (const step of [1, 72, 125]) expect(encodeCounts(countsOf(0, 3000, step))).toEqual(reference)
  })

  it('are the same bytes however the members are split, in whatever order they are put together', () => {
    const reference = encodeCounts(whole)
    for (const size of [137, 4096, 19_999]) {
      const cuts = Array.from({ length: Math.ceil(members / size) }, (_, at) => at * size)
      const into = createCounts(kinds.length, 1)
      for (const from of cuts.toReversed()) {
        addEncoded(into, encodeCounts(countsOf(from, Math.min(members, from + size), 64)))
      }
      expect(encodeCounts(into)).toEqual(reference)
    }
  })

  it('come back from bytes, and add up', () => {
    const into = createCounts(kinds.length, 1)
    addEncoded(into, encodeCounts(countsOf(5000, members, 999)))
    addEncoded(into, encodeCounts(countsOf(0, 5000, 17)))
    expect(encodeCounts(into)).toEqual(encodeCounts(whole))
    const counter = counterOf(0, 5000, 17)
    counter.clear()
    expect(encodeCounts(counter.counts)).toEqual(encodeCounts(createCounts(kinds.length, 1)))
  })

  it('refuse bytes that end too early, go on too long or belong to other cells', () => {
    const bytes = encodeCounts(whole)
    const into = (): Counts => createCounts(kinds.length, 1)
    expect(() => addEncoded(into(), bytes.subarray(0, bytes.length - 1))).toThrow(/end too early/)
    expect(() => addEncoded(into(), new Uint8Array([...bytes, 0]))).toThrow(/after their end/)
    expect(() => addEncoded(createCounts(3, 1), bytes)).toThrow(/different cells/)
  })

  it('refuse a sum that would not be exact any more', () => {
    const other = createCounts(kinds.length, 1)
    other.sum[0] = 2 ** 53 - 1
    const into = createCounts(kinds.length, 1)
    into.sum[0] = 1
    expect(() => addEncoded(into, encodeCounts(other))).toThrow(/not exact any more/)
  })

  it('refuse more than 16 bits hold', () => {
    const counter = createCounter({ cells: kinds.length }, grid, 1, 100)
    counter.counts.members = 65_500
    expect(() => counter.add(100)).toThrow(/65535 members at most/)
  })

  it('put every distance beyond the core into a bin that holds it', () => {
    for (let quanta = 2 ** 18 + 1024; quanta < FARTHEST; quanta = Math.floor(quanta * 1.0137) + 1) {
      const [low, high] = tailEdges(tailBin(quanta))
      expect(low <= quanta && quanta < high).toBe(true)
      expect((high - low) / low).toBeLessThanOrEqual(1 / 64)
      expect(tailBin(-quanta)).toBe(tailBin(quanta) - 1024)
    }
    expect(tailEdges(tailBin(FARTHEST))).toEqual([FARTHEST, FARTHEST])
  })
})

describe('bands', () => {
  const read = createCellReader(whole, grid)
  const summaries = kinds.map((_, cell) => read(cell))
  const sorted = kinds.map((_, cell) =>
    Float64Array.from({ length: members }, (_u, member) => valueOf(cell, member)).sort(),
  )

  it('have quantiles within the stated error of the exact ones', () => {
    kinds.forEach((_, cell) => {
      const values = sorted[cell]
      const middle = grid.centre[cell]
      const band = 2 ** 18 / grid.scale[cell]
      bandShares.forEach((share, at) => {
        const exact = values[Math.min(members - 1, Math.floor(share * members))]
        const distance = Math.abs(exact - middle)
        // A bin: 1/128 of the band, or 1/64 of the distance from the middle beyond one band.
        const bin = distance < band ? band / 128 : distance / 32
        expect(Math.abs(summaries[cell].quantiles[at] - exact)).toBeLessThanOrEqual(bin)
      })
    })
  })

  it('are exact where there is nothing to estimate: flags and constants', () => {
    expect(new Set(summaries[4].quantiles)).toEqual(new Set([0, 1]))
    expect(summaries[5].quantiles.every(value => value === 0)).toBe(true)
    expect(summaries[6]).toMatchObject({ mean: 0.0123, deviation: 0, least: 0.0123, greatest: 0.0123, skewness: 0 })
    expect(summaries[6].quantiles.every(value => value === 0.0123)).toBe(true)
    expect(summaries[7]).toMatchObject({ mean: 0, deviation: 0, kurtosis: 0 })
  })

  it('have the moments of the members', () => {
    kinds.forEach((_, cell) => {
      if (cell === 3) return
      const values = sorted[cell]
      const mean = values.reduce((sum, value) => sum + value, 0) / members
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (members - 1))
      const band = 2 ** 18 / grid.scale[cell]
      expect(Math.abs(summaries[cell].mean - mean)).toBeLessThan(band * 1e-6 + Math.abs(mean) * 1e-13)
      expect(Math.abs(summaries[cell].deviation - deviation)).toBeLessThanOrEqual(band * 1e-5)
      expect(summaries[cell].least).toBe(values[0])
      expect(summaries[cell].greatest).toBe(values[members - 1])
    })
    expect(Math.abs(summaries[0].skewness)).toBeLessThan(0.06)
    expect(Math.abs(summaries[0].kurtosis - 3)).toBeLessThan(0.12)
  })

  it('count what lies beyond 256 bands as if it were there', () => {
    const far = 256 / (grid.scale[3] / 2 ** 18)
    expect(summaries[3].greatest).toBeGreaterThan(far)
    expect(summaries[3].deviation).toBeLessThan(far)
    expect(summaries[3].beyond).toBe(sorted[3].filter(value => Math.abs(value - grid.centre[3]) >= far).length)
    expect(summaries[0].beyond).toBe(0)
  })

  it('have the errors that theory gives: sqrt(p (1 - p) / n) / density', () => {
    const error = summaries[0].quantileErrors[bandShares.indexOf(0.5)]
    const theory = 0.5 / Math.sqrt(members) / 0.3989422804
    expect(Math.abs(error / theory - 1)).toBeLessThan(0.2)
    expect(summaries[0].meanError).toBeCloseTo(1 / Math.sqrt(members), 4)
  })

  it('become narrower as members come, relative to their width', () => {
    const few = relativeBandError(countsOf(0, 1000, 1000), grid, [0, 1, 4, 6])
    const many = relativeBandError(whole, grid, [0, 1, 4, 6])
    // 0.64 / sqrt(n) for a normal distribution.
    expect(many.error).toBeGreaterThan(0.0035)
    expect(many.error).toBeLessThan(0.0065)
    expect(few.error).toBeGreaterThan(many.error * 2.5)
  })
})

describe('a probability', () => {
  it('comes with its standard error and an interval that holds at the ends', () => {
    expect(probabilityOf(30, 100)).toMatchObject({ share: 0.3, error: Math.sqrt(0.3 * 0.7 * 0.01) })
    // Wilson (1927) for 30 of 100.
    expect(probabilityOf(30, 100).low).toBeCloseTo(0.2189, 4)
    expect(probabilityOf(30, 100).high).toBeCloseTo(0.3958, 4)
    expect(probabilityOf(0, 100)).toMatchObject({ share: 0, error: 0, low: 0 })
    expect(probabilityOf(0, 100).high).toBeCloseTo(0.037, 3)
    expect(probabilityOf(100, 100).high).toBe(1)
  })
})
