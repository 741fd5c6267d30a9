/**
 * Puts chunks together: the same members give the same bytes, in however many chunks and wherever they were computed.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCounts, type Counts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import { type ChunkRecord, memberColumns, tableMetadata, traceColumns } from './chunk.ts'
import { writeCsv } from './csv.ts'
import { writeText } from './disk.ts'
import {
  addCountsFile,
  countedRanges,
  joinRanges,
  markOf,
  missingRanges,
  type Range,
  rangeName,
  sizeOf,
  writeCounts,
} from './files.ts'
import { chunkFile, chunksFolder, isWhole, type Manifest, replaceResult, type Stop } from './folder.ts'
import { type Identity, keptJob, type OpenEnsemble } from './job.ts'
import { type Piece, writeParts } from './members-table.ts'
import { createCollector } from './memory.ts'
import {
  bandColumns,
  bandRows,
  type EnsembleSummary,
  probabilityColumns,
  probabilityRows,
  summaryOf,
} from './summary-tables.ts'
import { readTable, type RowGroup, writeTable } from './table.ts'

/** Where the rows and traces of some members are. */
export interface Source {
  readonly members: readonly Piece[]
  readonly traces: readonly Piece[]
}

export const emptyCounts = ({ recording, counters }: OpenEnsemble): Counts => createCounts(recording.cells, counters)

/** What a finished result holds. */
export const sourceOfResult = (folder: string, { ranges, files }: Pick<Manifest, 'ranges' | 'files'>): Source => ({
  members: Object.keys(files)
    .filter(path => path.startsWith('members/'))
    .map(path => {
      const [from, to] = /(\d+)-(\d+)\.parquet$/.exec(path)!.slice(1).map(Number)
      return { path: join(folder, path), range: [from, to] }
    }),
  traces:
    files['traces.parquet'] === undefined || ranges.length === 0
      ? []
      : [{ path: join(folder, 'traces.parquet'), range: [ranges[0][0], ranges.at(-1)![1]] }],
})

export const sourceOfChunks = (folder: string, chunks: readonly ChunkRecord[]): Source => ({
  members: chunks.map(chunk => ({ path: chunkFile(folder, chunk, 'parquet'), range: [chunk.from, chunk.to] })),
  traces: chunks
    .filter(({ files }) => files['traces.parquet'] !== undefined)
    .map(chunk => ({ path: chunkFile(folder, chunk, 'traces.parquet'), range: [chunk.from, chunk.to] })),
})

export interface Assembly {
  readonly folder: string
  readonly id: string
  readonly identity: Identity
  readonly ensemble: OpenEnsemble
  readonly grid: Grid
  readonly counts: Counts
  readonly ranges: readonly Range[]
  readonly sources: readonly Source[]
  readonly stop?: Stop
  readonly csv?: boolean
}

/** Replaces the result of a folder by what the sources and the counts hold. */
export const assemble = async (
  assembly: Assembly,
  progress: (members: number) => void = () => {},
): Promise<{ readonly manifest: Manifest; readonly summary: EnsembleSummary }> => {
  const { folder, id, ensemble, grid, counts, sources, stop } = assembly
  const ranges = joinRanges(assembly.ranges)
  const job = keptJob(ensemble.job)
  const state = isWhole(ranges, job.members) ? 'complete' : stop === undefined ? 'partial' : 'stopped'
  const metadata = tableMetadata(id)
  if (counts.members !== sizeOf(ranges)) {
    throw new Error(`the counts hold ${counts.members} members, but the ranges ${sizeOf(ranges)}`)
  }
  const summary = summaryOf(ensemble, counts, grid, { id, state, ...(stop === undefined ? {} : { stop }) })
  const collect = createCollector()
  const manifest = await replaceResult(folder, async next => {
    collect()
    const names = await writeParts(
      join(next, 'members'),
      sources.flatMap(({ members }) => members),
      ranges,
      memberColumns(ensemble),
      metadata,
      progress,
    )
    const written = names.map(name => `members/${name}`)
    const add = (name: string, write: (path: string) => void): void => {
      write(join(next, name))
      written.push(name)
    }
    add('bands.parquet', path => writeTable(path, bandColumns, bandRows(counts, grid, ensemble.recording), metadata))
    if (summary.events.length > 0) {
      const rows = probabilityRows(summary.events, counts.members)
      add('probabilities.parquet', path => writeTable(path, probabilityColumns, [rows], metadata))
    }
    collect()
    const traces = await tracesOf(sources)
    if (traces.length > 0) {
      add('traces.parquet', path => writeTable(path, traceColumns(ensemble), traces, metadata))
    }
    collect()
    add('counts.bin', path => writeCounts(path, id, ranges, counts))
    add('summary.json', path => writeText(path, `${JSON.stringify(summary, null, 2)}\n`))
    if (assembly.csv === true) {
      const tables: ReadonlyArray<readonly [string, readonly string[]]> = [
        ['members.csv', names.map(name => `members/${name}`)],
        ...['bands', 'probabilities', 'traces'].map(name => [`${name}.csv`, [`${name}.parquet`]] as const),
      ]
      for (const [name, parts] of tables) {
        if (!parts.every(part => written.includes(part))) continue
        await writeCsv(
          join(next, name),
          parts.map(part => join(next, part)),
        )
        written.push(name)
      }
    }
    return {
      format: 'heartland ensemble',
      version: 1,
      id,
      identity: assembly.identity,
      job,
      state,
      ranges,
      ...(stop === undefined ? {} : { stop }),
      files: Object.fromEntries(written.toSorted().map(name => [name, markOf(join(next, name))])),
    }
  })
  return { manifest, summary }
}

