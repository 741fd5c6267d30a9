/**
 * Fits the parameters of a model to observed series: the most likely point (evolution strategy, then a climb), a sample
 * of the posterior (elliptical slices round it), and what each parameter has learnt. Why so: docs/decisions/10.
 */
import { minimise, type CmaEnd } from './cma-es.ts'
import { createEllipse } from './ellipse.ts'
import { type ErrorScale, errorScales, withoutScales } from './error-scales.ts'
import { learntParameters, type LearntParameter } from './informed.ts'
import { laplaceAt, slopesAt } from './laplace.ts'
import { createLikelihood } from './likelihood.ts'
import { createPosterior, type Posterior } from './posterior.ts'
import { createPriorSpace } from './prior-space.ts'
import { createStream } from '../random.ts'
import { sample } from './slice-sampler.ts'
import type { CalibratedParameters, EvaluateVectors, Scores, TargetSeries } from './types.ts'
import { cholesky, solveLower, solveUpper } from './symmetric-matrix.ts'

export interface CalibrationTask {
  readonly seed: number
  readonly parameters: CalibratedParameters
  readonly targets: readonly TargetSeries[]
  readonly evaluate: EvaluateVectors
  readonly search?: Partial<SearchSettings>
  readonly sampling?: Partial<SamplingSettings>
  /** Called often, with what is being done and how far it is (0 … 1, of a search its budget). */
  readonly progress?: (stage: 'search' | 'sample', share: number, logPosterior?: number) => void
}

export interface SearchSettings {
  readonly population: number
  readonly mostEvaluations: number
  readonly costTolerance: number
}

export interface SamplingSettings {
  readonly chains: number
  readonly draws: number
  /** Directions moved along at once: some 3 judgements for each block in each iteration. */
  readonly block: number
  /** Jumps along differences of draws of the warm-up, after each sweep. */
  readonly jumps: number
  readonly every: number
  readonly warmUp: readonly number[]
  /** Degrees of freedom of the ellipse's t. */
  readonly degrees: number
}

export const standardSearch: SearchSettings = { population: 64, mostEvaluations: 20_000, costTolerance: 1e-3 }
export const standardSampling: SamplingSettings = {
  chains: 16,
  draws: 800,
  block: 16,
  jumps: 10,
  every: 1,
  warmUp: [40, 80, 200],
  degrees: 10,
}

interface Climb {
  readonly scores: Scores
  readonly logPosterior: number
  readonly evaluations: number
}

/** Added to the precision's diagonal, in units of itself: from a full step to a very careful one. All are tried at once. */
const DAMPINGS = [0, 0.01, 0.1, 1, 10, 100, 1000]
/** And parts of each step. */
const PARTS = [1, 0.3]

/**
 * Levenberg and Marquardt's steps from a good point to the top of its hill, with slopes from differences: a search without
 * slopes comes near a top in 100 dimensions, but takes long to reach it.
 * Begins at a point that the model can run; ends when a round of steps gains less than `tolerance` in ln of the
 * posterior, or after `mostRounds`, never lower than it began.
 */
export async function climb(
  posterior: Posterior,
  from: Scores,
  { tolerance = 0.01, mostRounds = 100 }: { readonly tolerance?: number; readonly mostRounds?: number } = {},
): Promise<Climb> {
  const size = from.length
  let scores = from
  let evaluations = 0
  for (let round = 0; ; round++) {
    const { logPosterior, gradient, precision } = await slopesAt(posterior, scores)
    const trials = DAMPINGS.flatMap(damping => {
      const damped = precision.map((value, place) => (place % (size + 1) === 0 ? value * (1 + damping) : value))
      const factor = cholesky(damped, size)
      const step = solveUpper(factor, solveLower(factor, gradient))
      return PARTS.map(part => scores.map((score, at) => score + part * step[at]))
    })
    const found = await posterior.judge(trials)
    evaluations += 1 + 2 * size + trials.length
    let best = 0
    found.forEach((one, at) => {
      if (one.logPosterior > found[best].logPosterior) best = at
    })
    const reached = found[best].logPosterior
    if (!(reached > logPosterior)) return { scores, logPosterior, evaluations }
    scores = trials[best]
    if (!(reached - logPosterior > tolerance) || round + 1 >= mostRounds) {
      return { scores, logPosterior: reached, evaluations }
    }
  }
}

export interface Calibration {
  readonly names: readonly string[]
  /** The most likely point. */
  readonly mode: {
    readonly scores: Scores
    readonly values: Float64Array
    readonly logPosterior: number
    readonly logLikelihood: number
    /** Misses made independent, of variance 1 under the model, in the order of the targets' observations. */
    readonly residuals: Float64Array
    /** Of search and climb. */
    readonly evaluations: number
    /** Reason for which the search ended; the climb goes on from there. */
    readonly end: CmaEnd
  }
  /** chains[chain][draw], scores; `values` of a draw are those of the space. */
  readonly chains: readonly (readonly Scores[])[]
  readonly parameters: readonly LearntParameter[]
  readonly diagnostics: {
    readonly worstRHat: number
    readonly leastBulkSampleSize: number
    readonly leastTailSampleSize: number
    readonly evaluations: number
    readonly evaluationsPerDraw: number
    /** Points that could not be judged, in search and sample, and the reason of the first. */
    readonly failures: number
    readonly firstFailure: string | undefined
    /** Parameters of which the first ellipse knows nothing, since the model fails beside the most likely point. */
    readonly unknown: readonly string[]
  }
  /** Values of all parameters at scores. */
  readonly valuesAt: (scores: Scores) => Float64Array
}

