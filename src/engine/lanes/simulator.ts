/** Runs of a region on its WebAssembly module: one by one as anywhere, or several different ones side by side. */

import type { LinkedModel } from '../../language/linked.ts'
import { makeProgram } from '../../language/period.ts'
import type { Manifest } from '../../language/emit/wasm/manifest.ts'
import {
  createSimulator,
  type Horizon,
  type RegionInput,
  type Run,
  RunError,
  type RunInput,
  type Series,
  type Simulator,
} from '../run.ts'
import { createBlock, type LanesModule } from './block.ts'
import { lanesProgram } from './program.ts'

/** A run that can lie beside others: nothing is called or written while it goes on. */
export type SideInput = Omit<RunInput, 'observe' | 'afterStart' | 'audit'>

export interface LanesSimulator extends Simulator {
  /** Runs with any policies, assumptions and draws, in the order given; each has the bits of `run`. */
  runMany(inputs: readonly SideInput[]): Run[]
}

/** What a run writes into its inputs: all of them at first, then those that may move, step by step. */
interface Writings {
  readonly first: Float64Array
  readonly steps: readonly Float64Array[]
}

/** Taken from an ordinary run of a program that computes nothing, so that both see the same. */
const createRecorder = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
): { readonly record: (input: SideInput) => Writings; readonly movingFrom: number } => {
  const { inputsEnd, variables } = model
  const moving = [...variables.values()].filter(
    ({ kind }) => kind === 'exogenous' || kind === 'lever' || kind === 'shock',
  )
  const movingFrom = Math.min(inputsEnd, ...moving.map(({ offset }) => offset))
  let first = new Float64Array()
  let steps: Float64Array[] = []
  const nothing = createSimulator(
    {
      ...makeProgram(model, (_, routines) => routines.map(() => () => {})),
      initialise: values => {
        first = values.slice(0, inputsEnd)
      },
      step: values => {
        steps.push(values.slice(movingFrom, inputsEnd))
      },
      commit: () => {},
    },
    region,
    horizon,
  )
  return {
    movingFrom,
    record: input => {
      steps = []
      nothing.run({ ...input, record: [] })
      return { first, steps }
    },
  }
}

/** `module` and `another` are two instances: single runs and those side by side do not disturb each other. */
export const createLanesSimulator = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  manifest: Manifest,
  module: LanesModule,
  another: LanesModule,
): LanesSimulator => {
  const { members } = manifest
  const simulator = createSimulator(lanesProgram(model, manifest, module), region, horizon)
  const { steps } = simulator
  const recorder = createRecorder(model, region, horizon)
  const block = createBlock(manifest, another)
  const times = Float64Array.from({ length: steps }, (_, step) => region.start + step / horizon.stepsPerYear)

  const write = (lane: number, from: number, numbers: Float64Array): void => {
    for (let at = 0, place = from * members + lane; at < numbers.length; at++, place += members)
      block.values[place] = numbers[at]
  }
  const seriesOf = (name: string): Series & { readonly offset: number } => {
    const closing = name.startsWith('closing(') && name.endsWith(')')
    const variable = model.variables.get(closing ? name.slice(8, -1) : name)
    if (variable === undefined || (closing && !variable.state))
      throw new RunError(`There is no variable '${name}' to record.`)
    const { offset, closingOffset, size } = variable
    return { name, offset: closing ? closingOffset : offset, size, values: new Float64Array(steps * size) }
  }

  const data = [...model.variables.values()].filter(({ kind }) => kind === 'datum')
  const sameData = (one: Writings, other: Writings): boolean =>
    data.every(({ offset, size }) => {
      for (let at = offset; at < offset + size; at++) if (!Object.is(one.first[at], other.first[at])) return false
      return true
    })

  const runBlock = (inputs: readonly SideInput[], writings: readonly Writings[]): Run[] => {
    const recorded = inputs.map(({ record }) => record.map(seriesOf))
    // Lanes that nobody wants repeat the last one.
    const lanes = Array.from({ length: members }, (_, lane) => Math.min(lane, inputs.length - 1))
    for (const lane of lanes.keys()) write(lane, 0, writings[lanes[lane]].first)
    block.initialise({ start: region.start, stepsPerYear: horizon.stepsPerYear })
    for (let step = 0; step < steps; step++) {
      if (step > 0) for (const lane of lanes.keys()) write(lane, recorder.movingFrom, writings[lanes[lane]].steps[step])
      block.step()
      for (let lane = 0; lane < inputs.length; lane++) {
        for (const { name, offset, size, values } of recorded[lane]) {
          for (let element = 0; element < size; element++) {
            const value = block.values[block.place(offset + element) * members + lane]
            if (!Number.isFinite(value)) block.fail(lane, `'${name}' is not a number at ${times[step]}.`)
            values[step * size + element] = value
          }
        }
      }
      block.commit()
    }
    return inputs.map((_, lane) => {
      const reason = block.failures.get(lane)
      if (reason !== undefined) throw new RunError(reason)
      const series = recorded[lane].map(({ name, size, values }): [string, Series] => [name, { name, size, values }])
      return { times, series: new Map(series), audit: undefined }
    })
  }

  return {
    ...simulator,
    runMany: inputs => {
      const runs: Run[] = []
      // Members of a block share their data: a run with others begins a block of its own.
      for (let from = 0; from < inputs.length; ) {
        const writings = [recorder.record(inputs[from])]
        let to = from + 1
        for (; to < inputs.length && writings.length < members; to++) {
          const next = recorder.record(inputs[to])
          if (!sameData(writings[0], next)) break
          writings.push(next)
        }
        runs.push(...runBlock(inputs.slice(from, to), writings))
        from = to
      }
      return runs
    },
  }
}
