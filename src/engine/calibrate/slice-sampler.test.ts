/**
 * Tests elliptical slice sampling on the known moments of a correlated normal in 100 dimensions and of a banana-shaped
 * density.
 */
import { describe, expect, it } from 'vitest'
import { bulkSampleSize, tailSampleSize, rHat } from '../score/convergence.ts'
import { createEllipse, type Ellipse } from './ellipse.ts'
import { type LogDensity, sample, type SamplerTask } from './slice-sampler.ts'

const each =
  (density: (point: Float64Array) => number): LogDensity =>
  async points =>
    points.map(density)

/** A stretched normal: deviations from 1 down to 0.05, neighbours correlated by 0.9, its middle away from 0. */
const size = 100
const persistence = 0.9
const deviation = (at: number): number => 0.05 ** (((at * 37) % size) / (size - 1))
const middle = (at: number): number => Math.sin(at)
const correlated = (point: Float64Array): number => {
  let sum = 0
  let before = 0
  for (let at = 0; at < size; at++) {
    const z = (point[at] - middle(at)) / deviation(at)
    const fresh = at === 0 ? z : (z - persistence * before) / Math.sqrt(1 - persistence ** 2)
    sum -= 0.5 * fresh ** 2
    before = z
  }
  return sum
}

/** Errors of an approximation round the mode: middles off by 0.3 deviations, variances by 1.3, correlations by 0.03. */
const rough = (): Ellipse => {
  const covariance = Float64Array.from({ length: size * size }, (_, place) => {
    const row = Math.floor(place / size)
    const column = place % size
    return 1.3 * deviation(row) * deviation(column) * 0.87 ** Math.abs(row - column)
  })
  const centre = Float64Array.from({ length: size }, (_, at) => middle(at) + 0.3 * deviation(at))
  return createEllipse(centre, covariance, 5)
}

const task: SamplerTask = {
  seed: 3,
  chains: 8,
  draws: 1500,
  warmUp: [200, 400],
  ellipse: rough(),
  logDensity: each(correlated),
}

const column = (chains: readonly (readonly Float64Array[])[], at: number): Float64Array[] =>
  chains.map(chain => Float64Array.from(chain, draw => draw[at]))
const moments = (chains: readonly Float64Array[]) => {
  const all = chains.flatMap(chain => [...chain])
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length
  return { mean, deviation: Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1)) }
}

