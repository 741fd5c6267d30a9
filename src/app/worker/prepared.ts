/** Keeps the most recent ensemble of a worker prepared, because its parts are asked for one after another. */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, type RunMembers, runnersOf } from '../../analysis/members.ts'

const last = new WeakMap<WasmRegion, { readonly key: string; readonly run: RunMembers }>()

export const preparedRunner = (open: WasmRegion, task: MembersTask, record: readonly string[]): RunMembers => {
  const key = JSON.stringify([task, record])
  const known = last.get(open)
  if (known?.key === key) return known.run
  const run = membersRunner(runnersOf(orderMembers(open, open.built, task, record)))
  last.set(open, { key, run })
  return run
}
