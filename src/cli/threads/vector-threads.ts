/** Runs a model for many vectors of parameter values on several threads; their number does not affect the results. */

import type { RunVectors } from '../../analysis/hindcast/segments.ts'
import { type Predictions, vectorAnswers, type VectorOrders } from '../../analysis/hindcast/vectors.ts'
import { askEach } from '../../threads/spread.ts'
import { createThreads } from './threads.ts'

export interface VectorThreads {
  readonly run: RunVectors
  close(): Promise<void>
}

export const runVectors = (orders: VectorOrders, count: number): VectorThreads => {
  const { members } = orders.built.manifest
  const threads = createThreads('vectors', orders, vectorAnswers, count)
  return {
    close: threads.close,
    run: async vectors => {
      // Whole batches: one that is not full takes as long as a full one.
      const share = Math.max(1, Math.ceil(Math.ceil(vectors.length / members) / count)) * members
      const pieces = Array.from({ length: Math.ceil(vectors.length / share) }, (_, at) =>
        vectors.slice(at * share, (at + 1) * share),
      )
      const found = await askEach<Predictions>(threads, 'predict', pieces)
      return orders.orders.map((_, order) => found.flatMap(part => part[order]))
    },
  }
}
