/** Single runs in a batch, for lines that move during a drag. */

import { budgetsIn, costInRun, costRecord, type PolicyCost } from '../../../analysis/policies/costs.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { OutsidePaths } from '../../../engine/outside.ts'
import type { Run } from '../../../engine/run.ts'
import { allRuns } from '../../../engine/run/many.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { underConditions } from '../under.ts'

interface LinesRun extends SetInputs {
  /** External conditions other than those of the question. */
  readonly outside?: OutsidePaths
}

export interface LinesInput {
  readonly runs: readonly LinesRun[]
  /** Names of variables; 'closing(name)' for the closing value of a state. */
  readonly record: readonly string[]
  /** The run whose cost is wanted, and the run of current policy under the same assumptions. */
  readonly cost?: { readonly of: number; readonly against: number }
}

export interface Lines {
  /** Calendar time at which each step opens. */
  readonly times: ArrayLike<number>
  /** By run, then by name: the elements of the variable one after the other, step by step. */
  readonly runs: ReadonlyArray<Readonly<Record<string, ArrayLike<number>>>>
  readonly cost: PolicyCost | undefined
}

/** Runs under the same conditions go side by side. */
const runsUnder = (open: WasmRegion, runs: readonly LinesRun[], names: readonly string[]): Run[] => {
  const done: Run[] = []
  const places = Map.groupBy(runs.keys(), at => underConditions(open, runs[at].outside ?? open.under?.outside))
  for (const [{ simulator }, own] of places) {
    const results = allRuns(
      simulator.runMany(
        own.map(at => runs[at]),
        names,
      ),
    )
    for (const [at, result] of results.entries()) done[own[at]] = result
  }
  return done
}

export const lines = (open: WasmRegion, { runs, record, cost }: LinesInput): Lines => {
  const names = cost === undefined ? record : [...new Set([...record, ...costRecord(open)])]
  const done = runsUnder(open, runs, names)
  return {
    times: done[0].times,
    runs: done.map(({ series }) => Object.fromEntries(record.map(name => [name, series.get(name)!.values]))),
    cost:
      cost === undefined ? undefined : costInRun(open, done[cost.of], { budgets: budgetsIn(open, done[cost.against]) }),
  }
}
