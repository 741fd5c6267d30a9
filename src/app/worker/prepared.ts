/**
 * Keeps the most recent ensemble of a worker prepared, because its parts are asked for one after another, and what its
 * members are drawn with, and their years before policies begin, for the next policy: readers try many over the same
 * simulations.
 */

import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, type RunMembers } from '../../analysis/runs/members.ts'
import { Beginning, type KeptBeginning, startsAs } from '../../engine/run/beginnings.ts'
import type { RunOrder } from '../../engine/run/inputs.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Sample } from '../../engine/sample.ts'
import type { WasmInstance } from '../../engine/simd/batch.ts'
import { sampleOf } from '../../engine/simd/draws.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { lastPer } from '../../language/once-per.ts'
import { packageStart } from '../../model/packages.ts'

/** The last ensemble. */
const prepared = lastPer<WasmRegion, RunMembers>()
/** Draws and memory that policies over the same simulations share. */
const drawn = lastPer<WasmRegion, { readonly instance: WasmInstance; readonly sample: Sample }>()
/** The years before policies, where the same is recorded of the same simulations. */
const begun = lastPer<WasmRegion, KeptBeginning | undefined>()

/** As many simulations as an answer has. */
const mostDrawn = 512

/** The years before packages begin; undefined where a run does not begin before. */
const newBeginning = ({ shared }: RunOrder, membersInBatch: number): KeptBeginning | undefined => {
  const steps = Math.round((packageStart - shared.start) * shared.stepsPerYear)
  if (steps <= 0 || steps >= shared.steps) return undefined
  return { inputs: shared, beginning: new Beginning(steps, mostDrawn / membersInBatch) }
}

export const preparedRunner = (open: WasmRegion, task: MembersTask, record: readonly string[]): RunMembers =>
  prepared.of(open, JSON.stringify([task, record]), () => {
    const { built, runs } = orderMembers(open, open.built, task, record)
    const { module, manifest } = built
    const { instance, sample } = drawn.of(open, JSON.stringify(task.settings), () => ({
      instance: instantiate(module, memoryFor(manifest, runs[0])),
      sample: sampleOf(runs[0].draws, mostDrawn),
    }))
    const key = JSON.stringify([task.settings, record, task.auditEvery])
    const before = begun.find(open, key)
    const same = before !== undefined && startsAs(before, runs[0].shared)
    const beginning = begun.keep(open, key, same ? before : newBeginning(runs[0], manifest.members))
    return membersRunner(createWasmRunners(instance, manifest, runs, sample, beginning))
  })
