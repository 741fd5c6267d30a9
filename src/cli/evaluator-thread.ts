/** A thread that runs the model for vectors of parameter values; started by evaluator-threads.ts. */

import { parentPort, workerData } from 'node:worker_threads'
import { createEvaluator } from '../engine/lanes/evaluator.ts'
import { instantiate } from '../engine/lanes/instance.ts'
import { memoryFor } from '../engine/lanes/runner.ts'
import type { EvaluatorThreadData, FromEvaluatorThread, ToEvaluatorThread } from './evaluator-threads.ts'

const { built, orders } = workerData as EvaluatorThreadData
const { module, manifest } = built
const evaluators = orders.map(order =>
  createEvaluator(instantiate(module, memoryFor(manifest, order.lanes)), manifest, order),
)

parentPort?.on('message', ({ vectors }: ToEvaluatorThread) => {
  parentPort?.postMessage({ predictions: evaluators.map(evaluate => evaluate(vectors)) } satisfies FromEvaluatorThread)
})
