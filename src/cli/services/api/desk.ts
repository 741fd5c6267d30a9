/**
 * Answers questions in threads, and limits how many run at once and how many wait. A question that takes too long or is
 * no longer wanted is stopped by ending its thread, which a new one replaces.
 */

import { type NodeThread, startThread } from '../../../threads/node.ts'
import type { ApiRequest, Ended } from './request.ts'

export interface DeskLimits {
  readonly atOnce: number
  readonly waiting: number
  /** Seconds that a question may take, from its start. */
  readonly seconds: number
}

/** Reasons for which a question has no answer. */
export type Refusal = 'busy' | 'slow' | 'cancelled' | 'died'

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

interface AskingOptions {
  readonly seconds?: number
  readonly signal?: AbortSignal
  readonly progress?: (done: number, all: number) => void
}

export interface Desk {
  ask(asked: ApiRequest, options?: AskingOptions): Promise<Ended>
  close(): Promise<void>
}

const startOne = (): NodeThread => startThread(new URL('./thread.ts', import.meta.url), undefined)

/** Starts the first thread; the others start when they are needed. */
export const openDesk = (limits: DeskLimits): Desk => {
  const free: NodeThread[] = [startOne()]
  const waiting: Array<() => void> = []
  let busy = 0
  let closed = false

  /** Waits until fewer questions run than allowed; the question that has waited longest goes first. */
  const turn = async (signal: AbortSignal | undefined): Promise<void> => {
    if (busy < limits.atOnce) {
      busy++
      return
    }
    if (waiting.length >= limits.waiting) throw new Refused('busy')
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(new Refused('cancelled'))
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.push(go)
    })
  }

  /** The answer, or the reason why there is none; a thread that is still working then cannot be used again. */
  const answerOf = async (thread: NodeThread, asked: ApiRequest, { seconds, signal, progress }: AskingOptions) => {
    let refusal: Refusal | undefined
    const stop = (why: Refusal): void => {
      refusal ??= why
      void thread.end()
    }
    const cancel = (): void => stop('cancelled')
    const clock = setTimeout(() => stop('slow'), (seconds ?? limits.seconds) * 1000)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const ended = await thread.ask<Ended>('run', asked, { progress })
      free.push(thread)
      return ended
    } catch (problem) {
      await thread.end()
      if (problem instanceof Error && problem.name !== 'ThreadDied') throw problem
      throw new Refused(refusal ?? 'died')
    } finally {
      clearTimeout(clock)
      signal?.removeEventListener('abort', cancel)
    }
  }

  const running = new Set<NodeThread>()
  return {
    ask: async (asked, options = {}) => {
      if (options.signal?.aborted === true || closed) throw new Refused('cancelled')
      await turn(options.signal)
      const thread = free.pop() ?? startOne()
      running.add(thread)
      try {
        return await answerOf(thread, asked, options)
      } finally {
        running.delete(thread)
        const next = waiting.shift()
        if (next === undefined) busy--
        else next()
      }
    },
    close: async () => {
      closed = true
      await Promise.all([...free, ...running].map(thread => thread.end()))
    },
  }
}
