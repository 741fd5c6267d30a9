/** The distribution whose ellipses a slice sampler moves on: a multivariate Student t, or a normal, round a centre. */
import { ln } from '../../language/elementary.ts'
import { gammaQuantile } from '../distributions.ts'
import { cholesky, solveLower } from './symmetric-matrix.ts'

export interface Ellipse {
  readonly centre: Float64Array
  /** Lower triangular factor of the scale matrix, row after row. */
  readonly factor: Float64Array
  /** Degrees of freedom of the t; Infinity for a normal. Heavy tails keep chains from sticking where the ellipse ends too early. */
  readonly degrees: number
}

export const createEllipse = (centre: Float64Array, covariance: Float64Array, degrees: number): Ellipse => ({
  centre,
  factor: cholesky(covariance, centre.length),
  degrees,
})

/** A point in the coordinates in which the ellipse is a unit ball. */
export const whiten = ({ centre, factor }: Ellipse, point: Float64Array): Float64Array =>
  solveLower(
    factor,
    point.map((x, at) => x - centre[at]),
  )

/** The squared distance from the centre, in units of the ellipse. */
export const squaredDistance = (ellipse: Ellipse, point: Float64Array): number =>
  whiten(ellipse, point).reduce((sum, x) => sum + x * x, 0)

/** ln of the density, up to a constant. */
export const ellipseDensity = ({ centre, degrees }: Ellipse, square: number): number =>
  degrees === Infinity ? -0.5 * square : -0.5 * (centre.length + degrees) * ln(1 + square / degrees)

/**
 * A t is a normal of random scale: a draw of that scale (of the variance) given a point at this squared distance, from
 * a uniform number.
 */
export function drawScale({ centre, degrees }: Ellipse, square: number, uniform: number): number {
  if (degrees === Infinity) return 1
  return (0.5 * (degrees + square)) / gammaQuantile(uniform, 0.5 * (centre.length + degrees), 1)
}
