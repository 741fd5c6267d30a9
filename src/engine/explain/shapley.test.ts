import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostParts, splitOver, splitWithin } from './shapley.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)
const sum = (rows: readonly Float64Array[]): number => rows.reduce((total, [value]) => total + value, 0)

describe('splitOver', () => {
  it('gives the published values of the glove game', () => {
    // One left glove, two right ones: a pair is worth 1 (Shapley 1953; 4/6, 1/6, 1/6).
    const worth = (set: number): Float64Array => of((set & 1) !== 0 && (set & 6) !== 0 ? 1 : 0)
    const { shapley } = splitOver(3, worth)
    expect(shapley.map(([value]) => value)).toEqual([
      expect.closeTo(4 / 6, 15),
      expect.closeTo(1 / 6, 15),
      expect.closeTo(1 / 6, 15),
    ])
  })

  it('gives each part of a product half of what they do together', () => {
    const worth = (set: number): Float64Array => of(10 + 3 * (set & 1) + ((set & 3) === 3 ? 5 : 0))
    const { shapley, alone, pairs, whole } = splitOver(2, worth)
    expect([whole[0], alone[0][0], alone[1][0], pairs[0].together[0]]).toEqual([8, 3, 0, 5])
    expect(shapley.map(([value]) => value)).toEqual([5.5, 2.5])
  })

  it('sums to the whole, part by part and as single effects with pairs, for any worths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain(parts =>
          fc.tuple(
            fc.constant(parts),
            fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
              minLength: 2 ** parts,
              maxLength: 2 ** parts,
            }),
          ),
        ),
        ([parts, worths]) => {
          const { shapley, alone, pairs, whole } = splitOver(parts, set => of(worths[set]))
          const room = 1e-9 * Math.max(1, ...worths.map(Math.abs))
          expect(Math.abs(sum(shapley) - whole[0])).toBeLessThan(room)
          const together = pairs.map(pair => pair.together)
          expect(Math.abs(sum(alone) + sum(together) - whole[0])).toBeLessThan(room)
          shapley.forEach(([value], part) => {
            const own = pairs.filter(({ first, second }) => first === part || second === part)
            expect(Math.abs(alone[part][0] + sum(own.map(pair => pair.together)) / 2 - value)).toBeLessThan(room)
          })
        },
      ),
    )
  })

  it('gives nothing to a part that never matters, and the same to parts that never differ', () => {
    const worth = (set: number): Float64Array => of((set & 1) + ((set >> 1) & 1) + 7 * ((set & 3) === 3 ? 1 : 0))
    const { shapley } = splitOver(3, worth)
    expect(shapley[2][0]).toBe(0)
    expect(shapley[0][0]).toBe(shapley[1][0])
  })

  it('says what to do with too many parts', () => {
    expect(() => splitOver(mostParts + 1, () => of(0))).toThrow('put parts together into groups')
  })
})

describe('splitWithin', () => {
  it('splits the Shapley value of a group over its parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 32, maxLength: 32 }),
        worths => {
          // Parts 0 and 1 stand alone, 2 to 4 are one group.
          const groups = splitOver(3, set => of(worths[(set & 3) | ((set & 4) === 0 ? 0 : 28)]))
          const own = splitWithin(2, 3, (others, parts) => of(worths[others | (parts << 2)]))
          expect(Math.abs(sum(own) - groups.shapley[2][0])).toBeLessThan(1e-9)
        },
      ),
    )
  })

  it('is the Shapley value where each part is a group by itself', () => {
    const worth = (set: number): number => [0, 1, 4, 9, 2, 2, 7, 3][set]
    const { shapley } = splitOver(3, set => of(worth(set)))
    const [own] = splitWithin(2, 1, (others, part) => of(worth(others | (part << 2))))
    expect(own[0]).toBeCloseTo(shapley[2][0], 14)
  })
})
