/** Threads of a browser: the page's side, and what the script of a worker ends with. */

import { type Client, createClient, createServer, type FromThread, type ToThread } from './protocol.ts'
import type { Answers } from './task.ts'

/** The part of a Worker that is used; the typings of browsers cannot be loaded beside those of Node. */
export interface PageWorker {
  postMessage(message: ToThread, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message', heard: (event: { readonly data: FromThread }) => void): void
  addEventListener(type: 'error', failed: (event: { readonly message?: string }) => void): void
}

export const clientOf = (worker: PageWorker): Client =>
  createClient({
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (heard, died) => {
      worker.addEventListener('message', ({ data }) => heard(data))
      worker.addEventListener('error', ({ message = '' }) => {
        died(message === '' ? 'The worker could not be started.' : message)
      })
    },
  })

interface Scope {
  postMessage(message: FromThread): void
  addEventListener(type: 'message', heard: (event: { readonly data: ToThread }) => void): void
}

/** In a worker: answers what the page asks. */
export const serveWorker = (answers: Answers): void => {
  const scope = globalThis as unknown as Scope
  const serve = createServer(answers, message => scope.postMessage(message))
  scope.addEventListener('message', ({ data }) => serve(data))
}
