/**
 * Makes and replays capsules. A capsule holds everything that a run of a scenario needs and gives, so that any later
 * version can repeat it with identical results and say what has changed since. The module and its inputs repeat the run
 * without the model's texts; the declarations and figures say what the module was made of.
 */

import { createBatch } from '../../../engine/simd/batch.ts'
import { compileModule, instantiate } from '../../../engine/simd/instance.ts'
import { addNormals } from '../../../engine/simd/normals.ts'
import { declaredOutcomes, planRecording, type Recording } from '../../../engine/recording.ts'
import { createInputRecorder, type WrittenInputs } from '../../../engine/run/inputs.ts'
import { createBlock, checkFailures } from '../../../engine/run/runner.ts'
import { createBatchRunner } from '../../../engine/run/wasm.ts'
import type { Forecast } from '../../hindcast/forward.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { Model } from '../../../language/declare.ts'
import type { ModuleManifest } from '../../../language/emit/wasm/manifest.ts'
import { emit, standard } from '../../../language/emit/wasm/module.ts'
import { type OpenRegion, timeOf } from '../../region/simulation.ts'
import { modelHash } from '../../region/fingerprint.ts'
import { type CapsuleFigures, figuresOf } from './figures.ts'

/** The number of the format, which rises when older capsules have to be read in another way. Format 1 has no seal. */
export const capsuleVersion = 2

/** The forecasts of a round under its name. */
export interface Round {
  readonly name: string
  /** '2027-03-01' */
  readonly date: string
  /** Results with their times, such as 'regionOutput@2037'. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Of what is published of the areas. */
  readonly forecasts: readonly Forecast[]
}

export interface Capsule {
  readonly capsule: 1 | typeof capsuleVersion
  readonly region: { readonly id: string; readonly areas: readonly string[] }
  /** Hashes of the model and of the figures. */
  readonly made: { readonly model: string; readonly data: string }
  readonly scenario: Scenario
  /** The linked model: in the currency and under the institutions of the nation, with fitted parameters. */
  readonly model: Model
  readonly figures: CapsuleFigures
  readonly run: {
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly manifest: ModuleManifest
    readonly recording: Recording
    readonly movingFrom: number
    /** Inputs before the start, then those that may move, step by step. */
    readonly first: Float64Array
    readonly steps: readonly Float64Array[]
  }
  /** The hash of the numbers of all outcomes, all areas and all steps. */
  readonly digest: string
  /** Of a forecast round: what it forecast, under its name. */
  readonly round?: Round
}

type Digest = (series: readonly string[], values: Float64Array) => Promise<string>

/** All outcomes of the central run: series after series, step after step. */
const replayed = ({ bytes, manifest, recording, movingFrom, first, steps }: Capsule['run']): Float64Array => {
  const batch = createBatch(manifest, instantiate(compileModule(bytes), manifest.memoryEnd))
  const { members } = manifest
  // All members of the batch are the same run.
  const write = (from: number, numbers: Float64Array): void =>
    numbers.forEach((number, at) => batch.values.fill(number, (from + at) * members, (from + at + 1) * members))
  const inputs = {
    prepare: () => 1,
    writeFirst: () => write(0, first),
    writeStep: (step: number) => write(movingFrom, steps[step]),
  }
  const clock = { start: recording.start, stepsPerYear: recording.stepsPerYear }
  const runner = createBatchRunner(batch, inputs, { recording, clock, auditEvery: 0, bounds: false })
  const block = createBlock(recording, 1)
  runner.run(0, 1, block)
  checkFailures(0, block)
  return block.values
}

/** Makes a capsule; `hash` computes the hash of the module's bytes that its manifest states. */
export const makeCapsule = async (
  { linked, region, simulator }: OpenRegion,
  scenario: Scenario,
  { digest, hash }: { readonly digest: Digest; readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string> },
): Promise<Capsule> => {
  const { horizon } = simulator
  const emitted = emit(linked, () => '', [addNormals], {
    ...standard,
    stepsPerYear: horizon.stepsPerYear,
    keepAll: true,
  })
  const bytes = new Uint8Array(emitted.bytes)
  const manifest = { ...emitted.manifest, hash: await hash(bytes) }
  const recorder = createInputRecorder(linked, region, horizon)
  const { policy, assumptions } = scenario
  const { first, steps }: WrittenInputs = recorder.record({ policy, assumptions })
  const recording = planRecording(linked, declaredOutcomes(linked), timeOf({ linked, region, simulator } as OpenRegion))
  const run = { bytes, manifest, recording, movingFrom: recorder.movingFrom, first, steps }
  const { id, areas } = region
  return {
    capsule: capsuleVersion,
    region: { id, areas },
    made: { model: modelHash(linked.source), data: region.hash },
    scenario,
    model: linked.source,
    figures: figuresOf(region),
    run,
    digest: await digest(seriesOf(recording), replayed(run)),
  }
}

const seriesOf = ({ series }: Recording): string[] => series.map(({ name }) => name)

export interface Replay {
  readonly same: boolean
  readonly digest: string
  /** By the name of the series and year by year: the mean of the year. */
  readonly years: Readonly<Record<string, readonly number[]>>
  readonly firstYear: number
}

/** Runs a capsule again on its own module and inputs. */
export const replayCapsule = async ({ run, digest: expected }: Capsule, digest: Digest): Promise<Replay> => {
  const { recording } = run
  const values = replayed(run)
  const { steps, stepsPerYear, start } = recording
  const found = await digest(seriesOf(recording), values)
  const yearsOf = (series: number): number[] =>
    Array.from({ length: Math.floor(steps / stepsPerYear) }, (_, year) => {
      const from = series * steps + year * stepsPerYear
      return values.subarray(from, from + stepsPerYear).reduce((sum, value) => sum + value, 0) / stepsPerYear
    })
  return {
    same: found === expected,
    digest: found,
    years: Object.fromEntries(recording.series.map(({ name }, at) => [name, yearsOf(at)])),
    firstYear: start,
  }
}
