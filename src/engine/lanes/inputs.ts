/** The inputs that all members of an ensemble share under one policy, as plain data that any thread can be given. */

import type { LinkedModel } from '../../language/linked.ts'
import { makeProgram } from '../../language/period.ts'
import { createSimulator, type Horizon, placesOf, type RegionInput } from '../run.ts'
import type { Assumptions, Policy } from '../scenario.ts'

/** Inputs that a step sets anew. */
interface Changes {
  readonly elements: Int32Array
  readonly values: Float64Array
}

export interface SharedInputs {
  readonly start: number
  readonly stepsPerYear: number
  readonly steps: number
  /** All inputs as the first step finds them. */
  readonly first: Float64Array
  /** What each later step changes; the first entry is empty. Shocks are not among them. */
  readonly changes: readonly Changes[]
  /** Elements that assumptions hold: samples leave them alone. */
  readonly held: readonly number[]
  /** Elements from here on are set by every step, so that samples cannot set them. */
  readonly setBySteps: number
}

/** Taken from the inputs of an ordinary run, so that both see the same. */
export const sharedInputs = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  { policy = {}, assumptions = {} }: { readonly policy?: Policy; readonly assumptions?: Assumptions } = {},
): SharedInputs => {
  const { inputsEnd, variables } = model
  const rows: Float64Array[] = []
  const program = {
    ...makeProgram(model, (_, routines) => routines.map(() => () => {})),
    initialise: () => {},
    step: (values: Float64Array) => {
      rows.push(values.slice(0, inputsEnd))
    },
    commit: () => {},
  }
  const { steps, run } = createSimulator(program, region, horizon)
  run({ policy, assumptions, record: [] })
  const moving = [...variables.values()].filter(({ kind }) => ['exogenous', 'lever', 'shock'].includes(kind))
  const noShocks = Math.min(inputsEnd, ...moving.filter(({ kind }) => kind === 'shock').map(({ offset }) => offset))
  return {
    start: region.start,
    stepsPerYear: horizon.stepsPerYear,
    steps,
    first: rows[0],
    changes: rows.map((row, step) => changed(step === 0 ? row : rows[step - 1], row, noShocks)),
    held: Object.keys(assumptions).flatMap(address => placesOf(program, address)),
    setBySteps: Math.min(inputsEnd, ...moving.map(({ offset }) => offset)),
  }
}

const changed = (before: Float64Array, after: Float64Array, end: number): Changes => {
  const elements: number[] = []
  for (let element = 0; element < end; element++)
    if (!Object.is(before[element], after[element])) elements.push(element)
  return { elements: Int32Array.from(elements), values: Float64Array.from(elements, element => after[element]) }
}
