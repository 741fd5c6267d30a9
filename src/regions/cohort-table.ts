/** Reads cohorts.csv, the table of data by sex and age, and checks it against the census it was derived from. */

import { type Counted, deriveTable, readCounts } from './derivation.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import type { Folder } from './folder.ts'
import { keyOf } from './parse.ts'
import { nearestFix, readRows, type TableFile } from './rows.ts'
import type { AreaFile, ContextFile } from './schema.ts'
import type { Required } from './types.ts'

export type CohortOwner = AreaFile | ContextFile

/** Numbers by keyOf(datum, labels). Columns named after a dimension hold labels, the others are data. */
export const parseCohorts = (
  table: TableFile,
  owner: CohortOwner,
  known: ReadonlyMap<string, Required>,
): Map<string, number> => {
  const numbers = new Map<string, number>()
  const rows = readRows(table, [], { open: true })
  const dimensions = new Map<string, readonly string[]>()
  for (const datum of known.values()) {
    for (const { name, labels } of datum.dimensions) if (typeof labels !== 'string') dimensions.set(name, labels)
  }
  const header = Object.keys(rows[0]?.fields ?? {})
  const data = header.filter(column => !dimensions.has(column))
  for (const column of data) {
    if (known.has(column)) continue
    const meant = nearestFix(column, [...known.keys(), ...dimensions.keys()], fix.removeUnknown())
    table.problems.push({
      file: table.file,
      row: 1,
      field: column,
      message: fault.unknownColumn({ column }),
      fix: meant,
    })
  }
  for (const row of rows) {
    const labels: Record<string, string> = {}
    for (const column of header) {
      const allowed = dimensions.get(column)
      if (allowed === undefined) continue
      const label = row.fields[column] ?? ''
      labels[column] = label
      if (allowed.includes(label)) continue
      row.complain(column, fault.unknownLabel({ dimension: column, word: label }), fix.useModelLabels())
    }
    for (const name of data) {
      const value = row.number(name)
      row.checkValue(name, owner.cohorts[name]?.unit ?? '', value, name)
      const key = keyOf(name, labels)
      if (numbers.has(key)) row.complain(name, fault.twice({ key }), fix.keepOne())
      numbers.set(key, value)
    }
  }
  return numbers
}

const digits = (value: number): number => Number(value.toPrecision(8))

/** Says when cohorts.csv is not what census.csv and vital.csv give, cell by cell and in total, to a millionth. */
export const checkDerivation = (
  folder: Folder,
  owner: Counted & Pick<CohortOwner, 'kind'>,
  numbers: ReadonlyMap<string, number>,
): void => {
  const counts = readCounts(folder, owner)
  if (counts === undefined) return
  const { labels, data, rows } = deriveTable(owner.kind, counts, numbers.get('mortalityFactor'))
  for (const [index, name] of data.entries()) {
    const cells = rows.map(row => {
      const own = numbers.get(keyOf(name, Object.fromEntries(labels.map((label, at) => [label, row.labels[at]!]))))
      return { labels: row.labels, own: own ?? Number.NaN, derived: row.values[index]! }
    })
    const worst = cells.find(({ own, derived }) => Math.abs(own / derived - 1) > 1e-6)
    if (worst === undefined) continue
    const [own, derived] = (['own', 'derived'] as const).map(side => cells.reduce((sum, cell) => sum + cell[side], 0))
    const cell = { cell: worst.labels.join(' '), own: worst.own, derived: worst.derived }
    const message = fault.notDerived({ name, ...cell, total: digits(own!), derivedTotal: digits(derived!) })
    folder.problems.push({ file: `${owner.id}/cohorts.csv`, field: name, message, fix: fix.derive({ id: owner.id }) })
  }
}
