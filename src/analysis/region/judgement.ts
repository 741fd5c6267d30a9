/** The judgement in an open region: what is held, and the add-factors that hold it. */

import type { PathSetting } from '../../engine/outside.ts'
import type { Message } from '../../language/messages.ts'
import type { AddFactor } from '../../model/add-factors.ts'

/** An add-factor with the standard deviation that the past of the region tells; where it does not, `assumed` says so. */
export interface SizedFactor extends AddFactor {
  readonly assumed: boolean
}

/** One value of an outcome that is held, and how it came about. */
export interface HeldOutcome {
  /** The outcome as it is written: 'output[CN-LN]', 'growth(regionOutput)'. */
  readonly outcome: string
  readonly variable: string
  readonly element: number
  readonly setting: PathSetting
  readonly growth: boolean
  /** The first and the last step of what is read; growth compares with the same steps a year earlier. */
  readonly steps: readonly [from: number, to: number]
  readonly year: number
  /** '2027' or '2027Q4'. */
  readonly period: string
  /** As the model has it: growth as a share. */
  readonly value: number
  readonly plain: number
  /** Standard deviations of the outcome by which it is moved. */
  readonly size: number
  /** The equations and the areas in which it may be moved. */
  readonly through: readonly SizedFactor[]
  readonly areas: readonly string[]
}

/** The part of an equation of an area in the years of what is held. */
export interface HeldFactor {
  readonly factor: SizedFactor
  readonly area: string
  /** Steps in which it holds. */
  readonly steps: readonly [from: number, to: number]
  /** Standard deviations, and in the equation's own terms. */
  readonly size: number
  readonly value: number
}

export interface JudgedPaths {
  readonly holds: readonly HeldOutcome[]
  readonly factors: readonly HeldFactor[]
  /** Standard deviations of all that is held together. */
  readonly size: number
  readonly warnings: readonly Message[]
}
