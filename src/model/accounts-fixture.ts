/** For the tests of accounts: the shipped region, its values by name, and runs that show every step. */

import { memberInput } from '../engine/ensemble.ts'
import { type RunInput, type Simulator } from '../engine/run.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'

export const tolerance = 1e-9
const shipped = openRegion('northeast')
export const { region, linked, program, simulator } = shipped
export const { areas } = region

export type Input = Omit<RunInput, 'record'>

const variableOf = (from: LinkedModel, name: string): Variable => {
  const variable = from.variables.get(name)
  if (variable === undefined) throw new Error(`no variable '${name}'`)
  return variable
}

/** All values of a variable, row by row; closing values of a state on request. */
export const valuesOf = (values: Float64Array, name: string, closing = false, owner = linked): Float64Array => {
  const { offset, closingOffset, size } = variableOf(owner, name)
  const from = closing ? closingOffset : offset
  return values.subarray(from, from + size)
}
export const closingOf = (values: Float64Array, name: string): Float64Array => valuesOf(values, name, true)
export const valueOf = (values: Float64Array, name: string, area = 0): number => valuesOf(values, name)[area]!
export const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

/** Runs and shows every step before its values move on. */
export const eachStep = (
  visit: (values: Float64Array, step: number) => void,
  input: Input = {},
  on = simulator,
): void => {
  on.run({ ...input, record: [], observe: visit })
}

export const draws = (on: Simulator, members: number): Input[] => {
  const draw = memberInput(on.program.model, on, { seed: 24, members })
  return Array.from({ length: members }, (_, member) => draw(member))
}
