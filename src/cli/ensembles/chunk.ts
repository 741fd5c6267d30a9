/**
 * Calculates some members of an ensemble and writes them as files: a pure function of the ensemble and the range. A
 * chunk counts once its record, which is written last, exists.
 */
import { join } from 'node:path'
import { checkFailures, createBlock, type MemberBlock, type MemberRunner } from '../../engine/run/runner.ts'
import { addBlock, type Counts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import { type Disk, type FileMark, writeText } from './disk.ts'
import { type Range, rangeName, writeCounts } from './files.ts'
import { isCancelled, type Task } from '../../threads/task.ts'
import type { MemberReading } from './job.ts'
import { criterionIds, likeliestClass } from '../../model/criteria.ts'
import { type ColumnValues, emptyColumn, type RowGroup, type TableColumn, writeTable } from './table.ts'

export interface ChunkRecord {
  readonly id: string
  readonly from: number
  readonly to: number
  /** By the ending of the file's name. */
  readonly files: Readonly<Record<string, FileMark>>
}

/** One row a member: inputs, outcomes and the verdict on it. */
export const memberColumns = ({ job, inputs, keep, verdict }: MemberReading): TableColumn[] => {
  const kind = job.precision === 32 ? 'float' : 'double'
  return [
    { name: 'member', kind: 'integer' },
    ...inputs.map(name => ({ name, kind }) as const),
    ...keep.map(({ name }) => ({ name, kind }) as const),
    ...(verdict === undefined
      ? []
      : ([
          ...criterionIds.map(name => ({ name, kind }) as const),
          { name: 'recession', kind: 'flag' },
          { name: 'revived', kind },
          { name: 'class', kind: 'text' },
        ] as const)),
  ]
}

/** One row a member and step: every recorded series. */
export const traceColumns = ({ job, recording }: MemberReading): TableColumn[] => [
  { name: 'member', kind: 'integer' },
  { name: 'time', kind: 'double' },
  ...recording.series.map(({ name }) => ({ name, kind: job.precision === 32 ? 'float' : 'double' }) as const),
]

export interface ComputedChunk {
  readonly range: Range
  readonly rows: RowGroup
  readonly traces: RowGroup | undefined
}

/** Memory for the rows of a chunk, to be used again. */
export const rowMemory = (ensemble: MemberReading, members: number): RowGroup =>
  memberColumns(ensemble).map(({ kind }) => emptyColumn(kind, members))

const cut = (values: ColumnValues, length: number): ColumnValues =>
  values.length === length
    ? values
    : ArrayBuffer.isView(values)
      ? (values as Float64Array).subarray(0, length)
      : (values as readonly string[]).slice(0, length)

/**
 * Runs members of `range`, at most one part; `counts` are those of the chunk and start empty. The rows lie in `memory`
 * where that is given. Taken back, it ends after the block under way.
 */
export const computeChunk = async (
  ensemble: MemberReading,
  runner: MemberRunner,
  grid: Grid,
  range: Range,
  counts: Counts,
  task: Task,
  memory?: RowGroup,
): Promise<ComputedChunk> => {
  const { recording, job } = ensemble
  const [from, to] = range
  const rows = memory ?? rowMemory(ensemble, to - from)
  const traced = job.traces.filter(member => member >= from && member < to)
  const traces = traceColumns(ensemble).map(({ kind }) => emptyColumn(kind, traced.length * recording.steps))
  const block = createBlock(recording, runner.width)
  const put = rowWriter(ensemble, rows, counts)
  let done = from
  while (done < to && !task.cancelled()) {
    const count = Math.min(runner.width, to - done)
    runner.run(done, count, block)
    checkFailures(done, block)
    addBlock(counts, grid, block, count)
    ensemble.countEvents(block, count, counts.events)
    for (let lane = 0; lane < count; lane++) {
      put(done + lane - from, done + lane, block, lane)
      const at = traced.indexOf(done + lane)
      if (at >= 0) writeTrace(ensemble, traces, at * recording.steps, done + lane, block, lane)
    }
    done += count
    task.progress(done - from, to - from)
    await task.pause().catch((problem: unknown) => {
      if (!isCancelled(problem)) throw problem
    })
  }
  const kept = traced.filter(member => member < done).length
  return {
    range: [from, done],
    rows: rows.map(values => cut(values, done - from)),
    traces: kept === 0 ? undefined : traces.map(values => values.slice(0, kept * recording.steps)),
  }
}

const rowWriter = (ensemble: MemberReading, rows: RowGroup, counts: Counts) => {
  const { inputsOf, keep, verdict } = ensemble
  const columns = rows as ReadonlyArray<{ [row: number]: number | string }>
  return (row: number, member: number, block: MemberBlock, lane: number): void => {
    let column = 0
    const put = (value: number | string): void => {
      columns[column++][row] = value
    }
    put(member)
    for (const value of inputsOf(member)) put(value)
    for (const { read } of keep) put(read(block, lane))
    if (verdict === undefined) return
    const judged = verdict.judge(block, lane)
    verdict.count(judged, counts.events)
    for (const score of judged.scores) put(score)
    put(judged.judgement.recession ? 1 : 0)
    put(judged.weights.revived)
    put(likeliestClass(judged.weights))
  }
}

const writeTrace = (
  { recording }: MemberReading,
  traces: readonly ColumnValues[],
  first: number,
  member: number,
  { values, width }: MemberBlock,
  lane: number,
): void => {
  const [members, times, ...series] = traces as Float64Array[]
  const { steps } = recording
  for (let step = 0; step < steps; step++) {
    members[first + step] = member
    times[first + step] = recording.times[step]
  }
  series.forEach((into, at) => {
    for (let step = 0; step < steps; step++) into[first + step] = values[(at * steps + step) * width + lane]
  })
}

export const tableMetadata = (id: string): Record<string, string> => ({ 'heartland.ensemble': id })

/** Traced members in a row group: the split into chunks leaves no mark, and the file has few groups. */
const tracesTogether = 64

/** Traces of members, one after the other, as the row groups of a file. */
export const traceGroups = (traces: RowGroup, steps: number): RowGroup[] => {
  const rows = tracesTogether * steps
  return Array.from({ length: Math.ceil((traces[0]?.length ?? 0) / rows) }, (_, group) =>
    traces.map(values => (values as Float64Array).subarray(group * rows, (group + 1) * rows)),
  )
}

/** Writes the files of a computed chunk into a folder. */
export const writeChunk = (
  folder: string,
  id: string,
  ensemble: MemberReading,
  chunk: ComputedChunk,
  counts: Counts,
  disk?: Disk,
): ChunkRecord => {
  const [from, to] = chunk.range
  const path = (ending: string): string => join(folder, `${rangeName(chunk.range)}.${ending}`)
  const table = (ending: string, columns: readonly TableColumn[], groups: readonly RowGroup[]): FileMark =>
    writeTable(path(ending), columns, groups, tableMetadata(id), disk)
  const files: Record<string, FileMark> = {
    parquet: table('parquet', memberColumns(ensemble), [chunk.rows]),
    counts: writeCounts(path('counts'), id, [chunk.range], counts, disk),
  }
  if (chunk.traces !== undefined) {
    files['traces.parquet'] = table(
      'traces.parquet',
      traceColumns(ensemble),
      traceGroups(chunk.traces, ensemble.recording.steps),
    )
  }
  const record: ChunkRecord = { id, from, to, files }
  writeText(path('json'), `${JSON.stringify(record)}\n`, disk)
  return record
}
