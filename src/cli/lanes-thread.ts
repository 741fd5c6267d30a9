/** A thread that runs members side by side; started by lanes-threads.ts. */

import { parentPort } from 'node:worker_threads'
import { memoryFor } from '../engine/lanes/runner.ts'
import { work } from '../engine/lanes/share.ts'
import { instantiate } from '../engine/lanes/instance.ts'
import type { FromLanesThread, ToLanesThread } from './lanes-threads.ts'

parentPort?.on('message', ({ module, job }: ToLanesThread) => {
  const failure = work(instantiate(module, memoryFor(job.manifest, job.order)), job)
  parentPort?.postMessage({ failure } satisfies FromLanesThread)
})
