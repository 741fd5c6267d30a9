/** Runs members on a WebAssembly module in SIMD batches; each gets the results of an ordinary run. */

import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import { type Batch, type RunClock, createBatch, type WasmInstance } from '../simd/batch.ts'
import { type BlockDraws, createDraws, drawBytes, sampleOf } from '../simd/draws.ts'
import {
  type Beginning,
  beginningsFrom,
  beginningsOf,
  type Begun,
  type KeptBeginning,
  type WorstResidual,
} from './beginnings.ts'
import { messages as engineMessages } from '../../texts/engine.ts'
import type { Recording } from '../recording.ts'
import type { Sample } from '../sample.ts'
import type { RunOrder } from './inputs.ts'
import { addResidual, clearBlock, type MemberBlock, type MemberRunner } from './runner.ts'

/** Bytes of memory that a module needs to run an order: the module's own, and room for the draws of a batch. */
export const memoryFor = ({ memoryEnd, members }: ModuleManifest, { draws, shared }: RunOrder): number =>
  memoryEnd + drawBytes(draws, members, shared.steps)

/**
 * Batches that a runner runs for one call: an odd number, because then the places of one step in the block, from series
 * to series, do not fall on a few lines of a processor's cache.
 */
const batchesInRun = 9

/** Puts the inputs of members into a batch. */
export interface BatchInputs {
  /** Prepares members from … + most - 1, or as many of them as can lie in one batch; returns how many. */
  prepare(from: number, most: number): number
  /** Those that the first step finds. */
  writeFirst(): void
  /** Those that a later step sets. */
  writeStep(step: number): void
}

/** The beginning that a batch shares with runs of the same members under other inputs. */
export interface SharedBeginning {
  readonly beginning: Beginning
  readonly draws: Pick<BlockDraws, 'saveShocks' | 'restoreShocks'>
}

export interface BatchSettings {
  readonly recording: Recording
  readonly clock: RunClock
  /** The accounts of members whose number is a multiple of this are checked; none for 0. */
  readonly auditEvery: number
  /** A member with a stock below zero that may not be fails. */
  readonly bounds: boolean
  /** Sees the batch at the end of each step, with the first of its members and how many they are. */
  readonly observe?: (step: number, from: number, count: number) => void
}

/**
 * Copies the numbers of members that lie side by side; the result is 0 where all are finite. Groups of four are written
 * out, because a loop over so few numbers takes three times as long.
 */
const copyMembers = (from: Float64Array, at: number, into: Float64Array, to: number, count: number): number => {
  let odd = 0
  let lane = 0
  for (; lane + 4 <= count; lane += 4) {
    const a = from[at + lane]
    const b = from[at + lane + 1]
    const c = from[at + lane + 2]
    const d = from[at + lane + 3]
    into[to + lane] = a
    into[to + lane + 1] = b
    into[to + lane + 2] = c
    into[to + lane + 3] = d
    odd += a - a + (b - b) + (c - c) + (d - d)
  }
  for (; lane < count; lane++) {
    const value = from[at + lane]
    into[to + lane] = value
    odd += value - value
  }
  return odd
}

/** Places in a block of what is recorded of a member in the first steps, series after series, beside its own place. */
const firstPlaces = ({ series, steps: all }: Recording, { width }: MemberBlock, steps: number): number[] =>
  [...series.keys()].flatMap(at => Array.from({ length: steps }, (_, step) => (at * all + step) * width))

