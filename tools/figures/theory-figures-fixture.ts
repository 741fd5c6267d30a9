/** Figures that documents quote from runs of the Northeast, its fits and reports, and their form in docs/theory. */

import { readFileSync } from 'node:fs'
import { number } from '../../src/analysis/words/numbers.ts'
import { measurePolicy } from '../../src/analysis/policies/multipliers.ts'
import type { Run } from '../../src/engine/run.ts'
import { readRun } from '../../src/engine/run/reader.ts'
import type { Assumptions } from '../../src/engine/scenario.ts'
import { cellsOf, states } from './stated-fixture.ts'
import type { OpenRegion } from '../../src/analysis/region/simulation.ts'

export const areaNames = ['Liaoning', 'Jilin', 'Heilongjiang']

/** A page of docs/theory. */
export const says = (page: string, ...sentences: readonly string[]): void =>
  states(`docs/theory/${page}.md`, ...sentences)

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

const sumAt = (run: Run, name: string, time: number, labels: readonly string[]): number => {
  const reader = readRun(run)
  const elements = run.series
    .get(name)!
    .dimensions.reduce<string[][]>(
      (lists, { labels: own }) => lists.flatMap(list => own.map(label => [...list, label])),
      [[]],
    )
  return elements
    .filter(own => labels.every(label => has(own, label)))
    .map(own =>
      Number.isInteger(time) ? reader.mean(name, time, ...own) : reader.last(name, Math.floor(time), ...own),
    )
    .reduce((sum, value) => sum + value, 0)
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

/** The effects of a measure in 2026, 2030 and 2037 in docs/theory/multipliers.md: of a yuan spent, or what it is compared by. */
export const effects = (measure: string, by = String.raw`[\d.]+`): number[] =>
  cellsOf('docs/theory/multipliers.md', new RegExp(String.raw`^\| ${measure} \| [^|]+ \| ${by} \|.*$`, 'm'))
    .slice(4, 7)
    .map(Number)

interface FittedParameter {
  readonly name: string
  readonly prior: { readonly low: number; readonly high: number }
  readonly posterior: { readonly central: number }
}

/** The parameters of the model that were fitted to the figures to 2018 or to all of them. */
export const fitted = (set: 'train' | 'all'): ReadonlyMap<string, FittedParameter> => {
  const file = new URL(`../../regions/northeast/parameters-${set}.json`, import.meta.url)
  const all: FittedParameter[] = JSON.parse(readFileSync(file, 'utf8')).parameters
  return new Map(all.filter(({ name }) => !name.startsWith('modelError ')).map(one => [one.name, one]))
}
