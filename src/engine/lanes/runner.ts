/** Runs the members of an ensemble in blocks, side by side; each gets the bits of an ordinary run. */

import type { LinkedModel } from '../../language/linked.ts'
import type { Manifest } from '../../language/emit/wasm/manifest.ts'
import type { EnsembleSettings } from '../ensemble.ts'
import { type MemberBlock, MemberError, type MemberRunner } from '../member-runner.ts'
import type { Recording } from '../recording.ts'
import type { Horizon, RegionInput } from '../run.ts'
import type { Assumptions, Policy } from '../scenario.ts'
import { type Block, createBlock, type LanesModule } from './block.ts'
import { createDraws, drawBytes, type DrawOrder, type GivenValues, orderDraws } from './draws.ts'
import { type SharedInputs, sharedInputs } from './inputs.ts'

/** Everything that members are run with, as plain data: a thread needs this and the module, no model and no region. */
export interface LanesOrder {
  readonly shared: SharedInputs
  readonly draws: DrawOrder
  readonly recording: Recording
  /** The accounts of members whose number is a multiple of this are checked; none for 0. */
  readonly auditEvery: number
}

export interface LanesTask {
  readonly settings: EnsembleSettings
  readonly recording: Recording
  readonly policy?: Policy
  readonly assumptions?: Assumptions
  readonly auditEvery?: number
  /** Values of parameters, instead of drawing them. */
  readonly given?: GivenValues
}

export const orderLanes = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  { settings, recording, policy, assumptions, auditEvery = 0, given }: LanesTask,
): LanesOrder => ({
  shared: sharedInputs(model, region, horizon, {
    ...(policy === undefined ? {} : { policy }),
    ...(assumptions === undefined ? {} : { assumptions }),
  }),
  draws: orderDraws(model, settings, given),
  recording,
  auditEvery,
})

/** Bytes of memory that a module needs to run an order: the module's own, and room for the draws of a block. */
export const memoryFor = ({ memoryEnd, members }: Manifest, { draws, shared }: LanesOrder): number =>
  memoryEnd + drawBytes(draws, members, shared.steps)

/** The largest residual of the accounts of one member, in words. */
export interface MemberResidual {
  readonly member: number
  readonly relative: number
  readonly where: string
  /** Calendar time at which the step opened. */
  readonly when: number
}

/** Blocks that a runner runs for one call. */
const blocksInRun = 8

/**
 * `replay` runs a member alone, to say why it fails: it throws, or the member is reported with the reason found here.
 * `audited` is told of each audited member. `failed`, when given, is told of each member that fails, and the others go
 * on; without it the first is an error. The module's memory has at least `memoryFor` bytes.
 */
export const createLanesRunner = (
  module: LanesModule,
  manifest: Manifest,
  order: LanesOrder,
  replay: (member: number) => void = () => {},
  audited?: (residual: MemberResidual) => void,
  failed?: (member: number, reason: string) => void,
): MemberRunner => {
  const { members } = manifest
  const { shared, recording, auditEvery } = order
  const block = createBlock(manifest, module)
  const draws = createDraws(block, module, order.draws, shared, manifest.memoryEnd)
  const offsets = Int32Array.from(recording.series, ({ offset }) => offset)
  const { steps } = recording
  const clock = { start: shared.start, stepsPerYear: shared.stepsPerYear }

  const begin = (): void => {
    for (let element = 0; element < shared.first.length; element++)
      block.values.fill(shared.first[element], element * members, (element + 1) * members)
    draws.writeParameters()
    if (order.draws.shockElements > 0) draws.writeShocks(0)
    block.initialise(clock)
  }
  const writeStep = (step: number): void => {
    const { elements, values } = shared.changes[step]
    for (let at = 0; at < elements.length; at++)
      block.values.fill(values[at], elements[at] * members, (elements[at] + 1) * members)
    if (order.draws.shockElements > 0) draws.writeShocks(step)
  }
  const record = (step: number, into: MemberBlock, first: number): void => {
    const { values, width } = into
    // 0 as long as everything is finite.
    let odd = 0
    for (let series = 0; series < offsets.length; series++) {
      const from = block.place(offsets[series]) * members
      const to = (series * steps + step) * width + first
      for (let lane = 0; lane < members; lane++) {
        const value = block.values[from + lane]
        values[to + lane] = value
        odd += value - value
      }
    }
    if (odd !== 0) findOdd(block, recording, step)
  }

  const runBlock = (from: number, count: number, into: MemberBlock, first: number): void => {
    draws.draw(from, count)
    begin()
    const checked = Array.from({ length: count }, (_, lane) => lane).filter(
      lane => auditEvery > 0 && (from + lane) % auditEvery === 0,
    )
    const worst = checked.map(() => ({ relative: 0, place: -1, step: 0 }))
    for (let step = 0; step < steps; step++) {
      if (step > 0) writeStep(step)
      block.step()
      record(step, into, first)
      if (checked.length > 0) {
        block.audit()
        checked.forEach((lane, at) => {
          const { relative, place } = block.residual(lane)
          if (!(relative <= into.residual)) into.residual = relative
          if (!(relative <= worst[at].relative)) worst[at] = { relative, place, step }
        })
      }
      block.commit()
    }
    for (const [lane, reason] of [...block.failures].toSorted(([a], [b]) => a - b)) {
      if (lane >= count) continue
      if (failed !== undefined) {
        failed(from + lane, reason)
        continue
      }
      replay(from + lane)
      throw new MemberError(from + lane, reason)
    }
    if (audited === undefined) return
    checked.forEach((lane, at) => {
      const { relative, place, step } = worst[at]
      const where = place < 0 ? '' : block.placeName(place)
      audited({ member: from + lane, relative, where, when: recording.times[step] })
    })
  }

  return {
    recording,
    width: blocksInRun * members,
    run: (from, count, into) => {
      into.residual = 0
      for (let first = 0; first < count; first += members)
        runBlock(from + first, Math.min(members, count - first), into, first)
    },
  }
}

const findOdd = (block: Block, { series, times }: Recording, step: number): void => {
  const { members } = block.manifest
  for (const { name, offset } of series) {
    for (let lane = 0; lane < members; lane++)
      if (!Number.isFinite(block.values[block.place(offset) * members + lane]))
        block.fail(lane, `'${name}' is not a number at ${times[step]}.`)
  }
}
