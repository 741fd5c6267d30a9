/**
 * Keeps the most recent ensemble of a worker prepared, because its parts are asked for one after another, and what its
 * members are drawn with, and their years before policies begin, for the next policy: readers try many over the same
 * simulations.
 */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, type RunMembers } from '../../analysis/members.ts'
import { Beginning, type KeptBeginning, startsAs } from '../../engine/run/beginnings.ts'
import type { RunOrder } from '../../engine/run/inputs.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Sample } from '../../engine/sample.ts'
import type { WasmInstance } from '../../engine/simd/batch.ts'
import { sampleOf } from '../../engine/simd/draws.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { packageStart } from '../../model/packages.ts'

interface Prepared {
  readonly key: string
  readonly run: RunMembers
  /** What later policies have in common with it where `drawnKey` is the same. */
  readonly drawnKey: string
  readonly instance: WasmInstance
  readonly sample: Sample
  /** What later policies begin with where `begunKey` is the same. */
  readonly begunKey: string
  readonly begun: KeptBeginning | undefined
}

const last = new WeakMap<WasmRegion, Prepared>()

/** As many simulations as an answer has. */
const mostDrawn = 512

/** The years before packages begin; undefined where a run does not begin before. */
const newBeginning = ({ shared }: RunOrder, membersInBatch: number): KeptBeginning | undefined => {
  const steps = Math.round((packageStart - shared.start) * shared.stepsPerYear)
  if (steps <= 0 || steps >= shared.steps) return undefined
  return { inputs: shared, beginning: new Beginning(steps, mostDrawn / membersInBatch) }
}

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
  const begunKey = JSON.stringify([drawnKey, record, task.auditEvery])
  const kept = before?.begunKey === begunKey ? before.begun : undefined
  const begun = kept !== undefined && startsAs(kept, runs[0].shared) ? kept : newBeginning(runs[0], manifest.members)
  const run = membersRunner(createWasmRunners(instance, manifest, runs, sample, begun))
  last.set(open, { key, run, drawnKey, instance, sample, begunKey, begun })
  return run
}
