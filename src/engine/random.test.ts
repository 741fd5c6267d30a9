/**
 * Tests Philox against published answers, and the properties that callers rely on: addressability, range, independence.
 */
import { describe, expect, it } from 'vitest'
import { createStream, hashName, philox } from './random.ts'

const block = (counter: readonly number[], key: readonly number[]): string[] => {
  const words = new Uint32Array(4)
  philox(counter[0], counter[1], counter[2], counter[3], key[0], key[1], words)
  return Array.from(words, word => word.toString(16).padStart(8, '0'))
}

describe('Philox4x32-10', () => {
  // From kat_vectors of the Random123 library.
  it('gives the known answers of its authors', () => {
    expect(block([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'])
    const ones = 0xffffffff
    expect(block([ones, ones, ones, ones], [ones, ones])).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd'])
    expect(block([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      'd16cfe09',
      '94fdcceb',
      '5001e420',
      '24126ea1',
    ])
  })

  it('equals a plain reading of its definition in whole numbers', () => {
    const mask = 0xffffffffn
    const plain = (counter: readonly number[], key: readonly number[]): string[] => {
      let [a, b, c, d] = counter.map(BigInt)
      let [keyA, keyB] = key.map(BigInt)
      for (let round = 0; round < 10; round++) {
        const productA = a * 0xd2511f53n
        const productC = c * 0xcd9e8d57n
        ;[a, b, c, d] = [(productC >> 32n) ^ b ^ keyA, productC & mask, (productA >> 32n) ^ d ^ keyB, productA & mask]
        keyA = (keyA + 0x9e3779b9n) & mask
        keyB = (keyB + 0xbb67ae85n) & mask
      }
      return [a, b, c, d].map(word => word.toString(16).padStart(8, '0'))
    }
    for (let i = 0; i < 500; i++) {
      const words = Array.from({ length: 6 }, (_, k) => Math.imul(i * 6 + k + 1, 0x9e3779b1) >>> 0)
      expect(block(words.slice(0, 4), words.slice(4))).toEqual(plain(words.slice(0, 4), words.slice(4)))
    }
  })
})

describe('names', () => {
  it('are hashed by FNV-1a over two bytes a code unit', () => {
    const plain = (name: string): bigint => {
      let hash = 0xcbf29ce484222325n
      for (const unit of Array.from({ length: name.length }, (_, i) => name.charCodeAt(i))) {
        for (const byte of [unit & 0xff, unit >> 8]) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n)
      }
      return hash
    }
    for (const name of ['', 'a', 'growthShock', 'shock growth [辽宁]', 'x'.repeat(99)]) {
      const { low, high } = hashName(name)
      expect(BigInt(high) * 2n ** 32n + BigInt(low)).toBe(plain(name))
    }
  })
})

describe('streams', () => {
  it('are the same numbers in whatever order they are asked for', () => {
    const forwards = createStream(42, 'growth')
    const backwards = createStream(42, 'growth')
    const drawn = Array.from({ length: 40 }, (_, i) => forwards(7, i >> 2, i & 3))
    const again = Array.from({ length: 40 }, (_, i) => backwards(7, (39 - i) >> 2, (39 - i) & 3)).reverse()
    expect(again).toEqual(drawn)
    expect(new Set(drawn).size).toBe(40)
  })

  it('stay what they were', () => {
    const draw = createStream(2024, 'growth')
    expect([draw(0, 0, 0), draw(0, 0, 1), draw(0, 1, 0), draw(1, 0, 0)]).toMatchInlineSnapshot(`
      [
        0.17594004404315788,
        0.21711455498488774,
        0.7551618002853454,
        0.17657761225406554,
      ]
    `)
  })

  it('differ by seed, name, member, time and lane, beyond 32 bits of seed too', () => {
    const first = createStream(1, 'a')(0, 0, 0)
    const others = [
      createStream(2, 'a')(0, 0, 0),
      createStream(1 + 2 ** 32, 'a')(0, 0, 0),
      createStream(1, 'b')(0, 0, 0),
      createStream(1, 'a')(1, 0, 0),
      createStream(1, 'a')(0, 1, 0),
      createStream(1, 'a')(0, 0, 1),
      createStream(1, 'a')(0, 0, 2),
    ]
    expect(new Set([first, ...others]).size).toBe(8)
  })

  it('are uniform and unrelated: 64 cells within chance, no correlation between neighbours', () => {
    const draws = 64_000
    for (const name of ['growth', 'growti', 'inflation']) {
      const draw = createStream(1, name)
      const other = createStream(1, `${name}x`)
      const cells = new Array<number>(64).fill(0)
      let neighbours = 0
      let names = 0
      for (let i = 0; i < draws; i++) {
        const u = draw(3, i, 0)
        cells[Math.floor(u * 64)]++
        neighbours += (u - 0.5) * (draw(3, i + 1, 0) - 0.5) * 12
        names += (u - 0.5) * (other(3, i, 0) - 0.5) * 12
      }
      // Chi-squared with 63 degrees of freedom: below 27 or above 115 once in 10,000 times.
      const chiSquared = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
      expect(chiSquared).toBeGreaterThan(27)
      expect(chiSquared).toBeLessThan(115)
      expect(Math.abs(neighbours) / Math.sqrt(draws)).toBeLessThan(4)
      expect(Math.abs(names) / Math.sqrt(draws)).toBeLessThan(4)
    }
  })

  it('never reach 0 or 1, and 1 - u is exact', () => {
    const unit = 2 ** -53
    const draw = createStream(5, 'range')
    for (let i = 0; i < 2000; i++) {
      const u = draw(0, i, 1)
      expect(u > 0 && u < 1 && (u / unit) % 2 === 1 && 1 - (1 - u) === u).toBe(true)
    }
    expect((0 + 0.5) * 2 ** -52).toBe(unit)
    expect((2 ** 52 - 1 + 0.5) * 2 ** -52).toBe(1 - unit)
  })

  it('refuse a seed that cannot be stored exactly', () => {
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => createStream(seed, 'x')).toThrow(/whole number/)
  })
})
