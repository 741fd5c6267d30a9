/** Tests the likelihood: standard normal priors, targets in their scale, reporting biases and invalid input. */
import { describe, expect, it } from 'vitest'
import { normalCumulative } from '../distributions.ts'
import type { UncertainParameter } from '../sample.ts'
import { createLikelihood } from './likelihood.ts'
import { createSurprises } from './noisy-process.ts'
import { createPosterior, logPrior } from './posterior.ts'
import { createPriorSpace } from './prior-space.ts'
import type { EvaluateVectors, TargetSeries } from './types.ts'

const wage: UncertainParameter = { name: 'wage', prior: { low: 1, central: 2, high: 4 } }
const rate: UncertainParameter = { name: 'rate[CN-LN]', prior: { low: -1, central: 0, high: 1 } }
const inflated: UncertainParameter = { name: 'inflated', prior: { low: 0.1, central: 0.2, high: 0.3 } }

describe('the space of scores', () => {
  const space = createPriorSpace({ model: [wage, rate], measurement: [inflated] })
  const z90 = 1.2815515655446004

  it('has the medians at 0 and the 10 and 90 % points at their normal scores', () => {
    expect(space.names).toEqual(['wage', 'rate[CN-LN]', 'inflated'])
    expect(space.modelSize).toBe(2)
    expect(space.valuesAt(new Float64Array(3))).toEqual(Float64Array.of(2, 0, 0.2))
    const ends = space.valuesAt(Float64Array.of(-z90, z90, z90))
    ;[1, 1, 0.3].forEach((value, at) => expect(ends[at]).toBeCloseTo(value, 12))
    expect(space.quantile(0, 0.9)).toBeCloseTo(4, 12)
  })

  it('stays at the ends of a prior, however far out', () => {
    const far = space.valuesAt(Float64Array.of(40, -40, 3))
    expect(far).toEqual(space.valuesAt(Float64Array.of(2.06, -2.06, 2.06)))
  })

  it('mixes what is correlated, and keeps each prior', () => {
    const correlated = createPriorSpace({
      model: [wage, rate],
      measurement: [],
      uncertainty: { correlations: [{ a: 'rate[CN-LN]', b: 'wage', value: 0.6 }] },
    })
    const scores = Float64Array.of(0.5, 1)
    // By name, rate comes first and keeps its own score.
    const places = correlated.placesAt(scores)
    expect(places[1]).toBeCloseTo(1, 12)
    expect(places[0]).toBeCloseTo(0.6 * 1 + 0.8 * 0.5, 12)
    expect(correlated.valuesAt(scores)[0]).toBeCloseTo(correlated.quantile(0, normalCumulative(places[0])), 12)
    expect(space.placesAt(Float64Array.of(1, 2, 3))).toEqual(Float64Array.of(1, 2, 3))
  })

  it('refuses nothing, twice the same, and too few scores', () => {
    expect(() => createPriorSpace({ model: [], measurement: [] })).toThrow('nothing to calibrate')
    expect(() => createPriorSpace({ model: [wage], measurement: [wage] })).toThrow("'wage' is listed twice")
    expect(() => space.valuesAt(new Float64Array(2))).toThrow('2 scores for 3 parameters')
  })
})

const target: TargetSeries = {
  name: 'output[CN-LN]',
  times: [2010, 2011, 2012],
  observed: [100, 110, 132],
  scale: 'log',
  errors: [0.1, 0.1, 0.2],
}
const names = ['wage', 'inflated', 'deviation']
const values = Float64Array.of(2, 0.2, 0.3)
const density = (targets: TargetSeries[], prediction: number[]): number => {
  const found = createLikelihood(targets, names).judge(Float64Array.from(prediction), values)
  if (typeof found !== 'number') throw new Error(found.failure)
  return found
}
const constant = (errors: readonly number[]): number =>
  errors.reduce((sum, error) => sum - 0.5 * Math.log(2 * Math.PI) - Math.log(error), 0)

