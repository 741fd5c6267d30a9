/** Runs an ensemble, or a part of it, into a result folder: plans the chunks, watches the stop rule, puts all together. */

import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { relativeBandError } from '../../engine/summary/bands.ts'
import type { Counts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import { Mistake } from '../../analysis/mistakes.ts'
import type { OpenRegion } from '../../analysis/simulation.ts'
import {
  assemble,
  clearChunks,
  countsInFolder,
  emptyCounts,
  foldCounts,
  sourceOfChunks,
  sourceOfResult,
} from './assemble.ts'
import { type ChunkRecord, memberColumns } from './chunk.ts'
import type { Fault } from './fault.ts'
import { addCountsFile, joinRanges, missingRanges, PART, partsOf, type Range, sizeOf } from './files.ts'
import { chunkFile, type Manifest, prepareFolder, readChunks, type Stop } from './folder.ts'
import {
  type EnsembleJob,
  type Identity,
  identityOf,
  idOf,
  keptJob,
  openEnsemble,
  type OpenEnsemble,
  pilotGrid,
  pilotSize,
} from './job.ts'
import { createCollector } from './memory.ts'
import { createPool, type Pool } from './pool.ts'
import { EnsembleError } from './problems.ts'
import { type EnsembleSummary, stepName, summaryOf } from './summary-tables.ts'

export interface EnsembleRun {
  readonly job: EnsembleJob
  readonly folder: string
  readonly threads: number
  /** Members to run; all when absent. */
  readonly range?: Range
  /** Stop when the errors of all watched bands are below this share of their width. */
  readonly until?: number
  readonly csv?: boolean
  /** Already opened region, to save a tenth of a second. */
  readonly open?: OpenRegion
  readonly fault?: Fault
}

export interface EnsembleWatch {
  /** How many members are to be run now, once that is known. */
  readonly planned: (members: number) => void
  readonly progress: (members: number) => void
  readonly note: (text: string) => void
  /** Called with a function that stops the run, leaving a result of what is done. */
  readonly cancellable: (cancel: () => void) => void
  readonly pool?: (pool: Pool) => void
}

export const silent: EnsembleWatch = {
  planned: () => {},
  progress: () => {},
  note: () => {},
  cancellable: () => {},
}

export interface EnsembleOutcome {
  readonly manifest: Manifest
  readonly summary: EnsembleSummary
  readonly cancelled: boolean
  /** Members run now; the others were there. */
  readonly ran: number
}

/** Chunks whose counts are put into one file together. */
const fold = 16

/** Numbers of members at which the stop rule looks: about half as many again each time. */
export const checkpoints = (most: number): number[] => {
  const points: number[] = []
  for (let at = 1024; at < most; at = at < PART ? at * 2 : Math.ceil((at * 1.5) / PART) * PART) points.push(at)
  return [...points, most]
}

/** Parts, or pieces of them when there would be too few to keep the threads busy. */
export const planChunks = (missing: readonly Range[], threads: number): Range[] => {
  const parts = partsOf(missing)
  if (parts.length >= 4 * threads) return parts
  const size = Math.min(PART, Math.max(64, Math.ceil(sizeOf(missing) / (4 * threads) / 64) * 64))
  return parts.flatMap(([from, to]) =>
    Array.from(
      { length: Math.ceil((to - from) / size) },
      (_, at): Range => [from + at * size, Math.min(to, from + (at + 1) * size)],
    ),
  )
}

export interface Prepared {
  readonly ensemble: OpenEnsemble
  readonly grid: Grid
  readonly identity: Identity
  readonly id: string
  readonly fresh: Manifest
}

const preparedWith = (ensemble: OpenEnsemble, grid: Grid): Prepared => {
  const identity = identityOf(ensemble, grid)
  const id = idOf(identity)
  const job = keptJob(ensemble.job)
  const fresh: Manifest = {
    format: 'heartland ensemble',
    version: 1,
    id,
    identity,
    job,
    state: 'partial',
    ranges: [],
    files: {},
  }
  return { ensemble, grid, identity, id, fresh }
}

/** For what runs no members but the first: putting chunks together, replaying one. */
export const prepareEnsemble = (job: EnsembleJob, open?: OpenRegion): Prepared => {
  const ensemble = openEnsemble(job, open)
  return preparedWith(ensemble, pilotGrid(ensemble))
}

export const runEnsemble = async (task: EnsembleRun, watch: EnsembleWatch = silent): Promise<EnsembleOutcome> => {
  const { job, folder } = task
  if (task.until !== undefined && job.design === 'latinHypercube') {
    throw new Mistake(
      'a Latin hypercube is even only as a whole, so that no stop rule can end it; take --design sobol or monteCarlo',
    )
  }
  const ensemble = openEnsemble(job, task.open)
  const cancel = new SharedArrayBuffer(4)
  const flag = new Int32Array(cancel)
  watch.cancellable(() => Atomics.store(flag, 0, 1))
  let received: ((record: ChunkRecord) => void) | undefined
  const pool = createPool(
    { job, folder: task.folder, cancel, fault: task.fault },
    task.threads,
    { progress: watch.progress, note: watch.note, chunk: record => received?.(record) },
    ensemble,
  )
  watch.pool?.(pool)
  let unlock = (): void => {}
  try {
    const { grid, identity, id, fresh } = preparedWith(ensemble, await pool.pilot(pilotSize(job)))
    const prepared = prepareFolder(folder, fresh)
    unlock = prepared.unlock
    const state = openState(folder, ensemble, id, prepared.found, watch.note)
    received = record => takeChunk(state, record)
    const wanted: Range = task.range ?? [0, job.members]
    const before = sizeOf(state.done)
    const missing = missingRanges(wanted, state.done)
    checkSpace(folder, ensemble, sizeOf(missing), task)
    watch.planned(sizeOf(missing))
    let stop: Stop | undefined
    try {
      stop = await runRounds(task, wanted, state, pool, grid, () => flag[0] !== 0)
    } catch (problem) {
      const kept = sizeOf(state.done)
      if (problem instanceof EnsembleError && kept > 0) {
        problem.message += `\n${kept} members are kept in '${folder}'; the same command goes on from there.`
      }
      throw problem
    }
    // The threads' memory is free for what follows.
    await pool.close()
    const { found, chunks, counts, done } = state
    if (done.length === 0) throw new EnsembleError('nothing was run')
    const finished = { cancelled: flag[0] === 1, ran: sizeOf(done) - before }
    if (finished.ran === 0 && sizeOf(found.ranges) === before && chunks.length === 0 && !lacksCsv(task)) {
      const manifest = { ...found, ...(stop === undefined ? {} : { stop }) }
      return { ...finished, manifest, summary: summaryOf(ensemble, counts, grid, manifest) }
    }
    const result = await assemble({
      folder,
      id,
      identity,
      ensemble,
      grid,
      counts,
      ranges: done,
      sources: [sourceOfResult(folder, found), sourceOfChunks(folder, notIn(found, chunks))],
      ...(stop === undefined ? {} : { stop }),
      ...(task.csv === undefined ? {} : { csv: task.csv }),
    })
    clearChunks(folder, chunks)
    return { ...finished, ...result }
  } finally {
    await pool.close()
    unlock()
  }
}

/** What a run knows of its folder. */
interface State {
  readonly folder: string
  readonly ensemble: OpenEnsemble
  readonly id: string
  readonly found: Manifest
  readonly chunks: ChunkRecord[]
  readonly unfolded: ChunkRecord[]
  readonly counts: Counts
  readonly collect: () => void
  done: Range[]
}

const openState = (
  folder: string,
  ensemble: OpenEnsemble,
  id: string,
  found: Manifest,
  note: (text: string) => void,
): State => {
  const chunks = readChunks(folder, id, note)
  const counts = emptyCounts(ensemble)
  const done = countsInFolder(folder, id, found, chunks, counts, (chunk, problem) => {
    note(problem)
    chunks.splice(chunks.indexOf(chunk), 1)
  })
  return { folder, ensemble, id, found, chunks, unfolded: [], counts, collect: createCollector(), done }
}

const takeChunk = (state: State, record: ChunkRecord): void => {
  const { folder, id, counts, chunks, unfolded } = state
  addCountsFile(chunkFile(folder, record, 'counts'), id, counts)
  chunks.push(record)
  unfolded.push(record)
  state.done = joinRanges([...state.done, [record.from, record.to]])
  if (unfolded.length >= fold) foldCounts(folder, id, counts, state.done, unfolded.splice(0))
  state.collect()
}

/** All at once, or up to each checkpoint; returns how the stop rule ended it, if it did. */
const runRounds = async (
  { until, threads, job }: EnsembleRun,
  [from, last]: Range,
  state: State,
  pool: Pool,
  grid: Grid,
  cancelled: () => boolean,
): Promise<Stop | undefined> => {
  for (const to of until === undefined ? [last] : checkpoints(last)) {
    const round = missingRanges([from, to], state.done)
    if (round.length > 0) await pool.run(planChunks(round, Math.max(1, threads)), state.id, grid)
    if (cancelled()) return undefined
    // With more members than the checkpoint has (an earlier run went farther), the next one decides.
    if (until === undefined || sizeOf(state.done) !== to) continue
    const reached = reachedBy(state.ensemble, state.counts, grid)
    if (reached.error > until) continue
    return to < job.members ? { wanted: until, reached: reached.error, outcome: reached.outcome } : undefined
  }
  return undefined
}

const lacksCsv = ({ csv, folder }: EnsembleRun): boolean => csv === true && !existsSync(join(folder, 'members.csv'))

/** Chunks that a crash left behind after they went into the result. */
const notIn = ({ ranges }: Manifest, chunks: readonly ChunkRecord[]): ChunkRecord[] =>
  chunks.filter(({ from, to }) => missingRanges([from, to], ranges).length > 0)

/** The stop rule looks at the outcomes of the whole region, over all steps. */
const reachedBy = (
  { recording, open }: OpenEnsemble,
  counts: Counts,
  grid: Grid,
): { readonly error: number; readonly outcome: string } => {
  const { series, steps } = recording
  const watched = series.flatMap(({ variable }, at) =>
    open.linked.variables.get(variable)!.dimensions.length > 0
      ? []
      : Array.from({ length: steps }, (_, step) => at * steps + step),
  )
  const { error, cell } = relativeBandError(counts, grid, watched)
  if (cell < 0) return { error, outcome: 'none' }
  return { error, outcome: `${series[Math.floor(cell / steps)].name}@${stepName(recording, cell % steps)}` }
}

/** Refuses at once what would fill the disk after an hour. */
const checkSpace = (folder: string, ensemble: OpenEnsemble, members: number, { csv, threads }: EnsembleRun): void => {
  const columns = memberColumns(ensemble)
  const row = columns.length * (ensemble.job.precision / 8) + (csv === true ? columns.length * 11 : 0)
  const work = ensemble.recording.cells * 1000 * Math.min(fold + threads, Math.ceil(members / 64))
  const needed = members * row + work
  const { bavail, bsize } = statfsSync(folder)
  if (needed <= bavail * bsize) return
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`
  throw new EnsembleError(
    `this takes about ${gigabytes(needed)} in '${folder}', where ${gigabytes(bavail * bsize)} are free; ` +
      'make room, choose another folder, or keep less of each member (--keep, --outcome)',
  )
}
