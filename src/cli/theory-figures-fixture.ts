/** What the pages of docs/theory read from runs of the Northeast, and how they print it. */

import { number } from '../analysis/numbers.ts'
import { measurePolicy } from '../analysis/multipliers.ts'
import type { Run, Series } from '../engine/run.ts'
import type { Assumptions } from '../engine/scenario.ts'
import type { OpenRegion } from '../analysis/simulation.ts'

/** '−.25', '1,104'. */
export const figure = (value: number, digits = 0): string =>
  number(value, digits)
    .replace('-', '−')
    .replace(/^(−?)0\./, '$1.')

/** '14 −27 32'. */
export const figures = (values: readonly number[], digits?: number, between = ' '): string =>
  values.map(value => figure(value, digits)).join(between)

/** '18, 32 and 27'. */
export const listed = (parts: readonly string[]): string => parts.join(', ').replace(/, (?=[^,]*$)/, ' and ')

/**
 * The sum over the elements of a name that have the labels ('CN-LN', 'vehicles'; ages from '60+' on): the mean of a year,
 * or, at `endOf(year)`, its last step.
 */
export type Seen = (name: string, time: number, ...labels: readonly string[]) => number

export const endOf = (year: number): number => year + 0.99

const has = (own: readonly string[], label: string): boolean =>
  label.endsWith('+') ? Number(own.at(-1)) >= Number.parseInt(label) : own.includes(label)

const labelsOf = ({ dimensions }: Series, element: number): string[] => {
  let left = element
  return dimensions
    .toReversed()
    .map(({ labels }) => {
      const label = labels[left % labels.length]!
      left = Math.floor(left / labels.length)
      return label
    })
    .toReversed()
}

const sumAt = (run: Run, name: string, time: number, labels: readonly string[]): number => {
  const { stepsPerYear, times } = run
  const one = run.series.get(name)!
  const elements = Array.from({ length: one.size }, (_, at) => at).filter(at => {
    const own = labelsOf(one, at)
    return labels.every(label => has(own, label))
  })
  const first = Math.floor((time - times[0]!) * stepsPerYear + 1e-6)
  const steps = Number.isInteger(time) ? stepsPerYear : 1
  const sum = elements
    .flatMap(at => Array.from({ length: steps }, (_, step) => one.values[(first + step) * one.size + at]!))
    .reduce((all, value) => all + value, 0)
  return sum / steps
}

/** A region with levers at once from 2026 on, paid by the central government, and parameters: run for each name read. */
export const seenIn = (
  { simulator }: Pick<OpenRegion, 'simulator'>,
  levers: Readonly<Record<string, number>> = {},
  assumptions: Assumptions = {},
): Seen => {
  const policy = Object.assign({}, ...Object.entries(levers).map(([name, value]) => measurePolicy(name, value)))
  const runs = new Map<string, Run>()
  return (name, time, ...labels) => {
    const run = runs.get(name) ?? simulator.run({ policy, assumptions, record: [name] })
    runs.set(name, run)
    return sumAt(run, name, time, labels)
  }
}
