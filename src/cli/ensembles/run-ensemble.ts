/**
 * Runs an ensemble or part of it into a result folder: plans the chunks, applies the stopping rule, and assembles the
 * result.
 */

import { UsageError } from '../../language/reported-error.ts'
import { commandMessages } from '../messages.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { addCounts, type Counts } from '../../engine/summary/counts.ts'
import type { MemberBlock } from '../../engine/run/runner.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import type { OpenRegion } from '../../analysis/simulation.ts'
import { cutParts } from '../../threads/parts.ts'
import { spread } from '../../threads/spread.ts'
import { builtModule } from '../wasm-module.ts'
import { createThreads, type Threads } from '../threads.ts'
import {
  assemble,
  clearChunks,
  countsInFolder,
  emptyCounts,
  foldCounts,
  sourceOfChunks,
  type Source,
  sourceOfResult,
} from './assemble.ts'
import { type ChunkRecord, memberColumns } from './chunk.ts'
import { type Disk, inWords, makeFolder } from './disk.ts'
import { diskFor, type Fault } from './fault.ts'
import { addCountsFile, joinRanges, missingRanges, PART, cutAtParts, type Range, showRange, sizeOf } from './files.ts'
import { chunkFile, damageInResult, type Manifest, prepareFolder, readChunks, type Stop } from './folder.ts'
import {
  type EnsembleJob,
  gridOf,
  type JobIdentity,
  identityOf,
  idOf,
  keptJob,
  openEnsemble,
  type OpenEnsemble,
  runnerOf,
  runPilot,
} from './job.ts'
import { createCollector } from './memory.ts'
import { type ChunkQuestion, ensembleAnswers, type EnsembleSetup } from './handler.ts'
import { EnsembleError, revived } from './problems.ts'
import { checkpoints, reachedBy } from './stop-rule.ts'
import { type EnsembleSummary, summaryOf } from './summary-tables.ts'

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
  /** For tests: the threads, as soon as there are some. */
  readonly threads?: (threads: Threads) => void
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

/** Members whose run takes as long as what is written of a chunk. */
const leastChunk = 256

/**
 * Parts, or pieces of them where there are too few to keep the threads busy until the end. No smaller pieces than that:
 * each is encoded, written, and read again to be put together.
 */
export const planChunks = (missing: readonly Range[], threads: number): Range[] => {
  const parts = cutAtParts(missing)
  if (parts.length >= (threads === 1 ? 2 : 4 * threads)) return parts
  const wanted = Math.ceil(sizeOf(missing) / (2 * threads) / 64) * 64
  const size = Math.min(PART, Math.max(leastChunk, wanted))
  return parts.flatMap(part => cutParts(part, size))
}

export interface Prepared {
  readonly ensemble: OpenEnsemble
  readonly grid: Grid
  readonly identity: JobIdentity
  readonly id: string
  readonly fresh: Manifest
}

