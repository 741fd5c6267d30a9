/** The settings of a run: levers with their schedules, and parameters. */

import type { Lever, LeverPath } from '../language/declare.ts'
import type { LinkedDimension, LinkedModel } from '../language/linked.ts'

/** A lever's value and when it holds: linear from `start` over `ramp` years, and back to the standard at `end`. */
export interface LeverStage {
  /** In the lever's own unit. */
  readonly value: number
  /** Calendar time; 2026 when absent. */
  readonly start?: number
  /** Years from the standard to the value; 1 when absent, 0 for at once. */
  readonly ramp?: number
  /** Calendar time at which the standard returns; never when absent. */
  readonly end?: number
}

/** One value, or several one after the other: each later one starts from what holds at that time. */
export interface LeverSetting extends LeverStage {
  /** In the order of their starts. */
  readonly later?: readonly LaterStage[]
}

export type LaterStage = LeverStage & { readonly start: number }

/** The first stage, and those that follow. */
export const stagesOf = (setting: LeverSetting): readonly [LeverStage, ...LaterStage[]] => [
  setting,
  ...(setting.later ?? []),
]

/** The setting of these stages: the inverse of `stagesOf`. */
export const settingFrom = ([first, ...later]: ReturnType<typeof stagesOf>): LeverSetting => {
  const { later: _, ...own } = first as LeverSetting
  return later.length === 0 ? own : { ...own, later }
}

export type Policy = Readonly<Record<string, LeverSetting>>

/** Values of parameters that differ from the central ones: 'name' or 'name[label]'. */
export type Assumptions = Readonly<Record<string, number>>

/** Levers and parameters that are set: nothing in them is what is in force. */
export interface SetInputs {
  readonly policy: Policy
  readonly assumptions: Assumptions
}

export const defaultStart = 2026
export const defaultRamp = 1

/** The value in force without a policy at a calendar time. */
export const standardAt = (standard: number | LeverPath, time: number): number => {
  if (typeof standard === 'number') return standard
  let value = standard[0]?.[1] ?? 0
  for (const [from, next] of standard) if (time >= from) value = next
  return value
}

/**
 * The lever's value at a calendar time: the standard, moved towards the setting by the part of its ramp that has passed;
 * each later stage moves on from where those before it would be.
 */
export const leverAt = (standard: number | LeverPath, setting: LeverSetting | undefined, time: number): number => {
  const without = standardAt(standard, time)
  if (setting === undefined) return without
  let level = without
  for (const { value, start = defaultStart, ramp = defaultRamp, end = Number.POSITIVE_INFINITY } of stagesOf(setting)) {
    if (time < start) break
    const passed = ramp > 0 ? Math.min(1, (time - start) / ramp) : 1
    level = time >= end ? without : passed === 1 ? value : level + (value - level) * passed
  }
  return level
}

/** Every label of the dimensions, or every pair of labels, and so on: 'vehicles', 'CN-LN, vehicles'. */
const addressesOf = ([first, ...others]: readonly LinkedDimension[]): string[] =>
  first === undefined
    ? []
    : others.length === 0
      ? [...first.labels]
      : first.labels.flatMap(label => addressesOf(others).map(rest => `${label}, ${rest}`))

/**
 * The levers that a policy may set, which move something, or `every` one. One that is declared over a dimension is a lever
 * for each label: 'robotsTo[vehicles]'.
 */
export const leversOf = (model: LinkedModel, every = false): Map<string, Lever> => {
  const levers = new Map<string, Lever>()
  for (const { name, declaration, dimensions } of (every ? model.variables : model.present).values()) {
    if (declaration?.kind !== 'lever') continue
    if (dimensions.length === 0) levers.set(name, declaration)
    for (const address of addressesOf(dimensions))
      levers.set(`${name}[${address}]`, { ...declaration, doc: `${declaration.doc}: ${address}` })
  }
  return levers
}
