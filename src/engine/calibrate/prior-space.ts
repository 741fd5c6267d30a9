/**
 * The space in which calibration works: every parameter as the normal score of its place in its prior,
 * z = Phi^-1(F(x)), so that the prior is the standard normal in all directions, without bounds. Parameters that are
 * correlated have independent scores too; their places come from mixing those.
 *
 * A prior of the model draws nothing beyond its 2 and 98 % points (src/engine/distributions.ts): beyond |z| = 2.05 a
 * parameter stays at its end, and only the prior tells those points apart.
 */
import { createMixing } from '../correlation.ts'
import { normalQuantile, uniformOf } from '../distributions.ts'
import { checkUncertainty, quantileOf } from '../uncertainty.ts'
import type { CalibratedParameters, Scores } from './types.ts'

export interface PriorSpace {
  /** The parameters of the model, then those of the measurement. */
  readonly names: readonly string[]
  /** The number of them that belong to the model. */
  readonly modelSize: number
  /** Values of all parameters, in the order of `names`. At scores of 0 all are at their medians. */
  valuesAt(scores: Scores): Float64Array
  /** Place of each parameter in its own prior, as a normal score: the scores, but for correlated parameters. */
  placesAt(scores: Scores): Float64Array
  /** Value of a parameter's prior at a share. */
  quantile(parameter: number, share: number): number
}

export function createPriorSpace({ model, measurement, uncertainty = {} }: CalibratedParameters): PriorSpace {
  const parameters = [...model, ...measurement]
  const names = parameters.map(({ name }) => name)
  const known = new Set(names)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) throw new Error(`Parameter '${twice}' is listed twice: calibrated values are found by name.`)
  if (names.length === 0) throw new Error('There is nothing to calibrate: name at least one uncertain parameter.')
  checkUncertainty(uncertainty, known)
  const correlations = uncertainty.correlations ?? []
  const mix = createMixing(correlations, known)
  const quantiles = parameters.map(({ name, prior }) => quantileOf(name, prior, uncertainty))
  const uniformsAt = (scores: Scores): Float64Array => {
    if (scores.length !== names.length) {
      throw new Error(`${scores.length} scores for ${names.length} parameters: give one for each.`)
    }
    const uniforms = Float64Array.from(scores, uniformOf)
    if (correlations.length === 0) return uniforms
    const mixed = new Map(names.map((name, at) => [name, uniforms[at]]))
    mix(mixed)
    return Float64Array.from(names, name => mixed.get(name)!)
  }
  return {
    names,
    modelSize: model.length,
    valuesAt: scores => uniformsAt(scores).map((uniform, at) => quantiles[at](uniform)),
    placesAt: scores => (correlations.length === 0 ? scores : uniformsAt(scores).map(normalQuantile)),
    quantile: (parameter, share) => quantiles[parameter](share),
  }
}
