/** The workers of the page: one for drags, and a pool for ensembles. */

import { createWorker, type WorkerName } from 'virtual:heartland/worker'
import { clientOf } from '../../threads/page.ts'
import { takeBegun } from './begun.ts'
import { type QuestionClient, createQuestionClient } from './client.ts'
import { createQuestionPool, type QuestionPool } from './pool.ts'
import type { RegionFiles } from './region-files.ts'

export interface Workers {
  /** For what a person waits for: single runs, explanations. */
  readonly run: QuestionClient
  /** For ensembles. */
  readonly pool: QuestionPool
  /** Makes a region of files known to all. */
  define(region: string, files: RegionFiles): void
}

/** One processor is left to the page, where there are more than two; more than eight gain nothing. */
const poolSize = (): number => Math.max(2, Math.min(8, (globalThis.navigator.hardwareConcurrency || 2) - 1))

const begunOr = (name: WorkerName): Worker => takeBegun(name) ?? createWorker(name)

let made: Workers | undefined

/** Made when they are first wanted. */
export const workers = (): Workers => {
  made ??= ((): Workers => {
    const run = createQuestionClient(clientOf(begunOr('single runs')))
    const pool = createQuestionPool(() => clientOf(begunOr('ensembles')), poolSize())
    return {
      run,
      pool,
      define: (region, files) => {
        run.define(region, files)
        pool.define(region, files)
      },
    }
  })()
  return made
}
