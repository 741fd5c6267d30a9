/** Writes tables as CSV, with the same numbers as in the Parquet files. */

import { type Disk, type FileMark, openWhole } from './disk.ts'
import { type ColumnKind, type ColumnValues, readTable, type ReadTable } from './table.ts'

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
export const writeCsv = async (path: string, parquet: readonly string[], disk?: Disk): Promise<FileMark> => {
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
