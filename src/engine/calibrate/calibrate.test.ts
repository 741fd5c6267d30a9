/** Tests a whole calibration on a model whose posterior is known; results do not depend on the batches. */
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'
import type { UncertainParameter } from '../sample.ts'
import { calibrate, type CalibrationTask, climb } from './calibrate.ts'
import { laplaceAt } from './laplace.ts'
import { createLikelihood } from './likelihood.ts'
import { createPosterior } from './posterior.ts'
import { createPriorSpace } from './prior-space.ts'
import { inverse } from './symmetric-matrix.ts'
import type { EvaluateVectors, TargetSeries } from './types.ts'

const size = 12
const z90 = 1.2815515655446004
/** Priors of mean 0 and deviation 1, so that scores are values. */
const parameters: UncertainParameter[] = Array.from({ length: size }, (_, at) => ({
  name: `p${at}`,
  prior: { low: -z90, central: 0, high: z90 },
}))
/** A linear model of 20 outcomes; the last two parameters move nothing. */
const draw = createStream(31, 'slopes')
const slopes = Array.from({ length: 20 }, (_, row) =>
  Float64Array.from({ length: size }, (__, at) => (at < size - 2 ? 0.5 * normalQuantile(draw(row, at, 0)) : 0)),
)

const predict = (vector: Float64Array): Float64Array =>
  Float64Array.from(slopes, row => row.reduce((sum, slope, at) => sum + slope * vector[at], 0))
const errors = slopes.map((_, row) => 0.5 + (row % 3) / 4)
const truth = Float64Array.from({ length: size }, (_, at) => 0.8 * Math.cos(at))
const observed = [...predict(truth)].map((value, row) => value + errors[row] * normalQuantile(draw(row, 99, 0)))
const target: TargetSeries = { name: 'y', times: slopes.map((_, row) => 2000 + row), observed, scale: 'level', errors }

/** The posterior of a linear model with normal priors and errors. */
const known = () => {
  const precision = new Float64Array(size * size)
  const pull = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    precision[row * size + row] += 1
    slopes.forEach((slope, at) => {
      pull[row] += (slope[row] * observed[at]) / errors[at] ** 2
      for (let column = 0; column < size; column++)
        precision[row * size + column] += (slope[row] * slope[column]) / errors[at] ** 2
    })
  }
  const covariance = inverse(precision, size)
  const mean = pull.map((_, row) => pull.reduce((sum, x, at) => sum + covariance[row * size + at] * x, 0))
  return { mean, covariance }
}

const evaluate: EvaluateVectors = async vectors => vectors.map(predict)
const task: CalibrationTask = {
  seed: 1,
  parameters: { model: parameters, measurement: [] },
  targets: [target],
  evaluate,
  search: { population: 16, costTolerance: 1e-9 },
  sampling: { chains: 8, draws: 800, block: size, jumps: 0, warmUp: [100, 100] },
}

