/**
 * A normal approximation of the posterior round a point: how the misses, and variances beside them, answer
 * to each parameter, by central differences, gives the precision that the data add to that of the prior (Fisher's
 * information, which for errors of fixed size is Gauss and Newton's).
 */
import type { Surprises } from './noisy-process.ts'
import type { Posterior } from './posterior.ts'
import { inverse, symmetricEigen } from './symmetric-matrix.ts'
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

/**
 * Fisher's information leaves out that answers bend, which counts where misses are large. So each of its axes is then
 * scaled to what ln of the posterior really loses one deviation to either side.
 */
export async function laplaceAt(posterior: Posterior, centre: Scores): Promise<LaplaceApproximation> {
  const size = centre.length
  const { logPosterior, precision, unknown } = await slopesAt(posterior, centre)
  const { values, vectors } = symmetricEigen(inverse(precision, size), size)
  const steps = [...values].flatMap((variance, axis) =>
    [-1, 1].map(side => centre.map((score, at) => score + side * Math.sqrt(variance) * vectors[axis * size + at])),
  )
  const found = await posterior.judge(steps)
  const scaled = values.map((variance, axis) => {
    // 1 for a normal distribution; infinite where the model fails there, which says nothing of the width.
    const lost = 2 * logPosterior - found[2 * axis].logPosterior - found[2 * axis + 1].logPosterior
    return lost < Infinity ? variance / Math.min(MOST_BENT, Math.max(LEAST_BENT, lost)) : variance
  })
  const covariance = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (let axis = 0; axis < size; axis++) {
        covariance[row * size + column] += scaled[axis] * vectors[axis * size + row] * vectors[axis * size + column]
      }
    }
  }
  return { centre, covariance, unknown }
}

/** No axis becomes more than twice as wide or a fourth as narrow. */
const LEAST_BENT = 0.25
const MOST_BENT = 16

export interface Slopes {
  readonly logPosterior: number
  /** Of ln of the posterior. */
  readonly gradient: Float64Array
  /** Of prior and data, row after row: positive definite. */
  readonly precision: Float64Array
  readonly unknown: readonly string[]
}

/** Judges the point and two for each parameter, all in one batch. The point itself must be one that the model can run. */
export async function slopesAt(posterior: Posterior, centre: Scores): Promise<Slopes> {
  const { names } = posterior.space
  const beside = names.flatMap((_, at) =>
    [-BESIDE, BESIDE].map(step => centre.map((score, other) => (other === at ? score + step : score))),
  )
  const [middle, ...found] = await posterior.judge([centre, ...beside])
  if (middle.surprises === undefined) {
    throw new Error(`Slopes are wanted at a point that cannot be run: ${middle.failure}`)
  }
  const { residuals } = middle.surprises
  const unknown: string[] = []
  const gradient = centre.map(score => -score)
  const rows = names.map((name, at) => {
    const [below, above] = [found[2 * at], found[2 * at + 1]]
    if (below.surprises === undefined || above.surprises === undefined) {
      unknown.push(name)
      return undefined
    }
    const { ofMisses, ofVariances } = answersOf(below.surprises, above.surprises)
    // From the slopes of misses and variances, which are nearly straight where ln of the density is a narrow peak.
    for (let place = 0; place < residuals.length; place++) {
      gradient[at] -= residuals[place] * ofMisses[place] + 0.5 * ofVariances[place]
    }
    return information(residuals, ofMisses, ofVariances)
  })
  return { logPosterior: middle.logPosterior, gradient, precision: precisionOf(rows), unknown }
}

/** Responses of residuals and of ln of their variances to a parameter. */
function answersOf(below: Surprises, above: Surprises) {
  const slope = (low: Float64Array, high: Float64Array): Float64Array =>
    high.map((value, at) => (value - low[at]) / (2 * BESIDE))
  return {
    ofMisses: slope(below.residuals, above.residuals),
    ofVariances: slope(below.lnVariances, above.lnVariances),
  }
}

/**
 * A parameter's row, of which the products are Fisher's information: the slopes of the expected misses in units of
 * their deviations, and those of ln of the variances over the square root of 2.
 */
function information(residuals: Float64Array, ofMisses: Float64Array, ofVariances: Float64Array): Float64Array {
  const length = residuals.length
  const row = new Float64Array(2 * length)
  for (let at = 0; at < length; at++) {
    // A residual shrinks as its variance grows: that part is no movement of the miss itself.
    row[at] = ofMisses[at] + 0.5 * residuals[at] * ofVariances[at]
    row[length + at] = ofVariances[at] * Math.SQRT1_2
  }
  return row
}

function precisionOf(rows: ReadonlyArray<Float64Array | undefined>): Float64Array {
  const size = rows.length
  const precision = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const first = rows[row]
      const second = rows[column]
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
