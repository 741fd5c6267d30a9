/**
 * Evaluates the posterior of the parameters at many points at once: the standard normal prior and the likelihood of the
 * targets.
 */
import type { Likelihood } from './likelihood.ts'
import { createSurprises, type Surprises } from './noisy-process.ts'
import type { PriorSpace } from './prior-space.ts'
import type { EvaluateVectors, Scores } from './types.ts'

const HALF_LN_2PI = 0.9189385332046727

/** Logarithms of densities; the prior's and the likelihood's add up. -Infinity where the model cannot be run. */
interface Examination {
  readonly logPosterior: number
  readonly logLikelihood: number
  readonly failure: string | undefined
  /** Misses made independent; none where it failed. */
  readonly surprises: Surprises | undefined
}

export interface Posterior {
  readonly space: PriorSpace
  readonly judge: (points: readonly Scores[]) => Promise<readonly Examination[]>
  /** Scores of the scales that the likelihood integrates out, for each of some points that can be run. */
  readonly drawScales: (
    points: readonly Scores[],
    uniform: (point: number, at: number) => number,
  ) => Promise<readonly Float64Array[]>
}

/** The result for a point does not depend on the other points of the batch, given that of `evaluate` does not. */
export function createPosterior(space: PriorSpace, likelihood: Likelihood, evaluate: EvaluateVectors): Posterior {
  const run = async (points: readonly Scores[]) => {
    const values = points.map(point => space.valuesAt(point))
    const predictions = await evaluate(values.map(all => all.slice(0, space.modelSize)))
    if (predictions.length !== points.length) {
      throw new Error(`${predictions.length} predictions for ${points.length} points: give one for each.`)
    }
    return { values, predictions }
  }
  const judge = async (points: readonly Scores[]): Promise<readonly Examination[]> => {
    const { values, predictions } = await run(points)
    return points.map((point, at) => {
      const prediction = predictions[at]
      const surprises = createSurprises(likelihood.size)
      const found = 'failure' in prediction ? prediction : likelihood.judge(prediction, values[at], surprises)
      if (typeof found !== 'number') return { ...failed, failure: found.failure }
      return {
        logPosterior: logPrior(point) + found,
        logLikelihood: found,
        failure: undefined,
        surprises,
      }
    })
  }
  return {
    space,
    judge,
    drawScales: async (points, uniform) => {
      const { values, predictions } = await run(points)
      return predictions.map((prediction, point) => {
        if ('failure' in prediction) throw new Error(`A draw cannot be run again: ${prediction.failure}`)
        return likelihood.drawScales(prediction, values[point], at => uniform(point, at))
      })
    },
  }
}

const failed = { logPosterior: -Infinity, logLikelihood: -Infinity, surprises: undefined } as const

/** ln of the standard normal density. */
export function logPrior(scores: Scores): number {
  let square = 0
  for (let at = 0; at < scores.length; at++) square += scores[at] * scores[at]
  return -0.5 * square - scores.length * HALF_LN_2PI
}
