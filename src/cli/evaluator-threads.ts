/** Runs the model for many vectors of parameter values on several threads: the `Evaluate` of src/engine/calibrate. */

import { Worker } from 'node:worker_threads'
import type { Evaluate, Prediction } from '../engine/calibrate/types.ts'
import { type CompiledModule, compileModule } from '../engine/lanes/instance.ts'
import { type EvaluatorOrder, type EvaluatorTask, orderEvaluator } from '../engine/lanes/evaluator.ts'
import type { Manifest } from '../language/emit/wasm/manifest.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { buildModule } from './lanes.ts'

export interface EvaluatorThreadData {
  readonly module: CompiledModule
  readonly manifest: Manifest
  readonly order: EvaluatorOrder
}

export interface ToEvaluatorThread {
  readonly vectors: readonly Float64Array[]
}

export interface FromEvaluatorThread {
  readonly predictions: readonly Prediction[]
}

export interface EvaluatorThreads {
  /** One call at a time. */
  readonly evaluate: Evaluate
  close(): Promise<void>
}

/** Neither the number of threads nor the batch has an influence on a vector's prediction. */
export const createEvaluatorThreads = (
  { linked, region, simulator }: OpenRegion,
  task: EvaluatorTask,
  count: number,
): EvaluatorThreads => {
  const { bytes, manifest } = buildModule(linked)
  const order = orderEvaluator(linked, region, simulator.horizon, task)
  const data: EvaluatorThreadData = { module: compileModule(bytes), manifest, order }
  const threads = Array.from({ length: count }, () => {
    const thread = new Worker(new URL('./evaluator-thread.ts', import.meta.url), { workerData: data })
    thread.unref()
    return thread
  })

  const ask = (thread: Worker, vectors: readonly Float64Array[]): Promise<readonly Prediction[]> =>
    new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        thread.off('message', told).off('error', failed).off('exit', ended)
        thread.unref()
        act()
      }
      const told = ({ predictions }: FromEvaluatorThread): void => finish(() => resolve(predictions))
      const failed = (problem: unknown): void => finish(() => reject(problem as Error))
      const ended = (): void => finish(() => reject(new Error('A thread ended before its runs were done.')))
      thread.on('message', told).on('error', failed).on('exit', ended)
      thread.ref()
      thread.postMessage({ vectors } satisfies ToEvaluatorThread)
    })

  return {
    evaluate: async vectors => {
      // Whole blocks: a block that is not full takes as long as a full one.
      const blocks = Math.ceil(vectors.length / manifest.members)
      const share = Math.ceil(blocks / count) * manifest.members
      const parts = threads
        .map((thread, at) => ({ thread, part: vectors.slice(at * share, (at + 1) * share) }))
        .filter(({ part }) => part.length > 0)
      const found = await Promise.all(parts.map(({ thread, part }) => ask(thread, part)))
      return found.flat()
    },
    close: async () => {
      await Promise.all(threads.map(thread => thread.terminate()))
    },
  }
}
