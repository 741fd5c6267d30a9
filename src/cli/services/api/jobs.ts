/** Runs questions in the background, and keeps the progress, the result and the files of each. */

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { ResultArchive } from './result-archive.ts'
import { type Desk, Refused, type Refusal } from './desk.ts'
import type { ApiRequest, Ended } from './request.ts'
import type { NamedBytes } from './store.ts'

export interface Job {
  readonly id: string
  readonly asked: ApiRequest
  readonly made: string
  /** Seconds that a job may take. */
  readonly seconds: number
  state: 'running' | 'done' | 'failed' | 'cancelled'
  /** The steps done and all steps; absent before the first report. */
  progress?: { readonly done: number; readonly all: number }
  ended?: Ended
  /** True where the store had the result of the same question. */
  fromStore?: boolean
  refusal?: Refusal | 'fault'
  /** Emits 'change' whenever something of the job changes. */
  readonly changes: EventEmitter
  readonly folder?: string
}

export interface JobLimits {
  readonly unfinished: number
  /** The number of finished jobs that are kept, with their files. */
  readonly kept: number
  readonly seconds: number
}

/** The most bytes that the store keeps of the files of one result; larger results stay with their jobs. */
const mostKeptBytes = 64 * 1024 * 1024

const writeFiles = (folder: string, files: readonly NamedBytes[]): void => {
  for (const { name, bytes } of files) {
    const path = join(folder, 'files', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

export const createJobs = (desk: Desk, limits: JobLimits, archive: ResultArchive) => {
  const jobs = new Map<string, Job>()
  const stops = new Map<string, { readonly abort: () => void; readonly over: Promise<void> }>()

  const forget = (job: Job): void => {
    jobs.delete(job.id)
    if (job.folder !== undefined) rmSync(job.folder, { recursive: true, force: true })
  }

  const keepWithFiles = async (job: Job): Promise<void> => {
    const names = filesOf(job)
    const place = (name: string): string => join(job.folder!, 'files', name)
    const size = names.reduce((sum, name) => sum + statSync(place(name)).size, 0)
    if (size > mostKeptBytes) return
    const files = names.map(name => ({ name, bytes: readFileSync(place(name)) }))
    await archive.keep(job.asked, job.ended!, files)
  }

  const work = async (job: Job, signal: AbortSignal): Promise<void> => {
    try {
      const known = await archive.recall(job.asked)
      if (known !== undefined) {
        if (job.folder !== undefined) writeFiles(job.folder, known.files)
        job.ended = known.ended
        job.fromStore = true
        job.state = 'done'
        return
      }
      const asked = job.folder === undefined ? job.asked : { ...job.asked, folder: join(job.folder, 'files') }
      job.ended = await desk.ask(asked, {
        seconds: limits.seconds,
        signal,
        progress: (done, all) => {
          job.progress = { done, all }
          job.changes.emit('change')
        },
      })
      job.state = job.ended.exitCode === 0 ? 'done' : 'failed'
      if (job.state === 'done') await keepWithFiles(job)
    } catch (problem) {
      job.refusal = problem instanceof Refused ? problem.refusal : 'fault'
      job.state = job.refusal === 'cancelled' ? 'cancelled' : 'failed'
    } finally {
      stops.delete(job.id)
      job.changes.emit('change')
      const finished = [...jobs.values()].filter(({ state }) => state !== 'running')
      for (const old of finished.slice(0, -limits.kept)) forget(old)
    }
  }

  return {
    /** Starts a job; undefined where too many are unfinished. */
    start: (asked: ApiRequest, writesFolder: boolean): Job | undefined => {
      if (stops.size >= limits.unfinished) return undefined
      const job: Job = {
        id: randomUUID(),
        asked,
        made: new Date().toISOString(),
        seconds: limits.seconds,
        state: 'running',
        changes: new EventEmitter(),
        ...(writesFolder ? { folder: mkdtempSync(join(tmpdir(), 'heartland-job-')) } : {}),
      }
      jobs.set(job.id, job)
      const stop = new AbortController()
      stops.set(job.id, { abort: () => stop.abort(), over: work(job, stop.signal) })
      return job
    },
    all: (): Job[] => [...jobs.values()],
    find: (id: string): Job | undefined => jobs.get(id),
    /** Stops the job if it still runs, and forgets it. */
    remove: async (job: Job): Promise<void> => {
      const running = stops.get(job.id)
      running?.abort()
      await running?.over
      forget(job)
    },
    close: async (): Promise<void> => {
      for (const { abort } of stops.values()) abort()
      await Promise.all([...stops.values()].map(({ over }) => over))
      for (const job of jobs.values()) forget(job)
    },
  }
}

export type Jobs = ReturnType<typeof createJobs>

/** Names of the files that a finished job has written, with the folders in front. */
export const filesOf = ({ folder, state }: Job): string[] =>
  folder === undefined || state !== 'done'
    ? []
    : readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => relative(join(folder, 'files'), join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
        .toSorted()
