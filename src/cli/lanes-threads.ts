/** Threads that run members side by side: they share the module and the memory that results are written to. */

import { Worker } from 'node:worker_threads'
import { chunksOf, createJob, type Column, type LanesFailure, type LanesJob, places } from '../engine/lanes/share.ts'
import type { LanesOrder } from '../engine/lanes/runner.ts'
import { MemberError } from '../engine/member-runner.ts'
import { type CompiledModule, compileModule } from '../engine/lanes/instance.ts'
import type { Emitted } from '../language/emit/wasm/module.ts'

export interface ToLanesThread {
  readonly module: CompiledModule
  readonly job: LanesJob
}

export type FromLanesThread = { readonly failure: LanesFailure | undefined }

interface LanesTable {
  /** Column by column, the members of a column side by side. */
  readonly values: Float64Array
  readonly members: number
  /** Largest residual of the accounts of the members that were audited. */
  readonly residual: number
}

interface TableTask {
  readonly order: LanesOrder
  readonly columns: readonly Column[]
  readonly from: number
  readonly to: number
  /** Members that a thread takes at a time, 64 when absent; has no influence on the results. */
  readonly chunk?: number
  /** Called about five times a second with the members done. */
  readonly progress?: (done: number) => void
  /** Ends the work early, with an error. */
  readonly signal?: AbortSignal
}

export interface LanesThreads {
  run(task: TableTask): Promise<LanesTable>
  close(): Promise<void>
}

/** Taking the next chunk costs nothing; small ones let all threads end together. */
const standardChunk = 64

export const createThreads = ({ bytes, manifest }: Emitted, count: number): LanesThreads => {
  const module = compileModule(bytes)
  const threads = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./lanes-thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 16 } }),
  )
  for (const thread of threads) thread.unref()

  const share = (thread: Worker, job: LanesJob): Promise<LanesFailure | undefined> =>
    new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        thread.off('message', told).off('error', failed).off('exit', ended)
        thread.unref()
        act()
      }
      const told = ({ failure }: FromLanesThread): void => finish(() => resolve(failure))
      const failed = (problem: unknown): void => finish(() => reject(problem as Error))
      const ended = (): void => finish(() => reject(new Error('A thread ended before its members were done.')))
      thread.on('message', told).on('error', failed).on('exit', ended)
      thread.ref()
      thread.postMessage({ module, job } satisfies ToLanesThread)
    })

  return {
    run: async ({ order, columns, from, to, chunk = standardChunk, progress, signal }) => {
      signal?.throwIfAborted()
      const job = createJob({ manifest, order, columns, from, to, chunk })
      const state = new Int32Array(job.state)
      const stop = (): void => {
        Atomics.store(state, places.stop, 1)
      }
      signal?.addEventListener('abort', stop)
      const watch = progress && setInterval(() => progress(Atomics.load(state, places.done)), 200)
      try {
        const used = threads.slice(0, Math.max(1, Math.min(count, chunksOf(job))))
        const failures = await Promise.all(
          used.map(thread =>
            share(thread, job).catch((problem: unknown) => {
              stop()
              throw problem
            }),
          ),
        )
        signal?.throwIfAborted()
        const [failure] = failures.filter(one => one !== undefined).toSorted((a, b) => a.member - b.member)
        if (failure !== undefined) throw new MemberError(failure.member, failure.message)
        let residual = 0
        for (const one of new Float64Array(job.residuals)) if (!(one <= residual)) residual = one
        progress?.(to - from)
        return { values: new Float64Array(job.table), members: to - from, residual }
      } finally {
        clearInterval(watch)
        signal?.removeEventListener('abort', stop)
      }
    },
    close: async () => {
      await Promise.all(threads.map(thread => thread.terminate()))
    },
  }
}
