/** Reads the files of fitted parameters that `heartland calibrate` writes, and refuses edited ones. */

import type { Prior } from '../language/declare.ts'
import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { hashOf } from './hash.ts'
import type { FittedParameters } from './types.ts'

/** A set that may have seen figures up to 2018, or all of them. */
export type ParameterSet = 'train' | 'all'

export const parameterSets: readonly ParameterSet[] = ['train', 'all']

export const parameterFile = (region: string, set: ParameterSet): string => `${region}/parameters-${set}.json`

/** The posterior sample, which only a hindcast needs: a column a parameter, a line a draw. */
export const drawsFile = (region: string, set: ParameterSet): string => `${region}/parameters-${set}-draws.csv`

export const digestOf = (record: object): string => hashOf([JSON.stringify(record)])

/** The content; a message when it is no JSON or not as it was written. */
export const parseParameterFile = <Record extends { readonly digest: string }>(
  text: string,
): { readonly record: Record } | { readonly message: Message } => {
  let record: Record
  try {
    record = JSON.parse(text) as Record
  } catch (error) {
    return { message: fault.notJson({ why: (error as Error).message }) }
  }
  const { digest, ...rest } = record
  return digestOf(rest) === digest ? { record } : { message: fault.edited({ digest }) }
}

interface Kept {
  readonly digest: string
  readonly region: string
  readonly set: ParameterSet
  readonly lastYear: number
  readonly model: string
  readonly data: string
  readonly names: readonly string[]
  readonly parameters: ReadonlyArray<{
    readonly name: string
    readonly prior: Prior
    readonly posterior: Prior
    readonly label: 'informed' | 'assumed'
  }>
  readonly correlations: ReadonlyArray<readonly [a: string, b: string, value: number]>
}

/** Place of the 2 % point of a prior, in units of the distance of its 10 % point from the middle. */
const farthest = 2.0537489 / 1.2815516

/**
 * Posterior ranges of the model's parameters, in place of their priors. No range reaches beyond what the prior draws:
 * a side is shortened where its 2 % point would.
 */
const fittedParameters = (kept: Kept): FittedParameters => {
  const { region, set, lastYear, model, data, names, parameters, correlations } = kept
  const own = new Set(names)
  const ranges = parameters
    .filter(({ name }) => own.has(name))
    .map(({ name, prior, posterior }) => {
      const { central } = posterior
      const lowest = prior.central - farthest * (prior.central - prior.low)
      const highest = prior.central + farthest * (prior.high - prior.central)
      const low = Math.max(
        Math.min(posterior.low, central),
        central - Math.max(0, central - lowest) / farthest,
        // The 10 % point of a prior may say a sign; its quantile is as near to 0 as rounding allows.
        prior.low > -1e-9 ? 0 : Number.NEGATIVE_INFINITY,
      )
      const high = Math.min(Math.max(posterior.high, central), central + Math.max(0, highest - central) / farthest)
      return [name, { low, central, high }] as const
    })
  return {
    region,
    set,
    lastYear,
    model,
    data,
    ranges: Object.fromEntries(ranges),
    priors: Object.fromEntries(parameters.map(({ name, prior }) => [name, prior])),
    informed: parameters.flatMap(({ name, label }) => (own.has(name) && label === 'informed' ? [name] : [])),
    correlations: correlations.map(([a, b, value]) => ({ a, b, value })),
  }
}

export const parseFitted = (text: string): { readonly fitted: FittedParameters } | { readonly message: Message } => {
  const parsed = parseParameterFile<Kept>(text)
  if ('message' in parsed) return parsed
  if (!Array.isArray(parsed.record.correlations)) return { message: fault.oldParameters() }
  return { fitted: fittedParameters(parsed.record) }
}
