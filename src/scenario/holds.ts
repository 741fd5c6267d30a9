/** Outcomes that somebody holds, as words or as rows of a file, with who judges so, when and why. */

import { csvParse } from 'd3-dsv'
import type { OutsidePaths, PathSetting } from '../engine/outside.ts'
import { UsageError } from '../language/messages.ts'
import { messages as say } from '../texts/held.ts'
import { parseHold } from './words.ts'

/** All that may be said of judgements together, where a single one says nothing of its own. */
export type HoldNotes = Pick<PathSetting, 'through' | 'by' | 'on' | 'why' | 'accepted'>

/** The columns of a file: of these the first three are needed, and `value` may begin with += or *=. */
export const holdColumns = ['outcome', 'year', 'value', 'through', 'author', 'date', 'reason'] as const

type HoldColumn = (typeof holdColumns)[number]

type Hold = readonly [outcome: string, setting: PathSetting]

const holdInRow = (fields: Partial<Record<HoldColumn, string>>): Hold => {
  const { outcome = '', year = '', value = '', through = '', author = '', date = '', reason = '' } = fields
  const [, sign = '=', number = ''] = /^\s*([+*]?=)?\s*(.*)$/.exec(value) ?? []
  const [name, setting] = parseHold(`${outcome}${sign}${number}@${year}`)
  return [
    name,
    {
      ...setting,
      ...(through.trim() === '' ? {} : { through: through.split(/[+,;]/).map(word => word.trim()) }),
      ...(author === '' ? {} : { by: author }),
      ...(date === '' ? {} : { on: date }),
      ...(reason === '' ? {} : { why: reason }),
    },
  ]
}

const holdsInFile = (text: string): Hold[] => {
  const rows = csvParse(text.replace(/^\uFEFF/, ''))
  const missing = holdColumns.slice(0, 3).filter(column => !rows.columns.includes(column))
  const unknown = rows.columns.filter(column => !(holdColumns as readonly string[]).includes(column))
  if (missing.length > 0 || unknown.length > 0)
    throw new UsageError(say.wrongColumns({ missing, unknown, known: [...holdColumns] }))
  return rows.map(row => holdInRow(row))
}

/** Values of one outcome from several places are one setting; their remarks are joined. */
const together = (one: PathSetting, other: PathSetting, outcome: string): PathSetting => {
  if (one.change !== other.change) throw new UsageError(say.twoWays({ outcome }))
  const both = { ...one, ...other, pieces: [...one.pieces, ...other.pieces] }
  const parts = [...new Set([one.why, other.why].filter(why => why !== undefined))]
  return parts.length > 1 ? { ...both, why: parts.join('; ') } : both
}

/** Throws a UsageError for words and rows that hold nothing. */
export const holdsFrom = (words: readonly string[], file: string | undefined, notes: HoldNotes): OutsidePaths => {
  const holds = new Map<string, PathSetting>()
  for (const [outcome, setting] of [...words.map(parseHold), ...(file === undefined ? [] : holdsInFile(file))]) {
    const before = holds.get(outcome)
    const own = { ...notes, ...setting }
    holds.set(outcome, before === undefined ? own : together(before, own, outcome))
  }
  return Object.fromEntries(holds)
}
