/**
 * Runs the model for many vectors of parameter values, members side by side, and reads off what calibration compares:
 * what src/engine/calibrate/types.ts calls `Evaluate`, for one thread. The bits are those of ordinary runs.
 */
import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import type { LinkedModel } from '../../language/linked.ts'
import type { WasmInstance } from '../simd/batch.ts'
import type { Recording } from '../recording.ts'
import type { Horizon, RegionInput } from '../run.ts'
import { orderRuns, type RunOrder } from '../run/inputs.ts'
import { createBlock, eachBlock } from '../run/runner.ts'
import { createWasmRunners } from '../run/wasm.ts'
import type { Assumptions, Policy } from '../scenario.ts'
import type { Prediction } from './types.ts'

/** One number of a member: the mean of a series over steps, `to` excluded; the steps are added in their order. */
export interface Column {
  /** Place among the recorded series. */
  readonly series: number
  readonly from: number
  readonly to: number
}

/** Plain data: a thread needs this and the module. */
export interface EvaluatorOrder {
  readonly runs: RunOrder
  /** The numbers of a prediction. */
  readonly columns: readonly Column[]
}

export interface EvaluatorTask {
  /** The parameters of a vector, in its order: 'name' or 'name[label]'. */
  readonly names: readonly string[]
  readonly recording: Recording
  readonly columns: readonly Column[]
  readonly policy?: Policy
  /** Override parameters, as in an ordinary run. */
  readonly assumptions?: Assumptions
}

/** Vectors that are run for one call of the runner; the results do not depend on it. */
const room = 64

/** Runs are without shocks: a vector's result is a function of the vector alone. */
export const orderEvaluator = (
  model: LinkedModel,
  region: RegionInput,
  horizon: Horizon,
  { names, columns, ...task }: EvaluatorTask,
): EvaluatorOrder => {
  const given = { names, values: new Float64Array(room * names.length) }
  const settings = { seed: 0, members: room, shocks: false }
  const [runs] = orderRuns(model, region, horizon, [{ settings, given, ...task }])
  return { runs, columns }
}

/** The module's memory has at least `memoryFor` bytes of the order. A vector that fails says why; the others go on. */
export const createEvaluator = (
  module: WasmInstance,
  manifest: ModuleManifest,
  { runs, columns }: EvaluatorOrder,
): ((vectors: readonly Float64Array[]) => Prediction[]) => {
  const { given } = runs.draws
  if (given === undefined) throw new Error('An evaluator needs an order whose values are given.')
  const [runner] = createWasmRunners(module, manifest, [runs])
  const { steps } = runs.recording
  const block = createBlock(runs.recording, Math.min(room, runner.width))
  const { values, width } = block
  // Plain loops: a prediction has a thousand numbers, and a fit a million predictions.
  const firsts = Int32Array.from(columns, ({ series, from }) => (series * steps + from) * width)
  const counts = Int32Array.from(columns, ({ from, to }) => to - from)
  const read = (lane: number): Float64Array => {
    const found = new Float64Array(columns.length)
    for (let column = 0; column < found.length; column++) {
      let sum = 0
      let place = firsts[column] + lane
      for (let left = counts[column]; left > 0; left--) {
        sum += values[place]
        place += width
      }
      found[column] = sum / counts[column]
    }
    return found
  }
  return vectors => {
    const predictions: Prediction[] = []
    for (let first = 0; first < vectors.length; first += width) {
      const some = vectors.slice(first, first + width)
      some.forEach((vector, member) => {
        if (vector.length !== given.names.length)
          throw new Error(`A vector of ${vector.length} values for ${given.names.length} parameters.`)
        given.values.set(vector, member * vector.length)
      })
      for (const [, count] of eachBlock(runner, [0, some.length], block))
        for (let lane = 0; lane < count; lane++) {
          const failure = block.failures.get(lane)
          predictions.push(failure === undefined ? read(lane) : { failure: failure.text.en })
        }
    }
    return predictions
  }
}
