/**
 * Integrates error scales out of the posterior. A scale is the standard deviation of the model's error in some targets; it
 * moves no prediction. So the sampler moves only what does, under a likelihood in which each scale has been integrated
 * over its prior, and the scales of a draw are then drawn from their distribution given its misses: the same posterior,
 * without the slow walk of a chain along scales that are barely known.
 *
 * In the principal axes of a target's process, the variance of an error is 1 + deviation² * eigenvalue in units of its
 * measurement error. The trapezoidal rule over normal scores is exact to many digits for such smooth densities, wherever
 * its points lie; so drawing from points with a random offset is drawing from the density.
 */
import { exp, ln, pow } from '../../language/elementary.ts'
import { symmetricEigen } from './symmetric-matrix.ts'
import type { CalibratedParameters, TargetSeries } from './types.ts'

/** A parameter that is only the deviation of discrepancies, with a lognormal prior. */
export interface ErrorScale {
  readonly name: string
  readonly median: number
  readonly logDeviation: number
}

const LN_2PI = 1.8378770664093453
/** Scores end here, as everywhere in the space of scores. */
const FARTHEST = 8.2
/** Between points of the rule, in units of the least deviation that the misses can leave to a score. */
const STEP = 1
/** A density below the largest by this, in ln, counts for nothing. */
const NEGLIGIBLE = 20
/** Points from one to the next that is looked at first, and by how much, in ln, a peak between them may be higher. */
const STRIDE = 6
const HIGHER = (STRIDE * STEP) ** 2 / 8

/** The scales that can be integrated out; others are sampled like all parameters. */
export function errorScales(
  { measurement, uncertainty = {} }: CalibratedParameters,
  targets: readonly TargetSeries[],
): ErrorScale[] {
  const { correlations = [], truncations = [], distributions = {} } = uncertainty
  const others = new Set([
    ...correlations.flatMap(({ a, b }) => [a, b]),
    ...truncations.map(({ parameter }) => parameter),
    ...targets.flatMap(({ bias = [] }) => bias.map(({ factor }) => factor)),
    ...targets.flatMap(({ discrepancy }) =>
      typeof discrepancy?.persistence === 'string' ? [discrepancy.persistence, discrepancy.deviation] : [],
    ),
  ])
  return measurement.flatMap(({ name }) => {
    const prior = distributions[name]
    if (prior?.kind !== 'lognormal' || others.has(name)) return []
    if (!targets.some(({ discrepancy }) => discrepancy?.deviation === name)) return []
    return [{ name, median: prior.median, logDeviation: prior.logDeviation }]
  })
}

/** The parameters that are left to the sampler. */
export function withoutScales(parameters: CalibratedParameters, scales: readonly ErrorScale[]): CalibratedParameters {
  const gone = new Set(scales.map(({ name }) => name))
  const { distributions = {}, ...rest } = parameters.uncertainty ?? {}
  return {
    model: parameters.model,
    measurement: parameters.measurement.filter(({ name }) => !gone.has(name)),
    uncertainty: {
      ...rest,
      distributions: Object.fromEntries(Object.entries(distributions).filter(([name]) => !gone.has(name))),
    },
  }
}

export interface ScaleMisses {
  /** Forgets the misses of another prediction. */
  readonly forget: () => void
  /** Takes in the misses of a target. */
  readonly add: (target: number, misses: Float64Array) => void
  /** ln of the density of these misses, with the scale integrated out. */
  readonly integrate: () => number
  /** A score of the scale given these misses, from two uniform numbers. */
  readonly draw: (offset: number, place: number) => number
}

