/** Runs a model for many vectors of parameter values, from one start or from several, in this thread or on several. */

import { createEvaluator, type EvaluatorOrder } from '../../engine/calibrate/evaluator.ts'
import type { Prediction } from '../../engine/calibrate/types.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { memoryFor } from '../../engine/run/wasm.ts'
import type { Answers } from '../../threads/task.ts'
import type { BuiltModule } from '../region/wasm-region.ts'

/** All orders are of the module's model. */
export interface VectorOrders {
  readonly built: BuiltModule
  readonly orders: readonly EvaluatorOrder[]
}

/** predictions[order][vector]. Neither threads nor batches have an influence on a prediction. */
export type Predictions = readonly (readonly Prediction[])[]

/** The answers of a thread that runs vectors: `predict`. */
export const vectorAnswers = ({ built: { module, manifest }, orders }: VectorOrders): Answers => {
  const evaluators = orders.map(order =>
    createEvaluator(instantiate(module, memoryFor(manifest, order.runs)), manifest, order),
  )
  return { predict: (vectors: readonly Float64Array[]): Predictions => evaluators.map(evaluate => evaluate(vectors)) }
}