describe('elliptical slices', () => {
  it('find a correlated normal in 100 dimensions', { tags: ['thorough'] }, async () => {
    const { chains, logDensities, evaluationsPerDraw } = await sample(task)
    let worstHat = 0
    let least = Infinity
    let spread = 0
    for (let at = 0; at < size; at++) {
      const own = column(chains, at)
      const found = moments(own)
      const effective = bulkSampleSize(own)
      worstHat = Math.max(worstHat, rHat(own))
      least = Math.min(least, effective)
      spread += found.deviation / deviation(at) / size
      const error = Math.abs(found.mean - middle(at)) / deviation(at)
      expect(error, `mean ${at}`).toBeLessThan(4.5 / Math.sqrt(effective))
      expect(found.deviation / deviation(at), `deviation ${at}`).toBeGreaterThan(0.91)
      expect(found.deviation / deviation(at), `deviation ${at}`).toBeLessThan(1.09)
    }
    const [first, second] = [column(chains, 10), column(chains, 11)]
    const together = first.map((chain, at) =>
      chain.map((x, draw) => x / deviation(10) + second[at][draw] / deviation(11)),
    )
    const apart = first.map((chain, at) => chain.map((x, draw) => x / deviation(10) - second[at][draw] / deviation(11)))
    // Var(a + b) / Var(a - b) = (1 + r) / (1 - r).
    const ratio = (moments(together).deviation / moments(apart).deviation) ** 2
    expect((ratio - 1) / (ratio + 1)).toBeCloseTo(persistence, 1.5)
    // Over all directions, where chance has evened out.
    expect(Math.abs(spread - 1)).toBeLessThan(0.025)
    // ln of the density is minus half a chi-square of 100 degrees: mean -50, variance 50.
    const all = [...logDensities]
    expect(Math.abs(moments(all).mean + 50)).toBeLessThan(4 * Math.sqrt(50 / bulkSampleSize(all)))
    expect(moments(all).deviation).toBeCloseTo(Math.sqrt(50), 0)
    expect(worstHat).toBeLessThan(1.015)
    expect(least).toBeGreaterThan(2500)
    expect(evaluationsPerDraw).toBeLessThan(2.5)
  })

  it('find a banana', { tags: ['thorough'] }, async () => {
    // x of deviation 1; y - 2 (x² - 1) of deviation 0.5: mean 0, variance 0.25 + 4 Var(x²) = 8.25.
    const banana = (point: Float64Array): number => {
      const bend = point[1] - 2 * (point[0] ** 2 - 1)
      return -0.5 * (point[0] ** 2 + (bend / 0.5) ** 2)
    }
    const { chains } = await sample({
      ...task,
      draws: 20_000,
      ellipse: createEllipse(Float64Array.of(0, 0), Float64Array.of(1, 0, 0, 1), 3),
      logDensity: each(banana),
    })
    const [x, y] = [0, 1].map(at => column(chains, at))
    expect(rHat(y)).toBeLessThan(1.01)
    expect(tailSampleSize(y)).toBeGreaterThan(2000)
    expect(moments(x).mean).toBeCloseTo(0, 1)
    expect(moments(x).deviation).toBeCloseTo(1, 1)
    expect(Math.abs(moments(y).mean)).toBeLessThan(0.12)
    // Within three standard errors: the tail is heavy.
    expect(Math.abs(moments(y).deviation - Math.sqrt(8.25))).toBeLessThan(0.3)
    // The bend itself, which no ellipse knows.
    const bend = x.map((chain, at) => chain.map((value, draw) => y[at][draw] - 2 * (value * value - 1)))
    expect(moments(bend).mean).toBeCloseTo(0, 1)
    expect(moments(bend).deviation).toBeCloseTo(0.5, 1)
  })

  it('find the same by blocks of directions', { tags: ['thorough'] }, async () => {
    const { chains, logDensities } = await sample({ ...task, block: 30, draws: 400, warmUp: [60] })
    const all = [...logDensities]
    expect(Math.abs(moments(all).mean + 50)).toBeLessThan(4 * Math.sqrt(50 / bulkSampleSize(all)))
    for (const at of [0, 17, 50, 99]) {
      const own = column(chains, at)
      expect(Math.abs(moments(own).mean - middle(at)) / deviation(at)).toBeLessThan(
        4.5 / Math.sqrt(bulkSampleSize(own)),
      )
      expect(Math.abs(moments(own).deviation / deviation(at) - 1)).toBeLessThan(0.1)
    }
  })

  it('sample a prior without any ellipse of their own', async () => {
    // A standard normal prior and a measurement of 1 with an error of 0.5: mean 0.8, variance 0.2.
    const { chains } = await sample({
      ...task,
      draws: 2000,
      warmUp: [],
      ellipse: createEllipse(new Float64Array(3), Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), Infinity),
      logDensity: each(point => -0.5 * point.reduce((sum, x) => sum + x * x, 0) - 2 * (point[0] - 1) ** 2),
    })
    expect(moments(column(chains, 0)).mean).toBeCloseTo(0.8, 1)
    expect(moments(column(chains, 0)).deviation).toBeCloseTo(Math.sqrt(0.2), 1)
    expect(moments(column(chains, 2)).deviation).toBeCloseTo(1, 1)
  })

  it('start beside what is impossible, and never go there', async () => {
    const half = (point: Float64Array): number => (point[0] < 0 ? -Infinity : -0.5 * (point[0] ** 2 + point[1] ** 2))
    const ellipse = createEllipse(Float64Array.of(0.1, 0), Float64Array.of(1, 0, 0, 1), 5)
    const { chains } = await sample({ ...task, draws: 3000, warmUp: [100], ellipse, logDensity: each(half) })
    const own = column(chains, 0)
    expect(Math.min(...own.map(chain => Math.min(...chain)))).toBeGreaterThanOrEqual(0)
    // A half-normal.
    expect(moments(own).mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 1)
  })

  it('have the same bits again, and keep every so many', async () => {
    const short = { ...task, draws: 12, warmUp: [8], chains: 3 }
    const once = await sample(short)
    expect(await sample(short)).toEqual(once)
    expect((await sample({ ...short, block: 1000 })).chains).toEqual(once.chains)
    const thinned = await sample({ ...short, draws: 4, every: 3 })
    expect(thinned.chains).toEqual(once.chains.map(chain => [2, 5, 8, 11].map(at => chain[at])))
    expect(thinned.logDensities[1][3]).toBe(once.logDensities[1][11])
    // Without a warm-up, which all chains share, a chain does not know of the others.
    const many = await sample({ ...short, warmUp: [], chains: 5 })
    expect((await sample({ ...short, warmUp: [], chains: 3 })).chains).toEqual(many.chains.slice(0, 3))
  })

  it('refuse what cannot be sampled', async () => {
    await expect(sample({ ...task, chains: 1 })).rejects.toThrow('1 chains: give a whole number from 2')
    await expect(sample({ ...task, logDensity: each(() => -Infinity) })).rejects.toThrow('no possible point')
    let calls = 0
    const fickle: LogDensity = async points => points.map(() => -calls++)
    await expect(sample({ ...task, logDensity: fickle })).rejects.toThrow('A chain cannot move')
  })
})

