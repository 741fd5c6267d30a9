/** A region that is run on a WebAssembly module alone: no code is made of text, and members go side by side. */

import { compileModule, type CompiledModule, instantiate } from '../engine/lanes/instance.ts'
import { addNormals } from '../engine/lanes/normals.ts'
import { createLanesRunner, type LanesOrder, memoryFor, orderLanes } from '../engine/lanes/runner.ts'
import { createLanesSimulator, type LanesSimulator } from '../engine/lanes/simulator.ts'
import type { LanesModule } from '../engine/lanes/block.ts'
import { planRecording } from '../engine/recording.ts'
import type { Run, Series } from '../engine/run.ts'
import type { MemberBlock } from '../engine/member-runner.ts'
import { createBlock } from '../engine/member-runner.ts'
import type { Manifest } from '../language/emit/wasm/manifest.ts'
import { emit, standard } from '../language/emit/wasm/module.ts'
import type { RegionData } from '../regions/types.ts'
import { type Future, futureReader, futureVariables } from './future.ts'
import { larger, type Members, type MembersRange, type MembersTask, noAudit } from './members.ts'
import { horizonOf, linkRegion, type OpenRegion } from './simulation.ts'

/** What a model was emitted to: threads share it. */
export interface BuiltModule {
  readonly module: CompiledModule
  readonly manifest: Manifest
}

export interface LanesRegion extends OpenRegion {
  readonly built: BuiltModule
  readonly simulator: LanesSimulator
}

/** Emits and compiles the module of a region; an eighth of a second. */
export const buildRegion = (region: RegionData): BuiltModule => {
  // The module never leaves this program, so nothing asks for its hash.
  const { bytes, manifest } = emit(linkRegion(region), () => '', [addNormals], { ...standard, keepAll: true })
  return { module: compileModule(bytes), manifest }
}

/** Opens a region on its module; `built` saves the emitting where another thread has done it. */
export const openOnLanes = (region: RegionData, built: BuiltModule = buildRegion(region)): LanesRegion => {
  const linked = linkRegion(region)
  const { module, manifest } = built
  const fresh = (): LanesModule => instantiate(module, manifest.memoryEnd)
  const simulator = createLanesSimulator(linked, region, horizonOf(), manifest, fresh(), fresh())
  return { region, linked, program: simulator.program, simulator, built }
}

/** Names with all their elements, of a recorded block: where each series lies in it. */
type Places = ReadonlyMap<string, readonly number[]>

const placesIn = (order: LanesOrder): Places => {
  const places = new Map<string, number[]>()
  order.recording.series.forEach(({ variable, element }, at) => {
    const own = places.get(variable) ?? []
    own[element] = at
    places.set(variable, own)
  })
  return places
}

/** One lane of a block as a run. */
const runOf = (places: Places, { recording }: LanesOrder, { values, width }: MemberBlock, lane: number): Run => {
  const { steps, times } = recording
  const series = new Map<string, Series>()
  for (const [name, own] of places) {
    const size = own.length
    const numbers = new Float64Array(steps * size)
    for (let element = 0; element < size; element++)
      for (let step = 0; step < steps; step++)
        numbers[step * size + element] = values[(own[element] * steps + step) * width + lane]
    series.set(name, { name, size, values: numbers })
  }
  return { times, series, audit: undefined }
}

/** What is called with each run of an ensemble; members come in order, one policy after the other. */
export type ReadMember<Result> = (run: Run, policy: number, member: number) => Result

export interface LanesEnsemble<Result> extends Pick<Members, 'audit'> {
  /** results[policy][member - from]. */
  readonly results: Result[][]
}

export interface LanesTask extends MembersTask {
  /** The accounts of members whose number is a multiple of this are checked: of all of them when absent, of none for 0. */
  readonly auditEvery?: number
}

/** Members [from, to) of an ensemble, side by side: the bits of src/engine/ensemble.ts. `pause` is waited for between blocks. */
export const runLanesEnsemble = async <Result>(
  { linked, region, simulator, built }: LanesRegion,
  task: LanesTask,
  record: readonly string[],
  [from, to]: MembersRange,
  keep: ReadMember<Result>,
  pause: (runs: number) => Promise<void> | void = () => {},
): Promise<LanesEnsemble<Result>> => {
  const { settings, policies, assumptions, auditEvery = 1 } = task
  const { steps, horizon } = simulator
  const recording = planRecording(linked, record, { start: region.start, steps, stepsPerYear: horizon.stepsPerYear })
  const audits: Array<ReadonlyArray<Members['audit']>> = []
  const results: Result[][] = []
  let module: LanesModule | undefined
  for (const [policy, levers] of policies.entries()) {
    const order = orderLanes(linked, region, horizon, {
      settings,
      recording,
      policy: levers,
      assumptions,
      auditEvery,
    })
    module ??= instantiate(built.module, memoryFor(built.manifest, order))
    const own: Array<Members['audit']> = []
    const runner = createLanesRunner(module, built.manifest, order, undefined, ({ member, relative, where, when }) =>
      own.push({ largestResidual: relative, where, when, policy, member }),
    )
    const block = createBlock(recording, runner.width)
    const places = placesIn(order)
    const kept: Result[] = []
    for (let first = from; first < to; first += runner.width) {
      const count = Math.min(runner.width, to - first)
      runner.run(first, count, block)
      for (let lane = 0; lane < count; lane++) kept.push(keep(runOf(places, order, block, lane), policy, first + lane))
      const waiting = pause(count)
      if (waiting !== undefined) await waiting
    }
    audits.push(own)
    results.push(kept)
  }
  // Member by member, as runs one by one meet them: of equal residuals the first counts.
  let audit = noAudit
  const audited = audits[0]?.length ?? 0
  for (let member = 0; member < audited; member++) for (const own of audits) audit = larger(audit, own[member])
  return { results, audit }
}

/** Members of an ensemble for the verdict: src/analysis/members.ts, side by side. */
export const runRangeOnLanes = async (
  open: LanesRegion,
  task: MembersTask,
  range: MembersRange,
  pause?: (runs: number) => Promise<void> | void,
): Promise<Members> => {
  const read = futureReader(open)
  const { results, audit } = await runLanesEnsemble<Future>(open, task, futureVariables, range, read, pause)
  return { futures: results, audit }
}