/** Of the targets that have this scale; their persistence is a number. */
export function createScaleMisses({ median, logDeviation }: ErrorScale, targets: readonly TargetSeries[]): ScaleMisses {
  // Targets with the same years and errors have the same variances: only sums of their squares count.
  const kinds = new Map<string, Kind>()
  let width = 0
  const kindOf = targets.map(target => {
    const key = [target.times, target.errors, target.discrepancy!.persistence].join(';')
    const kind = kinds.get(key) ?? { ...axesOf(target), place: width, count: 0 }
    if (kind.count === 0) width += target.times.length
    kind.count++
    kinds.set(key, kind)
    return kind
  })
  const all = [...kinds.values()]
  const eigenvalues = Float64Array.from(all.flatMap(kind => [...kind.eigenvalues]))
  const counts = Float64Array.from(all.flatMap(({ count, eigenvalues: own }) => Array.from(own, () => count)))
  const squares = new Float64Array(width)
  const observations = targets.reduce((sum, { times }) => sum + times.length, 0)
  const step = STEP / Math.sqrt(1 + 2 * observations * logDeviation * logDeviation)
  const points = Math.ceil((2 * FARTHEST) / step)
  const scoreAt = (point: number, offset: number): number => (point + offset - points / 2) * step
  const constant =
    -0.5 * (observations + 1) * LN_2PI - all.reduce((sum, { count, lnErrors }) => sum + count * lnErrors, 0) + ln(step)
  const halves = new Float64Array(width)
  /** ln of the density of a score, but for the squares; what they are multiplied by is left in `halves`. */
  const withoutSquares = (score: number): number => {
    const deviation = median * exp(logDeviation * score)
    let sum = constant - 0.5 * score * score
    for (let at = 0; at < width; at++) {
      const variance = 1 + deviation * deviation * eigenvalues[at]
      sum -= 0.5 * counts[at] * ln(variance)
      halves[at] = 0.5 / variance
    }
    return sum
  }
  // The scores of `integrate` are always the same, so that only the squares are left to it.
  const base = new Float64Array(points)
  const factors = new Float64Array(points * width)
  for (let point = 0; point < points; point++) {
    base[point] = withoutSquares(scoreAt(point, 0.5))
    factors.set(halves, point * width)
  }
  const less = (density: number, own: Float64Array, from: number): number => {
    let left = density
    for (let at = 0; at < width; at++) left -= own[from + at] * squares[at]
    return left
  }
  const densities = new Float64Array(points)
  /** Leaves the densities of all points over the largest one, of which it returns the logarithm, and their sum. */
  const scan = (lnDensity: (point: number) => number) => {
    densities.fill(-Infinity)
    let top = -Infinity
    const look = (point: number): void => {
      densities[point] = lnDensity(point)
      top = Math.max(top, densities[point])
    }
    for (let point = 0; point < points; point += STRIDE) look(point)
    const enough = top - NEGLIGIBLE - HIGHER
    for (let from = 0; from < points; from += STRIDE) {
      const to = Math.min(points, from + STRIDE)
      if (densities[from] < enough && !(densities[to] >= enough)) continue
      for (let point = from + 1; point < to; point++) look(point)
    }
    let sum = 0
    for (let point = 0; point < points; point++) {
      const density = densities[point] > top - NEGLIGIBLE ? exp(densities[point] - top) : 0
      densities[point] = density
      sum += density
    }
    return { top, sum }
  }
  return {
    forget: () => squares.fill(0),
    add: (target, misses) => {
      const { axes, place } = kindOf[target]
      const length = misses.length
      for (let axis = 0; axis < length; axis++) {
        let along = 0
        for (let at = 0; at < length; at++) along += axes[axis * length + at] * misses[at]
        squares[place + axis] += along * along
      }
    },
    integrate: () => {
      const { top, sum } = scan(point => less(base[point], factors, point * width))
      return top + ln(sum)
    },
    draw: (offset, place) => {
      const { sum } = scan(point => less(withoutSquares(scoreAt(point, offset)), halves, 0))
      let left = place * sum
      let point = 0
      while (point < points - 1 && left > densities[point]) left -= densities[point++]
      return scoreAt(point, offset)
    },
  }
}

interface Axes {
  /** Variances of the model's error along its principal axes, of deviation 1 and in units of the measurement errors. */
  readonly eigenvalues: Float64Array
  /** Row after row, from misses. */
  readonly axes: Float64Array
  /** Sum of ln of the measurement errors. */
  readonly lnErrors: number
}

/** Targets of the same years and errors. */
interface Kind extends Axes {
  readonly place: number
  count: number
}

function axesOf({ times, errors, discrepancy }: TargetSeries): Axes {
  const length = times.length
  const persistence = discrepancy!.persistence as number
  const covariance = Float64Array.from({ length: length * length }, (_, place) => {
    const [row, column] = [Math.floor(place / length), place % length]
    return pow(persistence, Math.abs(times[row] - times[column])) / (errors[row] * errors[column])
  })
  const { values, vectors } = symmetricEigen(covariance, length)
  return {
    eigenvalues: values.map(value => Math.max(0, value)),
    axes: vectors.map((part, place) => part / errors[place % length]),
    lnErrors: errors.reduce((sum, error) => sum + ln(error), 0),
  }
}
