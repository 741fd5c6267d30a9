/** A thread of an ensemble; started by pool.ts. */

import { parentPort, workerData } from 'node:worker_threads'
import { createHandler } from './handler.ts'
import type { ThreadTask } from './pool.ts'

const handle = createHandler(workerData as ThreadTask, message => parentPort?.postMessage(message))
parentPort?.on('message', handle)
