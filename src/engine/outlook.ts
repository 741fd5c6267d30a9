/** A recorded run read by calendar year. */

import type { Run } from './run.ts'

export interface YearView {
  mean(name: string, year: number): number
  last(name: string, year: number): number
  steps(name: string, from: number, to: number): number[]
}

/** `element` is the place of the area in variables that have areas; series of size 1 are read as they are. */
export const yearView = (run: Run, startYear: number, stepsPerYear: number, element = 0): YearView => {
  const valueAt = (name: string, step: number): number => {
    const series = run.series.get(name)
    if (series === undefined) throw new Error(`'${name}' was not recorded.`)
    return series.values[step * series.size + (series.size === 1 ? 0 : element)]!
  }
  const first = (year: number): number => Math.round((year - startYear) * stepsPerYear)
  return {
    mean: (name, year) => {
      let sum = 0
      for (let step = 0; step < stepsPerYear; step++) sum += valueAt(name, first(year) + step)
      return sum / stepsPerYear
    },
    last: (name, year) => valueAt(name, first(year + 1) - 1),
    steps: (name, from, to) =>
      Array.from({ length: (to - from + 1) * stepsPerYear }, (_, step) => valueAt(name, first(from) + step)),
  }
}
