/** Tests that integrating error scales out leaves the posterior as it is, and that chains then mix. */
import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { calibrate, type CalibrationTask } from './calibrate.ts'
import { errorScales } from './error-scales.ts'
import { createLikelihood } from './likelihood.ts'
import type { TargetSeries } from './types.ts'

const prior = { low: 0.1, central: 0.5, high: 2.5 }
const median = 0.5
const logDeviation = Math.log(4)
const lognormal = { kind: 'lognormal', median, logDeviation } as const
const series = (name: string, years: readonly number[], spread: number, persistence = 0.8): TargetSeries => ({
  name,
  times: years,
  observed: years.map(year => spread * Math.sin(3 * year)),
  scale: 'level',
  errors: years.map((_, at) => 0.3 * (1 + at / 10)),
  discrepancy: { deviation: 'scale', persistence },
})
const nothing = new Float64Array(0)
const scoresFrom = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => -8.2 + (16.4 * (at + 0.5)) / count)

describe('a scale that is integrated out', () => {
  for (const [kind, targets] of Object.entries({
    'of a single year': [series('a', [2000], 0.1)],
    'that is nearly nothing': [series('a', [2000, 2001, 2004], 0.01), series('b', [2000, 2001, 2004], 0.02)],
    'of several series, with gaps': [
      series('a', [2000, 2001, 2004], 2),
      series('b', [2000, 2001, 2004], 1),
      series('c', [1990, 1992, 1993, 1994, 1999, 2007], 3),
    ],
    'of many years': [
      series(
        'a',
        Array.from({ length: 60 }, (_, at) => 1900 + at),
        1,
      ),
    ],
  })) {
    const joint = createLikelihood(targets, ['scale'])
    const integrated = createLikelihood(targets, [], [{ name: 'scale', median, logDeviation }])
    const prediction = new Float64Array(joint.size)
    // The joint density by the filter, at many scores.
    const scores = scoresFrom(8000)
    const densities = scores.map(score => {
      const found = joint.judge(prediction, Float64Array.of(median * Math.exp(logDeviation * score)))
      return Math.exp((found as number) - 0.5 * score * score) / Math.sqrt(2 * Math.PI)
    })
    const total = densities.reduce((sum, one) => sum + one, 0)

    it(`has the likelihood of the full integral: ${kind}`, () => {
      const expected = Math.log((total * 16.4) / scores.length)
      expect(integrated.judge(prediction, nothing)).toBeCloseTo(expected, 6)
      // Earlier judgements have no part in it.
      integrated.judge(
        prediction.map(() => 5),
        nothing,
      )
      expect(integrated.judge(prediction, nothing)).toBeCloseTo(expected, 6)
    })

    it(`is drawn from its density given the misses: ${kind}`, () => {
      const uniform = createStream(7, 'test')
      const count = 5000
      const drawn = Array.from(
        { length: count },
        (_, draw) => integrated.drawScales(prediction, nothing, at => uniform(draw, 0, at))[0],
      ).sort((a, b) => a - b)
      // Kolmogorov and Smirnov's distance, at a level of one in a thousand.
      let below = 0
      let place = 0
      let distance = 0
      scores.forEach((score, at) => {
        below += densities[at] / total
        while (place < count && drawn[place] <= score + 16.4 / scores.length / 2) place++
        distance = Math.max(distance, Math.abs(below - place / count))
      })
      expect(distance).toBeLessThan(1.95 / Math.sqrt(count))
    })
  }

  it('is one that does nothing else, and has a lognormal prior', () => {
    const one = series('a', [2000], 1)
    const measurement = [{ name: 'scale', prior }]
    const distributions = { scale: lognormal }
    const found = (uncertainty: object, target: TargetSeries = one): string[] =>
      errorScales({ model: [], measurement, uncertainty }, [target]).map(({ name }) => name)
    expect(found({ distributions })).toEqual(['scale'])
    expect(found({})).toEqual([])
    expect(found({ distributions, truncations: [{ parameter: 'scale', low: 0.1 }] })).toEqual([])
    expect(found({ distributions, correlations: [{ a: 'other', b: 'scale', value: 0.5 }] })).toEqual([])
    expect(found({ distributions }, { ...one, bias: [{ factor: 'scale', shape: [1] }] })).toEqual([])
    expect(found({ distributions }, { ...one, discrepancy: { deviation: 'scale', persistence: 'kept' } })).toEqual([])
    expect(found({ distributions }, { ...one, discrepancy: { deviation: 0.1, persistence: 0.8 } })).toEqual([])
  })
})

