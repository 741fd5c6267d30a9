/** A minimal engine for the examples: runs a model with given inputs and keeps the values of every step. */

import type { Prior } from '../src/language/declare.ts'
import type { Variable } from '../src/language/linked.ts'
import type { Program } from '../src/language/program.ts'

/** A number, one number for each element, or either as a function of calendar time. */
export type Input = number | readonly number[] | ((time: number) => number | readonly number[])

export interface Settings {
  readonly startTime: number
  readonly timeStep: number
  readonly steps: number
  /** Data, exogenous series and levers by name; parameters keep their declared values unless named here. */
  readonly inputs?: Readonly<Record<string, Input>>
}

export interface Result {
  /** The value array after each step, before it is committed. */
  readonly states: readonly Float64Array[]
  /** The value of a variable at a step: the element with the given label, or the only one. */
  at(name: string, step: number, label?: string): number
  closing(name: string, step: number, label?: string): number
  /** All elements of a variable, row by row. */
  elements(name: string, step: number): number[]
  /** Largest relative residual of the accounts over all steps. */
  readonly worst: number
}

const central = (value: number | Prior): number => (typeof value === 'number' ? value : value.central)

const write = (program: Program, values: Float64Array, name: string, value: number | readonly number[]): void => {
  const variable = program.model.variables.get(name)
  if (variable === undefined) throw new Error(`no input '${name}'`)
  for (let element = 0; element < variable.size; element++) {
    values[variable.offset + element] = typeof value === 'number' ? value : (value[element] ?? Number.NaN)
  }
}

const writeDeclared = (program: Program, values: Float64Array): void => {
  for (const variable of program.model.variables.values()) {
    const { declaration } = variable
    if (declaration?.kind === 'lever' && typeof declaration.standard === 'number') {
      write(program, values, variable.name, declaration.standard)
    }
    if (declaration?.kind !== 'parameter') continue
    const { value } = declaration
    if (typeof value === 'number') write(program, values, variable.name, value)
    else if (typeof value['central'] === 'number') write(program, values, variable.name, value['central'])
    else {
      const record = value as Readonly<Record<string, number | Prior>>
      const labels = variable.dimensions[0]?.labels ?? []
      write(
        program,
        values,
        variable.name,
        labels.map(label => central(record[label] ?? Number.NaN)),
      )
    }
  }
}

export const run = (program: Program, { startTime, timeStep, steps, inputs = {} }: Settings): Result => {
  const values = program.create()
  writeDeclared(program, values)
  const writeInputs = (time: number): void => {
    for (const [name, input] of Object.entries(inputs)) {
      write(program, values, name, typeof input === 'function' ? input(time) : input)
    }
  }
  write(program, values, 'startTime', startTime)
  write(program, values, 'timeStep', timeStep)
  writeInputs(startTime)
  program.initialise(values)
  const states: Float64Array[] = []
  let worst = 0
  for (let step = 0; step < steps; step++) {
    writeInputs(startTime + step * timeStep)
    program.step(values)
    const { relative } = program.audit(values)
    if (!(relative <= worst)) worst = relative
    states.push(values.slice())
    program.commit(values)
  }
  const variableOf = (name: string): Variable => {
    const variable = program.model.variables.get(name)
    if (variable === undefined) throw new Error(`no variable '${name}'`)
    return variable
  }
  const positionOf = (name: string, label: string | undefined): number =>
    label === undefined ? 0 : (variableOf(name).dimensions[0]?.positions.get(label) ?? Number.NaN)
  return {
    states,
    worst,
    at: (name, step, label) => states[step]?.[variableOf(name).offset + positionOf(name, label)] ?? Number.NaN,
    closing: (name, step, label) =>
      states[step]?.[variableOf(name).closingOffset + positionOf(name, label)] ?? Number.NaN,
    elements: (name, step) => {
      const { offset, size } = variableOf(name)
      return [...(states[step]?.subarray(offset, offset + size) ?? [])]
    },
  }
}
