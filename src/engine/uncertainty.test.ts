/** Tests distributions and truncations with which a scenario replaces priors. */
import { describe, expect, it } from 'vitest'
import { priorQuantile } from './distributions.ts'
import { sampleParameters } from './sample.ts'
import { type Distribution, quantileOf } from './uncertainty.ts'

const prior = { low: 1, central: 2, high: 4 }
const settings = { seed: 3, members: 2000, design: 'latinHypercube' } as const
const draw = (uncertainty: Parameters<typeof sampleParameters>[2]): number[] => {
  const sample = sampleParameters([{ name: 'a', prior }], settings, uncertainty)
  return Array.from({ length: settings.members }, (_, member) => sample(member).get('a')!).sort((x, y) => x - y)
}

describe('a truncation', () => {
  it('keeps the proportions inside', () => {
    const values = draw({ truncations: [{ parameter: 'a', low: 1, high: 4 }] })
    expect(values[0]).toBeGreaterThanOrEqual(1)
    expect(values[1999]).toBeLessThanOrEqual(4)
    // Between its 10 and 90 % points, half of what is left lies below the median.
    expect(Math.abs(values[1000] - 2)).toBeLessThan(0.01)
    expect(Math.abs(values[250] - priorQuantile(prior, 0.2))).toBeLessThan(0.01)
  })

  it('with one limit, and with limits wider than the prior, which change nothing', () => {
    expect(draw({ truncations: [{ parameter: 'a', low: 2 }] })[0]).toBeGreaterThanOrEqual(2)
    expect(draw({ truncations: [{ parameter: 'a', low: -100, high: 100 }] })).toEqual(draw({}))
  })

  it('is refused where nothing is left', () => {
    expect(() => draw({ truncations: [{ parameter: 'a', low: 50 }] })).toThrow(/takes no values between 50 and Inf/)
    expect(() => draw({ truncations: [{ parameter: 'a', low: 2, high: 1 }] })).toThrow(/truncated to nothing/)
    expect(() => draw({ truncations: [{ parameter: 'x', low: 2 }] })).toThrow(/'x': there is no such uncertain/)
    const twice = { parameter: 'a', low: 1 }
    expect(() => draw({ truncations: [twice, twice] })).toThrow(/truncated twice/)
  })
})

describe('a distribution', () => {
  it.each<[Distribution, number, number]>([
    [{ kind: 'normal', mean: 3, deviation: 2 }, 3, 4.348979500392163],
    [{ kind: 'lognormal', median: 3, logDeviation: 0.5 }, 3, 4.203232],
    [{ kind: 'uniform', low: 1, high: 2 }, 1.5, 1.75],
    [{ kind: 'triangular', low: 0, mode: 1, high: 2 }, 1, 1.2928932188134525],
    [{ kind: 'pert', low: 0, mode: 1, high: 2 }, 1, 1.281135],
    [{ kind: 'beta', alpha: 2, beta: 2, low: 0, high: 1 }, 0.5, 0.6736],
  ])('%j has its median and upper quartile', (distribution, median, upper) => {
    const quantile = quantileOf('a', prior, { distributions: { a: distribution } })
    expect(quantile(0.5)).toBeCloseTo(median, 12)
    expect(Math.abs(quantile(0.75) - upper)).toBeLessThan(0.001)
  })

  it('is refused with impossible shapes', () => {
    const of = (distribution: unknown) => () => draw({ distributions: { a: distribution as Distribution } })
    expect(of({ kind: 'normal', mean: 0, deviation: 0 })).toThrow(/deviation above 0/)
    expect(of({ kind: 'uniform', low: 2, high: 1 })).toThrow(/low below high/)
    expect(of({ kind: 'cauchy' })).toThrow(/Unknown distribution 'cauchy'/)
    expect(() => draw({ distributions: { x: { kind: 'uniform', low: 0, high: 1 } } })).toThrow(/Distribution of 'x'/)
  })
})