describe('a calibration with an error scale', () => {
  /** Twelve years of a trend through little noise: the scale may be anything from nothing on. */
  const years = Array.from({ length: 12 }, (_, at) => 2000 + at)
  const slope = (year: number): number => (year - 2000) / 12
  const target: TargetSeries = {
    ...series('y', years, 0.4),
    observed: years.map(year => 0.7 * slope(year) + 0.35 * Math.sin(3 * year)),
  }
  const z90 = 1.2815515655446004
  const task: CalibrationTask = {
    seed: 5,
    parameters: {
      model: [{ name: 'trend', prior: { low: -z90, central: 0, high: z90 } }],
      measurement: [{ name: 'scale', prior }],
      uncertainty: { distributions: { scale: lognormal } },
    },
    targets: [target],
    evaluate: async vectors => vectors.map(([trend]) => Float64Array.from(years, year => trend * slope(year))),
    search: { population: 8, mostEvaluations: 2000 },
    sampling: { chains: 8, draws: 1000, jumps: 2, warmUp: [50, 50] },
  }
  /** Mean and deviation of trend and scale, and how much less is known of the trend where the scale is large. */
  const momentsOf = (points: readonly Float64Array[], weights: readonly number[]): number[] => {
    const total = weights.reduce((sum, one) => sum + one, 0)
    const mean = (of: (point: Float64Array) => number): number =>
      points.reduce((sum, point, at) => sum + (weights[at] * of(point)) / total, 0)
    const [trend, scale] = [mean(([x]) => x), mean(([, y]) => y)]
    return [
      trend,
      scale,
      Math.sqrt(mean(([x]) => (x - trend) ** 2)),
      Math.sqrt(mean(([, y]) => (y - scale) ** 2)),
      mean(([x, y]) => (x - trend) ** 2 * (y - scale)),
    ]
  }

  it('has the known posterior of both, with draws that are as good as independent', async () => {
    const { chains, parameters } = await calibrate(task)
    const likelihood = createLikelihood([target], ['trend', 'scale'])
    const grid = [...scoresFrom(300)]
    const points = grid.flatMap(trend => grid.map(scale => Float64Array.of(trend, scale)))
    const weights = points.map(([trend, scale]) => {
      const prediction = Float64Array.from(years, year => trend * slope(year))
      const values = Float64Array.of(trend, median * Math.exp(logDeviation * scale))
      return Math.exp((likelihood.judge(prediction, values) as number) - 0.5 * (trend * trend + scale * scale))
    })
    const draws = chains.flat()
    const expected = momentsOf(points, weights)
    const found = momentsOf(
      draws,
      draws.map(() => 1),
    )
    // Four standard errors.
    const tolerances = [0.017, 0.03, 0.012, 0.025, 0.004]
    found.forEach((one, at) =>
      expect(Math.abs(one - expected[at]), `moment ${at}: ${one}, not ${expected[at]}`).toBeLessThan(tolerances[at]),
    )
    for (const { rHat, bulkSampleSize, tailSampleSize } of parameters) {
      expect(rHat).toBeLessThan(1.01)
      expect(Math.min(bulkSampleSize, tailSampleSize)).toBeGreaterThan(5000)
    }
  })

  it('has the same bits again, whatever the batches', async () => {
    const short = { ...task, sampling: { chains: 3, draws: 20, jumps: 2, warmUp: [10] } }
    const found = await calibrate(short)
    const apart: CalibrationTask['evaluate'] = async vectors =>
      (await Promise.all(vectors.toReversed().map(vector => task.evaluate([vector])))).flat().toReversed()
    expect((await calibrate({ ...short, evaluate: apart })).chains).toEqual(found.chains)
    expect((await calibrate({ ...short, seed: 6 })).chains).not.toEqual(found.chains)
    expect(found.parameters.map(({ name }) => name)).toEqual(['trend', 'scale'])
  })
})