const preparedWith = (ensemble: OpenEnsemble, grid: Grid): Prepared => {
  const identity = identityOf(ensemble, grid)
  const id = idOf(identity)
  const job = keptJob(ensemble.job)
  const fresh: Manifest = {
    format: 'heartland ensemble',
    version: 2,
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
  const pilot = () => runPilot(ensemble, runnerOf(ensemble.order, builtModule(ensemble.open), ensemble))
  return preparedWith(ensemble, gridOf(ensemble, pilot))
}

export const runEnsemble = async (task: EnsembleRun, watch: EnsembleWatch = silent): Promise<EnsembleOutcome> => {
  const { job, folder } = task
  if (task.until !== undefined && job.design === 'latinHypercube') {
    throw new UsageError(commandMessages.wholeHypercube())
  }
  const ensemble = openEnsemble(job, task.open)
  const disk = diskFor(task.fault)
  // Before anything is computed: a folder that cannot be had is told at once.
  makeFolder(folder, disk)
  const cancel = new AbortController()
  watch.cancellable(() => cancel.abort())
  const built = builtModule(ensemble.open)
  const setup: EnsembleSetup = { order: ensemble.order, built, folder, fault: task.fault }
  const runner = runnerOf(ensemble.order, built, ensemble)
  let pilot: MemberBlock | undefined
  const ownCounts = new WeakMap<ChunkRecord, Counts>()
  const open = (given: EnsembleSetup) => {
    const counted = (record: ChunkRecord, counts: Counts): void => void ownCounts.set(record, counts)
    const ready = { reading: ensemble, runner, pilot, counted }
    // Whoever runs the first chunk has it now; it is as large as all else together.
    pilot = undefined
    return ensembleAnswers(given, ready)
  }
  const threads = createThreads('ensemble', setup, open, task.threads)
  watch.threads?.(threads)
  let unlock = (): void => {}
  try {
    const { grid, identity, id, fresh } = preparedWith(
      ensemble,
      gridOf(ensemble, () => (pilot = runPilot(ensemble, runner))),
    )
    const prepared = prepareFolder(folder, fresh, disk)
    unlock = prepared.unlock
    const state = openState({ folder, ensemble, id, disk }, prepared.found, fresh, watch.note)
    const wanted: Range = task.range ?? [0, job.members]
    const before = sizeOf(state.done)
    if (before > job.members) {
      watch.note(`'${folder}' already holds ${before} members, more than ${job.members}: the result is of all of them`)
    }
    const missing = missingRanges(wanted, state.done)
    checkSpace(folder, ensemble, sizeOf(missing), task)
    const repairs = membersToRepair(state)
    const runChunks = chunkRunner(threads, id, grid, cancel.signal, watch)
    watch.planned(sizeOf(missing) + sizeOf(repairs))
    let stop: Stop | undefined
    try {
      if (repairs.length > 0) {
        await runChunks(repairs, record => state.chunks.push(record))
        if (membersToRepair(state).length > 0) throw new EnsembleError(ensembleMessages.repairCancelled())
      }
      stop = await runRounds(task, wanted, state, grid, cancel.signal, round =>
        runChunks(round, record => takeChunk(state, record, ownCounts.get(record))),
      )
    } catch (raw) {
      const problem = inWords(folder, raw)
      const kept = sizeOf(state.done)
      if (problem instanceof EnsembleError && kept > 0) {
        throw new EnsembleError(...problem.messages, ensembleMessages.membersKept({ members: kept, folder }))
      }
      throw problem
    }
    // The threads' memory is free for what follows.
    await threads.close()
    const { found, chunks, counts, done, lost } = state
    if (done.length === 0) throw new EnsembleError(ensembleMessages.nothingRun())
    const finished = { cancelled: cancel.signal.aborted, ran: sizeOf(done) - before }
    const isThere = finished.ran === 0 && sizeOf(found.ranges) === before && chunks.length === 0
    if (isThere && lost.size === 0 && !lacksCsv(task, disk)) {
      clearChunks(folder, [], disk)
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
      sources: [sourceOfResult(folder, wholeFilesOf(state)), sourceOfNewRows(state)],
      ...(stop === undefined ? {} : { stop }),
      ...(task.csv === undefined ? {} : { csv: task.csv }),
      disk,
    })
    clearChunks(folder, chunks, disk)
    return { ...finished, ...result }
  } catch (problem) {
    throw inWords(folder, problem)
  } finally {
    await threads.close()
    unlock()
  }
}

/** What a run knows of its folder. */
interface Place {
  readonly folder: string
  readonly ensemble: OpenEnsemble
  readonly id: string
  readonly disk: Disk
}

interface State extends Place {
  readonly found: Manifest
  /** Files of the result that are not as they were written, by their paths in the folder. */
  readonly lost: ReadonlySet<string>
  readonly chunks: ChunkRecord[]
  readonly unfolded: ChunkRecord[]
  readonly counts: Counts
  readonly collect: () => void
  done: Range[]
}

const openState = (place: Place, held: Manifest, fresh: Manifest, note: (text: string) => void): State => {
  const { folder, ensemble, id, disk } = place
  const damage = damageInResult(folder, held, disk)
  // Bands cannot be told from rows: without its counts a result is nothing.
  const isUseless = damage.has('counts.bin')
  for (const [path, problem] of damage) note(`${problem}; ${cureOf(path, isUseless)}`)
  const found = isUseless ? fresh : held
  const chunks = readChunks(folder, id, note, disk)
  const counts = emptyCounts(ensemble)
  const forget = (chunk: ChunkRecord, problem: string): void => {
    note(problem)
    chunks.splice(chunks.indexOf(chunk), 1)
  }
  const done = countsInFolder(folder, id, found, chunks, counts, forget, disk)
  const lost = new Set(isUseless ? [] : damage.keys())
  return { ...place, found, lost, chunks, unfolded: [], counts, collect: createCollector(), done }
}

/** What is done about a damaged file of a result: a member is the same whenever it is run. */
const cureOf = (path: string, isUseless: boolean): string =>
  isUseless
    ? 'all members are run again'
    : /^members\/|^traces\.parquet$/.test(path)
      ? 'its members are run again'
      : 'it is written again'

/** `own` are its counts where this thread has them. */
const takeChunk = (state: State, record: ChunkRecord, own?: Counts): void => {
  const { folder, id, counts, chunks, unfolded, disk } = state
  if (own === undefined) addCountsFile(chunkFile(folder, record, 'counts'), id, counts, disk)
  else addCounts(counts, own)
  chunks.push(record)
  unfolded.push(record)
  state.done = joinRanges([...state.done, [record.from, record.to]])
  if (unfolded.length >= fold) foldCounts(folder, id, counts, state.done, unfolded.splice(0), disk)
  state.collect()
}

