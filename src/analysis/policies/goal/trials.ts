/**
 * Runs policies that are not known beforehand over the same simulations, and reads a few numbers of each: what searches
 * for a policy ask. Parameters, shocks and the error of the model are the same for every policy.
 */

import { settingsUnder } from '../../region/outside.ts'
import type { EnsembleSettings } from '../../../engine/ensemble.ts'
import type { SaltelliDesign } from '../../../engine/sensitivity-design.ts'
import { planRecording, type Recording } from '../../../engine/recording.ts'
import type { OutcomeAddress } from '../../../engine/outcome-address.ts'
import { orderRuns } from '../../../engine/run/inputs.ts'
import { blockReader, type Reader } from '../../../engine/run/reader.ts'
import { createBlock, eachBlock } from '../../../engine/run/runner.ts'
import type { SharedInputs } from '../../../engine/run/shared-inputs.ts'
import { createWasmRunners, memoryFor } from '../../../engine/run/wasm.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import { type DrawOrder, orderDraws } from '../../../engine/simd/draws.ts'
import { instantiate } from '../../../engine/simd/instance.ts'
import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import { judge, judgementVariables } from '../../../model/criteria.ts'
import { advance, type Answers, type Task } from '../../../threads/task.ts'
import { classesAt, judgedUntil, verdictNumber } from '../../runs/fold.ts'
import { type OpenRegion, timeOf } from '../../region/simulation.ts'
import type { BuiltModule } from '../../region/wasm-region.ts'
import { shiftsOf, widen, type Widening } from '../../runs/widening.ts'
import type { FreeLever } from './levers.ts'

export interface OutcomeReading {
  readonly outcome: OutcomeAddress
  /** The yearly growth of the outcome over the window instead of its mean. */
  readonly growth?: boolean
}

/** A number that is read of each simulation: an outcome, or a word of the verdict. */
export type TrialReading = OutcomeReading | { readonly verdict: string }

export interface TrialTask {
  readonly settings: EnsembleSettings
  readonly assumptions: Assumptions
  readonly readings: readonly TrialReading[]
  /** The error of the model that simulations carry; none when absent. */
  readonly widening?: Widening | undefined
}

/** All that threads are given: plain data, and no model. */
export interface TrialSetup extends Omit<TrialTask, 'settings' | 'assumptions'> {
  readonly built: BuiltModule
  readonly draws: DrawOrder
  readonly recording: Recording
  readonly memory: number
}

export interface TrialQuestion {
  /** Inputs under each policy. */
  readonly policies: readonly SharedInputs[]
  /** Simulations from … to - 1. */
  readonly range: readonly [from: number, to: number]
}

/** The settings that decide the draws of simulations. */
export interface TrialDraws extends Pick<EnsembleSettings, 'seed' | 'uncertainty'> {
  readonly members: number
  /** As `heartland ensemble` draws them where absent. */
  readonly design?: SaltelliDesign
}

export const trialSettings = ({ seed, members, uncertainty = {}, design }: TrialDraws) => ({
  seed,
  members,
  design: design ?? ('sobol' as const),
  uncertainty,
  // Without random series where the design says so.
  shocks: design?.shocks ?? true,
})

/** The series that must be recorded to read them. */
export const seriesIn = (readings: readonly TrialReading[]): string[] =>
  readings.flatMap(one => ('outcome' in one ? [one.outcome.series] : judgementVariables('region')))

/** Orders the inputs of policies for threads that were given the setup of the same task. */
export const orderTrials = (open: OpenRegion, built: BuiltModule, task: TrialTask) => {
  const { linked, region, simulator } = open
  const { assumptions, readings, widening } = task
  const settings = settingsUnder(open, task.settings)
  const names = [...new Set(seriesIn(readings))]
  // Runs end with the last year that is read: what comes later changes nothing before.
  const time = timeOf(open)
  const lastRead = readings.map(one => ('outcome' in one ? one.outcome.window![1] : judgedUntil))
  const end = Math.max(time.start + 1, Math.ceil(Math.max(...lastRead)))
  const steps = Math.round((end - time.start) * time.stepsPerYear)
  const recording = planRecording(linked, names, { ...time, steps })
  const draws = orderDraws(linked, settings)
  const inputsOf = (policies: readonly Policy[]): SharedInputs[] =>
    orderRuns(
      linked,
      region,
      { ...simulator.horizon, end },
      policies.map(policy => ({ settings, recording, policy, assumptions })),
    ).map(({ shared }) => shared)
  const [shared] = inputsOf([{}])
  const memory = memoryFor(built.manifest, { shared, draws, recording, auditEvery: 0 })
  return { setup: { built, draws, recording, memory, readings, widening } satisfies TrialSetup, inputsOf }
}

