/**
 * A normal approximation of the posterior round a point (Gauss and Newton): how the residuals answer to each parameter,
 * by central differences, gives the precision that the data add to that of the prior.
 */
import type { Posterior } from './posterior.ts'
import { inverse } from './symmetric-matrix.ts'
import type { Scores } from './types.ts'

export interface LaplaceApproximation {
  readonly centre: Scores
  /** Row after row. */
  readonly covariance: Float64Array
  /** Parameters whose answer could not be found, since the model fails beside the point: taken as not informed. */
  readonly unknown: readonly string[]
}

/**
 * Half the distance of the differences, in standard deviations of the prior: wide enough to see past the kink that a
 * two-piece prior has at its median.
 */
const BESIDE = 0.1

/** Judges two points for each parameter, all in one batch. */
export async function laplaceAt(posterior: Posterior, centre: Scores): Promise<LaplaceApproximation> {
  const { slopes, unknown } = await slopesAt(posterior, centre)
  return { centre, covariance: inverse(precisionOf(slopes), centre.length), unknown }
}

interface Slopes {
  /** How each residual answers to each parameter; undefined where the model fails beside the point. */
  readonly slopes: ReadonlyArray<Float64Array | undefined>
  readonly unknown: readonly string[]
}

export async function slopesAt(posterior: Posterior, centre: Scores): Promise<Slopes> {
  const { names } = posterior.space
  const beside = names.flatMap((_, at) =>
    [-BESIDE, BESIDE].map(step => centre.map((score, other) => (other === at ? score + step : score))),
  )
  const found = await posterior.examine(beside)
  const unknown: string[] = []
  const slopes = names.map((name, at) => {
    const [below, above] = [found[2 * at].residuals, found[2 * at + 1].residuals]
    if (below !== undefined && above !== undefined) {
      return above.map((residual, place) => (residual - below[place]) / (2 * BESIDE))
    }
    unknown.push(name)
    return undefined
  })
  return { slopes, unknown }
}

/** Of the prior and the data together, row after row. */
export function precisionOf(slopes: Slopes['slopes']): Float64Array {
  const size = slopes.length
  const precision = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const first = slopes[row]
      const second = slopes[column]
      let sum = row === column ? 1 : 0
      if (first !== undefined && second !== undefined) {
        for (let place = 0; place < first.length; place++) sum += first[place] * second[place]
      }
      precision[row * size + column] = sum
      precision[column * size + row] = sum
    }
  }
  return precision
}
