/** The region of a worker under the external conditions of a question; the last few are kept open. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { type BuiltModule, openUnderOnWasm, type WasmRegion } from '../../analysis/wasm-region.ts'

/** Those of the open scenario, those of the region, and some of saved scenarios. */
const mostKept = 4

const opened = new WeakMap<BuiltModule, Map<string, WasmRegion>>()

/** `open` under these conditions instead of those that it was opened with; the same object for the same conditions. */
export const underConditions = (open: WasmRegion, outside: OutsidePaths = {}): WasmRegion => {
  const kept = opened.get(open.built) ?? new Map<string, WasmRegion>()
  opened.set(open.built, kept)
  const none = Object.keys(outside).length === 0
  if (none && open.under === undefined) return open
  const key = JSON.stringify(Object.entries(outside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const found = kept.get(key) ?? openUnderOnWasm(open, outside)
  // The one that was asked for last goes to the end.
  kept.delete(key)
  kept.set(key, found)
  const [oldest] = kept.keys()
  if (kept.size > mostKept) kept.delete(oldest)
  return found
}
