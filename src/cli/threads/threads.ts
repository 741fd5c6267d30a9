/** Threads of the command line: the first is the main thread, so that small jobs start no other. */

import { type NodeThread, startThread } from '../../threads/node.ts'
import { type Client, createOwnClient } from '../../threads/protocol.ts'
import { createPool, type Pool } from '../../threads/spread.ts'
import type { Answers } from '../../threads/task.ts'

/** Kinds of work that thread.ts can serve. */
export type ThreadWork = 'members' | 'vectors' | 'ensemble' | 'trials'

export interface ThreadSetup {
  readonly work: ThreadWork
  readonly setup: unknown
}

export interface Threads extends Pool {
  /** The threads beside this one. */
  readonly started: ReadonlySet<NodeThread>
  close(): Promise<void>
}

/** `open` makes the answers of this thread, as thread.ts does in the others. How many there are changes no result. */
export const createThreads = <Setup>(
  work: ThreadWork,
  setup: Setup,
  open: (setup: Setup) => Answers,
  count: number,
): Threads => {
  const started = new Set<NodeThread>()
  const start = (place: number): Client => {
    if (place === 0) return createOwnClient(open(setup))
    const thread = startThread(new URL('./thread.ts', import.meta.url), { work, setup } satisfies ThreadSetup)
    started.add(thread)
    return thread
  }
  const pool = createPool(start, Math.max(1, count))
  return {
    ...pool,
    started,
    close: async () => {
      await Promise.all([...started].map(thread => thread.end()))
      started.clear()
    },
  }
}
