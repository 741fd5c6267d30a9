/**
 * Importance of factors, from the outputs of a sensitivity design: Sobol indices, the first-order one after Saltelli
 * and others (2010), the total one after Jansen (1999), each with a confidence interval from the bootstrap.
 */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import { createStream } from './random.ts'
import type { SaltelliDesign } from './sensitivity-design.ts'

/** An estimate with the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface SobolIndex {
  readonly name: string
  /** Share of the variance that goes when this factor alone is known. */
  readonly first: Estimate
  /** Share of the variance that is left when all others are known. */
  readonly total: Estimate
  /** Correlation of the factor's place in its distribution with the output; its sign is the direction. */
  readonly direction: number
}

export interface SobolIndices {
  readonly mean: number
  readonly variance: number
  /** In the order of the names. */
  readonly factors: readonly SobolIndex[]
}

export interface BootstrapSettings {
  readonly seed: number
  /** Samples drawn from the rows to see how far the estimates scatter; 500 when absent. */
  readonly resamples?: number
}

/** The name under which the random series appear as a factor. */
export const shocksFactor = 'shocks'

/**
 * `outputs` by row. `names` as in the design (their order does not matter). `points` gives the coordinates, for the
 * directions; without it they are 0.
 */
export function sobolIndices(
  outputs: ArrayLike<number>,
  names: readonly string[],
  design: SaltelliDesign,
  { seed, resamples = 500 }: BootstrapSettings,
  points?: ReadonlyMap<string, (row: number) => number>,
): SobolIndices {
  const { base } = design
  const sorted = [...names.toSorted(), ...(design.shocks ? [shocksFactor] : [])]
  checkOutputs(outputs, base * (2 + sorted.length))
  const mean = meanOf(outputs, 2 * base)
  // Around the mean, which the estimators do not need but are far steadier with.
  const at = (matrix: number, row: number): number => outputs[matrix * base + row] - mean
  const picks = bootstrapRows(base, seed, resamples)
  const variance = (rows: ArrayLike<number>): number => {
    let sum = 0
    let squares = 0
    for (let i = 0; i < base; i++) {
      const a = at(0, rows[i])
      const b = at(1, rows[i])
      sum += a + b
      squares += a * a + b * b
    }
    return squares / (2 * base) - (sum / (2 * base)) ** 2
  }
  const all = Int32Array.from({ length: base }, (_, row) => row)
  const own = variance(all)
  const resampled = picks.map(variance)
  const factors = sorted.map((name, factor): SobolIndex => {
    const first = new Float64Array(base)
    const total = new Float64Array(base)
    for (let row = 0; row < base; row++) {
      const mixed = at(2 + factor, row)
      first[row] = at(1, row) * (mixed - at(0, row))
      total[row] = (at(0, row) - mixed) ** 2 / 2
    }
    const estimate = (values: Float64Array): Estimate =>
      withInterval(
        share(meanOf(values, base), own),
        picks.map((rows, pick) => share(meanAt(values, rows), resampled[pick])),
      )
    const point = points?.get(name)
    return { name, first: estimate(first), total: estimate(total), direction: point ? direction(point) : 0 }
  })
  const order = new Map(factors.map(factor => [factor.name, factor]))
  const wanted = [...names, ...(design.shocks ? [shocksFactor] : [])]
  return { mean, variance: own, factors: wanted.map(name => order.get(name)!) }

  /** Over the rows of A and B. */
  function direction(point: (row: number) => number): number {
    let products = 0
    let squares = 0
    let sizes = 0
    const rows = 2 * base
    for (let row = 0; row < rows; row++) {
      const distance = point(row) - 0.5
      products += distance * (outputs[row] - mean)
      squares += distance * distance
      sizes += (outputs[row] - mean) ** 2
    }
    return sizes > 0 ? products / Math.sqrt(squares * sizes) : 0
  }
}

/** Nothing varies: nothing is owed to anything. */
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function checkOutputs(outputs: ArrayLike<number>, rows: number): void {
  if (outputs.length !== rows) throw new UsageError(engineMessages.designRows({ rows, outputs: outputs.length }))
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(outputs[row])) throw new UsageError(engineMessages.outputNotFinite({ row }))
  }
}

function meanOf(values: ArrayLike<number>, count: number): number {
  let sum = 0
  for (let at = 0; at < count; at++) sum += values[at]
  return sum / count
}

function meanAt(values: ArrayLike<number>, rows: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < rows.length; at++) sum += values[rows[at]]
  return sum / rows.length
}

/** Rows drawn with replacement, so many times. */
function bootstrapRows(rows: number, seed: number, resamples: number): Int32Array[] {
  const draw = createStream(seed, 'bootstrap')
  return Array.from({ length: resamples }, (_, resample) =>
    Int32Array.from({ length: rows }, (_row, at) => Math.floor(draw(resample, at, 0) * rows)),
  )
}

/** The middle 95 % of the resampled estimates; the estimate alone where there are none. */
function withInterval(value: number, resampled: readonly number[]): Estimate {
  if (resampled.length === 0) return { value, low: value, high: value }
  const sorted = Float64Array.from(resampled).sort()
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))]
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) }
}
