/** Single runs in a batch, for lines that move during a drag. */

import type { LanesRegion } from '../../../analysis/lanes-region.ts'
import { allRuns } from '../../../engine/run/many.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export interface LinesInput {
  readonly runs: ReadonlyArray<{ readonly policy: Policy; readonly assumptions: Assumptions }>
  /** Names of variables; 'closing(name)' for the closing value of a state. */
  readonly record: readonly string[]
}

export interface Lines {
  /** Calendar time at which each step opens. */
  readonly times: Float64Array
  /** By run, then by name: the elements of the variable one after the other, step by step. */
  readonly runs: ReadonlyArray<Readonly<Record<string, Float64Array>>>
}

export const lines = ({ simulator }: LanesRegion, { runs, record }: LinesInput): Lines => {
  const done = allRuns(simulator.runMany(runs, record))
  return {
    times: done[0].times,
    runs: done.map(({ series }) => Object.fromEntries([...series].map(([name, { values }]) => [name, values]))),
  }
}
