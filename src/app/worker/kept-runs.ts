/** All values of recent runs, kept so that explaining more of them needs no new run. */

import { type RunValues, valuesOfRun } from '../../analysis/explain/tree.ts'
import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { lastPer } from '../../language/once-per.ts'

/** Doing nothing and the policy in hand, and the pair before. */
const runs = lastPer<WasmRegion, RunValues>(4)

export const valuesFor = (open: WasmRegion, policy: Policy, assumptions: Assumptions): RunValues =>
  runs.of(open, JSON.stringify([policy, assumptions]), () => valuesOfRun(open, { policy, assumptions }))
