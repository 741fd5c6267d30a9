/** Writes tables as Parquet by column and row group; the same values give the same bytes. */

import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { type AsyncBuffer, parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer'
import { type Append, type Disk, type FileMark, nodeDisk, writeWhole } from './disk.ts'
import { EnsembleError } from './problems.ts'

export type ColumnKind = 'integer' | 'float' | 'double' | 'flag' | 'text'

export interface TableColumn {
  readonly name: string
  readonly kind: ColumnKind
}

/** Numbers as numbers, flags as 0 and 1, texts as texts. */
export type ColumnValues = Int32Array | Float32Array | Float64Array | Uint8Array | readonly string[]

const physical: Readonly<Record<ColumnKind, Omit<SchemaElement, 'name'>>> = {
  integer: { type: 'INT32' },
  float: { type: 'FLOAT' },
  double: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
}

/** Memory for the values of a column. */
export const emptyColumn = (kind: ColumnKind, rows: number): ColumnValues => {
  if (kind === 'integer') return new Int32Array(rows)
  if (kind === 'float') return new Float32Array(rows)
  if (kind === 'double') return new Float64Array(rows)
  return kind === 'flag' ? new Uint8Array(rows) : new Array<string>(rows).fill('')
}

const sourceOf = ({ name, kind }: TableColumn, values: ColumnValues): ColumnSource => {
  const data = kind === 'flag' ? Array.from(values as Uint8Array, value => value !== 0) : (values as Float64Array)
  // Numbers drawn at random neither repeat nor shrink; trying to would only take time.
  return kind === 'text' ? { name, data } : { name, data, encoding: 'PLAIN', codec: 'UNCOMPRESSED' }
}

/** Bytes that are kept before they are handed over. */
const BUFFER = 1 << 18

/** Hands its bytes over as they come, instead of keeping the file in memory. */
class AppendWriter extends ByteWriter {
  readonly #append: Append
  constructor(append: Append) {
    super(2 * BUFFER)
    this.#append = append
  }
  flush(): void {
    this.#append(new Uint8Array(this.buffer, 0, this.index))
    this.index = 0
  }
  override ensure(size: number): void {
    if (this.index > BUFFER) this.flush()
    super.ensure(size)
  }
  override finish(): void {
    this.flush()
  }
}

/** A row group: the values of each column, all of one length. */
export type RowGroup = readonly ColumnValues[]

export function writeTable(
  path: string,
  columns: readonly TableColumn[],
  groups: Iterable<RowGroup>,
  metadata: Readonly<Record<string, string>>,
  disk?: Disk,
): FileMark {
  return writeWhole(
    path,
    append => {
      const writer = new ParquetWriter({
        writer: new AppendWriter(append),
        schema: [
          { name: 'root', num_children: columns.length },
          ...columns.map(({ name, kind }): SchemaElement => ({ name, repetition_type: 'REQUIRED', ...physical[kind] })),
        ],
        createdBy: 'heartland',
        // Members are drawn at random, so that no reader could skip a row group by its least and greatest values.
        statistics: false,
        kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
      })
      for (const group of groups) {
        const rows = group[0]?.length ?? 0
        if (rows === 0) continue
        writer.write({
          columnData: columns.map((column, at) => sourceOf(column, group[at])),
          rowGroupSize: rows,
          pageSize: 0,
        })
      }
      writer.finish()
    },
    disk,
  )
}

export interface ReadTable {
  readonly rows: number
  readonly metadata: Readonly<Record<string, string>>
  readonly columns: readonly TableColumn[]
  /** By column, in the order of the file. */
  readonly values: readonly ColumnValues[]
}

const kindOf = ({ type, converted_type: converted }: SchemaElement): ColumnKind => {
  const found = (Object.keys(physical) as ColumnKind[]).find(kind => physical[kind].type === type)
  if (found === undefined || (found === 'text' && converted !== 'UTF8')) {
    throw new EnsembleError(ensembleMessages.columnType({ type: String(type) }))
  }
  return found
}

/** A file of which the reader takes the parts it needs. */
const bufferOf = (file: number, bytes: number, disk: Disk): AsyncBuffer => ({
  byteLength: bytes,
  slice: (from, to = bytes) => {
    const part = new Uint8Array(to - from)
    for (let at = 0; at < part.length; ) {
      const length = disk.readSync(file, part, at, part.length - at, from + at)
      if (length === 0) throw new EnsembleError(ensembleMessages.endsEarly())
      at += length
    }
    return part.buffer
  },
})

/** Reads all rows of one of our tables, which has some ten thousand at most. */
export async function readTable(path: string, disk: Disk = nodeDisk): Promise<ReadTable> {
  const bytes = disk.sizeSync(path)
  const handle = disk.openSync(path, 'r')
  try {
    const file = bufferOf(handle, bytes, disk)
    const metadata = await parquetMetadataAsync(file).catch((problem: unknown) => {
      throw new EnsembleError(ensembleMessages.notParquet({ path, why: (problem as Error).message }))
    })
    const rows = Number(metadata.num_rows)
    const columns = metadata.schema.slice(1).map(element => ({ name: element.name, kind: kindOf(element) }))
    const values = columns.map(({ kind }) => emptyColumn(kind, rows))
    const places = new Map(columns.map(({ name }, at) => [name, at]))
    await parquetRead({
      file,
      metadata,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const into = values[places.get(columnName)!] as Float64Array
        if (ArrayBuffer.isView(columnData)) into.set(columnData as unknown as Float64Array, rowStart)
        else for (let row = 0; row < columnData.length; row++) into[rowStart + row] = columnData[row] as number
      },
    })
    const pairs = (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])
    return { rows, metadata: Object.fromEntries(pairs), columns, values }
  } finally {
    disk.closeSync(handle)
  }
}
