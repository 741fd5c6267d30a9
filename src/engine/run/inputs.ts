/** The inputs of members as plain data for any thread; neither model nor region is needed beside them. */

import type { LinkedModel } from '../../language/linked.ts'
import { makeProgram } from '../../language/period.ts'
import type { EnsembleSettings } from '../ensemble.ts'
import { type DrawOrder, type GivenValues, orderDraws } from '../simd/draws.ts'
import type { Recording } from '../recording.ts'
import { createSimulator, type Horizon, placesOf, type RegionInput } from '../run.ts'
import type { Assumptions, Policy } from '../scenario.ts'
import type { MemberInput } from './runner.ts'
import type { Changes, SharedInputs } from './shared-inputs.ts'

/** Everything that the members of an ensemble are run with. */
export interface RunOrder {
  readonly shared: SharedInputs
  readonly draws: DrawOrder
  readonly recording: Recording
  /** The accounts of members whose number is a multiple of this are checked; none for 0. */
  readonly auditEvery: number
}

export interface RunTask {
  readonly settings: EnsembleSettings
  readonly recording: Recording
  readonly policy?: Policy
  readonly assumptions?: Assumptions
  /** None are checked when absent. */
  readonly auditEvery?: number
  /** Values of parameters, instead of drawing them. */
  readonly given?: GivenValues
}

/** Values that a run writes into its inputs: all of them before the start, then those that may move, step by step. */
export interface WrittenInputs {
  readonly first: Float64Array
  /** Elements from `movingFrom` on. */
  readonly steps: readonly Float64Array[]
}

export interface InputRecorder {
  readonly movingFrom: number
  readonly steps: number
  record(input: MemberInput): WrittenInputs
}

const moves = (kind: string): boolean => kind === 'exogenous' || kind === 'lever' || kind === 'shock'

/** Takes inputs from an ordinary run of a program that computes nothing, so that all ways of running see the same. */
export const createInputRecorder = (model: LinkedModel, region: RegionInput, horizon: Horizon): InputRecorder => {
  const { inputsEnd, variables } = model
  const moving = [...variables.values()].filter(({ kind }) => moves(kind))
  const movingFrom = Math.min(inputsEnd, ...moving.map(({ offset }) => offset))
  let first = new Float64Array()
  // One piece of memory for all steps of a run: small ones by the thousand take longer to get than to fill.
  let rows = new Float64Array()
  let written = 0
  const width = inputsEnd - movingFrom
  const program = {
    ...makeProgram(model, (_, routines) => routines.map(() => () => {})),
    initialise: (values: Float64Array) => {
      first = values.slice(0, inputsEnd)
    },
    step: (values: Float64Array) => {
      rows.set(values.subarray(movingFrom, inputsEnd), width * written++)
    },
    commit: () => {},
  }
  const { steps, run } = createSimulator(program, region, horizon)
  return {
    movingFrom,
    steps,
    record: input => {
      rows = new Float64Array(steps * width)
      written = 0
      run({ ...input, record: [] })
      return {
        first,
        steps: Array.from({ length: steps }, (_, step) => rows.subarray(step * width, (step + 1) * width)),
      }
    },
  }
}

/** The orders of several ensembles that differ in policy and assumptions alone. */
export const orderRuns = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  tasks: readonly RunTask[],
): RunOrder[] => {
  const { inputsEnd, variables } = model
  const recorder = createInputRecorder(model, region, horizon)
  const { movingFrom, steps } = recorder
  const shocks = [...variables.values()].filter(({ kind }) => kind === 'shock')
  const noShocks = Math.min(inputsEnd, ...shocks.map(({ offset }) => offset))
  let draws: DrawOrder | undefined
  let before: RunTask | undefined
  return tasks.map(task => {
    const { settings, recording, policy = {}, assumptions = {}, auditEvery = 0, given } = task
    const { first, steps: rows } = recorder.record({ policy, assumptions })
    // The same object where the draws are the same, so that threads draw once for all policies.
    if (draws === undefined || before?.settings !== settings || before.given !== given)
      draws = orderDraws(model, settings, given)
    before = task
    const shared = {
      start: region.start,
      stepsPerYear: horizon.stepsPerYear,
      steps,
      first,
      changes: rows.map((row, step) =>
        changed(step === 0 ? first.subarray(movingFrom) : rows[step - 1], row, movingFrom, noShocks),
      ),
      held: Object.keys(assumptions).flatMap(address => placesOf(model, address)),
      setBySteps: movingFrom,
    }
    return { shared, draws, recording, auditEvery }
  })
}

const changed = (before: Float64Array, after: Float64Array, from: number, end: number): Changes => {
  const places: number[] = []
  for (let at = 0; at < end - from; at++) if (!Object.is(before[at], after[at])) places.push(at)
  return {
    elements: Int32Array.from(places, at => from + at),
    values: Float64Array.from(places, at => after[at]),
  }
}
