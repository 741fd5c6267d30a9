/** Threads in Node: the side of the host, and the start of a thread's script. */

import { parentPort, Worker, workerData } from 'node:worker_threads'
import { type Client, createClient, createServer, type FromThread, type ToThread } from './protocol.ts'
import type { Answers } from './task.ts'

export interface NodeThread extends Client {
  readonly end: () => Promise<unknown>
}

/** Starts a thread on a script that calls `serveThread`; `setup` is plain data for it. */
export const startThread = (script: URL, setup: unknown): NodeThread => {
  const worker = new Worker(script, {
    workerData: setup,
    // Of a program on the command line, this says how to read its text, and a thread that is a file fails with it.
    execArgv: process.execArgv.filter(word => !word.startsWith('--input-type')),
    // Runs leave much short-lived memory behind; without a bound every thread would keep a hundred megabytes of it.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  const client = createClient({
    post: message => worker.postMessage(message),
    listen: (heard, died) => {
      worker.on('message', (message: FromThread) => heard(message))
      worker.on('error', (problem: Error) => died(problem.message))
      worker.on('exit', code => died(`it ended with code ${code}`))
    },
  })
  return {
    ask: client.ask,
    get waiting() {
      return client.waiting
    },
    end: () => worker.terminate(),
  }
}

/** Answers what the host asks; `open` makes the answers from the setup. */
export const serveThread = async (open: (setup: unknown) => Promise<Answers> | Answers): Promise<void> => {
  const port = parentPort
  if (port === null) throw new Error('This script is for a thread.')
  // Messages that come while the answers are made wait.
  const answers = await open(workerData)
  port.on('message', createServer(answers, message => port.postMessage(message)) as (message: ToThread) => void)
}