export const createBatchRunner = (
  batch: Batch,
  inputs: BatchInputs,
  { recording, clock, auditEvery, bounds, observe }: BatchSettings,
  shared?: SharedBeginning,
): MemberRunner => {
  const { members } = batch.manifest
  const { steps } = recording
  const { opening } = batch.manifest.stepStates
  /** Places of the series in the batch, while opening and closing values are in their places and while they are not. */
  const placesOf = { own: new Int32Array(), swapped: new Int32Array() }
  const places = (): Int32Array => {
    const which = batch.place(opening) === opening ? 'own' : 'swapped'
    if (placesOf[which].length === 0)
      placesOf[which] = Int32Array.from(recording.series, ({ offset }) => batch.place(offset) * members)
    return placesOf[which]
  }
  const record = (step: number, { values, width }: MemberBlock, first: number): void => {
    const from = places()
    const lanes = Math.min(members, width - first)
    let odd = 0
    for (let series = 0; series < from.length; series++)
      odd += copyMembers(batch.values, from[series], values, (series * steps + step) * width + first, lanes)
    if (odd !== 0) findOdd(batch, recording, step)
  }

  /** Begins a run, or goes on with one that others have begun: the first step to run, and the residuals until then. */
  const begin = (begun: Begun | undefined, into: MemberBlock, first: number, checked: readonly number[]) => {
    if (begun === undefined || shared === undefined) {
      inputs.writeFirst()
      batch.initialise(clock)
      return { next: 0, worst: checked.map((): WorstResidual => ({ relative: 0, place: -1, step: 0 })) }
    }
    shared.draws.restoreShocks(begun.draws)
    batch.restore(begun.state)
    const { count, recorded } = begun
    for (const [at, place] of firstPlaces(recording, into, shared.beginning.steps).entries())
      copyMembers(recorded, at * count, into.values, place + first, count)
    return { next: shared.beginning.steps, worst: [...begun.worst] }
  }

  const runBatch = (from: number, most: number, into: MemberBlock, first: number): number => {
    const begun = shared?.beginning.find(from, most)
    const count = begun?.count ?? inputs.prepare(from, most)
    const checked: number[] = []
    for (let lane = 0; lane < count; lane++) if (auditEvery > 0 && (from + lane) % auditEvery === 0) checked.push(lane)
    const { next, worst } = begin(begun, into, first, checked)
    for (let step = next; step < steps; step++) {
      inputs.writeStep(step)
      batch.step()
      record(step, into, first)
      if (bounds) batch.checkBounds()
      if (checked.length > 0) {
        batch.audit()
        checked.forEach((lane, at) => {
          const { relative, place } = batch.residual(lane)
          if (!(relative <= worst[at].relative)) worst[at] = { relative, place, step }
        })
      }
      observe?.(step, from, count)
      batch.commit()
      if (shared !== undefined && begun === undefined && step + 1 === shared.beginning.steps) {
        const copied = firstPlaces(recording, into, step + 1)
        const recorded = new Float64Array(copied.length * count)
        for (const [at, place] of copied.entries()) copyMembers(into.values, place + first, recorded, at * count, count)
        shared.beginning.keep({
          from,
          count,
          state: batch.save(shared.beginning.spare()?.state),
          draws: shared.draws.saveShocks(),
          recorded,
          worst: [...worst],
        })
      }
    }
    for (const [lane, reason] of batch.failures) if (lane < count) into.failures.set(first + lane, reason)
    checked.forEach((lane, at) => {
      const { relative, place, step } = worst[at]
      const where = place < 0 ? '' : batch.checkAt(place).where
      addResidual(into, { lane: first + lane, relative, where, when: recording.times[step] })
    })
    return count
  }

  return {
    recording,
    width: batchesInRun * members,
    run: (from, count, into) => {
      clearBlock(into)
      for (let first = 0; first < count; )
        first += runBatch(from + first, Math.min(members, count - first), into, first)
    },
  }
}

const findOdd = (batch: Batch, { series, times }: Recording, step: number): void => {
  const { members } = batch.manifest
  for (const { name, offset } of series) {
    for (let lane = 0; lane < members; lane++)
      if (!Number.isFinite(batch.values[batch.place(offset) * members + lane]))
        batch.fail(lane, engineMessages.notFinite({ name, time: times[step] }))
  }
}

/**
 * Runners of ensembles on one module, whose memory has at least `memoryFor` bytes: of several policies under the same
 * draws, or of one. `sample` is that of the draws, where somebody else asks it too; `kept` is a beginning from earlier
 * calls, instead of what the orders have in common with each other.
 */
export const createWasmRunners = (
  module: WasmInstance,
  manifest: ModuleManifest,
  orders: readonly RunOrder[],
  sample: Sample = sampleOf(orders[0].draws),
  kept?: KeptBeginning,
): MemberRunner[] => {
  const batch = createBatch(manifest, module)
  const { members } = manifest
  /** The same number for all members; a loop, because calling `fill` for a few numbers takes longer. */
  const spread = (element: number, value: number): void => {
    const end = (element + 1) * members
    for (let place = end - members; place < end; place++) batch.values[place] = value
  }
  const beginnings = kept === undefined ? beginningsOf(orders, batchesInRun) : beginningsFrom(kept, orders)
  return orders.map((order, at) => {
    const { shared, recording, auditEvery } = order
    const beginning = beginnings[at]
    const draws = createDraws(batch, module, order.draws, shared, manifest.memoryEnd, sample)
    const inputs: BatchInputs = {
      prepare: (from, most) => {
        draws.draw(from, most)
        return most
      },
      writeFirst: () => {
        for (let element = 0; element < shared.first.length; element++) spread(element, shared.first[element])
        draws.writeParameters()
        if (order.draws.shockElements > 0) draws.writeShocks(0)
      },
      writeStep: step => {
        const { elements, values } = shared.changes[step]
        for (let place = 0; place < elements.length; place++) spread(elements[place], values[place])
        if (order.draws.shockElements > 0) draws.writeShocks(step)
      },
    }
    const clock = { start: shared.start, stepsPerYear: shared.stepsPerYear }
    return createBatchRunner(
      batch,
      inputs,
      { recording, clock, auditEvery, bounds: true },
      beginning === undefined ? undefined : { beginning, draws },
    )
  })
}
