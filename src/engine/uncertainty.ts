/** The distributions, truncations and correlations with which a scenario replaces the priors of parameters. */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import type { Prior } from '../language/declare.ts'
import type { Correlation } from './correlation.ts'
import {
  betaQuantile,
  leastUniform,
  lognormalQuantile,
  normalQuantile,
  pertQuantile,
  priorQuantile,
  triangularQuantile,
  uniformOf,
  uniformQuantile,
} from './distributions.ts'

/** Replaces the prior of a parameter. Lognormal is given by its median and the deviation of its logarithm. */
export type Distribution =
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly logDeviation: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular' | 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: 'beta'
      readonly alpha: number
      readonly beta: number
      readonly low: number
      readonly high: number
    }

/** Nothing outside is drawn; what is inside keeps its proportions. */
interface Truncation {
  readonly parameter: string
  /** No limit when absent. */
  readonly low?: number
  readonly high?: number
}

export interface Uncertainty {
  readonly correlations?: readonly Correlation[]
  readonly truncations?: readonly Truncation[]
  /** By the name of the parameter. */
  readonly distributions?: Readonly<Record<string, Distribution>>
}

/** The value of a parameter at a probability: its prior, or what the scenario puts in its place. */
export function quantileOf(name: string, prior: Prior, uncertainty: Uncertainty): (u: number) => number {
  const distribution = uncertainty.distributions?.[name]
  const quantile =
    distribution === undefined ? (u: number) => priorQuantile(prior, u) : distributionQuantile(distribution)
  // Bad shapes are found here and not in the middle of a run.
  quantile(0.5)
  const truncation = uncertainty.truncations?.find(({ parameter }) => parameter === name)
  return truncation === undefined ? quantile : truncate(quantile, truncation)
}

/** Names that are no uncertain parameter, and parameters truncated twice. */
export function checkUncertainty(uncertainty: Uncertainty, known: ReadonlySet<string>): void {
  for (const name of Object.keys(uncertainty.distributions ?? {}))
    if (!known.has(name)) throw new UsageError(engineMessages.distributionUnknown({ name }))
  const truncated = new Set<string>()
  for (const { parameter, low = -Infinity, high = Infinity } of uncertainty.truncations ?? []) {
    if (!known.has(parameter)) throw new UsageError(engineMessages.truncationUnknown({ name: parameter }))
    if (truncated.has(parameter)) throw new UsageError(engineMessages.truncatedTwice({ name: parameter }))
    truncated.add(parameter)
    if (!(low < high)) throw new UsageError(engineMessages.truncatedToNothing({ name: parameter, low, high }))
  }
}

function distributionQuantile(distribution: Distribution): (u: number) => number {
  switch (distribution.kind) {
    case 'normal': {
      const { mean, deviation } = distribution
      if (!(deviation > 0)) throw new UsageError(engineMessages.normalDeviation({ deviation }))
      return u => mean + deviation * normalQuantile(u)
    }
    case 'lognormal': {
      const { median, logDeviation } = distribution
      if (!(median > 0)) throw new UsageError(engineMessages.lognormalMedian({ median }))
      return u => median * lognormalQuantile(u, 0, logDeviation)
    }
    case 'uniform': {
      const { low, high } = distribution
      if (!(low < high)) throw new UsageError(engineMessages.uniformBounds({ low, high }))
      return u => uniformQuantile(u, low, high)
    }
    case 'triangular':
      return u => triangularQuantile(u, distribution.low, distribution.mode, distribution.high)
    case 'pert':
      return u => pertQuantile(u, distribution.low, distribution.mode, distribution.high)
    case 'beta': {
      const { alpha, beta, low, high } = distribution
      if (!(low < high)) throw new UsageError(engineMessages.betaBounds({ low, high }))
      return u => low + (high - low) * betaQuantile(u, alpha, beta)
    }
    default:
      throw new UsageError(
        engineMessages.distributionKind({ kind: (distribution satisfies never as { kind: string }).kind }),
      )
  }
}

/** Restricts a quantile function to an interval, whose probabilities are found by bisection. */
function truncate(quantile: (u: number) => number, { parameter, low = -Infinity, high = Infinity }: Truncation) {
  const from = cumulative(quantile, low)
  const to = cumulative(quantile, high)
  if (!(from < to)) {
    throw new UsageError(
      engineMessages.truncatedOutside({
        name: parameter,
        low,
        high,
        from: quantile(leastUniform),
        to: quantile(1 - leastUniform),
      }),
    )
  }
  return (u: number): number => Math.min(high, Math.max(low, quantile(from + u * (to - from))))
}

/** The probability of values below x: bisection in normal scores, which are fine in both tails. */
function cumulative(quantile: (u: number) => number, x: number): number {
  let low = -8.5
  let high = 8.5
  if (quantile(uniformOf(low)) >= x) return 0
  if (quantile(uniformOf(high)) < x) return 1
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2
    if (quantile(uniformOf(middle)) < x) low = middle
    else high = middle
  }
  return uniformOf(high)
}
