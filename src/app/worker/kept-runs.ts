/** All values of recent runs, kept so that explaining more of them needs no new run. */

import { type RunValues, valuesOfRun } from '../../analysis/explain/tree.ts'
import type { WasmRegion } from '../../analysis/wasm-region.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'

const kept = new WeakMap<WasmRegion, Map<string, RunValues>>()

/** Doing nothing and the policy in hand, and the pair before. */
const mostKept = 4

export const valuesFor = (open: WasmRegion, policy: Policy, assumptions: Assumptions): RunValues => {
  const own = kept.get(open) ?? new Map<string, RunValues>()
  kept.set(open, own)
  const key = JSON.stringify([policy, assumptions])
  const known = own.get(key)
  // The one used last stands last.
  own.delete(key)
  const values = known ?? valuesOfRun(open, { policy, assumptions })
  own.set(key, values)
  if (own.size > mostKept) own.delete(own.keys().next().value ?? key)
  return values
}
