/** For tests at the limits of the model: the shipped region, experiments on it, and requirements with findings. */

import { expect } from 'vitest'
import { complaint, type Expectation, type Finding, unusedFindings } from './findings-fixture.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { smallVariables } from './small-variables-fixture.ts'
import type { RunInput, Simulator } from '../engine/run.ts'
import type { Policy } from '../engine/scenario.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'

export const { region, linked, program, simulator } = openRegion('northeast')
export const { areas } = region
export const groups = ['young', 'middle', 'old']
export const watched = smallVariables(program)

/** A run in which every recorded number is finite and every account closes. */
export const experiment = (input: Omit<RunInput, 'record'>, on: Simulator = simulator): Reader => {
  const run = on.run({ ...input, record: watched, audit: true })
  const { largestResidual, where, when } = run.audit!
  expect(largestResidual, `${where} at ${when}`).toBeLessThan(1e-9)
  return readRun(run)
}
export const baseline = experiment({})

/** A lever held at a value from the start of the run. */
export const always = (levers: Readonly<Record<string, number>>): Policy =>
  Object.fromEntries(Object.entries(levers).map(([name, value]) => [name, { value, start: region.start, ramp: 0 }]))

export const overAreas = (value: (area: string) => number): number => areas.reduce((sum, area) => sum + value(area), 0)
export const total = (reading: Reader, name: string, time: number): number =>
  overAreas(area => reading.at(name, time, area))
export const percent = (changed: number, before: number): number => (changed / before - 1) * 100
export const outputAtOnce = (reading: Reader): number =>
  percent(reading.at('regionOutput', region.start), baseline.at('regionOutput', region.start))
export const outputIn = (reading: Reader, year: number): number =>
  percent(reading.mean('regionOutput', year), baseline.mean('regionOutput', year))

interface Held {
  /** Requires a number to lie in a range, or to be a known finding. */
  readonly requireWithin: (id: string, what: string, measured: number, from: number, to: number) => void
  /** Findings of which no requirement spoke. */
  readonly unused: () => string[]
}

/** Holds numbers to ranges, unless they are known findings. */
export const heldTo = (findings: readonly Finding[]): Held => {
  const expectations: Expectation[] = []
  const requireWithin: Held['requireWithin'] = (id, what, measured, from, to) => {
    const expectation = { id, what, from, to }
    expectations.push(expectation)
    expect(complaint(expectation, measured, findings)).toBe('')
  }
  return { requireWithin, unused: () => unusedFindings(expectations, findings) }
}
