/**
 * Assembles chunks into a result: the same members give the same bytes, however they were divided and wherever they
 * were calculated.
 */
import { join } from 'node:path'
import { createCounts, type Counts, type Grid } from '../../engine/summary/counts.ts'
import { type ChunkRecord, memberColumns, tableMetadata, traceColumns, traceGroups } from './chunk.ts'
import { type Disk, type FileMark, nodeDisk, writeText, openWhole, writeWhole } from './disk.ts'
import {
  addCountsFile,
  checkCounts,
  checkFile,
  joinRanges,
  missingRanges,
  type Range,
  rangeName,
  sizeOf,
  writeCounts,
  overlaps,
  cutAtParts,
} from './files.ts'
import { chunkFile, chunksFolder, isWhole, type Manifest, replaceResult, type Stop, totalCounts } from './folder.ts'
import { type JobIdentity, keptJob, type OpenEnsemble } from './job.ts'
import { createCollector } from './memory.ts'
import { EnsembleError } from './problems.ts'
import {
  bandColumns,
  bandRows,
  type EnsembleSummary,
  probabilityColumns,
  probabilityRows,
  summaryOf,
} from './summary-tables.ts'
import {
  readTable,
  type RowGroup,
  writeTable,
  type ColumnKind,
  type ColumnValues,
  type ReadTable,
  emptyColumn,
  type TableColumn,
} from './table.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'

/** A file with the rows of these members, in their order. */
interface RowsFile {
  readonly path: string
  readonly range: Range
  /** As it was written: nothing of it is used before it is found so. */
  readonly mark: FileMark
}

/** Answers of disks that give a file no second name, and of paths on two disks. */
const cannotLink = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL'])

/** The same file under another name, or a copy where the disk cannot do that; as it was written in either case. */
const linkOrCopy = ({ path, mark }: RowsFile, to: string, disk: Disk): FileMark => {
  try {
    disk.linkSync(path, to)
  } catch (problem) {
    if (!cannotLink.has((problem as NodeJS.ErrnoException).code ?? '')) throw problem
    writeWhole(to, append => append(disk.readFileSync(path)), disk)
  }
  checkFile(to, mark, disk)
  return mark
}

/** Writes a file for each part of `ranges` and returns their marks by name; a piece that is just such a part is taken as it is. */
const writeParts = async (
  folder: string,
  pieces: readonly RowsFile[],
  ranges: readonly Range[],
  columns: readonly TableColumn[],
  metadata: Readonly<Record<string, string>>,
  progress: (members: number) => void = () => {},
  disk: Disk = nodeDisk,
): Promise<Map<string, FileMark>> => {
  const written = new Map<string, FileMark>()
  const read = pieceReader(columns, disk)
  for (const part of cutAtParts(ranges)) {
    const name = `${rangeName(part)}.parquet`
    const path = `${folder}/${name}`
    const whole = pieces.find(({ range }) => range[0] === part[0] && range[1] === part[1])
    const mark =
      whole === undefined
        ? writeTable(path, columns, [await gather(part, pieces, columns, read)], metadata, disk)
        : linkOrCopy(whole, path, disk)
    written.set(name, mark)
    progress(part[1] - part[0])
  }
  return written
}

type Read = (piece: RowsFile) => Promise<ReadTable>

/** Keeps the file read last, whose rows often go into two parts. */
const pieceReader = (columns: readonly TableColumn[], disk: Disk): Read => {
  let last: { readonly path: string; readonly table: ReadTable } | undefined
  return async ({ path, mark }) => {
    if (last?.path !== path) {
      checkFile(path, mark, disk)
      const table = await readTable(path, disk)
      const found = table.columns.map(({ name, kind }) => `${name} ${kind}`).join()
      if (found !== columns.map(({ name, kind }) => `${name} ${kind}`).join()) {
        throw new EnsembleError(ensembleMessages.otherColumns({ path }))
      }
      last = { path, table }
    }
    return last.table
  }
}

const gather = async (
  part: Range,
  pieces: readonly RowsFile[],
  columns: readonly TableColumn[],
  read: Read,
): Promise<RowGroup> => {
  const [from, to] = part
  const rows = columns.map(({ kind }) => emptyColumn(kind, to - from))
  let filled = 0
  for (const piece of pieces.filter(one => overlaps(one.range, part))) {
    const { path, range } = piece
    const { values, rows: count } = await read(piece)
    if (count !== range[1] - range[0]) {
      throw new EnsembleError(ensembleMessages.rowCount({ path, rows: count, wanted: range[1] - range[0] }))
    }
    const first = Math.max(from, range[0])
    const last = Math.min(to, range[1])
    values.forEach((column, at) => copyRows(column, first - range[0], last - range[0], rows[at], first - from))
    filled += last - first
  }
  if (filled !== to - from) throw new Error(`members ${from} to ${to} have ${filled} rows`)
  return rows
}

const copyRows = (source: ColumnValues, from: number, to: number, target: ColumnValues, at: number): void => {
  const into = target as Float64Array
  const values = source as Float64Array
  for (let row = from; row < to; row++) into[at + row - from] = values[row]
}

