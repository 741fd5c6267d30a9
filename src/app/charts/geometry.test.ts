/** Tests the geometry of charts: gaps in lines, distances between labels, axis ranges. */
import { assert, array, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandPath, domainOf, linePath, placeEnds, placeYears, scalesOf, tickDigits, ticksOf } from './geometry.ts'

const frame = { width: 100, height: 50, left: 0, right: 100, top: 0, bottom: 50 }
const scales = scalesOf(frame, [2020, 2030], [0, 10])

describe('geometry of charts', () => {
  it('draws straight segments and leaves gaps', () => {
    const points = [
      [2020, 0],
      [2022, 5],
      [2024, undefined],
      [2026, 10],
      [2030, 5],
    ] as const
    expect(linePath(scales, points)).toBe('M0 50L20 25M60 0L100 25')
    expect(linePath(scales, points.slice(0, 1))).toBe('M-4 50h8')
  })
  it('closes a band along its lower edge', () => {
    expect(
      bandPath(
        scales,
        [
          [2020, 0],
          [2030, 2],
        ],
        [
          [2020, 1],
          [2030, 5],
        ],
      ),
    ).toBe('M0 45L100 25L100 40L0 50Z')
  })
  it('has a range that holds all values, and few ticks in it', () => {
    const number = integer({ min: -1e8, max: 1e8 }).map(value => value / 100)
    assert(
      property(array(number, { minLength: 1 }), values => {
        const [from, to] = domainOf(values)
        expect(from).toBeLessThanOrEqual(Math.min(...values))
        expect(to).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticksOf([from, to]).length).toBeLessThanOrEqual(6)
      }),
    )
  })
  it('sets labels apart and keeps the order of their lines', () => {
    assert(
      property(array(double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 }), wanted => {
        const places = placeEnds(wanted, 15, 0, 200)
        const sorted = places.map(({ to }) => to).toSorted((a, b) => a - b)
        for (let next = 1; next < sorted.length; next++) expect(sorted[next] - sorted[next - 1]).toBeGreaterThan(14.5)
        places.forEach((a, i) =>
          places.forEach((b, j) => {
            if (wanted[i] < wanted[j]) expect(a.to).toBeLessThan(b.to)
          }),
        )
      }),
    )
  })
  it('drops years that would run into the one before', () => {
    const years = [1930, 1940, 1960, 1980, 2000, 2020]
    const within = (width: number) => placeYears(years, scalesOf({ ...frame, right: width }, [1930, 2030], [0, 1]).x, 0)
    expect(within(600).map(({ year }) => year)).toEqual(years)
    expect(within(200).map(({ year }) => year)).toEqual([1930, 1960, 1980, 2000, 2020])
    expect(within(100).map(({ year }) => year)).toEqual([1930, 1980, 2020])
    for (let width = 60; width < 900; width += 7) {
      const places = within(width)
      expect(places[0]).toEqual({ year: 1930, x: 0, atEdge: true })
      const sides = places.map(({ x, atEdge }) => (atEdge ? [x, x + 24] : [x - 12, x + 12]))
      for (let next = 1; next < sides.length; next++) expect(sides[next]![0]! - sides[next - 1]![1]!).toBeGreaterThan(4)
    }
  })
  it('shows the digits that tell ticks apart', () => {
    expect(tickDigits([0, 0.5, 1])).toBe(1)
    expect(tickDigits([50, 100])).toBe(0)
    expect(tickDigits([0, 0.25])).toBe(2)
  })
})
