/**
 * The protocol between threads, in Node and in a browser: a question by name, one answer, progress in between; a
 * question can be cancelled.
 */

import { type Answers, Cancelled, type Task } from './task.ts'

export type ToThread =
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly question: string
      readonly input: unknown
      /** The thread may wish for a part of the work. */
      readonly grants: boolean
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'granted'; readonly id: number; readonly wish: number; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly wish: number; readonly problem: ThreadProblem }

export interface ThreadProblem {
  /** The class of the error, such as RunError. */
  readonly name: string
  /** Its classes, its own first. */
  readonly kinds: readonly string[]
  readonly message: string
  /** Messages of the error for people, as plain data. */
  readonly messages?: unknown
  readonly stack?: string | undefined
}

export type FromThread =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly problem: ThreadProblem }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly kind: 'wish'; readonly id: number; readonly wish: number; readonly input: unknown }

/** A question that could not be answered; `name` is the class of the problem there. */
export class AnswerError extends Error {
  readonly kinds: readonly string[]
  readonly messages: unknown
  constructor({ name, kinds, message, messages, stack }: ThreadProblem) {
    super(message)
    this.name = name
    this.kinds = kinds
    this.messages = messages
    if (stack !== undefined) this.stack = stack
  }
}

/** The thread ended before it answered. */
export class ThreadDied extends Error {
  override readonly name = 'ThreadDied'
}

export interface Port {
  post(message: ToThread, transfer?: readonly ArrayBuffer[]): void
  /** `died` is told why the thread is no more. */
  listen(heard: (message: FromThread) => void, died: (why: string) => void): void
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((done: number, all: number) => void) | undefined
  /** Memory of the input that is moved to the thread instead of being copied; it can no longer be used here. */
  readonly transfer?: readonly ArrayBuffer[]
  /** Waits for the answer even when the question is taken back: it holds what was done until then. */
  readonly finish?: boolean
  /** Does what the thread wishes for while it answers; several wishes may wait at once. */
  readonly grant?: ((input: unknown) => Promise<unknown>) | undefined
}

export interface Client {
  ask<Found>(question: string, input: unknown, options?: AskOptions): Promise<Found>
  /** Questions that have not been answered. */
  readonly waiting: number
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (problem: Error) => void
  readonly progress: AskOptions['progress']
  readonly grant: AskOptions['grant']
}

export const createClient = (port: Port): Client => {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let dead: string | undefined
  port.listen(
    message => {
      const one = waiting.get(message.id)
      if (one === undefined) return
      if (message.kind === 'progress') {
        one.progress?.(message.done, message.all)
        return
      }
      if (message.kind === 'wish') {
        const { id, wish, input } = message
        one.grant!(input).then(
          answer => port.post({ kind: 'granted', id, wish, answer }),
          (problem: unknown) => port.post({ kind: 'refused', id, wish, problem: problemOf(problem) }),
        )
        return
      }
      waiting.delete(message.id)
      if (message.kind === 'answer') one.resolve(message.answer)
      else one.reject(errorOf(message.problem))
    },
    why => {
      dead = why
      for (const { reject } of waiting.values()) reject(new ThreadDied(why))
      waiting.clear()
    },
  )
  return {
    get waiting() {
      return waiting.size
    },
    ask: <Found>(
      question: string,
      input: unknown,
      { signal, progress, transfer, finish = false, grant }: AskOptions = {},
    ) =>
      new Promise<Found>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new Cancelled())
          return
        }
        if (dead !== undefined) {
          reject(new ThreadDied(dead))
          return
        }
        const id = ++last
        const takeBack = (): void => {
          if (!waiting.has(id)) return
          port.post({ kind: 'cancel', id })
          if (finish) return
          waiting.delete(id)
          reject(new Cancelled())
        }
        const after = <Value>(act: (value: Value) => void): ((value: Value) => void) => {
          if (signal === undefined) return act
          return value => {
            signal.removeEventListener('abort', takeBack)
            act(value)
          }
        }
        waiting.set(id, {
          resolve: after(resolve as (answer: unknown) => void),
          reject: after(reject),
          progress,
          grant,
        })
        signal?.addEventListener('abort', takeBack)
        port.post({ kind: 'ask', id, question, input, grants: grant !== undefined }, transfer)
      }),
  }
}

