/**
 * Runs any combination of policies, assumptions and draws in the order given; every way of running gives identical
 * results.
 */

import { ModelError } from '../../language/errors.ts'
import { type Run, RunError, type Simulator } from '../run.ts'
import type { MemberInput } from './runner.ts'

/**
 * A run that fails is the reason, in its place; the others are not disturbed. `until` is a calendar time after which
 * nobody reads the runs, which may end there.
 */
export type RunMany = (
  inputs: readonly MemberInput[],
  record: readonly string[],
  until?: number,
) => Array<Run | RunError>

/** For those who need every run: the first failure is thrown. */
export const allRuns = (results: ReadonlyArray<Run | RunError>): Run[] =>
  results.map(result => {
    if (result instanceof RunError) throw result
    return result
  })

export const oneByOne =
  (simulator: Simulator): RunMany =>
  (inputs, record) =>
    inputs.map(input => {
      try {
        return simulator.run({ ...input, record })
      } catch (problem) {
        if (problem instanceof RunError) return problem
        if (problem instanceof ModelError) return new RunError(...problem.messages)
        throw problem
      }
    })
