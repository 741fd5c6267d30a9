/** Runs a region on its WebAssembly module, one run at a time or several different ones in a batch. */

import type { LinkedModel } from '../../language/linked.ts'
import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import { createBatch, type WasmInstance } from '../simd/batch.ts'
import { takeMember, wasmProgram } from '../simd/program.ts'
import { planRecording } from '../recording.ts'
import { createSimulator, type Horizon, type RegionInput, RunError, type Simulator } from '../run.ts'
import { createInputRecorder, type WrittenInputs } from './inputs.ts'
import { sameNumbers } from './beginnings.ts'
import type { ManyOptions, RunMany } from './many.ts'
import { blockReader, memberRun, type Reader } from './reader.ts'
import { checkFailures, createBlock, eachBlock, type MemberBlock, type MemberInput } from './runner.ts'
import { type BatchInputs, type BatchSettings, createBatchRunner } from './wasm.ts'

export interface WasmSimulator extends Simulator {
  readonly runMany: RunMany
  readonly valuesMany: ValuesMany
}

/** All values of every run, [run][step], in the steps that are asked for; no others are there. */
export type ValuesMany = (inputs: readonly MemberInput[], steps: readonly number[]) => Float64Array[][]

/** Reads every run, as seen from an area; a run that fails leaves its reason in its place. */
type ReadMany = <Found>(
  inputs: readonly MemberInput[],
  record: readonly string[],
  read: (run: (area: number) => Reader) => Found,
) => Array<Found | RunError>

interface SideBySide {
  readonly runMany: RunMany
  readonly readMany: ReadMany
  readonly valuesMany: ValuesMany
}

/** Runs different inputs of a region side by side. */
export const createSideBySide = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  manifest: ModuleManifest,
  module: WasmInstance,
): SideBySide => {
  const { members } = manifest
  const recorder = createInputRecorder(model, region, horizon)
  const time = { start: region.start, steps: recorder.steps, stepsPerYear: horizon.stepsPerYear }
  const batch = createBatch(manifest, module)
  const gathered = manifest.gathered.map(name => model.variables.get(name)!)

  /** Members of a batch share what is gathered: a run with others begins a batch of its own. */
  const sharesData = (one: WrittenInputs, other: WrittenInputs): boolean =>
    gathered.every(({ offset, size }) =>
      sameNumbers(one.first.subarray(offset, offset + size), other.first.subarray(offset, offset + size)),
    )

  const batchInputs = (inputs: readonly MemberInput[]): BatchInputs => {
    let writings: WrittenInputs[] = []
    let next: WrittenInputs | undefined
    const write = (from: number, numbersOf: (writing: WrittenInputs) => Float64Array): void => {
      for (let lane = 0; lane < members; lane++) {
        // Lanes that nobody wants repeat the last one.
        const numbers = numbersOf(writings[Math.min(lane, writings.length - 1)])
        for (let at = 0, place = from * members + lane; at < numbers.length; at++, place += members)
          batch.values[place] = numbers[at]
      }
    }
    return {
      prepare: (from, most) => {
        writings = [next ?? recorder.record(inputs[from])]
        next = undefined
        while (writings.length < most) {
          const other = recorder.record(inputs[from + writings.length])
          if (!sharesData(writings[0], other)) {
            next = other
            break
          }
          writings.push(other)
        }
        return writings.length
      },
      writeFirst: () => write(0, ({ first }) => first),
      writeStep: step => write(recorder.movingFrom, ({ steps }) => steps[step]),
    }
  }

  const plain = { clock: time, auditEvery: 0, bounds: false }
  const audited = (audit: NonNullable<ManyOptions['audit']>): Omit<BatchSettings, 'recording'> => ({
    clock: time,
    auditEvery: 1,
    bounds: true,
    observe: (step, from, count) => {
      for (let lane = 0; lane < count; lane++)
        audit(from + lane, step, element => batch.values[batch.place(element) * members + lane])
    },
  })
  const takeMany = <Found>(
    inputs: readonly MemberInput[],
    own: BatchSettings,
    take: (block: MemberBlock, lane: number) => Found,
  ): Array<Found | RunError> => {
    const { recording } = own
    const runner = createBatchRunner(batch, batchInputs(inputs), own)
    const block = createBlock(recording, Math.min(runner.width, inputs.length))
    const results: Array<Found | RunError> = []
    for (const [, count] of eachBlock(runner, [0, inputs.length], block))
      for (let lane = 0; lane < count; lane++) {
        const failure = block.failures.get(lane)
        results.push(failure === undefined ? take(block, lane) : new RunError(failure))
      }
    return results
  }
  const runMany: RunMany = (inputs, record, { until = horizon.end, audit } = {}) => {
    const steps = Math.min(time.steps, Math.ceil((until - region.start) * horizon.stepsPerYear))
    const recording = planRecording(model, record, { ...time, steps })
    const settings = audit === undefined ? plain : audited(audit)
    return takeMany(inputs, { ...settings, recording }, memberRun(model, recording))
  }
  const readMany: ReadMany = (inputs, record, read) => {
    const recording = planRecording(model, record, time)
    const reader = blockReader(recording)
    return takeMany(inputs, { ...plain, recording }, (block, lane) => read(area => reader(block, lane, area)))
  }
  const valuesMany: ValuesMany = (inputs, steps) => {
    const recording = planRecording(model, [], { ...time, steps: Math.max(...steps) + 1 })
    const found = inputs.map((): Float64Array[] => [])
    const observe = (step: number, from: number, count: number): void => {
      if (!steps.includes(step)) return
      for (let member = 0; member < count; member++) {
        const values = (found[from + member][step] = new Float64Array(model.size))
        takeMember(batch, values, member)
      }
    }
    const runner = createBatchRunner(batch, batchInputs(inputs), { ...plain, recording, observe })
    const block = createBlock(recording, Math.min(runner.width, inputs.length))
    for (const [first] of eachBlock(runner, [0, inputs.length], block)) checkFailures(first, block)
    return found
  }
  return { runMany, readMany, valuesMany }
}

/** `fresh` makes an instance of the module: single runs and those side by side do not disturb each other. */
export const createWasmSimulator = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  manifest: ModuleManifest,
  fresh: () => WasmInstance,
): WasmSimulator => {
  const { runMany, valuesMany } = createSideBySide(model, region, horizon, manifest, fresh())
  return { ...createSimulator(wasmProgram(model, manifest, fresh()), region, horizon), runMany, valuesMany }
}
