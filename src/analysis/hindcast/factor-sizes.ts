/**
 * The sizes of the add-factors of a year, as the past tells: those that would have made the forecasts of a year ahead
 * right. Errors of the series of an area are the sum of what its add-factors move and of noise of each series; both
 * variances are found by expectation and maximisation (Rubin and Thayer 1982, Psychometrika 47, with known loadings).
 */

import { RunError } from '../../engine/run.ts'
import { createSideBySide } from '../../engine/run/wasm-simulator.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { inverse } from '../../engine/calibrate/symmetric-matrix.ts'
import { ln } from '../../language/elementary.ts'
import { addFactors, factorName } from '../../model/add-factors.ts'
import { packAt, type Past, seriesFinder } from '../../regions/past.ts'
import { observedOf, type TargetRow } from '../../regions/targets.ts'
import type { FactorSize } from '../../regions/types.ts'
import { flatFactors, variantOf } from '../region/held.ts'
import { linkedThen } from '../region/placing.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { startInstance } from '../region/wasm-region.ts'
import { readMovements, recordedFor } from './reopen.ts'

/** The errors of the series of an area one year after an origin, and how each factor moves them. */
interface Sample {
  readonly errors: ReadonlyMap<string, number>
  /** By series, in standard deviations that are assumed at first. */
  readonly slopes: ReadonlyMap<string, Float64Array>
}

/** Paths are written in every step: so are changes of them. */
const quarters = [0, 1, 2, 3]

const rounds = 300

/** No series is known better than this, in logarithms or in its level. */
const leastNoise = 1e-3

/** Part of an assumed standard deviation by which slopes are taken. */
const nudge = 0.01

const samplesOf = (open: OpenRegion, past: Past, targets: readonly TargetRow[], central: Assumptions): Sample[] => {
  const { linked, built } = variantOf(open.linked, open.region.areas)
  const { areas } = open.region
  const finder = seriesFinder(open.region, past)
  const levels = targets.filter(({ scale, outcome }) => scale !== 'growth' && linked.variables.has(outcome))
  const sampled = new Map(Object.entries(central))
  const scaled = ({ scale }: TargetRow, value: number): number => (scale === 'level' ? value : ln(value))
  const [first, last] = past.years
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap(start => {
    const horizon = { end: start + 1, stepsPerYear: 4 }
    const opened = linkedThen(open, packAt(open.region, past, start), horizon)
    const pack = { ...opened, paths: { ...opened.paths, ...flatFactors(linked, start) } }
    const moves = areas.flatMap(area =>
      addFactors.map(factor => ({
        sampled,
        changes: quarters.map(quarter => ({
          from: start + quarter / 4,
          values: { [`${factorName(factor)}[${area}]`]: nudge * factor.size },
        })),
      })),
    )
    const { readMany } = createSideBySide(linked, pack, horizon, built.manifest, startInstance(built))
    const [plain, ...moved] = readMany([{ sampled }, ...moves], recordedFor(levels), run => {
      const valueOf = (target: TargetRow, area: number): number => {
        const read = run(area)
        const { outcome, when } = target
        return scaled(target, when === 'mean' ? read.mean(outcome, start) : read.last(outcome, start))
      }
      return {
        movement: readMovements(run, pack, levels, 1),
        values: areas.map((_, at) => levels.map(one => valueOf(one, at))),
      }
    })
    if (plain === undefined || plain instanceof RunError || moved.some(one => one instanceof RunError)) return []
    return areas.map((area, place): Sample => {
      const found = levels.flatMap((target, at) => {
        const seen = observedOf(target, finder(area))
        const [before, after] = [seen.get(start - 1), seen.get(start)]
        const movement = plain.movement(target.name, area, start)
        if (before === undefined || after === undefined || movement === undefined) return []
        const slope = Float64Array.from(addFactors, (__, factor) => {
          const { values } = moved[place * addFactors.length + factor] as typeof plain
          return (values[place][at] - plain.values[place][at]) / nudge
        })
        return [{ name: target.name, error: scaled(target, after) - scaled(target, before) - movement, slope }]
      })
      return {
        errors: new Map(found.map(({ name, error }) => [name, error])),
        slopes: new Map(found.map(({ name, slope }) => [name, slope])),
      }
    })
  })
}

/** The factors of a sample given their variances: their means, and the variances that are left. */
const expected = ({ errors, slopes }: Sample, variances: Float64Array, noise: ReadonlyMap<string, number>) => {
  const count = variances.length
  const precision = new Float64Array(count * count)
  const sums = new Float64Array(count)
  for (let at = 0; at < count; at++) precision[at * count + at] = 1 / variances[at]
  for (const [series, slope] of slopes) {
    const weight = 1 / noise.get(series)!
    for (let row = 0; row < count; row++) {
      sums[row] += weight * slope[row] * errors.get(series)!
      for (let column = 0; column < count; column++)
        precision[row * count + column] += weight * slope[row] * slope[column]
    }
  }
  const left = inverse(precision, count)
  const means = sums.map((_, row) => sums.reduce((sum, value, column) => sum + left[row * count + column] * value, 0))
  return { means, left }
}

/** By the id of the factor; the part of its variance that the past tells is `identified`. */
export const factorSizes = (
  open: OpenRegion,
  past: Past,
  targets: readonly TargetRow[],
  central: Assumptions,
): Readonly<Record<string, FactorSize>> => {
  const samples = samplesOf(open, past, targets, central)
  const count = addFactors.length
  let variances = new Float64Array(count).fill(1)
  const series = new Set(samples.flatMap(({ errors }) => [...errors.keys()]))
  const noise = new Map([...series].map(name => [name, leastNoise]))
  let told = new Float64Array(count)
  for (let round = 0; round < rounds; round++) {
    const found = samples.map(sample => expected(sample, variances, noise))
    const left = variances.map((_, at) => found.reduce((sum, one) => sum + one.left[at * count + at], 0) / found.length)
    const next = variances.map(
      (_, at) => left[at] + found.reduce((sum, { means }) => sum + means[at] ** 2, 0) / found.length,
    )
    for (const name of series) {
      let [sum, number] = [0, 0]
      for (const [at, { errors, slopes }] of samples.entries()) {
        const slope = slopes.get(name)
        if (slope === undefined) continue
        const { means, left: covariance } = found[at]
        const miss = errors.get(name)! - slope.reduce((total, value, factor) => total + value * means[factor], 0)
        const spread = slope.reduce(
          (total, a, row) =>
            total + slope.reduce((part, b, column) => part + a * b * covariance[row * count + column], 0),
          0,
        )
        sum += miss ** 2 + spread
        number++
      }
      noise.set(name, Math.max(leastNoise ** 2, sum / number))
    }
    told = next.map((variance, at) => 1 - left[at] / variance)
    variances = next
  }
  const digits = (value: number): number => Number(value.toPrecision(3))
  return Object.fromEntries(
    addFactors.map(({ id, size }, at) => [
      id,
      { size: digits(size * Math.sqrt(variances[at])), identified: digits(Math.max(0, told[at])) },
    ]),
  )
}
