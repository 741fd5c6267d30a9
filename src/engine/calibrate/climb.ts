/**
 * Climbs from a good point to the top of its hill by Levenberg and Marquardt's steps, whose slopes come from differences.
 * A search without slopes comes near a top in 100 dimensions, but takes long to reach it.
 */
import { slopesAt } from './laplace.ts'
import type { Posterior } from './posterior.ts'
import { cholesky, solveLower, solveUpper } from './symmetric-matrix.ts'
import type { Scores } from './types.ts'

export interface Climb {
  readonly scores: Scores
  readonly logPosterior: number
  readonly evaluations: number
}

/** Added to the precision's diagonal, in units of itself: from a full step to a very careful one. All are tried at once. */
const DAMPINGS = [0, 0.01, 0.1, 1, 10, 100, 1000]
/** And parts of each step. */
const PARTS = [1, 0.3]

/**
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
