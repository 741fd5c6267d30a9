/**
 * Calculates some members of an ensemble and writes them as files: a pure function of the ensemble and the range. A
 * chunk counts once its record, which is written last, exists.
 */
import { join } from 'node:path'
import type { Recording } from '../../engine/recording.ts'
import { addResidual, checkFailures, clearBlock, type MemberBlock, type MemberRunner } from '../../engine/run/runner.ts'
import type { Counter } from '../../engine/summary/counter.ts'
import type { Counts } from '../../engine/summary/counts.ts'
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
 * Runs members of `range`, at most one part; `counter` starts empty and counts them. The rows lie in `memory` where that
 * is given; `first` are the first members of the range where they have been run. Taken back, it ends after the block
 * under way.
 */
export const computeChunk = async (
  ensemble: MemberReading,
  runner: MemberRunner,
  range: Range,
  { block, add, counts: { events } }: Counter,
  task: Task,
  memory?: RowGroup,
  first?: MemberBlock,
): Promise<ComputedChunk> => {
  const { recording, job } = ensemble
  const [from, to] = range
  const rows = memory ?? rowMemory(ensemble, to - from)
  const traced = job.traces.filter(member => member >= from && member < to)
  const traces = traceColumns(ensemble).map(({ kind }) => emptyColumn(kind, traced.length * recording.steps))
  const put = rowWriter(ensemble, rows, events)
  let done = from
  while (done < to && !task.cancelled()) {
    const isThere = first !== undefined && done - from < first.width
    const count = Math.min(block.width, (isThere ? Math.min(to, from + first.width) : to) - done)
    if (isThere) copyPart(recording, first, done - from, count, block)
    else runner.run(done, count, block)
    checkFailures(done, block)
    add(count)
    ensemble.countEvents(block, count, events)
    for (let lane = 0; lane < count; lane++) put(done + lane - from, done + lane, block, lane)
    writeTraces(ensemble, traces, traced, done, block)
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
    traces: kept === 0 ? undefined : traces.map(values => cut(values, kept * recording.steps)),
  }
}

/** Takes over `count` members of a block from one on. */
const copyPart = ({ cells }: Recording, source: MemberBlock, from: number, count: number, into: MemberBlock): void => {
  clearBlock(into)
  for (let cell = 0; cell < cells; cell++)
    for (let lane = 0, at = cell * source.width + from; lane < count; lane++)
      into.values[cell * into.width + lane] = source.values[at + lane]
  for (const residual of source.residuals) {
    const lane = residual.lane - from
    if (lane >= 0 && lane < count) addResidual(into, { ...residual, lane })
  }
}

const rowWriter = (ensemble: MemberReading, rows: RowGroup, events: Float64Array) => {
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
    verdict.count(judged, events)
    for (const score of judged.scores) put(score)
    put(judged.judgement.recession ? 1 : 0)
    put(judged.weights.revived)
    put(likeliestClass(judged.weights))
  }
}

/** Those of `traced` that a block from `from` on holds, in their places among all of `traced`. */
const writeTraces = (
  { recording: { steps, times } }: MemberReading,
  traces: readonly ColumnValues[],
  traced: readonly number[],
  from: number,
  { values, width }: MemberBlock,
): void => {
  const place = traced.findIndex(member => member >= from)
  const held = place < 0 ? [] : traced.slice(place).filter(member => member < from + width)
  const [members, at, ...series] = traces as Float64Array[]
  held.forEach((member, next) => {
    const first = (place + next) * steps
    members.fill(member, first, first + steps)
    at.set(times, first)
  })
  // By series and step: what lies together in the block is read together.
  for (let one = 0, row = 0; held.length > 0 && one < series.length; one++) {
    const into = series[one]
    for (let step = 0; step < steps; step++, row += width)
      for (let next = 0, to = place * steps + step; next < held.length; next++, to += steps)
        into[to] = values[row + held[next] - from]
  }
}

export const tableMetadata = (
  id: string,
  { job, conditions }: Pick<MemberReading, 'job' | 'conditions'>,
): Record<string, string> => ({
  'heartland.ensemble': id,
  'heartland.scenario': job.scenario,
  'heartland.conditions': conditions,
})

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
    writeTable(path(ending), columns, groups, tableMetadata(id, ensemble), disk)
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