/** Traced members in a row group: the split into chunks leaves no mark, and the file has few groups. */
const tracesTogether = 64

const tracesOf = async (sources: readonly Source[]): Promise<RowGroup[]> => {
  const members: RowGroup[] = []
  for (const { path } of sources.flatMap(({ traces }) => traces)) {
    const { values } = await readTable(path)
    const numbers = values[0] as Int32Array
    for (let from = 0; from < numbers.length; ) {
      let to = from
      while (to < numbers.length && numbers[to] === numbers[from]) to++
      members.push(values.map(column => (column as Float64Array).subarray(from, to)))
      from = to
    }
  }
  members.sort((a, b) => (a[0][0] as number) - (b[0][0] as number))
  return Array.from({ length: Math.ceil(members.length / tracesTogether) }, (_, group) =>
    joinRows(members.slice(group * tracesTogether, (group + 1) * tracesTogether)),
  )
}

/** Columns of numbers, one below the other. */
const joinRows = (groups: readonly RowGroup[]): RowGroup =>
  groups[0].map((first, column) => {
    const parts = groups.map(group => group[column] as Float64Array)
    const Kind = first.constructor as new (length: number) => Float64Array
    const all = new Kind(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  })

/** Counts of everything that a folder holds, and of which members. */
export const countsInFolder = (
  folder: string,
  id: string,
  manifest: Pick<Manifest, 'ranges'>,
  chunks: readonly ChunkRecord[],
  into: Counts,
  forget: (chunk: ChunkRecord, problem: string) => void,
): Range[] => {
  const total = totalPath(folder)
  let ranges: readonly Range[] = []
  // One that holds less than the result is from before the result.
  const isLater = (held: readonly Range[]): boolean =>
    manifest.ranges.every(range => missingRanges(range, held).length === 0)
  if (existsSync(total) && isLater(countedRanges(total))) ranges = addCountsFile(total, id, into)
  else if (manifest.ranges.length > 0) ranges = addCountsFile(join(folder, 'counts.bin'), id, into)
  const done = [...ranges]
  for (const chunk of chunks) {
    const range: Range = [chunk.from, chunk.to]
    if (missingRanges(range, done).length === 0) continue
    const path = chunkFile(folder, chunk, 'counts')
    if (existsSync(path)) done.push(...addCountsFile(path, id, into))
    else forget(chunk, `'${path}' is missing; its members are run again`)
  }
  return joinRanges(done)
}

const totalPath = (folder: string): string => join(chunksFolder(folder), 'total.counts')

/** Puts the counts so far into one file and removes those of the chunks, which would fill the disk. */
export const foldCounts = (
  folder: string,
  id: string,
  counts: Counts,
  ranges: readonly Range[],
  chunks: readonly ChunkRecord[],
): void => {
  writeCounts(totalPath(folder), id, ranges, counts)
  for (const chunk of chunks) rmSync(chunkFile(folder, chunk, 'counts'), { force: true })
}

/** Removes chunks that are in the result. */
export const clearChunks = (folder: string, chunks: readonly ChunkRecord[]): void => {
  for (const { from, to, files } of chunks) {
    // The record first: a chunk without one is nothing.
    rmSync(join(chunksFolder(folder), `${rangeName([from, to])}.json`), { force: true })
    for (const ending of Object.keys(files)) rmSync(chunkFile(folder, { from, to }, ending), { force: true })
  }
  rmSync(chunksFolder(folder), { recursive: true, force: true })
}
