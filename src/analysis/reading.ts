/** Reads numbers off a run by name, area and calendar year. */

import { type Run, RunError } from '../engine/run.ts'
import type { Variable } from '../language/linked.ts'
import type { Program } from '../language/program.ts'

/** Labels that choose an element, in the order of the variable's dimensions: 'CN-LN', or 'CN-LN', 'young'. */
type Labels = readonly string[]

export interface Reading {
  readonly run: Run
  /** In the step that is under way at a calendar time. */
  at(name: string, time: number, ...labels: Labels): number
  /** Mean over the steps of a year. */
  mean(name: string, year: number, ...labels: Labels): number
  /** In the last step of a year. */
  end(name: string, year: number, ...labels: Labels): number
  /** Step by step. */
  path(name: string, ...labels: Labels): number[]
}

const elementOf = (variable: Variable, labels: Labels): number => {
  if (labels.length !== variable.dimensions.length) {
    const wanted = variable.dimensions.map(({ name }) => name).join(', ') || 'no labels'
    throw new RunError(`'${variable.name}' is read with ${wanted}, not with '${labels.join(', ')}'.`)
  }
  return variable.dimensions.reduce((element, dimension, at) => {
    const position = dimension.positions.get(labels[at]!)
    if (position === undefined) throw new RunError(`'${variable.name}' has no label '${labels[at]}'.`)
    return element + position * variable.strides[at]!
  }, 0)
}

export const readRun = (program: Program, run: Run): Reading => {
  const { times, series } = run
  const stepsPerYear = Math.round(1 / (times[1]! - times[0]!))
  const stepAt = (time: number): number => {
    const step = Math.floor((time - times[0]!) * stepsPerYear + 1e-6)
    if (step < 0 || step >= times.length) throw new RunError(`The run has no step at ${time}.`)
    return step
  }
  const reader = (name: string, labels: Labels): ((step: number) => number) => {
    const recorded = series.get(name)
    if (recorded === undefined) throw new RunError(`'${name}' was not recorded.`)
    const variable = program.model.variables.get(name.replace(/^closing\((\w+)\)$/, '$1'))!
    const element = elementOf(variable, labels)
    return step => recorded.values[step * recorded.size + element]!
  }
  return {
    run,
    at: (name, time, ...labels) => reader(name, labels)(stepAt(time)),
    mean: (name, year, ...labels) => {
      const value = reader(name, labels)
      const first = stepAt(year)
      let sum = 0
      for (let step = first; step < first + stepsPerYear; step++) sum += value(step)
      return sum / stepsPerYear
    },
    end: (name, year, ...labels) => reader(name, labels)(stepAt(year) + stepsPerYear - 1),
    path: (name, ...labels) => Array.from({ length: times.length }, (_, step) => reader(name, labels)(step)),
  }
}
