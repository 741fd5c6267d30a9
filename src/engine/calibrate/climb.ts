/**
 * Climbs from a good point to the top of its hill: Levenberg and Marquardt's steps on the residuals, whose slopes come
 * from differences. A search without slopes comes near a top in 100 dimensions, but takes long to reach it.
 */
import { precisionOf, slopesAt } from './laplace.ts'
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

/** Ends when a round of steps gains less than `tolerance` in ln of the posterior, or after `mostRounds`. Never ends lower than it began. */
export async function climb(
  posterior: Posterior,
  from: Scores,
  { tolerance = 0.01, mostRounds = 100 }: { readonly tolerance?: number; readonly mostRounds?: number } = {},
): Promise<Climb> {
  const size = from.length
  let [{ logPosterior, residuals }] = await posterior.examine([from])
  if (residuals === undefined) throw new Error('A climb must begin at a point that the model can run.')
  let scores = from
  let evaluations = 1
  for (let round = 0; round < mostRounds; round++) {
    const { slopes } = await slopesAt(posterior, scores)
    const precision = precisionOf(slopes)
    const pull = scores.map((score, at) => {
      const own = slopes[at]
      let sum = -score
      if (own !== undefined) for (let place = 0; place < own.length; place++) sum -= own[place] * residuals![place]
      return sum
    })
    const trials = DAMPINGS.flatMap(damping => {
      const damped = precision.map((value, place) => (place % (size + 1) === 0 ? value * (1 + damping) : value))
      const factor = cholesky(damped, size)
      const step = solveUpper(factor, solveLower(factor, pull))
      return PARTS.map(part => scores.map((score, at) => score + part * step[at]))
    })
    const found = await posterior.examine(trials)
    evaluations += 2 * size + trials.length
    let best = 0
    found.forEach((one, at) => {
      if (one.logPosterior > found[best].logPosterior) best = at
    })
    const gain = found[best].logPosterior - logPosterior
    if (gain > 0) {
      scores = trials[best]
      ;({ logPosterior, residuals } = found[best])
    }
    if (!(gain > tolerance)) break
  }
  return { scores, logPosterior, evaluations }
}
