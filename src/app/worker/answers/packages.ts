/** The best packages: those that no other beats in several measures, within the budget of every package. */

import { costingOf, grossPresentValues } from '../../../analysis/policies/costs.ts'
import { allLevers, freeLevers } from '../../../analysis/policies/goal/levers.ts'
import {
  generationsOf,
  packageLevers,
  parseObjectives,
  searchPackages,
  type SearchResult,
} from '../../../analysis/policies/goal/search.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import type { Thresholds } from '../../../model/criteria.ts'
import type { Task } from '../../../threads/task.ts'
import { workerTrials } from '../trials.ts'
import { wideningFor } from '../widening.ts'

export interface PackagesInput {
  /** As the command line writes measures. */
  readonly maximise: readonly string[]
  readonly minimise: readonly string[]
  /** Levers that may be moved: those of the program's packages, or all of policy. */
  readonly levers: 'packages' | 'all'
  /** Who pays. */
  readonly base: Policy
  readonly assumptions: Assumptions
  readonly thresholds: Thresholds
  readonly seed: number
  readonly members: number
  /** Packages that are tried. */
  readonly tried: number
}

export const packages = async (open: WasmRegion, input: PackagesInput, task: Task): Promise<SearchResult> => {
  const { maximise, minimise, base, assumptions, thresholds, seed, members, tried } = input
  const { objectives, readings } = parseObjectives(open, maximise, minimise, thresholds)
  const levers = freeLevers(open, input.levers === 'all' ? [allLevers] : packageLevers())
  const costing = costingOf(open, assumptions)
  await task.pause()
  const size = generationsOf(tried)
  const all = size.population * (size.generations + 1) * members
  let done = 0
  // A call counts what it has run by itself; the whole is a row of calls.
  const part: Task = { ...task, progress: runs => task.progress(Math.min(all, done + runs), all) }
  const settings = { seed, members, design: 'sobol', uncertainty: {} } as const
  const widening = await wideningFor(open, { settings, assumptions })
  const run = workerTrials(open, { settings, assumptions, readings, widening }, part)
  return searchPackages({
    levers,
    base,
    objectives,
    seed,
    ...size,
    run: async policies => {
      const values = await run(policies)
      task.progress((done += policies.length * members), all)
      return values
    },
    costs: policies => grossPresentValues(open, policies, costing, open.simulator.runMany),
    budget: costing.budget,
  })
}
