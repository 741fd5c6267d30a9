/**
 * Runs an ensemble or part of it into a result folder: plans the chunks, applies the stopping rule, and assembles the
 * result.
 */

import { UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { addCounts, type Counts, type Grid } from '../../engine/summary/counts.ts'
import type { MemberBlock } from '../../engine/run/runner.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { spread } from '../../threads/spread.ts'
import { cutParts } from '../../threads/parts.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { createThreads, type Threads } from '../threads/threads.ts'
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
import { type Disk, inWords, makeFolder, nodeDisk } from './disk.ts'
import { joinRanges, missingRanges, PART, cutAtParts, type Range, showRange, sizeOf } from './files.ts'
import { damageInResult, type Manifest, prepareFolder, readChunks, type Stop } from './folder.ts'
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
import { type ChunkQuestion, type CountedChunk, ensembleAnswers, type EnsembleSetup } from './handler.ts'
import { EnsembleError, revived } from './problems.ts'
import { type EnsembleSummary, summaryOf, stepName } from './summary-tables.ts'
import { relativeBandError } from '../../engine/summary/bands.ts'

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
  /** For tests: a disk on which something goes wrong, for runs in this thread. */
  readonly disk?: Disk
}

export interface EnsembleWatch {
  /** The number of members to be run now, once it is known. */
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
  const { job, folder, disk = nodeDisk } = task
  if (task.until !== undefined && job.design === 'latinHypercube') {
    throw new UsageError(commandMessages.wholeHypercube())
  }
  const ensemble = openEnsemble(job, task.open)
  // Before anything is computed: a folder that cannot be had is told at once.
  makeFolder(folder, disk)
  const cancel = new AbortController()
  watch.cancellable(() => cancel.abort())
  const built = builtModule(ensemble.open)
  const setup: EnsembleSetup = { order: ensemble.order, built, folder, disk: task.disk }
  const runner = runnerOf(ensemble.order, built, ensemble)
  let pilot: MemberBlock | undefined
  const open = (given: EnsembleSetup) => {
    const ready = { reading: ensemble, runner, pilot }
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
    const missing = joinRanges([...state.lost, wanted]).flatMap(range => missingRanges(range, state.done))
    checkSpace(folder, ensemble, sizeOf(missing), task)
    const runChunks = chunkRunner(threads, id, grid, cancel.signal, watch)
    const run = (round: readonly Range[]): Promise<void> => runChunks(round, chunk => takeChunk(state, chunk))
    watch.planned(sizeOf(missing))
    let stop: Stop | undefined
    try {
      await run(state.lost.flatMap(range => missingRanges(range, state.done)))
      stop = await runRounds(task, wanted, state, grid, cancel.signal, run)
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
    const { found, chunks, counts, done, isDamaged } = state
    if (done.length === 0) throw new EnsembleError(ensembleMessages.nothingRun())
    const finished = { cancelled: cancel.signal.aborted, ran: sizeOf(done) - before }
    const isThere = finished.ran === 0 && sizeOf(found.ranges) === before && chunks.length === 0
    if (isThere && !isDamaged && !lacksCsv(task, disk)) {
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
      sources: [sourceOfResult(folder, found), sourceOfNewRows(state)],
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

/** The folder of a run and its ensemble. */
interface Place {
  readonly folder: string
  readonly ensemble: OpenEnsemble
  readonly id: string
  readonly disk: Disk
}

interface State extends Place {
  readonly found: Manifest
  /** True where a file of the result is not as it was written. */
  readonly isDamaged: boolean
  /** Members of a result of which no row can be trusted: they are run again. */
  readonly lost: readonly Range[]
  readonly chunks: ChunkRecord[]
  readonly unfolded: ChunkRecord[]
  readonly counts: Counts
  readonly collect: () => void
  done: Range[]
}

const openState = (place: Place, held: Manifest, fresh: Manifest, note: (text: string) => void): State => {
  const { folder, ensemble, id, disk } = place
  const damage = damageInResult(folder, held, disk)
  // Bands cannot be told from rows, and a member is the same whenever it is run; all other files follow from these.
  const isUseless = [...damage.keys()].some(path => /^members\/|^(traces\.parquet|counts\.bin)$/.test(path))
  for (const { text } of damage.values())
    note(`${text.en}; ${isUseless ? 'all members are run again' : 'it is written again'}`)
  const found = isUseless ? fresh : held
  const chunks = readChunks(folder, id, note, disk)
  const counts = emptyCounts(ensemble)
  const forget = (chunk: ChunkRecord, problem: string): void => {
    note(problem)
    chunks.splice(chunks.indexOf(chunk), 1)
  }
  const done = countsInFolder(folder, id, found, chunks, counts, forget, disk)
  const lost = isUseless ? held.ranges : []
  return {
    ...place,
    found,
    isDamaged: damage.size > 0,
    lost,
    chunks,
    unfolded: [],
    counts,
    collect: createCollector(),
    done,
  }
}

const takeChunk = (state: State, { record, counts: own }: CountedChunk): void => {
  const { folder, id, counts, chunks, unfolded, disk } = state
  addCounts(counts, own)
  chunks.push(record)
  unfolded.push(record)
  state.done = joinRanges([...state.done, [record.from, record.to]])
  if (unfolded.length >= fold) foldCounts(folder, id, counts, state.done, unfolded.splice(0), disk)
  state.collect()
}

/** New rows from chunks; a crash may have left some behind that are in the result already. */
const sourceOfNewRows = ({ folder, chunks, found }: State): Source =>
  sourceOfChunks(
    folder,
    chunks.filter(({ from, to }) => missingRanges([from, to], found.ranges).length > 0),
  )

type RunChunks = (missing: readonly Range[], take: (chunk: CountedChunk) => void) => Promise<void>

/** Runs members chunk by chunk; when it is taken back, the chunks under way are kept as far as they are. */
const chunkRunner =
  (threads: Threads, id: string, grid: Grid, signal: AbortSignal, watch: EnsembleWatch): RunChunks =>
  async (missing, take) => {
    try {
      await spread(threads, {
        pieces: planChunks(missing, threads.size),
        ask: (client, range, options) =>
          client.ask<CountedChunk | undefined>('chunk', { range, id, grid } satisfies ChunkQuestion, options),
        take: chunk => {
          if (chunk !== undefined) take(chunk)
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

/** The largest error of a band, of the outcomes of the whole region over all steps, and whose it is. */
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

/** Numbers of members at which the stop rule looks: about half as many again each time. */
export const checkpoints = (most: number): number[] => {
  const points: number[] = []
  for (let at = 1024; at < most; at = at < PART ? at * 2 : Math.ceil((at * 1.5) / PART) * PART) points.push(at)
  return [...points, most]
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