/** Files of the rows and traces of some members, and of the counts of chunks. */
export interface Source {
  readonly members: readonly RowsFile[]
  readonly traces: readonly RowsFile[]
  readonly counts: readonly RowsFile[]
}

export const emptyCounts = ({ recording, counters }: OpenEnsemble): Counts => createCounts(recording.cells, counters)

/** The contents of a finished result. */
export const sourceOfResult = (folder: string, { ranges, files }: Pick<Manifest, 'ranges' | 'files'>): Source => ({
  members: Object.entries(files)
    .filter(([path]) => path.startsWith('members/'))
    .map(([path, mark]) => {
      const [from, to] = /(\d+)-(\d+)\.parquet$/.exec(path)!.slice(1).map(Number)
      return { path: join(folder, path), range: [from, to], mark }
    }),
  traces:
    files['traces.parquet'] === undefined || ranges.length === 0
      ? []
      : [
          {
            path: join(folder, 'traces.parquet'),
            range: [ranges[0][0], ranges.at(-1)![1]],
            mark: files['traces.parquet'],
          },
        ],
  counts: [],
})

export const sourceOfChunks = (folder: string, chunks: readonly ChunkRecord[]): Source => {
  const pieces = (ending: string): RowsFile[] =>
    chunks.flatMap(chunk => {
      const mark = chunk.files[ending]
      return mark === undefined ? [] : [{ path: chunkFile(folder, chunk, ending), range: [chunk.from, chunk.to], mark }]
    })
  return { members: pieces('parquet'), traces: pieces('traces.parquet'), counts: pieces('counts') }
}

export interface Assembly {
  readonly folder: string
  readonly id: string
  readonly identity: JobIdentity
  readonly ensemble: OpenEnsemble
  readonly grid: Grid
  readonly counts: Counts
  readonly ranges: readonly Range[]
  readonly sources: readonly Source[]
  readonly stop?: Stop
  readonly csv?: boolean
  readonly disk?: Disk
}

/** The shortest text that gives the same number back: of 32 bits, where the column has no more. */
const shown = (value: number | string, kind: ColumnKind): string => {
  if (typeof value === 'string') return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  if (kind !== 'float') return String(value)
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits))
    if (Math.fround(text) === value) return String(text)
  }
  return String(Number(value.toPrecision(9)))
}

const lines = ({ rows, columns, values }: ReadTable): string => {
  const texts: string[] = []
  for (let row = 0; row < rows; row++) {
    texts.push(columns.map(({ kind }, at) => shown((values[at] as ColumnValues)[row], kind)).join(','))
  }
  return `${texts.join('\n')}\n`
}

/** Files of one table, one after the other, in the memory of one of them. */
const writeCsv = async (path: string, parquet: readonly string[], disk?: Disk): Promise<FileMark> => {
  const encoder = new TextEncoder()
  const whole = openWhole(path, disk)
  try {
    for (const [at, file] of parquet.entries()) {
      const table = await readTable(file, disk)
      const header = table.columns.map(({ name }) => shown(name, 'text')).join(',')
      if (at === 0) whole.append(encoder.encode(`${header}\n`))
      whole.append(encoder.encode(lines(table)))
    }
    return whole.finish()
  } catch (problem) {
    throw whole.abandon(problem)
  }
}

