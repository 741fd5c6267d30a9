/** Imports in a thread with a budget of time and memory, so that no file can stop the command. */

import { Worker } from 'node:worker_threads'
import { messages as usage } from '../../../texts/usage.ts'
import { UsageError } from '../../../language/reported-error.ts'
import { mostMegabytes, mostSeconds } from '../../../regions/own/budget.ts'
import type { ImportResult, ImportTask } from './import-thread.ts'
import { commandMessages } from '../../input/messages.ts'

type Read = Exclude<ImportResult, { readonly broken: unknown }>

export interface ImportBudget {
  /** Processor time: a busy machine does not count. */
  readonly seconds: number
  readonly megabytes: number
}

/** Milliseconds between two looks at the clock. */
const look = 200

/** Throws a UsageError where the files cannot be read at all or take more than the budget. */
export const importWithin = async (
  path: string,
  task: ImportTask,
  { seconds, megabytes }: ImportBudget = { seconds: mostSeconds, megabytes: mostMegabytes },
): Promise<Read> => {
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<ImportResult>()
  const clock = setInterval(() => {
    void worker.cpuUsage().then(
      ({ user, system }) => {
        if ((user + system) / 1e6 > seconds) reject(new UsageError(commandMessages.importSlow({ path, seconds })))
      },
      // The thread has just ended.
      () => undefined,
    )
  }, look)
  worker.once('message', resolve)
  worker.once('error', (problem: NodeJS.ErrnoException) => {
    const isMemory = problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(isMemory ? new UsageError(commandMessages.importMemory({ path, megabytes })) : problem)
  })
  const found = await promise.finally(() => {
    clearInterval(clock)
    void worker.terminate()
  })
  if (!('broken' in found)) return found
  throw new UsageError(...found.broken.map(text => usage.within({ where: path, text })))
}
