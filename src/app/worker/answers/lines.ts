/** Single runs in a batch, for lines that move during a drag. */

import { budgetsIn, costInRun, costRecord, type PolicyCost } from '../../../analysis/costs.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { allRuns } from '../../../engine/run/many.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export interface LinesInput {
  readonly runs: ReadonlyArray<{ readonly policy: Policy; readonly assumptions: Assumptions }>
  /** Names of variables; 'closing(name)' for the closing value of a state. */
  readonly record: readonly string[]
  /** The run whose cost is wanted, and the run of current policy under the same assumptions. */
  readonly cost?: { readonly of: number; readonly against: number }
}

export interface Lines {
  /** Calendar time at which each step opens. */
  readonly times: Float64Array
  /** By run, then by name: the elements of the variable one after the other, step by step. */
  readonly runs: ReadonlyArray<Readonly<Record<string, Float64Array>>>
  readonly cost: PolicyCost | undefined
}

export const lines = (open: WasmRegion, { runs, record, cost }: LinesInput): Lines => {
  const names = cost === undefined ? record : [...new Set([...record, ...costRecord(open)])]
  const done = allRuns(open.simulator.runMany(runs, names))
  return {
    times: done[0].times,
    runs: done.map(({ series }) => Object.fromEntries(record.map(name => [name, series.get(name)!.values]))),
    cost:
      cost === undefined ? undefined : costInRun(open, done[cost.of], { budgets: budgetsIn(open, done[cost.against]) }),
  }
}
