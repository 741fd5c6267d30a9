/**
 * Likelihood of the observed series, given the model: misses between what was reported and what the model would have
 * reported, against errors of measurement and the discrepancy of the model.
 */
import { ln } from '../../language/elementary.ts'
import { createScaleMisses, type ErrorScale, type ScaleMisses } from './error-scales.ts'
import { createSurprises, noisyProcessDensity, type Surprises } from './noisy-process.ts'
import type { NumberOrParameter, TargetSeries } from './types.ts'

export interface Likelihood {
  readonly targets: readonly TargetSeries[]
  /** Length of a prediction: the observations of all targets. */
  readonly size: number
  /**
   * ln of the likelihood of one prediction under these values (in the order of the names given). `surprises`, of
   * `size`, receives the misses, but for those of targets whose scale is integrated out. A reason when the prediction
   * cannot be compared with a target.
   */
  judge(prediction: Float64Array, values: Float64Array, surprises?: Surprises): number | { readonly failure: string }
  /** Scores of the scales that are integrated out, given a prediction that can be judged. */
  drawScales(prediction: Float64Array, values: Float64Array, uniform: (at: number) => number): Float64Array
}

/** `names` are those of all calibrated parameters, but for the scales, which are integrated out. */
export function createLikelihood(
  targets: readonly TargetSeries[],
  names: readonly string[],
  scales: readonly ErrorScale[] = [],
): Likelihood {
  const families = scales.map(scale => {
    const own = targets.filter(({ discrepancy }) => discrepancy?.deviation === scale.name)
    return { own, misses: createScaleMisses(scale, own) }
  })
  const prepared = targets.map(target => {
    const family = families.find(({ own }) => own.includes(target))
    return prepare(target, names, family && { misses: family.misses, place: family.own.indexOf(target) })
  })
  const twice = targets.find(({ name }, at) => targets.findIndex(other => other.name === name) < at)
  if (twice !== undefined) throw new Error(`Target '${twice.name}' is listed twice.`)
  const size = targets.reduce((sum, { times }) => sum + times.length, 0)
  /** All but the scales, whose misses are then taken in. */
  const judgeTargets: Likelihood['judge'] = (prediction, values, surprises = createSurprises(size)) => {
    if (prediction.length !== size) {
      throw new Error(`A prediction of ${prediction.length} numbers for ${size} observations.`)
    }
    for (const { misses } of families) misses.forget()
    let density = 0
    let from = 0
    for (const judge of prepared) {
      const found = judge(prediction, from, values, surprises)
      if ('failure' in found) return found
      density += found.density
      from += found.length
    }
    return density
  }
  return {
    targets,
    size,
    judge: (prediction, values, surprises) => {
      const found = judgeTargets(prediction, values, surprises)
      return typeof found === 'number' ? families.reduce((sum, { misses }) => sum + misses.integrate(), found) : found
    },
    drawScales: (prediction, values, uniform) => {
      const found = judgeTargets(prediction, values)
      if (typeof found !== 'number')
        throw new Error(`Scales are wanted at a point that cannot be run: ${found.failure}`)
      return Float64Array.from(families, ({ misses }, at) => misses.draw(uniform(2 * at), uniform(2 * at + 1)))
    },
  }
}

interface Judged {
  readonly density: number
  readonly length: number
}

type JudgeTarget = (
  prediction: Float64Array,
  from: number,
  values: Float64Array,
  surprises: Surprises,
) => Judged | { readonly failure: string }

function prepare(
  target: TargetSeries,
  names: readonly string[],
  family: { readonly misses: ScaleMisses; readonly place: number } | undefined,
): JudgeTarget {
  checkTarget(target)
  const { name, times, observed, scale, errors } = target
  const length = times.length
  const read = (given: NumberOrParameter): ((values: Float64Array) => number) => readerOf(given, names, name)
  const biases = (target.bias ?? []).map(({ factor, shape }) => ({ factor: read(factor), shape }))
  const deviationOf = read(family === undefined ? (target.discrepancy?.deviation ?? 0) : 0)
  const persistenceOf = read(target.discrepancy?.persistence ?? 0)
  const expected = scale === 'log' ? observed.map(value => ln(value)) : observed
  const misses = new Float64Array(length)
  return (prediction, from, values, surprises) => {
    for (let at = 0; at < length; at++) {
      let inflated = 1
      for (const { factor, shape } of biases) inflated += factor(values) * shape[at]
      const reported = prediction[from + at] * inflated
      if (!Number.isFinite(reported) || (scale === 'log' && !(reported > 0))) {
        return { failure: `'${name}' is ${reported} in ${times[at]}, which has no ${scale}.` }
      }
      misses[at] = expected[at] - (scale === 'log' ? ln(reported) : reported)
    }
    if (family !== undefined) {
      family.misses.add(family.place, misses)
      return { density: 0, length }
    }
    const deviation = deviationOf(values)
    const persistence = persistenceOf(values)
    if (!(deviation >= 0 && deviation < Infinity) || !(persistence >= 0 && persistence < 1)) {
      throw new Error(
        `Target '${name}': a discrepancy of deviation ${deviation} and persistence ${persistence}; the first must be 0 ` +
          'or more, the second from 0 to below 1: correct the prior of its parameter.',
      )
    }
    const process = { times, errors, deviation, persistence }
    return { density: noisyProcessDensity(misses, process, surprises, from), length }
  }
}

function readerOf(
  given: NumberOrParameter,
  names: readonly string[],
  target: string,
): (values: Float64Array) => number {
  if (typeof given === 'number') return () => given
  const at = names.indexOf(given)
  if (at < 0) throw new Error(`Target '${target}' wants the parameter '${given}', which is not calibrated.`)
  return values => values[at]
}

function checkTarget({ name, times, observed, scale, errors, bias = [] }: TargetSeries): void {
  const n = times.length
  const lengths = [observed.length, errors.length, ...bias.map(({ shape }) => shape.length)]
  if (n === 0 || lengths.some(length => length !== n)) {
    throw new Error(`Target '${name}' has ${n} years and lists of ${lengths.join(', ')}: give one of each a year.`)
  }
  for (let at = 0; at < n; at++) {
    const where = `Target '${name}', ${times[at]}:`
    if (at > 0 && !(times[at] > times[at - 1])) throw new Error(`${where} years must increase.`)
    if (!Number.isFinite(observed[at]) || (scale === 'log' && !(observed[at] > 0))) {
      throw new Error(`${where} observed ${observed[at]}, which has no ${scale}; leave the year out.`)
    }
    if (!(errors[at] > 0 && errors[at] < Infinity)) {
      throw new Error(`${where} an error of ${errors[at]}; it must be above 0, for no figure is exact.`)
    }
  }
}
