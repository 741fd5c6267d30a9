/** Runs a model for many vectors of parameter values on several threads, from one start or from several. */

import { Worker } from 'node:worker_threads'
import type { BuiltModule } from '../analysis/lanes-region.ts'
import type { Prediction } from '../engine/calibrate/types.ts'
import type { EvaluatorOrder } from '../engine/lanes/evaluator.ts'

export interface EvaluatorThreadData {
  readonly built: BuiltModule
  readonly orders: readonly EvaluatorOrder[]
}

export interface ToEvaluatorThread {
  readonly vectors: readonly Float64Array[]
}

export interface FromEvaluatorThread {
  /** predictions[order][vector]. */
  readonly predictions: readonly (readonly Prediction[])[]
}

export interface EvaluatorThreads {
  /** predictions[order][vector], once; one call at a time. */
  run(vectors: readonly Float64Array[]): Promise<readonly (readonly Prediction[])[]>
  close(): Promise<void>
}

/** All orders are of the module's model. Neither the number of threads nor the batch has an influence on a prediction. */
export const createEvaluatorThreads = (
  built: BuiltModule,
  orders: readonly EvaluatorOrder[],
  count: number,
): EvaluatorThreads => {
  const { members } = built.manifest
  const threads = Array.from({ length: count }, () => {
    const workerData: EvaluatorThreadData = { built, orders }
    const thread = new Worker(new URL('./evaluator-thread.ts', import.meta.url), { workerData })
    thread.unref()
    return thread
  })

  const ask = (thread: Worker, vectors: readonly Float64Array[]): Promise<FromEvaluatorThread['predictions']> =>
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
    run: async vectors => {
      // Whole blocks: a block that is not full takes as long as a full one.
      const share = Math.ceil(Math.ceil(vectors.length / members) / count) * members
      const parts = threads
        .map((thread, at) => ({ thread, part: vectors.slice(at * share, (at + 1) * share) }))
        .filter(({ part }) => part.length > 0)
      const found = await Promise.all(parts.map(({ thread, part }) => ask(thread, part)))
      return orders.map((_, order) => found.flatMap(predictions => predictions[order]))
    },
    close: async () => {
      await Promise.all(threads.map(thread => thread.terminate()))
    },
  }
}
