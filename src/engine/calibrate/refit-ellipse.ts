/**
 * Fits an ellipse anew to the draws of chains, no more than they can bear: with few independent draws for so many
 * directions a sample covariance is worse than what it replaces.
 */
import { sampleSize } from '../score/convergence.ts'
import { type Ellipse, whiten } from './ellipse.ts'
import { cholesky, multiplyLower, timesLower } from './symmetric-matrix.ts'

/**
 * Each coordinate first gets the spread that the draws have: one number each, which few draws can tell, and which an
 * approximation round the mode gets wrong where the density has heavy shoulders. Correlations stay.
 *
 * In the coordinates of that ellipse the covariance of the draws is shrunk towards a multiple of the identity by
 * the oracle approximating rule (Chen, Wiesel, Eldar and Hero 2010), for as many draws as the chains are worth: the
 * ellipse keeps its shape, and only the scale moves, unless the draws show that it is wrong.
 */
export function refitEllipse(before: Ellipse, chains: readonly (readonly Float64Array[])[]): Ellipse {
  const size = before.centre.length
  const first = withSpreads(before, chains.flat())
  const white = chains.map(draws => draws.map(draw => whiten(first, draw)))
  const ofMeans = independentDraws(white, size)
  // Spreads settle more slowly than middles do.
  const worth = Math.min(ofMeans, independentDraws(white, size, 2))
  const { mean, covariance } = momentsOfDraws(white.flat())
  let trace = 0
  let square = 0
  for (let row = 0; row < size; row++) {
    trace += covariance[row * size + row]
    for (let column = 0; column < size; column++) square += covariance[row * size + column] ** 2
  }
  const apart = (worth + 1 - 2 / size) * (square - (trace * trace) / size)
  const kept = apart > 0 ? Math.min(1, ((1 - 2 / size) * square + trace * trace) / apart) : 1
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) covariance[row * size + column] *= 1 - kept
    covariance[row * size + row] += (kept * trace) / size
  }
  const move = timesLower(
    first.factor,
    mean.map(x => (x * ofMeans) / (ofMeans + size)),
  )
  return {
    centre: first.centre.map((x, at) => x + move[at]),
    factor: multiplyLower(first.factor, cholesky(covariance, size), size),
    degrees: first.degrees,
  }
}

/** No coordinate becomes more than three times as wide, or narrower than two thirds; what may be chance counts as none. */
const narrowest = 2 / 3
const widest = 3
const chance = 1.15

function withSpreads({ centre, factor, degrees }: Ellipse, draws: readonly Float64Array[]): Ellipse {
  const size = centre.length
  const scaled = Float64Array.from(factor)
  for (let row = 0; row < size; row++) {
    let square = 0
    for (let column = 0; column <= row; column++) square += factor[row * size + column] ** 2
    let [sum, squares] = [0, 0]
    for (const draw of draws) {
      sum += draw[row]
      squares += draw[row] ** 2
    }
    const variance = squares / draws.length - (sum / draws.length) ** 2
    const found = Math.sqrt(Math.max(0, variance) / square)
    const certain = found > chance ? found / chance : Math.min(1, found * chance)
    const ratio = Math.min(widest, Math.max(narrowest, certain))
    for (let column = 0; column <= row; column++) scaled[row * size + column] *= ratio
  }
  return { centre, factor: scaled, degrees }
}

/** Effective sample size of the chains for the mean of a power of a coordinate: the middle one of the coordinates. */
function independentDraws(chains: readonly (readonly Float64Array[])[], size: number, power: 1 | 2 = 1): number {
  const each = Float64Array.from({ length: size }, (_, at) =>
    sampleSize(chains.map(draws => Float64Array.from(draws, draw => (power === 1 ? draw[at] : draw[at] * draw[at])))),
  )
  return each.sort()[size >> 1]
}

/** Mean and covariance, row after row. */
function momentsOfDraws(draws: readonly Float64Array[]) {
  const size = draws[0].length
  const mean = new Float64Array(size)
  for (const draw of draws) for (let at = 0; at < size; at++) mean[at] += draw[at] / draws.length
  const covariance = new Float64Array(size * size)
  for (const draw of draws) {
    const apart = draw.map((x, at) => x - mean[at])
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        covariance[row * size + column] += (apart[row] * apart[column]) / (draws.length - 1)
      }
    }
  }
  return { mean, covariance }
}
