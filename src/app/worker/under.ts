/** The region of a worker under the external conditions of a question; the last few are kept open. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { lastPer } from '../../language/once-per.ts'
import { openUnderOnWasm } from '../../analysis/region/open-under.ts'
import type { BuiltModule, WasmRegion } from '../../analysis/region/wasm-region.ts'

/** Those of the open scenario, those of the region, and some of saved scenarios. */
const opened = lastPer<BuiltModule, WasmRegion>(4)

/** `open` under these conditions instead of those that it was opened with; the same object for the same conditions. */
export const underConditions = (open: WasmRegion, outside: OutsidePaths = {}): WasmRegion => {
  const paths = Object.entries(outside)
  if (paths.length === 0 && open.under === undefined) return open
  const key = JSON.stringify(paths.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return opened.of(open.built, key, () => openUnderOnWasm(open, outside))
}
