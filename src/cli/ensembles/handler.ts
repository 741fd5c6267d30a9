/** Answers the requests of a thread of an ensemble: calculating a chunk, or reading numbers of members. */

import type { BuiltModule } from '../../analysis/region/wasm-region.ts'
import type { MemberBlock, MemberRunner } from '../../engine/run/runner.ts'
import { type Counter, createCounter } from '../../engine/summary/counter.ts'
import type { Counts, Grid } from '../../engine/summary/counts.ts'
import type { Answers, Task } from '../../threads/task.ts'
import { type ChunkRecord, computeChunk, rowMemory, writeChunk } from './chunk.ts'
import type { Disk } from './disk.ts'
import type { Range } from './files.ts'
import { chunksFolder } from './folder.ts'
import { type EnsembleOrder, type MemberReading, memberReading, runnerOf } from './job.ts'
import { createCollector } from './memory.ts'
import type { RowGroup } from './table.ts'

/** The data that every thread is given. */
export interface EnsembleSetup {
  readonly order: EnsembleOrder
  readonly built: BuiltModule
  readonly folder: string
  readonly disk?: Disk | undefined
}

export interface ChunkQuestion {
  readonly range: Range
  readonly id: string
  /** Its arrays lie in memory that all threads share. */
  readonly grid: Grid
}

/** The reading and the runner of members, where they are ready already. */
export interface ReadyEnsemble {
  readonly reading: MemberReading
  readonly runner: MemberRunner
  /** The first members, where they have been run. */
  readonly pilot: MemberBlock | undefined
}

/** A chunk that is written, and its counts, in memory that all threads share: the next chunk of the thread overwrites it. */
export interface CountedChunk {
  readonly record: ChunkRecord
  readonly counts: Counts
}

export const ensembleAnswers = ({ order, built, folder, disk }: EnsembleSetup, ready?: ReadyEnsemble): Answers => {
  const reading = ready?.reading ?? memberReading(order)
  const runner = ready?.runner ?? runnerOf(order, built, reading)
  const collect = createCollector()
  let counter: Counter | undefined
  let rows: RowGroup | undefined
  let pilot = ready?.pilot
  return {
    /** Undefined when it was taken back before any member was done; else of fewer members when taken back. */
    chunk: async ({ range, id, grid }: ChunkQuestion, task: Task): Promise<CountedChunk | undefined> => {
      counter?.clear()
      counter ??= createCounter(reading.recording, grid, reading.counters, runner.width)
      if (rows === undefined || rows[0].length < range[1] - range[0]) rows = rowMemory(reading, range[1] - range[0])
      const [memory, first] = [rows, range[0] === 0 ? pilot : undefined]
      pilot = undefined
      const chunk = await computeChunk(reading, runner, range, counter, task, memory, first)
      const [from, to] = chunk.range
      if (to === from) return undefined
      const { counts } = counter
      const record = writeChunk(chunksFolder(folder), id, reading, chunk, counts, disk)
      collect()
      return { record, counts }
    },
  }
}
