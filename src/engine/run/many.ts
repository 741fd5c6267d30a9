/**
 * Runs any combination of policies, assumptions and draws in the order given; every way of running gives identical
 * results.
 */

import { ModelError } from '../../language/errors.ts'
import { type Run, RunError, type RunInput, type Simulator } from '../run.ts'
import type { MemberInput } from './runner.ts'

export interface ManyOptions {
  /** A calendar time after which nobody reads the runs, which may end there. */
  readonly until?: number
  /**
   * Sees the values of every run, step by step, after the accounts were checked, with their cells; a stock below zero that
   * may not be is a failure then.
   */
  readonly audit?: (run: number, step: number, valueAt: (element: number) => number) => void
}

/** A run that fails is the reason, in its place; the others are not disturbed. */
export type RunMany = (
  inputs: readonly MemberInput[],
  record: readonly string[],
  options?: ManyOptions,
) => Array<Run | RunError>

/** For those who need every run: the first failure is thrown. */
export const allRuns = (results: ReadonlyArray<Run | RunError>): Run[] =>
  results.map(result => {
    if (result instanceof RunError) throw result
    return result
  })

export const oneByOne =
  (simulator: Simulator): RunMany =>
  (inputs, record, { audit } = {}) =>
    inputs.map((input, at) => {
      const audited: Partial<RunInput> =
        audit === undefined
          ? {}
          : { audit: true, observe: (values, step) => audit(at, step, element => values[element]) }
      try {
        return simulator.run({ ...input, record, ...audited })
      } catch (problem) {
        if (problem instanceof RunError) return problem
        if (problem instanceof ModelError) return new RunError(...problem.messages)
        throw problem
      }
    })
