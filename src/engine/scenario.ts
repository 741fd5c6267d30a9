/** A scenario: region, assumptions (parameters) and policy (levers with schedules), as a small JSON that can be saved and shared. */

import type { Lever, LeverPath } from '../language/declare.ts'
import type { LinkedModel } from '../language/link.ts'
import type { OutsidePaths } from './outside.ts'
import type { Uncertainty } from './uncertainty.ts'

/** A lever's value and when it holds: linear from `start` over `ramp` years, and back to the standard at `end`. */
export interface LeverSetting {
  /** In the lever's own unit. */
  readonly value: number
  /** Calendar time; 2026 when absent. */
  readonly start?: number
  /** Years from the standard to the value; 1 when absent, 0 for at once. */
  readonly ramp?: number
  /** Calendar time at which the standard returns; never when absent. */
  readonly end?: number
}

export type Policy = Readonly<Record<string, LeverSetting>>

/** Values of parameters that differ from the central ones: 'name' or 'name[label]'. */
export type Assumptions = Readonly<Record<string, number>>

/** Everything that, with the model's and the data's hash and a seed, decides the numbers of a run. */
export interface Scenario extends Uncertainty {
  readonly name: string
  readonly region: string
  readonly assumptions: Assumptions
  readonly policy: Policy
  /** External conditions other than those of the region. */
  readonly outside?: OutsidePaths
}

export const defaultStart = 2026
export const defaultRamp = 1

/** What is in force without a policy at a calendar time. */
export const standardAt = (standard: number | LeverPath, time: number): number => {
  if (typeof standard === 'number') return standard
  let value = standard[0]?.[1] ?? 0
  for (const [from, next] of standard) if (time >= from) value = next
  return value
}

/** The lever's value at a calendar time: the standard, moved towards the setting by the part of its ramp that has passed. */
export const leverAt = (standard: number | LeverPath, setting: LeverSetting | undefined, time: number): number => {
  const without = standardAt(standard, time)
  if (setting === undefined) return without
  const { value, start = defaultStart, ramp = defaultRamp, end = Number.POSITIVE_INFINITY } = setting
  if (time < start || time >= end) return without
  const passed = ramp > 0 ? Math.min(1, (time - start) / ramp) : 1
  return passed === 1 ? value : without + (value - without) * passed
}

export const leversOf = (model: LinkedModel): Map<string, Lever> => {
  const levers = new Map<string, Lever>()
  for (const variable of model.variables.values()) {
    if (variable.declaration?.kind === 'lever') levers.set(variable.name, variable.declaration)
  }
  return levers
}
