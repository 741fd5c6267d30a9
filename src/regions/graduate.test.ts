/** Tests graduation against SciPy's PchipInterpolator, and its properties for any census. */

import { array, assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupStarts, monotoneCubic, singleAges, singleRates } from './graduate.ts'

describe('monotoneCubic', () => {
  it.each([
    {
      shape: 'rising with a flat stretch',
      knots: [0, 1, 5, 10, 15, 108],
      values: [0, 0.1, 0.8, 1.7, 1.7, 2.0],
      at: [0.5, 0.8333333333333334, 3, 7, 12, 20, 60, 100],
      scipy: [
        0.04553879310344827, 0.08059147509578546, 0.4216586961993456, 1.2445080291970805, 1.7, 1.7009090161077578,
        1.7720889544095977, 1.9517068837314164,
      ],
    },
    {
      shape: 'turning twice',
      knots: [0, 1, 2, 4],
      values: [0, 3, 1, 1.5],
      at: [0.25, 0.5, 1.5, 3, 3.9],
      scipy: [1.2421875, 2.1875, 2, 1.0625, 1.4286874999999999],
    },
    {
      shape: 'bending sharply at the end',
      knots: [0, 1, 5],
      values: [0, 5, 5.1],
      at: [0.25, 0.9, 2, 4.5],
      scipy: [1.6213889965880894, 4.908930186104218, 5.050519540942928, 5.099095649813895],
    },
  ])('equals SciPy: $shape', ({ knots, values, at, scipy }) => {
    const curve = monotoneCubic(knots, values)
    for (const [index, x] of at.entries()) expect(curve(x)).toBeCloseTo(scipy[index]!, 12)
  })
})

const counts = array(double({ min: 0, max: 5, noNaN: true }), { minLength: 22, maxLength: 22 })

describe('singleAges', () => {
  it('keeps the count of every census group and makes no age negative', () => {
    assert(
      property(counts, groups => {
        const ages = singleAges(groups)
        for (const [group, start] of groupStarts.entries()) {
          const end = groupStarts[group + 1] ?? 101
          const sum = ages.slice(start, end).reduce((total, count) => total + count, 0)
          expect(Math.abs(sum - groups[group]!)).toBeLessThan(1e-9)
        }
        for (const count of ages) expect(count).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })

  it('loses nobody when the day is later than the census', () => {
    assert(
      property(counts, double({ min: 0, max: 0.99, noNaN: true }), (groups, lag) => {
        const total = groups.reduce((sum, count) => sum + count, 0)
        const later = singleAges(groups, lag).reduce((sum, count) => sum + count, 0)
        expect(Math.abs(later - total)).toBeLessThan(1e-9)
      }),
    )
  })
})

describe('singleRates', () => {
  const rates = groupStarts.map(start => 0.0001 * Math.exp(0.09 * (start === 0 ? 0.5 : start === 1 ? 3 : start + 2.5)))

  it('gives a straight logarithm back, and goes on with its slope above 92.5', () => {
    for (const [age, rate] of singleRates(rates).entries()) {
      expect(rate).toBeCloseTo(Math.min(0.6, 0.0001 * Math.exp(0.09 * (age + 0.5))), 12)
    }
  })

  it('ignores the rates of 95 and over, which suffer from misreported ages', () => {
    const lower = rates.map((rate, group) => (groupStarts[group]! >= 95 ? rate / 3 : rate))
    expect(singleRates(lower)).toEqual(singleRates(rates))
  })
})
