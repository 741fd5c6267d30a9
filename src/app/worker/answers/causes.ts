/**
 * One level of the tree of causes, or what a stock has grown from; values of recent runs are kept, so that expanding a
 * row needs no new run.
 */

import { type Accumulation, accumulationOf } from '../../../analysis/explain/accumulation.ts'
import {
  type Asked,
  askedAt,
  type CauseLevel,
  causesAt,
  type RunValues,
  valuesOfRun,
} from '../../../analysis/explain/tree.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'

export interface CausesInput {
  readonly policy: Policy
  readonly assumptions: Assumptions
  /** A row that was shown, or a variable at a step: dimensions without a label are taken together. */
  readonly asked: Asked
}

const kept = new WeakMap<WasmRegion, Map<string, RunValues>>()

/** Doing nothing and the policy in hand, and the pair before. */
const mostKept = 4

const valuesFor = (open: WasmRegion, policy: Policy, assumptions: Assumptions): RunValues => {
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

export const causes = (open: WasmRegion, { policy, assumptions, asked }: CausesInput): CauseLevel => {
  const point = { ...askedAt(open, asked.name, asked.labels, asked.step), closing: asked.closing }
  return causesAt(open, point, valuesFor(open, {}, assumptions), valuesFor(open, policy, assumptions))
}

/** Null for what is no stock, no sum of stocks and no ratio of one. */
export const accumulation = (open: WasmRegion, { policy, assumptions, asked }: CausesInput): Accumulation | null => {
  const point = { ...askedAt(open, asked.name, asked.labels, asked.step), closing: asked.closing }
  return accumulationOf(open, point, valuesFor(open, {}, assumptions), valuesFor(open, policy, assumptions)) ?? null
}
