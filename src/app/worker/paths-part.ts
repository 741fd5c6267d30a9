/** Paths of indicators in the members of part of an ensemble, stored for quantiles. */

import type { MembersRange } from '../../analysis/runs/members.ts'
import { inYear } from '../../analysis/words/outcomes.ts'
import { indicatorOf, type Scope, variableOf } from '../../outcomes/catalogue.ts'
import type { Simulator } from '../../engine/run.ts'
import type { Reader } from '../../engine/run/reader.ts'

export interface PathsPart {
  readonly range: MembersRange
  /** By policy: value of indicator n at place s (the steps, then the years) in member m at (n * places + s) * members + m - from. */
  readonly paths: readonly Float64Array[]
}

export const pathVariables = (ids: readonly string[], scope: Scope): string[] => ids.map(id => variableOf(id, scope))

/** The number of values that are kept of a path: those of its steps, then those of its years. */
export const placesIn = ({ steps, horizon: { stepsPerYear } }: Pick<Simulator, 'steps' | 'horizon'>): number =>
  steps + Math.floor(steps / stepsPerYear)

export const keptPaths = (
  policies: number,
  [from, to]: MembersRange,
  ids: readonly string[],
  scope: Scope,
  simulator: Pick<Simulator, 'steps' | 'horizon'>,
): { readonly values: Float64Array[]; readonly keep: (read: Reader, policy: number, member: number) => void } => {
  const members = to - from
  const { steps, horizon } = simulator
  const places = placesIn(simulator)
  const indicators = ids.map(indicatorOf)
  const values = Array.from({ length: policies }, () => new Float64Array(ids.length * places * members))
  return {
    values,
    keep: (read, policy, member) => {
      const into = values[policy]
      indicators.forEach((indicator, at) => {
        const name = variableOf(indicator.id, scope)
        const found = indicator.reading === 'growth' ? read.growth(name) : read.path(name)
        const put = (place: number, value: number): void => {
          into[(at * places + place) * members + member - from] = value
        }
        for (let step = 0; step < steps; step++) put(step, found[step])
        // Read as the answer reads it, and not off the path: the error of the model is that of a year.
        const firstYear = horizon.end - (places - steps)
        for (let year = firstYear; year < horizon.end; year++)
          put(steps + year - firstYear, inYear(read, indicator, scope, year, firstYear) ?? 0)
      })
    },
  }
}
