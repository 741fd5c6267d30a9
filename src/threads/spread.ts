/**
 * Divides work among threads: each takes the next part when it has finished one. A thread that dies is replaced and its
 * part repeated, because a part gives the same result on any thread.
 */

import { type AskOptions, type Client, ThreadDied } from './protocol.ts'
import { Cancelled } from './task.ts'

export interface Pool {
  readonly size: number
  /** Those that were started and live. */
  readonly clients: readonly Client[]
  /** One that has nothing to do, started if need be; else the one with the fewest questions. */
  free(): Client
  /** The client at a place; it is started when it is first wanted. */
  at(place: number): Client
  /** Puts another thread in the place of one that died. */
  replace(client: Client): Client
}

export const createPool = (start: (place: number) => Client, size: number): Pool => {
  const clients: Client[] = []
  const at = (place: number): Client => {
    while (clients.length <= place) clients.push(start(clients.length))
    return clients[place]
  }
  return {
    size,
    clients,
    at,
    free: () => {
      for (let place = 0; place < size; place++) if (at(place).waiting === 0) return clients[place]
      return clients.toSorted((a, b) => a.waiting - b.waiting)[0]
    },
    replace: client => {
      const place = clients.indexOf(client)
      if (place < 0) throw new Error('A thread that is not of this pool cannot be replaced.')
      clients[place] = start(place)
      return clients[place]
    },
  }
}

export interface SpreadTask<Piece, Found> {
  readonly pieces: readonly Piece[]
  readonly ask: (client: Client, piece: Piece, options: AskOptions) => Promise<Found>
  /** Gets each answer as it comes, in any order. */
  readonly take: (found: Found, piece: Piece, place: number) => void
  /** So much more is done; less than nothing where a thread died. */
  readonly progress?: ((more: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Pieces under way are finished when the work is taken back, and nothing is thrown. */
  readonly finish?: boolean
  /** Each thread begins with the same pieces every time, of which it has kept something, and then helps the others. */
  readonly steady?: boolean
  /** Something that was put right but should be known. */
  readonly died?: (piece: Piece, why: string) => void
  /** The error when threads died over a piece too often. */
  readonly lost?: (piece: Piece, times: number, why: string) => Error
}

/** Number of times that a piece is tried when threads die over it. */
const tries = 3

export const spread = async <Piece, Found>(pool: Pool, task: SpreadTask<Piece, Found>): Promise<void> => {
  const { pieces, ask, take, progress, signal, finish = false, steady = false } = task
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  if (signal?.aborted === true) stop.abort()
  signal?.addEventListener('abort', abort)
  const done = pieces.map(() => 0)
  const report = (place: number, now: number): void => {
    progress?.(now - done[place])
    done[place] = now
  }
  const queue = pieces.map((piece, place) => ({ piece, place, deaths: 0 }))
  const work = async (thread: number): Promise<void> => {
    let client = pool.at(thread)
    const pick = (): (typeof queue)[number] | undefined => {
      const own = steady ? queue.findIndex(({ place }) => place % pool.size === thread) : -1
      return queue.splice(Math.max(0, own), 1)[0]
    }
    for (let next = pick(); next !== undefined && !stop.signal.aborted; next = pick()) {
      const { piece, place, deaths } = next
      try {
        const found = await ask(client, piece, {
          signal: stop.signal,
          finish,
          progress: now => report(place, now),
        })
        take(found, piece, place)
      } catch (problem) {
        if (!(problem instanceof ThreadDied)) throw problem
        report(place, 0)
        if (deaths + 1 >= tries) throw task.lost?.(piece, tries, problem.message) ?? problem
        task.died?.(piece, problem.message)
        queue.unshift({ piece, place, deaths: deaths + 1 })
        client = pool.replace(client)
      }
    }
  }
  const all = Array.from({ length: Math.min(pool.size, pieces.length) }, async (_, thread) => {
    try {
      await work(thread)
    } catch (problem) {
      // The others stop as well, so that nothing is left running.
      stop.abort()
      throw problem
    }
  })
  const outcomes = await Promise.allSettled(all)
  signal?.removeEventListener('abort', abort)
  const problems = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  const bad = problems.find(problem => !(problem instanceof Cancelled)) ?? problems[0]
  if (bad !== undefined) throw bad
  if (signal?.aborted === true && !finish) throw new Cancelled()
}

/** The answers about all pieces, in their order. */
export const askEach = async <Found, Piece = unknown>(
  pool: Pool,
  question: string,
  pieces: readonly Piece[],
  options: Pick<SpreadTask<Piece, Found>, 'progress' | 'signal'> = {},
): Promise<Found[]> => {
  const all: Found[] = []
  await spread<Piece, Found>(pool, {
    ...options,
    pieces,
    ask: (client, piece, how) => client.ask<Found>(question, piece, how),
    take: (found, _, place) => {
      all[place] = found
    },
  })
  return all
}