/** Deterministic: a function of the task, whatever the batches that `evaluate` makes. */
export async function calibrate(task: CalibrationTask): Promise<Calibration> {
  const { seed, parameters, targets, evaluate, progress } = task
  const search = { ...standardSearch, ...task.search }
  const sampling = { ...standardSampling, ...task.sampling }
  const space = createPriorSpace(parameters)
  const posterior = createPosterior(space, createLikelihood(targets, space.names), evaluate)
  const scales = errorScales(parameters, targets)
  const sampled = createPriorSpace(withoutScales(parameters, scales))
  const integrated = createPosterior(sampled, createLikelihood(targets, sampled.names, scales), evaluate)
  let failures = 0
  let firstFailure: string | undefined
  const densityOf =
    ({ judge }: Posterior) =>
    async (points: readonly Scores[]): Promise<Float64Array> => {
      const found = await judge(points)
      for (const { failure } of found) {
        if (failure === undefined) continue
        failures++
        firstFailure ??= failure
      }
      return Float64Array.from(found, ({ logPosterior }) => logPosterior)
    }
  const found = await minimise({
    seed,
    start: new Float64Array(space.names.length),
    spread: 0.5,
    costs: async points => (await densityOf(posterior)(points)).map(density => -density),
    ...search,
    progress: (evaluations, best) => progress?.('search', evaluations / search.mostEvaluations, -best),
  })
  const top = await climb(posterior, found.point)
  const mode = await modeAt(posterior, top.scores)
  const laplace = await laplaceAt(posterior, top.scores)
  const places = sampled.names.map(name => space.names.indexOf(name))
  const drawn = await sample({
    seed,
    ellipse: createEllipse(
      Float64Array.from(places, at => laplace.centre[at]),
      Float64Array.from(places.flatMap(row => places.map(at => laplace.covariance[row * space.names.length + at]))),
      sampling.degrees,
    ),
    logDensity: densityOf(integrated),
    ...sampling,
    progress: (done, all) => progress?.('sample', done / all),
  })
  const chains = await withScales(drawn.chains, { seed, names: space.names, scales, integrated })
  const again = scales.length === 0 ? 0 : sampling.chains * sampling.draws
  const learnt = learntParameters(space, top.scores, chains)
  return {
    names: space.names,
    mode: { ...mode, evaluations: found.evaluations + top.evaluations, end: found.end },
    chains,
    parameters: learnt,
    diagnostics: {
      worstRHat: Math.max(...learnt.map(({ rHat }) => rHat)),
      leastBulkSampleSize: Math.min(...learnt.map(({ bulkSampleSize }) => bulkSampleSize)),
      leastTailSampleSize: Math.min(...learnt.map(({ tailSampleSize }) => tailSampleSize)),
      evaluations: found.evaluations + top.evaluations + drawn.evaluations + 2 * space.names.length + 1 + again,
      evaluationsPerDraw: drawn.evaluationsPerDraw,
      failures,
      firstFailure,
      unknown: laplace.unknown,
    },
    valuesAt: space.valuesAt,
  }
}

interface ScaleSettings {
  readonly seed: number
  /** Of all parameters. */
  readonly names: readonly string[]
  readonly scales: readonly ErrorScale[]
  readonly integrated: Posterior
}

/** Draws of all parameters; the scales of a draw are a function of the seed, the chain, its number and the draw itself. */
async function withScales(
  chains: readonly (readonly Scores[])[],
  { seed, names, scales, integrated }: ScaleSettings,
): Promise<readonly (readonly Scores[])[]> {
  if (scales.length === 0) return chains
  const uniform = createStream(seed, 'error scales')
  const joined = [...integrated.space.names, ...scales.map(({ name }) => name)]
  const order = names.map(name => joined.indexOf(name))
  const all = chains.map((): Scores[] => [])
  for (let draw = 0; draw < chains[0].length; draw++) {
    const points = chains.map(draws => draws[draw])
    const found = await integrated.drawScales(points, (chain, at) => uniform(chain, draw, at))
    found.forEach((own, chain) => {
      const both = [...points[chain], ...own]
      all[chain].push(Float64Array.from(order, at => both[at]))
    })
  }
  return all
}

async function modeAt(posterior: Posterior, scores: Scores) {
  const [{ logPosterior, logLikelihood, surprises, failure }] = await posterior.judge([scores])
  if (surprises === undefined) throw new Error(`The most likely point cannot be run again: ${failure}`)
  return {
    scores,
    values: posterior.space.valuesAt(scores),
    logPosterior,
    logLikelihood,
    residuals: surprises.residuals,
  }
}