const errorOf = (problem: ThreadProblem): Error =>
  problem.name === 'Cancelled' ? new Cancelled() : new AnswerError(problem)

const kindsOf = (problem: object): string[] => {
  const kinds: string[] = []
  for (let kind = Object.getPrototypeOf(problem); kind !== null; kind = Object.getPrototypeOf(kind))
    kinds.push(kind.constructor.name)
  return kinds
}

const problemOf = (problem: unknown): ThreadProblem => {
  if (!(problem instanceof Error)) return { name: 'Error', kinds: ['Error'], message: String(problem) }
  const { name, message, stack } = problem
  const kinds = kindsOf(problem)
  const messages = 'messages' in problem ? problem.messages : undefined
  return { name: name === 'Error' ? kinds[0]! : name, kinds, message, messages, stack }
}

const { setImmediate } = globalThis as { readonly setImmediate?: (act: () => void) => void }

/** After the messages that are waiting. Where no function of the host says so, a message to oneself does. */
const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    if (setImmediate !== undefined) {
      setImmediate(resolve)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })

/** The side that answers: hands over what it hears to this function. */
export const createServer = (answers: Answers, post: (message: FromThread) => void): ((message: ToThread) => void) => {
  const open = new Set<number>()
  const takenBack = new Set<number>()
  /** By their numbers, each with the question that it is of. */
  const wishes = new Map<number, PromiseWithResolvers<unknown> & { readonly of: number }>()
  let lastWish = 0
  const ended = (wish: number): PromiseWithResolvers<unknown> | undefined => {
    const found = wishes.get(wish)
    wishes.delete(wish)
    return found
  }
  const answer = async ({ id, question, input, grants }: Extract<ToThread, { kind: 'ask' }>): Promise<void> => {
    const task: Task = {
      cancelled: () => takenBack.has(id),
      progress: (done, all) => post({ kind: 'progress', id, done, all }),
      pause: async () => {
        await nextTurn()
        if (takenBack.has(id)) throw new Cancelled()
      },
      ...(grants
        ? {
            wish: async wished => {
              // Whoever asked has gone, and would not grant it.
              if (takenBack.has(id)) throw new Cancelled()
              const wish = { ...Promise.withResolvers<unknown>(), of: id }
              wishes.set(++lastWish, wish)
              post({ kind: 'wish', id, wish: lastWish, input: wished })
              return wish.promise
            },
          }
        : {}),
    }
    open.add(id)
    try {
      const found = answers[question]
      if (found === undefined) throw new Error(`This thread knows no question '${question}'.`)
      post({ kind: 'answer', id, answer: await found(input as never, task) })
    } catch (problem) {
      post({ kind: 'problem', id, problem: problemOf(problem) })
    } finally {
      open.delete(id)
      takenBack.delete(id)
      for (const [wish, { of }] of wishes) if (of === id) wishes.delete(wish)
    }
  }
  return message => {
    const { kind, id } = message
    if (kind === 'ask') void answer(message)
    else if (kind === 'granted') ended(message.wish)?.resolve(message.answer)
    else if (kind === 'refused') ended(message.wish)?.reject(errorOf(message.problem))
    else if (open.has(id)) {
      takenBack.add(id)
      // Nobody grants them any more.
      for (const [wish, { of }] of wishes) if (of === id) ended(wish)!.reject(new Cancelled())
    }
  }
}

/** Asks this thread itself: the same questions and answers, without a thread. */
export const createOwnClient = (answers: Answers): Client => {
  let heard: (message: FromThread) => void = () => {}
  const serve = createServer(answers, message => heard(message))
  return createClient({
    // Later, so that other threads get their questions before this one is busy.
    post: message => void nextTurn().then(() => serve(message)),
    listen: listener => {
      heard = listener
    },
  })
}
