/** Paths of indicators in the members of part of an ensemble, stored for quantiles. */

import type { MembersRange } from '../../analysis/members.ts'
import { indicatorOf } from '../../analysis/outcomes.ts'
import type { Simulator } from '../../engine/run.ts'
import type { Reader } from '../../engine/run/reader.ts'
import { stepValues, variableOf } from '../state/indicators.ts'

export interface PathsPart {
  readonly range: MembersRange
  /** By policy: value of indicator n at step s in member m at (n * steps + s) * members + m - from. */
  readonly paths: readonly Float64Array[]
}

export const pathVariables = (ids: readonly string[]): string[] => ids.map(id => variableOf(id))

export const keptPaths = (
  policies: number,
  [from, to]: MembersRange,
  ids: readonly string[],
  { steps, horizon: { stepsPerYear } }: Pick<Simulator, 'steps' | 'horizon'>,
): { readonly values: Float64Array[]; readonly keep: (read: Reader, policy: number, member: number) => void } => {
  const members = to - from
  const indicators = ids.map(indicatorOf)
  const values = Array.from({ length: policies }, () => new Float64Array(ids.length * steps * members))
  return {
    values,
    keep: (read, policy, member) => {
      const into = values[policy]
      indicators.forEach((indicator, at) => {
        const found = stepValues(indicator, read.path(indicator.variables[0]), stepsPerYear)
        for (let step = 0; step < steps; step++) into[(at * steps + step) * members + member - from] = found[step]
      })
    },
  }
}