/** Means as `heartland ensemble` reads them where there is no error of the model; else over years, which carry it. */
export const readTrial = (reader: Reader, reading: TrialReading, widened = false): number => {
  if ('verdict' in reading) return verdictNumber(classesAt(judge(reader, 'region')), reading.verdict)
  const { outcome, growth = false } = reading
  const { series, window } = outcome
  const [name, labels] = [addressedVariable(series), addressedLabels(series)]
  const [from, to] = window!
  if (growth) {
    const [first, last] = [Math.floor(from), Math.ceil(to) - 1]
    return (reader.mean(name, last, ...labels) / reader.mean(name, first, ...labels) - 1) / Math.max(1, last - first)
  }
  if (!widened) return reader.meanOver(name, from, to, ...labels)
  if (!Number.isInteger(from) || !Number.isInteger(to)) return reader.at(name, from, ...labels)
  let sum = 0
  for (let year = from; year < to; year++) sum += reader.mean(name, year, ...labels)
  return sum / (to - from)
}

/** `trials`: values[(policy * readings + reading) * simulations + simulation]; not a number where a run failed. */
export const trialAnswers = ({ built, draws, recording, memory, readings, widening }: TrialSetup): Answers => {
  const { manifest, module } = built
  const instance = instantiate(module, memory)
  const read = blockReader(recording)
  const shifts = shiftsOf(widening)
  return {
    trials: async ({ policies, range }: TrialQuestion, task: Task): Promise<Float64Array> => {
      const [from, to] = range
      const size = to - from
      const orders = policies.map(shared => ({ shared, draws, recording, auditEvery: 0 }))
      const runners = createWasmRunners(instance, manifest, orders)
      const values = new Float64Array(policies.length * readings.length * size)
      const block = createBlock(recording, runners[0].width)
      const all = policies.length * size
      let done = 0
      // All policies of a block, before the next block: they share what they begin with.
      for (let first = from; first < to; first += block.width) {
        for (const [policy, runner] of runners.entries()) {
          const end = Math.min(to, first + block.width)
          for (const [at, count] of eachBlock(runner, [first, end], block)) {
            for (let lane = 0; lane < count; lane++) {
              const seen = widen(read(block, lane), widening, shifts(at + lane))
              readings.forEach((reading, place) => {
                values[(policy * readings.length + place) * size + at + lane - from] = block.failures.has(lane)
                  ? Number.NaN
                  : readTrial(seen, reading, widening !== undefined)
              })
            }
          }
          await advance(task, (done += end - first), all)
        }
      }
      return values
    },
  }
}

/** values[policy][reading]: the numbers of all simulations. */
export type TrialValues = ReadonlyArray<readonly Float64Array[]>

export type RunTrials = (policies: readonly Policy[]) => Promise<TrialValues>

/** Inputs of a search for a policy. */
export interface PolicySearch {
  readonly levers: readonly FreeLever[]
  /** The value in force besides: financing, other levers. */
  readonly base: Policy
  readonly seed: number
  /** The simulations that decide. */
  readonly run: RunTrials
  /** Present values of gross outlays, CNY bn. */
  readonly costs: (policies: readonly Policy[]) => readonly number[]
  /** Most that a package may spend, present value, CNY bn; a goal weighs costs by it. */
  readonly budget: number
}

/** The parts that threads returned, in the order of their simulations, as one. */
export const joinTrials = (
  parts: ReadonlyArray<readonly [range: readonly [number, number], values: Float64Array]>,
  policies: number,
  readings: number,
  members: number,
): Float64Array[][] => {
  const joined = Array.from({ length: policies }, () =>
    Array.from({ length: readings }, () => new Float64Array(members)),
  )
  for (const [[from, to], values] of parts)
    joined.forEach((rows, policy) =>
      rows.forEach((row, reading) => {
        const at = (policy * readings + reading) * (to - from)
        row.set(values.subarray(at, at + to - from), from)
      }),
    )
  return joined
}
