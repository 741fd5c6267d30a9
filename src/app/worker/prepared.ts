/**
 * Keeps the most recent ensemble of a worker prepared, because its parts are asked for one after another, and what its
 * members are drawn with for the next policy: readers try many over the same simulations.
 */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, type RunMembers } from '../../analysis/members.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Sample } from '../../engine/sample.ts'
import type { WasmInstance } from '../../engine/simd/batch.ts'
import { sampleOf } from '../../engine/simd/draws.ts'
import { instantiate } from '../../engine/simd/instance.ts'

interface Prepared {
  readonly key: string
  readonly run: RunMembers
  /** What later policies have in common with it where `drawnKey` is the same. */
  readonly drawnKey: string
  readonly instance: WasmInstance
  readonly sample: Sample
}

const last = new WeakMap<WasmRegion, Prepared>()

/** As many simulations as an answer has. */
const mostDrawn = 512

export const preparedRunner = (open: WasmRegion, task: MembersTask, record: readonly string[]): RunMembers => {
  const key = JSON.stringify([task, record])
  const before = last.get(open)
  if (before?.key === key) return before.run
  const drawnKey = JSON.stringify(task.settings)
  const { built, runs } = orderMembers(open, open.built, task, record)
  const { module, manifest } = built
  const { instance, sample } =
    before?.drawnKey === drawnKey
      ? before
      : { instance: instantiate(module, memoryFor(manifest, runs[0])), sample: sampleOf(runs[0].draws, mostDrawn) }
  const run = membersRunner(createWasmRunners(instance, manifest, runs, sample))
  last.set(open, { key, run, drawnKey, instance, sample })
  return run
}