describe('jumps', () => {
  /** Two hills of equal weight in the first two coordinates, far apart for the ellipse, and a normal in the others. */
  const hills = (point: Float64Array): number => {
    let square = 0
    for (let at = 2; at < point.length; at++) square += point[at] ** 2
    const hill = (x: number, y: number): number => Math.exp(-0.5 * ((point[0] - x) ** 2 + (point[1] - y) ** 2) * 25)
    return Math.log(hill(-2, 2) + hill(2, -2)) - 0.5 * square
  }
  const dimensions = 20
  const covariance = Float64Array.from({ length: dimensions ** 2 }, (_, at) => (at % (dimensions + 1) === 0 ? 1 : 0))
  covariance[0] = 5
  covariance[dimensions + 1] = 5
  const ellipse = createEllipse(new Float64Array(dimensions), covariance, 10)
  const hilly = { ...task, draws: 1000, block: 8, warmUp: [100, 100], ellipse, logDensity: each(hills) }

  it('cross from hill to hill, where slices alone stay', { tags: ['thorough'] }, async () => {
    const crossings = async (jumps: number) => {
      const { chains } = await sample({ ...hilly, jumps })
      const own = column(chains, 0)
      const sides = own.map(chain => chain.map(Math.sign))
      const moves = sides.map(chain => chain.filter((side, at) => at > 0 && side !== chain[at - 1]).length)
      return { moves: moves.reduce((sum, one) => sum + one, 0), own, chains }
    }
    const without = await crossings(0)
    const { moves, own, chains } = await crossings(10)
    expect(moves).toBeGreaterThan(3 * without.moves)
    expect(rHat(own)).toBeLessThan(1.02)
    expect(Math.abs(moments(own).mean)).toBeLessThan(0.3)
    expect(moments(own).deviation).toBeCloseTo(Math.sqrt(4.04), 1)
    expect(moments(column(chains, 7)).deviation).toBeCloseTo(1, 1)
  })

  it('leave a known normal as it is', { tags: ['thorough'] }, async () => {
    const { chains, logDensities } = await sample({ ...task, block: 30, draws: 400, warmUp: [60], jumps: 20 })
    const all = [...logDensities]
    expect(Math.abs(moments(all).mean + 50)).toBeLessThan(4 * Math.sqrt(50 / bulkSampleSize(all)))
    for (const at of [0, 17, 50, 99]) {
      const own = column(chains, at)
      expect(Math.abs(moments(own).deviation / deviation(at) - 1)).toBeLessThan(0.1)
    }
  })
})
