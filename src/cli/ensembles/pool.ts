/**
 * Threads that compute chunks. A thread takes the next chunk when it is done with one; a thread that dies is replaced
 * and its chunk computed again, since a chunk is the same whoever computes it.
 */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createGrid, type Grid } from '../../engine/summary/grid.ts'
import type { ChunkRecord } from './chunk.ts'
import type { Fault } from './fault.ts'
import { type Range, showRange } from './files.ts'
import { createHandler } from './handler.ts'
import type { EnsembleJob, OpenEnsemble } from './job.ts'
import { EnsembleError } from './problems.ts'

/** What every thread is told. */
export interface ThreadTask {
  readonly job: EnsembleJob
  readonly folder: string
  /** One number: not 0 when the threads are to stop. */
  readonly cancel: SharedArrayBuffer
  readonly fault: Fault | undefined
}

/** A grid whose memory all threads share. */
export interface SharedGrid {
  readonly cells: number
  readonly centre: SharedArrayBuffer
  readonly scale: SharedArrayBuffer
}

/** Run the first members for the grid, read numbers off members, or compute a chunk. */
export type ToThread =
  | { readonly pilot: number }
  | { readonly scalars: Range }
  | { readonly range: Range; readonly id: string; readonly grid: SharedGrid }

export type FromThread =
  | { readonly pilot: { readonly cells: number; readonly values: Float64Array } }
  | { readonly members: number }
  | { readonly scalars: { readonly range: Range; readonly values: Float64Array } }
  | { readonly finished: { readonly range: Range; readonly record: ChunkRecord | undefined } }
  | { readonly failed: { readonly message: string; readonly told: boolean } }

export interface PoolWatch {
  readonly progress: (members: number) => void
  readonly chunk: (record: ChunkRecord) => void
  /** Something that was put right but should be known. */
  readonly note: (text: string) => void
}

export interface Pool {
  /** The grid, from the first members, which one of the threads runs. */
  pilot(members: number): Promise<Grid>
  /** Computes the chunks in about their order; ends early when cancelled. */
  run(ranges: readonly Range[], id: string, grid: Grid): Promise<void>
  /** Reads numbers off members; `take` gets those of each range, column after column. */
  read(ranges: readonly Range[], take: (range: Range, values: Float64Array) => void): Promise<void>
  close(): Promise<void>
  /** For tests: the threads alive. */
  readonly threads: ReadonlySet<Thread>
}

/** The part of a worker that matters here; work in this thread looks the same. */
type Thread = Pick<Worker, 'on' | 'off' | 'postMessage' | 'terminate' | 'setMaxListeners'>

type Answer = Exclude<FromThread, { readonly members: number } | { readonly failed: unknown }>
interface Death {
  readonly died: string
}

/** How often a chunk is tried when threads die over it. */
const tries = 3

const shareable = (values: Float64Array): SharedArrayBuffer => {
  const buffer = new SharedArrayBuffer(values.byteLength)
  new Float64Array(buffer).set(values)
  return buffer
}

const sharedGrid = ({ cells, centre, scale }: Grid): SharedGrid => ({
  cells,
  centre: shareable(centre),
  scale: shareable(scale),
})

