/**
 * Tests sensitivity analysis on functions with known indices: Ishigami, Sobol's g-function and a straight
 * line, and the walks of Morris.
 */
import { describe, expect, it } from 'vitest'
import { createStream } from './random.ts'
import { sobolIndices } from './sensitivity.ts'
import { rowsOf, type SaltelliDesign, sensitivityPoints, shockMember } from './sensitivity-design.ts'

type Model = (x: number[], row: number) => number

const namesFor = (count: number): string[] => Array.from({ length: count }, (_, at) => `x${at + 1}`)

const saltelli = (model: Model, count: number, base: number, seed = 1) => {
  const design: SaltelliDesign = { kind: 'saltelli', base, shocks: false }
  const names = namesFor(count)
  const points = sensitivityPoints(names, seed, design)
  const outputs = Float64Array.from({ length: rowsOf(design, count) }, (_, row) =>
    model(
      names.map(name => points.get(name)!(row)),
      row,
    ),
  )
  return sobolIndices(outputs, names, design, { seed }, points)
}

const ishigami: Model = x => {
  const [a, b, c] = x.map(value => Math.PI * (2 * value - 1))
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
}

const coefficients = [0, 1, 4.5, 9, 99, 99, 99, 99]
const gFunction: Model = x =>
  x.reduce((product, value, at) => (product * (Math.abs(4 * value - 2) + coefficients[at])) / (1 + coefficients[at]), 1)

describe('Sobol indices', () => {
  it('of Ishigami (a = 7, b = 0.1) are the published ones, within their intervals', () => {
    const { factors, variance, mean } = saltelli(ishigami, 3, 4096)
    expect(mean).toBeCloseTo(3.5, 2)
    expect(Math.abs(variance / 13.8446 - 1)).toBeLessThan(0.01)
    const published = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ]
    factors.forEach(({ first, total }, at) => {
      expect(Math.abs(first.value - published[at][0])).toBeLessThan(0.01)
      expect(Math.abs(total.value - published[at][1])).toBeLessThan(0.01)
      expect(published[at][0]).toBeGreaterThan(first.low - 0.002)
      expect(published[at][0]).toBeLessThan(first.high + 0.002)
      expect(published[at][1]).toBeGreaterThan(total.low - 0.002)
      expect(published[at][1]).toBeLessThan(total.high + 0.002)
      expect(first.high - first.low).toBeLessThan(0.1)
    })
  })

  it('of the g-function are those of its formula', () => {
    const { factors } = saltelli(gFunction, 8, 4096)
    const parts = coefficients.map(a => 1 / (3 * (1 + a) ** 2))
    const product = parts.reduce((all, part) => all * (1 + part), 1)
    const whole = product - 1
    factors.forEach(({ first, total }, at) => {
      expect(Math.abs(first.value - parts[at] / whole)).toBeLessThan(0.012)
      expect(Math.abs(total.value - (parts[at] * product) / (1 + parts[at]) / whole)).toBeLessThan(0.012)
    })
    // Published for these coefficients (Saltelli and Sobol 1995): 0.7165, 0.1791, 0.0237, 0.0072.
    expect(Math.abs(factors[0].first.value - 0.7165)).toBeLessThan(0.012)
    expect(Math.abs(factors[1].first.value - 0.1791)).toBeLessThan(0.012)
  })

  it('have intervals that hold the truth about as often as they say', () => {
    let held = 0
    const seeds = 60
    for (let seed = 0; seed < seeds; seed++) {
      const { factors } = saltelli(ishigami, 3, 256, seed)
      const { low, high } = factors[0].total
      if (low <= 0.5576 && 0.5576 <= high) held++
    }
    // Scrambled points scatter less than the bootstrap of their rows supposes.
    expect(held / seeds).toBeGreaterThan(0.88)
  })

  it('of a straight line are its squared slopes, with their directions', () => {
    const slopes = [3, -2, 0, 1]
    const { factors } = saltelli(x => 5 + x.reduce((sum, value, at) => sum + slopes[at] * value, 0), 4, 1024)
    factors.forEach(({ first, total, direction }, at) => {
      expect(Math.abs(first.value - slopes[at] ** 2 / 14)).toBeLessThan(0.01)
      expect(Math.abs(total.value - slopes[at] ** 2 / 14)).toBeLessThan(0.01)
      expect(Math.abs(direction - slopes[at] / Math.sqrt(14))).toBeLessThan(0.02)
    })
  })

  it('treat the random series as one factor', () => {
    const design: SaltelliDesign = { kind: 'saltelli', base: 2048, shocks: true }
    const names = namesFor(2)
    const points = sensitivityPoints(names, 3, design)
    const noise = createStream(3, 'noise')
    const outputs = Float64Array.from({ length: rowsOf(design, 2) }, (_, row) => {
      const shock = noise(shockMember(design, 2, row), 0, 0)
      return points.get('x1')!(row) + 2 * shock
    })
    const { factors } = sobolIndices(outputs, names, design, { seed: 3 })
    expect(factors.map(({ name }) => name)).toEqual(['x1', 'x2', 'shocks'])
    expect(factors.map(({ total }) => Math.round(total.value * 20) / 20)).toEqual([0.2, 0, 0.8])
  })

  it('do not depend on the order of the names, and are 0 where nothing varies', () => {
    const design: SaltelliDesign = { kind: 'saltelli', base: 64, shocks: false }
    const one = sensitivityPoints(['a', 'b'], 1, design)
    const other = sensitivityPoints(['b', 'a'], 1, design)
    for (const row of [0, 63, 64, 130, 255]) expect(one.get('a')!(row)).toBe(other.get('a')!(row))
    const { factors } = saltelli(() => 3, 2, 64)
    expect(factors[0]).toEqual({
      name: 'x1',
      first: { value: 0, low: 0, high: 0 },
      total: { value: 0, low: 0, high: 0 },
      direction: 0,
    })
  })

  it('say what is wrong with a design or an output', () => {
    expect(() => saltelli(ishigami, 3, 100)).toThrow(/a power of 2 from 64 as base, not 100/)
    expect(() => saltelli(ishigami, 300, 64)).toThrow(/at most 512 dimensions, not 600/)
    expect(() => saltelli((_, row) => (row === 70 ? Number.NaN : 1), 3, 64)).toThrow(/row 70 is not a number/)
  })
})

describe('Morris screening', () => {
  it('walks over the grid, one factor at a time, each level equally often', () => {
    const names = namesFor(5)
    const points = sensitivityPoints(names, 1, { kind: 'morris', trajectories: 2000, levels: 4 })
    const counts = new Map<string, number>()
    for (let walk = 0; walk < 2000; walk++) {
      for (let row = walk * 6; row < walk * 6 + 5; row++) {
        const moved = names.filter(name => points.get(name)!(row) !== points.get(name)!(row + 1))
        expect(moved.length).toBe(1)
      }
      const level = points.get('x1')!(walk * 6).toFixed(3)
      counts.set(level, (counts.get(level) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['0.000', '0.333', '0.667', '1.000'])
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(90)
  })

  it('wants an even number of levels', () => {
    expect(() => sensitivityPoints(['a'], 1, { kind: 'morris', trajectories: 3, levels: 3 })).toThrow(/even number/)
  })
})