/** The result as its manifest names it, but for the files that are damaged. */
const wholeFilesOf = ({ found, lost }: State): Manifest => ({
  ...found,
  files: Object.fromEntries(Object.entries(found.files).filter(([path]) => !lost.has(path))),
})

/** Members whose rows, and members whose traces, the result holds as they were written. */
const heldRows = (state: State): { readonly rows: readonly Range[]; readonly traces: readonly Range[] } => ({
  rows: sourceOfResult(state.folder, wholeFilesOf(state)).members.map(({ range }) => range),
  traces: state.lost.has('traces.parquet') ? [] : state.found.ranges,
})

/** What chunks add to the result; a crash may have left some behind that are in it. */
const sourceOfNewRows = (state: State): Source => {
  const { rows, traces } = heldRows(state)
  const { folder, chunks } = state
  const notIn = (held: readonly Range[]): ChunkRecord[] =>
    chunks.filter(({ from, to }) => missingRanges([from, to], held).length > 0)
  const { members, counts } = sourceOfChunks(folder, notIn(rows))
  return { members, traces: sourceOfChunks(folder, notIn(traces)).traces, counts }
}

/** Members of the result whose rows or traces are damaged and in no chunk: the counts of the result have them already. */
const membersToRepair = (state: State): Range[] => {
  const { found, ensemble, chunks } = state
  const { rows, traces } = heldRows(state)
  const inChunks = chunks.map(({ from, to }): Range => [from, to])
  const damaged = found.ranges.flatMap(range => missingRanges(range, [...rows, ...inChunks]))
  // A traced member whose row is whole is run alone, so that no row is there twice.
  const untraced = ensemble.job.traces
    .map((member): Range => [member, member + 1])
    .filter(
      range =>
        missingRanges(range, found.ranges).length === 0 &&
        missingRanges(range, [...traces, ...inChunks, ...damaged]).length > 0,
    )
  return [...damaged, ...untraced]
}

type RunChunks = (missing: readonly Range[], take: (record: ChunkRecord) => void) => Promise<void>

/** Runs members chunk by chunk; when it is taken back, the chunks under way are kept as far as they are. */
const chunkRunner =
  (threads: Threads, id: string, grid: Grid, signal: AbortSignal, watch: EnsembleWatch): RunChunks =>
  async (missing, take) => {
    try {
      await spread(threads, {
        pieces: planChunks(missing, threads.size),
        ask: (client, range, options) =>
          client.ask<ChunkRecord | undefined>('chunk', { range, id, grid } satisfies ChunkQuestion, options),
        take: record => {
          if (record !== undefined) take(record)
        },
        progress: watch.progress,
        signal,
        finish: true,
        died: (range, why) => watch.note(`a thread died over ${showRange(range)} (${why}); they are run again`),
        lost: (range, times, why) =>
          new EnsembleError(ensembleMessages.threadDied({ times, from: range[0], last: range[1] - 1, why })),
      })
    } catch (problem) {
      throw revived(problem)
    }
  }

/** All at once, or up to each checkpoint; returns how the stop rule ended it, if it did. */
const runRounds = async (
  { until, job }: EnsembleRun,
  [from, last]: Range,
  state: State,
  grid: Grid,
  signal: AbortSignal,
  run: (missing: readonly Range[]) => Promise<void>,
): Promise<Stop | undefined> => {
  for (const to of until === undefined ? [last] : checkpoints(last)) {
    const round = missingRanges([from, to], state.done)
    if (round.length > 0) await run(round)
    if (signal.aborted) return undefined
    // With more members than the checkpoint has (an earlier run went farther), the next one decides.
    if (until === undefined || sizeOf(state.done) !== to) continue
    const reached = reachedBy(state.ensemble, state.counts, grid)
    if (reached.error > until) continue
    return to < job.members ? { wanted: until, reached: reached.error, outcome: reached.outcome } : undefined
  }
  return undefined
}

const lacksCsv = ({ csv, folder }: EnsembleRun, disk: Disk): boolean =>
  csv === true && !disk.existsSync(join(folder, 'members.csv'))

/** Refuses at once what would fill the disk after an hour. */
const checkSpace = (folder: string, ensemble: OpenEnsemble, members: number, { csv, threads }: EnsembleRun): void => {
  const columns = memberColumns(ensemble)
  const row = columns.length * (ensemble.job.precision / 8) + (csv === true ? columns.length * 11 : 0)
  const work = ensemble.recording.cells * 1000 * Math.min(fold + threads, Math.ceil(members / 64))
  const needed = members * row + work
  const { bavail, bsize } = statfsSync(folder)
  if (needed <= bavail * bsize) return
  const size = (bytes: number): string =>
    bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
  throw new EnsembleError(ensembleMessages.diskSpace({ needed: size(needed), folder, free: size(bavail * bsize) }))
}