/** With 0 threads all is done in this one, which is for tests: nothing else happens meanwhile. */
export const createPool = (task: ThreadTask, count: number, watch: PoolWatch, opened?: OpenEnsemble): Pool => {
  const threads = new Set<Thread>()
  const cancelled = (): boolean => Atomics.load(new Int32Array(task.cancel), 0) !== 0

  const start = (): Thread => {
    const worker = count === 0 ? ownThread(task, opened) : startWorker()
    threads.add(worker)
    worker.setMaxListeners(0)
    return worker
  }

  const startWorker = (): Worker =>
    new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      // Runs leave much short-lived memory behind; without a bound every thread would keep a hundred megabytes of it.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })

  /** What a thread answers to one message, or how it died over it. */
  const ask = (worker: Thread, message: ToThread): Promise<Answer | Death> =>
    new Promise((resolve, reject) => {
      let done = 0
      const end = (act: () => void): void => {
        worker.off('message', heard).off('error', broke).off('exit', left)
        act()
      }
      const died = (why: string): void =>
        end(() => {
          threads.delete(worker)
          watch.progress(-done)
          resolve({ died: why })
        })
      const broke = (problem: Error): void => died(problem.message)
      const left = (code: number): void => died(`it ended with code ${code}`)
      const heard = (answer: FromThread): void => {
        if ('members' in answer) {
          done += answer.members
          watch.progress(answer.members)
        } else if ('failed' in answer) {
          const { told, message: text } = answer.failed
          end(() => reject(told ? new EnsembleError(text) : new Error(text)))
        } else end(() => resolve(answer))
      }
      worker.on('message', heard).on('error', broke).on('exit', left)
      worker.postMessage(message)
    })

  const pilot = async (members: number): Promise<Grid> => {
    const answer = await ask(start(), { pilot: members })
    if ('died' in answer) throw new EnsembleError(`a thread died over the first members (${answer.died})`)
    if (!('pilot' in answer)) throw new Error('a thread answered with a chunk, not with the first members')
    const { cells, values } = answer.pilot
    return createGrid({ values, width: members, residual: 0 }, cells, members)
  }

  /** One message for each range, on whichever thread is free. */
  const spread = async (
    ranges: readonly Range[],
    message: (range: Range) => ToThread,
    take: (answer: Answer) => void,
  ): Promise<void> => {
    const queue = ranges.map(range => ({ range, deaths: 0 }))
    let failed = false
    const work = async (first: Thread | undefined): Promise<void> => {
      let worker = first ?? start()
      for (let next = queue.shift(); next !== undefined && !cancelled() && !failed; next = queue.shift()) {
        const { range, deaths } = next
        const answer = await ask(worker, message(range))
        if (!('died' in answer)) {
          take(answer)
          continue
        }
        if (deaths + 1 >= tries) {
          throw new EnsembleError(
            `a thread died ${tries} times over ${showRange(range)} (${answer.died}); run the same command again to go on from what is done`,
          )
        }
        watch.note(`a thread died over ${showRange(range)} (${answer.died}); they are run again`)
        queue.unshift({ range, deaths: deaths + 1 })
        worker = start()
      }
    }
    const alive = [...threads]
    const wanted = Math.max(1, Math.min(count, ranges.length))
    const all = Array.from({ length: wanted }, (_, at) =>
      work(alive[at]).catch((problem: unknown) => {
        failed = true
        // The others stop after their block, so that nothing is left running.
        Atomics.store(new Int32Array(task.cancel), 0, 2)
        throw problem
      }),
    )
    const outcomes = await Promise.allSettled(all)
    const bad = outcomes.find(outcome => outcome.status === 'rejected')
    if (bad !== undefined) throw bad.reason
  }

  const run = async (ranges: readonly Range[], id: string, grid: Grid): Promise<void> => {
    const shared = sharedGrid(grid)
    await spread(
      ranges,
      range => ({ range, id, grid: shared }),
      answer => {
        if ('finished' in answer && answer.finished.record !== undefined) watch.chunk(answer.finished.record)
      },
    )
  }

  const read: Pool['read'] = (ranges, take) =>
    spread(
      ranges,
      range => ({ scalars: range }),
      answer => {
        if ('scalars' in answer) take(answer.scalars.range, answer.scalars.values)
      },
    )

  const close = async (): Promise<void> => {
    await Promise.all([...threads].map(worker => worker.terminate()))
    threads.clear()
  }
  return { pilot, run, read, close, threads }
}

/** Answers in this thread, once the message is sent. */
const ownThread = (task: ThreadTask, opened: OpenEnsemble | undefined): Thread => {
  const events = new EventEmitter()
  const handle = createHandler(task, message => events.emit('message', message), opened)
  return Object.assign(events, {
    postMessage: (message: ToThread) => void setImmediate(() => handle(message)),
    terminate: () => Promise.resolve(0),
  }) as unknown as Thread
}
