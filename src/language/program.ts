/**
 * The interface between a compiled or interpreted model and the engine. Both targets implement it and agree to the bit.
 */

import type { LinkedModel } from './link.ts'

/** The largest gap of one accounting check at one step, relative to its scale. */
export interface Residual {
  /** 'identity name' or 'matrix title: row …' / 'matrix title: column …', with the labels of its dimensions. */
  readonly where: string
  readonly relative: number
  /** The residual that is allowed: 1e-9 unless the identity says otherwise. */
  readonly tolerance: number
}

/**
 * A model ready to run. All numbers of a run live in one Float64Array: inputs (parameters, data, exogenous, levers,
 * shocks), bases, states (opening and closing) and equations, at the places of the model's variables. The caller writes
 * the inputs, then:
 *   initialise(values)                 bases, solved unknowns, trial passes, opening values, time = startTime
 *   each step: write exogenous, levers and shocks of the step; step(values); read; audit(values) if wanted; commit(values)
 */
export interface Program {
  readonly model: LinkedModel
  readonly size: number
  create(): Float64Array
  initialise(values: Float64Array): void
  /** Says before a step that values other than inputs were written since the last one; for programs that keep a copy. */
  overwritten?(): void
  /** Evaluates the present step: annual declarations when it is the first of its year, equations, closing values. */
  step(values: Float64Array): void
  /** Largest residual over all matrices and identities of the present step (after step, before commit). */
  audit(values: Float64Array): Residual
  /** Every check of the present step with its largest residual, for reports. */
  auditAll(values: Float64Array): Residual[]
  /** Closing values become opening values; time moves to the next step. */
  commit(values: Float64Array): void
}
