/**
 * Tests correlated draws: they keep their own distributions, leave others unchanged, and inconsistent ones are refused.
 */
import { describe, expect, it } from 'vitest'
import { type Design, sampleParameters, type UncertainParameter } from './sample.ts'

const prior = { low: 1, central: 2, high: 4 }
const parameters: UncertainParameter[] = ['a', 'b', 'c', 'd'].map(name => ({ name, prior }))
const correlations = [
  { a: 'a', b: 'c', value: 0.8 },
  { a: 'c', b: 'b', value: -0.5 },
]

const ranks = (values: number[]): number[] => {
  const order = values.map((value, at) => [value, at]).sort(([x], [y]) => x - y)
  const result = new Array<number>(values.length)
  order.forEach(([, at], rank) => (result[at] = rank))
  return result
}

const correlation = (x: number[], y: number[]): number => {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const product = (p: number[], mp: number, q: number[], mq: number): number =>
    p.reduce((sum, value, at) => sum + (value - mp) * (q[at] - mq), 0)
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my))
}

describe('correlations', () => {
  it.each<Design>(['monteCarlo', 'latinHypercube', 'sobol'])('%s: have the declared size', design => {
    const members = 8192
    const sample = sampleParameters(parameters, { seed: 3, members, design }, { correlations })
    const draws = Array.from({ length: members }, (_, member) => sample(member))
    const column = (name: string): number[] => ranks(draws.map(draw => draw.get(name)!))
    // Spearman's correlation of a Gaussian copula.
    const expected = (value: number): number => (6 / Math.PI) * Math.asin(value / 2)
    const tolerance = 0.03
    expect(Math.abs(correlation(column('a'), column('c')) - expected(0.8))).toBeLessThan(tolerance)
    expect(Math.abs(correlation(column('c'), column('b')) - expected(-0.5))).toBeLessThan(tolerance)
    expect(Math.abs(correlation(column('a'), column('b')))).toBeLessThan(tolerance)
    expect(Math.abs(correlation(column('d'), column('c')))).toBeLessThan(tolerance)
    for (const name of ['a', 'b', 'c']) {
      const values = draws.map(draw => draw.get(name)!).sort((x, y) => x - y)
      expect(Math.abs(values[Math.round(members * 0.1)] - 1)).toBeLessThan(0.06)
      expect(Math.abs(values[Math.round(members * 0.5)] - 2)).toBeLessThan(0.06)
      expect(Math.abs(values[Math.round(members * 0.9)] - 4)).toBeLessThan(0.12)
    }
  })

  it('leave the first and the uncorrelated parameters as they were, whatever the order of the list', () => {
    const settings = { seed: 3, members: 100, design: 'latinHypercube' } as const
    const plain = sampleParameters(parameters, settings)(17)
    const mixed = sampleParameters(parameters, settings, { correlations })(17)
    expect(mixed.get('a')).toBe(plain.get('a'))
    expect(mixed.get('d')).toBe(plain.get('d'))
    expect(mixed.get('c')).not.toBe(plain.get('c'))
    const turned = correlations.toReversed().map(({ a, b, value }) => ({ a: b, b: a, value }))
    expect(sampleParameters(parameters, settings, { correlations: turned })(17)).toEqual(mixed)
  })

  it.each([
    ['an unknown name', [{ a: 'a', b: 'x', value: 0.1 }], /'x' is not an uncertain parameter/],
    ['a parameter with itself', [{ a: 'a', b: 'a', value: 0.1 }], /correlated with itself/],
    ['a value of 1', [{ a: 'a', b: 'b', value: 1 }], /between -1 and 1, not 1/],
    [
      'a pair given twice',
      [
        { a: 'a', b: 'b', value: 0.1 },
        { a: 'b', b: 'a', value: 0.2 },
      ],
      /a and b is given twice/,
    ],
    [
      'what cannot hold together',
      [
        { a: 'a', b: 'b', value: 0.9 },
        { a: 'b', b: 'c', value: 0.9 },
        { a: 'a', b: 'c', value: -0.9 },
      ],
      /cannot hold together.*not positive definite/,
    ],
  ])('refuse %s', (_, given, message) => {
    const settings = { seed: 3, members: 100, design: 'monteCarlo' } as const
    expect(() => sampleParameters(parameters, settings, { correlations: given })).toThrow(message)
  })
})
