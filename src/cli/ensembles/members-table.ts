/** Writes the members of a result to files of one part each, from the pieces that contain them. */

import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { type Disk, type FileMark, nodeDisk, writeWhole } from './disk.ts'
import { checkFile, overlaps, cutAtParts, type Range, rangeName } from './files.ts'
import { EnsembleError } from './problems.ts'
import {
  type ColumnValues,
  emptyColumn,
  type ReadTable,
  readTable,
  type RowGroup,
  type TableColumn,
  writeTable,
} from './table.ts'

/** A file with the rows of these members, in their order. */
export interface RowsFile {
  readonly path: string
  readonly range: Range
  /** As it was written: nothing of it is used before it is found so. */
  readonly mark: FileMark
}

/** Answers of disks that give a file no second name, and of paths on two disks. */
const cannotLink = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL'])

/** The same file under another name, or a copy where the disk cannot do that; as it was written in either case. */
export const linkOrCopy = ({ path, mark }: RowsFile, to: string, disk: Disk): FileMark => {
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
export const writeParts = async (
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