/** Replaces the result of a folder by what the sources and the counts hold. */
export const assemble = async (
  assembly: Assembly,
  progress: (members: number) => void = () => {},
): Promise<{ readonly manifest: Manifest; readonly summary: EnsembleSummary }> => {
  const { folder, id, ensemble, grid, counts, sources, stop, disk = nodeDisk } = assembly
  const ranges = joinRanges(assembly.ranges)
  const job = keptJob(ensemble.job)
  const state = isWhole(ranges, job.members) ? 'complete' : stop === undefined ? 'partial' : 'stopped'
  const metadata = tableMetadata(id, ensemble)
  if (counts.members !== sizeOf(ranges)) {
    throw new Error(`the counts hold ${counts.members} members, but the ranges ${sizeOf(ranges)}`)
  }
  const summary = summaryOf(ensemble, counts, grid, { id, state, ...(stop === undefined ? {} : { stop }) })
  const collect = createCollector()
  const build = async (next: string): Promise<Manifest> => {
    collect()
    const files = new Map<string, FileMark>()
    const parts = await writeParts(
      join(next, 'members'),
      sources.flatMap(({ members }) => members),
      ranges,
      memberColumns(ensemble),
      metadata,
      progress,
      disk,
    )
    for (const [name, mark] of parts) files.set(`members/${name}`, mark)
    const tables = [...files.keys()]
    const add = (name: string, write: (path: string) => FileMark): void => {
      files.set(name, write(join(next, name)))
    }
    const bands = bandRows(counts, grid, ensemble.recording)
    add('bands.parquet', path => writeTable(path, bandColumns, bands, metadata, disk))
    if (summary.events.length > 0) {
      const rows = probabilityRows(summary.events, counts.members)
      add('probabilities.parquet', path => writeTable(path, probabilityColumns, [rows], metadata, disk))
    }
    collect()
    const traced = sources.flatMap(({ traces }) => traces)
    const [only, ...others] = traced
    if (only !== undefined && others.length === 0) add('traces.parquet', path => linkOrCopy(only, path, disk))
    else if (only !== undefined) {
      const traces = traceGroups(await tracesOf(traced, disk), ensemble.recording.steps)
      add('traces.parquet', path => writeTable(path, traceColumns(ensemble), traces, metadata, disk))
    }
    collect()
    const [[from, to]] = ranges
    // Of a chunk that is the whole result, unless it has been folded.
    const whole = sources
      .flatMap(source => source.counts)
      .find(({ path, range }) => ranges.length === 1 && range[0] === from && range[1] === to && disk.existsSync(path))
    add('counts.bin', path =>
      whole === undefined ? writeCounts(path, id, ranges, counts, disk) : linkOrCopy(whole, path, disk),
    )
    add('summary.json', path => writeText(path, `${JSON.stringify(summary, null, 2)}\n`, disk))
    if (assembly.csv === true) {
      const csv = async (name: string, parquet: readonly string[]): Promise<void> => {
        const paths = parquet.map(part => join(next, part))
        files.set(name, await writeCsv(join(next, name), paths, disk))
      }
      await csv('members.csv', tables)
      for (const name of ['bands', 'probabilities', 'traces']) {
        if (files.has(`${name}.parquet`)) await csv(`${name}.csv`, [`${name}.parquet`])
      }
    }
    return {
      format: 'heartland ensemble',
      version: 2,
      id,
      identity: assembly.identity,
      job,
      state,
      ranges,
      ...(stop === undefined ? {} : { stop }),
      files: Object.fromEntries([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }
  }
  const manifest = await replaceResult(folder, build, disk)
  return { manifest, summary }
}

const tracesOf = async (pieces: readonly RowsFile[], disk: Disk): Promise<RowGroup> => {
  const members: RowGroup[] = []
  for (const { path, mark } of pieces) {
    checkFile(path, mark, disk)
    const { values } = await readTable(path, disk)
    const numbers = values[0] as Int32Array
    for (let from = 0; from < numbers.length; ) {
      let to = from
      while (to < numbers.length && numbers[to] === numbers[from]) to++
      members.push(values.map(column => (column as Float64Array).subarray(from, to)))
      from = to
    }
  }
  members.sort((a, b) => (a[0][0] as number) - (b[0][0] as number))
  return joinRows(members)
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
  { ranges: inResult }: Pick<Manifest, 'ranges'>,
  chunks: readonly ChunkRecord[],
  into: Counts,
  forget: (chunk: ChunkRecord, problem: string) => void,
  disk: Disk = nodeDisk,
): Range[] => {
  const total = totalCounts(folder)
  const rows = joinRanges([...inResult, ...chunks.map(({ from, to }): Range => [from, to])])
  const covers = (wide: readonly Range[], held: readonly Range[]): boolean =>
    held.every(range => missingRanges(range, wide).length === 0)
  /** One that holds less than the result is from before it; one that counts members without rows is of no use. */
  const isUsable = (): boolean => {
    if (!disk.existsSync(total)) return false
    try {
      const { ranges } = checkCounts(total, id, disk)
      return covers(ranges, inResult) && covers(rows, ranges)
    } catch (problem) {
      // Damaged: the chunks it had taken up are run again.
      if (problem instanceof EnsembleError) return false
      throw problem
    }
  }
  let ranges: readonly Range[] = []
  if (isUsable()) ranges = addCountsFile(total, id, into, disk)
  else if (inResult.length > 0) ranges = addCountsFile(join(folder, 'counts.bin'), id, into, disk)
  const done = [...ranges]
  for (const chunk of chunks.slice()) {
    const range: Range = [chunk.from, chunk.to]
    if (missingRanges(range, done).length === 0) continue
    const path = chunkFile(folder, chunk, 'counts')
    if (disk.existsSync(path)) done.push(...addCountsFile(path, id, into, disk))
    else {
      disk.removeSync(chunkFile(folder, chunk, 'json'))
      forget(chunk, `'${path}' is missing; its members are run again`)
    }
  }
  return joinRanges(done)
}

/** Puts the counts so far into one file and removes those of the chunks, which would fill the disk. */
export const foldCounts = (
  folder: string,
  id: string,
  counts: Counts,
  ranges: readonly Range[],
  chunks: readonly ChunkRecord[],
  disk: Disk = nodeDisk,
): void => {
  writeCounts(totalCounts(folder), id, ranges, counts, disk)
  for (const chunk of chunks) disk.removeSync(chunkFile(folder, chunk, 'counts'))
}

/** Removes chunks that are in the result. */
export const clearChunks = (folder: string, chunks: readonly ChunkRecord[], disk: Disk = nodeDisk): void => {
  // The records first: a chunk without one is nothing.
  for (const { from, to } of chunks) disk.removeSync(join(chunksFolder(folder), `${rangeName([from, to])}.json`))
  disk.removeSync(chunksFolder(folder))
}
