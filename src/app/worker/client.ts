/** The page's side of the worker protocol: sends a question, returns a promise, and can cancel it. */

import type { Input, Output, QuestionName } from './answers.ts'
import type { FromWorker, RegionFiles, ToWorker } from './messages.ts'
import { Cancelled } from './task.ts'

/** A worker of the page, or what stands for it in a test. */
export interface Port {
  post(message: ToWorker): void
  listen(heard: (message: FromWorker) => void, failed: (message: string) => void): void
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((done: number, all: number) => void) | undefined
}

/** A question that the worker could not answer; `name` is the class of the problem there, such as Mistake or RunError. */
class AnswerError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export interface Client {
  ask<Name extends QuestionName>(
    name: Name,
    region: string,
    input: Input<Name>,
    options?: AskOptions,
  ): Promise<Output<Name>>
  define(region: string, files: RegionFiles): void
  /** Questions that have not been answered. */
  readonly waiting: number
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (problem: Error) => void
  readonly progress: AskOptions['progress']
}

export const createClient = (port: Port): Client => {
  const waiting = new Map<number, Waiting>()
  let last = 0
  port.listen(
    message => {
      const one = waiting.get(message.id)
      if (one === undefined) return
      if (message.kind === 'progress') {
        one.progress?.(message.done, message.all)
        return
      }
      waiting.delete(message.id)
      if (message.kind === 'answer') one.resolve(message.answer)
      else if (message.problem.name === 'Cancelled') one.reject(new Cancelled())
      else one.reject(new AnswerError(message.problem.name, message.problem.message))
    },
    problem => {
      for (const { reject } of waiting.values()) reject(new AnswerError('WorkerError', problem))
      waiting.clear()
    },
  )
  return {
    get waiting() {
      return waiting.size
    },
    define: (region, files) => port.post({ kind: 'define', region, files }),
    ask: <Name extends QuestionName>(
      question: Name,
      region: string,
      input: Input<Name>,
      { signal, progress }: AskOptions = {},
    ) =>
      new Promise<Output<Name>>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new Cancelled())
          return
        }
        const id = ++last
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, progress })
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return
          port.post({ kind: 'cancel', id })
          reject(new Cancelled())
        })
        port.post({ kind: 'ask', id, question, region, input })
      }),
  }
}

/**
 * Asks one question at a time and always the newest: while one is under way, only the last that came is kept, the others
 * are forgotten. `done` hears every answer that comes.
 */
export const latest = <Given, Found>(
  ask: (given: Given) => Promise<Found>,
  done: (found: Found, given: Given) => void,
  failed: (problem: unknown) => void,
): ((given: Given) => void) => {
  let busy = false
  let next: { readonly given: Given } | undefined
  const start = (given: Given): void => {
    busy = true
    ask(given)
      .then(found => done(found, given), failed)
      .finally(() => {
        busy = false
        if (next === undefined) return
        const { given: newer } = next
        next = undefined
        start(newer)
      })
  }
  return given => {
    if (busy) next = { given }
    else start(given)
  }
}