describe('the likelihood', () => {
  it('compares logarithms or levels', () => {
    expect(density([target], [100, 110, 132])).toBeCloseTo(constant(target.errors), 12)
    const off = density([target], [100, 110, 132 * 1.1])
    expect(off).toBeCloseTo(constant(target.errors) - 0.5 * (Math.log(1.1) / 0.2) ** 2, 12)
    const level: TargetSeries = { ...target, scale: 'level', errors: [2, 2, 2] }
    expect(density([level], [101, 110, 132])).toBeCloseTo(constant(level.errors) - 0.5 * 0.25, 12)
  })

  it('judges targets side by side, and leaves their misses as independent numbers', () => {
    const other: TargetSeries = { ...target, name: 'other', times: [2010], observed: [5], scale: 'level', errors: [1] }
    const likelihood = createLikelihood([target, other], names)
    const surprises = createSurprises(4)
    const found = likelihood.judge(Float64Array.of(100, 110, 132, 3), values, surprises)
    expect(found).toBeCloseTo(density([target], [100, 110, 132]) + density([other], [3]), 12)
    expect(surprises.residuals[3]).toBe(2)
  })

  it('sees through a reporting bias, fixed or calibrated', () => {
    const reported: TargetSeries = { ...target, bias: [{ factor: 'inflated', shape: [0, 0.5, 1] }] }
    expect(density([reported], [100, 100, 110])).toBeCloseTo(constant(target.errors), 12)
    const fixed: TargetSeries = {
      ...target,
      bias: [
        { factor: 0.1, shape: [0, 1, 1] },
        { factor: 0.1, shape: [0, 0, 1] },
      ],
    }
    expect(density([fixed], [100, 100, 110])).toBeCloseTo(constant(target.errors), 12)
  })

  it('allows for a discrepancy: a miss that lasts costs less', () => {
    const lasting = [120, 132, 158.4]
    const discrepancy = { deviation: 'deviation', persistence: 0.9 }
    const strict = density([target], lasting) - density([target], [100, 110, 132])
    const lenient =
      density([{ ...target, discrepancy }], lasting) - density([{ ...target, discrepancy }], [100, 110, 132])
    expect(strict).toBeLessThan(-3)
    expect(lenient).toBeGreaterThan(-0.5)
  })

  it('says which prediction has no logarithm', () => {
    const likelihood = createLikelihood([target], names)
    expect(likelihood.judge(Float64Array.of(1, -1, 1), values)).toEqual({
      failure: "'output[CN-LN]' is -1 in 2011, which has no log.",
    })
    expect(likelihood.judge(Float64Array.of(1, 1, Number.NaN), values)).toEqual({
      failure: "'output[CN-LN]' is NaN in 2012, which has no log.",
    })
  })

  it('refuses targets that make no sense, with their name and year', () => {
    const refuse = (change: Partial<TargetSeries>, message: string): void =>
      expect(() => createLikelihood([{ ...target, ...change }], names)).toThrow(message)
    refuse({ observed: [1, 2] }, "Target 'output[CN-LN]' has 3 years and lists of 2, 3")
    refuse({ observed: [100, 0, 100] }, '2011: observed 0, which has no log')
    refuse({ errors: [0.1, 0.1, 0] }, '2012: an error of 0')
    refuse({ times: [2010, 2010, 2012] }, '2010: years must increase')
    refuse({ bias: [{ factor: 'typo', shape: [0, 0, 1] }] }, "wants the parameter 'typo'")
    expect(() => createLikelihood([target, target], names)).toThrow('listed twice')
    const odd: TargetSeries = { ...target, discrepancy: { deviation: 0.1, persistence: 1 } }
    expect(() => density([odd], [100, 110, 132])).toThrow('persistence')
  })
})

describe('the posterior', () => {
  it('adds the prior, and gives failures no chance without stopping the others', async () => {
    const space = createPriorSpace({ model: [wage], measurement: [inflated] })
    const evaluate: EvaluateVectors = async vectors =>
      vectors.map(vector =>
        vector[0] > 3 ? { failure: 'too dear' } : Float64Array.of(50 * vector[0], 55 * vector[0], 66 * vector[0]),
      )
    const { judge } = createPosterior(space, createLikelihood([target], space.names), evaluate)
    const [middle, dear] = await judge([new Float64Array(2), Float64Array.of(1, 0)])
    expect(middle.logLikelihood).toBeCloseTo(constant(target.errors), 12)
    expect(middle.logPosterior).toBeCloseTo(constant(target.errors) - Math.log(2 * Math.PI), 12)
    expect(dear).toMatchObject({ logPosterior: -Infinity, failure: 'too dear' })
    expect(logPrior(Float64Array.of(1, 2))).toBeCloseTo(-2.5 - Math.log(2 * Math.PI), 12)
  })
})