describe('calibration', () => {
  const { mean, covariance } = known()

  it('finds the known posterior of a linear model', async () => {
    const { mode, chains, parameters: learnt, diagnostics } = await calibrate(task)
    mode.scores.forEach((score, at) => expect(score).toBeCloseTo(mean[at], 4))
    expect(mode.end).toBe('costTolerance')
    expect(diagnostics.worstRHat).toBeLessThan(1.01)
    expect(diagnostics.leastBulkSampleSize).toBeGreaterThan(1500)
    expect(diagnostics.evaluationsPerDraw).toBeLessThan(2)
    expect(diagnostics.failures).toBe(0)
    expect(chains.map(chain => chain.length)).toEqual(new Array(8).fill(800))
    learnt.forEach(({ shift, deviationRatio, bulkSampleSize, label, divergence, posterior, prior }, at) => {
      // Priors stop at their 2 % points, so that values far out count less than in the textbook.
      const deviation = Math.sqrt(covariance[at * size + at])
      expect(Math.abs(shift - mean[at]) / deviation, `mean ${at}`).toBeLessThan(0.05 + 4 / Math.sqrt(bulkSampleSize))
      expect(deviationRatio / deviation, `deviation ${at}`).toBeGreaterThan(0.93)
      expect(deviationRatio / deviation, `deviation ${at}`).toBeLessThan(1.07)
      expect(label).toBe(at < size - 2 ? 'informed' : 'assumed')
      expect(divergence >= 0.05).toBe(label === 'informed')
      expect(posterior.low).toBeLessThan(posterior.central)
      expect(prior.high).toBeCloseTo(z90, 12)
    })
  }, 60_000)

  it('has the same bits whatever the batches, and others under another seed', async () => {
    const short: CalibrationTask = {
      ...task,
      search: { population: 8, mostEvaluations: 400 },
      sampling: { chains: 3, draws: 20, warmUp: [10] },
    }
    const one: EvaluateVectors = async vectors => vectors.map(predict)
    const batches: number[] = []
    const apart: EvaluateVectors = async vectors => {
      batches.push(vectors.length)
      const found = []
      for (const vector of vectors.toReversed()) found.unshift(...(await one([vector])))
      return found
    }
    const first = await calibrate(short)
    const again = await calibrate({ ...short, evaluate: apart })
    expect(again.chains).toEqual(first.chains)
    expect(again.parameters).toEqual(first.parameters)
    expect(Math.max(...batches)).toBe(2 * size + 1)
    expect((await calibrate({ ...short, seed: 2 })).chains).not.toEqual(first.chains)
  })

  it('counts what cannot be run, and goes on', async () => {
    const picky: EvaluateVectors = async vectors =>
      vectors.map(vector => (vector[0] > mean[0] + 0.2 ? { failure: 'p0 is too large' } : predict(vector)))
    const { diagnostics, chains } = await calibrate({ ...task, evaluate: picky })
    expect(diagnostics.failures).toBeGreaterThan(10)
    expect(diagnostics.firstFailure).toBe('p0 is too large')
    for (const chain of chains) for (const score of chain) expect(score[0]).toBeLessThanOrEqual(mean[0] + 0.2 + 1e-12)
  })

  it('reports how far it is', async () => {
    const shares: number[] = []
    const stages = new Set<string>()
    await calibrate({
      ...task,
      search: { population: 8, mostEvaluations: 200 },
      sampling: { chains: 2, draws: 8, warmUp: [8] },
      progress: (stage, share) => {
        stages.add(stage)
        if (stage === 'sample') shares.push(share)
      },
    })
    expect([...stages]).toEqual(['search', 'sample'])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('a climb', () => {
  const bent: TargetSeries = {
    name: 'valley',
    times: [2000, 2001],
    observed: [0, 0.5],
    scale: 'level',
    errors: [0.05, 0.5],
  }
  /** A narrow bent valley: y near x², and x measured. */
  const valley: EvaluateVectors = async vectors => vectors.map(([x, y]) => Float64Array.of(y - x * x, x))

  it('reaches the top of a bent valley, and never ends lower than it began', async () => {
    const space = createPriorSpace({ model: parameters.slice(0, 2), measurement: [] })
    const posterior = createPosterior(space, createLikelihood([bent], space.names), valley)
    const start = Float64Array.of(-1, 1.5)
    const [before] = await posterior.judge([start])
    const top = await climb(posterior, start, { tolerance: 1e-10 })
    expect(top.logPosterior).toBeGreaterThan(before.logPosterior)
    // On the valley floor y = x²: x² + x⁴ + 4 (x - 0.5)² is least where x + 2 x³ + 4 (x - 0.5) = 0.
    expect(5 * top.scores[0] + 2 * top.scores[0] ** 3).toBeCloseTo(2, 2)
    expect((await climb(posterior, top.scores)).logPosterior).toBeGreaterThanOrEqual(top.logPosterior)
  })

  it('goes straight to the top of a linear model', async () => {
    const space = createPriorSpace(task.parameters)
    const posterior = createPosterior(space, createLikelihood([target], space.names), evaluate)
    const { scores, evaluations } = await climb(posterior, new Float64Array(size))
    scores.forEach((score, at) => expect(score).toBeCloseTo(known().mean[at], 6))
    expect(evaluations).toBeLessThan(100)
  })

  it('must begin at a point that can be run', async () => {
    const space = createPriorSpace(task.parameters)
    const never: EvaluateVectors = async vectors => vectors.map(() => ({ failure: 'no' }))
    const posterior = createPosterior(space, createLikelihood([target], space.names), never)
    await expect(climb(posterior, new Float64Array(size))).rejects.toThrow('a point that cannot be run: no')
  })
})

describe('the normal approximation', () => {
  it('is the posterior of a linear model', async () => {
    const { mean, covariance } = known()
    const space = createPriorSpace(task.parameters)
    const posterior = createPosterior(space, createLikelihood([target], space.names), evaluate)
    const found = await laplaceAt(posterior, mean)
    found.covariance.forEach((value, at) => expect(value).toBeCloseTo(covariance[at], 8))
    expect(found.unknown).toEqual([])
  })

  it('knows how well the size of errors is known: half an observation each, in logarithms', async () => {
    // Misses of deviation d, ln d with a prior deviation of 0.5: the data say n / 2 of ln d², that is 2 n of ln d.
    const count = 40
    const misses = Array.from({ length: count }, (_, row) => normalQuantile(draw(row, 77, 0)))
    const spread: TargetSeries = {
      name: 'spread',
      times: misses.map((_, row) => 2000 + row),
      observed: misses,
      scale: 'level',
      errors: misses.map(() => 1e-6),
      discrepancy: { deviation: 'size', persistence: 0 },
    }
    const space = createPriorSpace({
      model: parameters.slice(0, 1),
      measurement: [{ name: 'size', prior: { low: 0.5, central: 1, high: 2 } }],
      uncertainty: { distributions: { size: { kind: 'lognormal', median: 1, logDeviation: 0.5 } } },
    })
    const none: EvaluateVectors = async vectors => vectors.map(() => new Float64Array(count))
    const posterior = createPosterior(space, createLikelihood([spread], space.names), none)
    const { scores } = await climb(posterior, new Float64Array(2), { tolerance: 1e-10 })
    // n (rms² / d² - 1) = ln d / 0.25 at the top.
    const square = misses.reduce((sum, x) => sum + x * x, 0)
    const lnSize = 0.5 * scores[1]
    expect(square * Math.exp(-2 * lnSize) - count).toBeCloseTo(lnSize / 0.25, 1)
    const { covariance } = await laplaceAt(posterior, scores)
    expect(covariance[3]).toBeCloseTo(1 / (1 + 2 * count * 0.25), 3)
    expect(covariance[0]).toBe(1)
  })

  it('keeps the prior where the model fails beside the point', async () => {
    const space = createPriorSpace(task.parameters)
    const narrow: EvaluateVectors = async vectors =>
      vectors.map(vector => (vector[3] > 0.05 ? { failure: 'no' } : predict(vector)))
    const posterior = createPosterior(space, createLikelihood([target], space.names), narrow)
    const { unknown, covariance } = await laplaceAt(posterior, new Float64Array(size))
    expect(unknown).toEqual(['p3'])
    expect(covariance[3 * size + 3]).toBe(1)
  })
})
