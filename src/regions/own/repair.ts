/** Finds problems of a user's region that have exactly one fix, and applies it to the tables. */

import { csvFormatRows, csvParseRows } from 'd3-dsv'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import type { PackProblem } from '../problems.ts'
import type { Doubt } from './plausible.ts'
import { numberMeant } from '../number-meant.ts'
import { evidenceGrades } from '../../language/declare.ts'
import { factorBetween, times } from './unit-slips.ts'

/** Cells of one row, or the row itself taken out; it applies only while the row is as it was found. */
export interface Repair {
  /** Path of the table, such as MY-REGION/figures.csv. */
  readonly path: string
  /** As told: the header is 1. */
  readonly row: number
  /** Undefined takes the row out: an empty line stays, so that the other rows keep their numbers. */
  readonly cells: ReadonlyArray<{ readonly column: string; readonly from: string; readonly to: string }> | undefined
}

type Texts = ReadonlyMap<string, string>

const rowsOf = (text: string): string[][] => csvParseRows(text.replace(/^\uFEFF/, ''))

/** Words for the grades that people write. */
const grades: Readonly<Record<string, string>> = {
  measured: 'official',
  实测: 'official',
  官方: 'official',
  二手: 'secondary',
  转引: 'secondary',
  computed: 'derived',
  推算: 'derived',
  guess: 'assumed',
  guessed: 'assumed',
  猜测: 'assumed',
  假设: 'assumed',
}

interface Found {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly cells: readonly string[]
  readonly cell: (column: string) => string
}

/** The tables, each taken apart once however many of its rows have a problem. */
export const csvTablesOf = (texts: Texts): ((path: string) => readonly (readonly string[])[] | undefined) => {
  const tables = new Map<string, string[][]>()
  return path => {
    const text = texts.get(path)
    if (text === undefined || !path.endsWith('.csv')) return undefined
    const rows = tables.get(path) ?? rowsOf(text)
    tables.set(path, rows)
    return rows
  }
}

type Tables = ReturnType<typeof csvTablesOf>

const found = (tables: Tables, { file, row }: PackProblem): Found | undefined => {
  const rows = row === undefined ? undefined : tables(file)
  if (rows === undefined || row === undefined) return undefined
  const [header] = rows
  const cells = rows[row - 1]
  if (header === undefined || cells === undefined) return undefined
  return { header, rows, cells, cell: column => (cells[header.indexOf(column)] ?? '').trim() }
}

/** True where a row of this name and the labels of the row at hand is there already. */
const stands = ({ header, rows, cell }: Found, name: string): boolean => {
  const [names, labels] = [header.indexOf('name'), header.indexOf('labels')]
  return rows.some(row => row[names]?.trim() === name && (labels < 0 || (row[labels] ?? '').trim() === cell('labels')))
}

/** The change that fixes a problem; undefined where it takes a person to decide. */
export const repairOf = (problem: PackProblem, tables: Tables): Repair | undefined => {
  const at = found(tables, problem)
  if (at === undefined) return undefined
  const { file: path, row = 0, field, message } = problem
  const change = (...cells: ReadonlyArray<readonly [column: string, to: string]>): Repair => ({
    path,
    row,
    cells: cells.map(([column, to]) => ({ column, from: at.cell(column), to })),
  })

  const near = fix.didYouMean.of(problem.fix)
  if (near !== undefined) {
    const meant = String(near.meant)
    const written = String(message.values['word'] ?? message.values['column'] ?? '')
    // A word of the header has no field; a label stands among others in its cell.
    if (field === undefined)
      return row === 1 ? { path, row, cells: [{ column: written, from: written, to: meant }] } : undefined
    // Ids such as S57 are all alike: whose figure it is takes a person to say.
    if (field === 'source' && Math.min(written.length, meant.length) < 5) return undefined
    if (field === 'name' && stands(at, meant)) return undefined
    const cell = at.cell(field)
    if (field !== 'labels') return cell === written ? change([field, meant]) : undefined
    return change([field, cell.replace(new RegExp(`=\\s*${escaped(written)}(?=\\s*(;|$))`), `=${meant}`)])
  }

  const units = fault.unitDiffers.of(message)
  if (units !== undefined) {
    const wanted = String(units.wanted)
    const factor = factorBetween(String(units.given), wanted)
    if (factor === undefined || Number.isNaN(Number(at.cell('value'))) || at.cell('value') === '') return undefined
    return change(['value', times(at.cell('value'), factor)], ['unit', wanted])
  }

  if (fix.writeShare.of(problem.fix) !== undefined && field === 'value') {
    const value = Number(at.cell('value'))
    return Math.abs(value) > 1 && Math.abs(value) <= 100 ? change(['value', times(at.cell('value'), 0.01)]) : undefined
  }

  if (field === 'value' && fault.notNumber.of(message) !== undefined) {
    const plain = numberMeant(at.cell('value'))
    return plain === undefined ? undefined : change(['value', plain])
  }

  if (field === 'evidence') {
    const written = at.cell('evidence')
    if (written === '') return change(['evidence', 'assumed'])
    const lower = written.toLowerCase()
    const grade =
      evidenceGrades.find(one => one === lower) ?? (Object.hasOwn(grades, lower) ? grades[lower] : undefined)
    return grade === undefined ? undefined : change(['evidence', grade])
  }

  const earlier = fault.alreadyInRow.of(message)?.row
  const repeated = [fault.twice, fault.figureTwice, fault.yearTwice].some(one => one.of(message) !== undefined)
  if (earlier === undefined && !repeated) return undefined
  // Two rows that differ in anything are for a person to choose from.
  const same = (other: readonly string[] | undefined): boolean =>
    other !== undefined && other.map(cell => cell.trim()).join('\n') === at.cells.map(cell => cell.trim()).join('\n')
  const before = earlier === undefined ? at.rows.slice(1, row - 1) : [at.rows[Number(earlier) - 1]]
  return before.some(same) ? { path, row, cells: undefined } : undefined
}

const inOrder = (labels: string): string =>
  labels
    .split(';')
    .map(part => part.replaceAll(' ', ''))
    .toSorted()
    .join(';')

/** For a figure that is right in another unit than its row says; undefined where there is no such unit, or no such row. */
export const slipRepairOf = ({ figure, slip }: Doubt, texts: Texts): Repair | undefined => {
  const path = `${figure.area}/figures.csv`
  const text = texts.get(path)
  if (slip === undefined || text === undefined) return undefined
  const rows = rowsOf(text)
  const place = (column: string): number => rows[0]?.indexOf(column) ?? -1
  const labels = inOrder(
    Object.entries(figure.labels)
      .map(([dimension, label]) => `${dimension}=${label}`)
      .join(';'),
  )
  const at = rows.findIndex(
    row => row[place('name')]?.trim() === figure.name && inOrder(row[place('labels')] ?? '') === labels,
  )
  const from = rows[at]?.[place('value')]?.trim()
  return from === undefined
    ? undefined
    : { path, row: at + 1, cells: [{ column: 'value', from, to: times(from, slip) }] }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const repaired = (text: string, repairs: readonly Repair[]): string => {
  const rows = rowsOf(text)
  const header = [...(rows[0] ?? [])]
  for (const { row, cells } of repairs) {
    const own = rows[row - 1]
    if (own === undefined) continue
    if (cells === undefined) {
      rows[row - 1] = ['']
      continue
    }
    const places = cells.map(({ column }) => header.indexOf(column))
    const asFound = cells.every(({ from }, at) => places[at]! >= 0 && (own[places[at]!] ?? '').trim() === from)
    if (asFound) for (const [at, { to }] of cells.entries()) own[places[at]!] = to
  }
  return `${csvFormatRows(rows).trimEnd()}\n`
}

/** The texts with some repairs made; the others are the same objects as before. */
export const withRepairs = (texts: Texts, repairs: readonly Repair[]): Map<string, string> => {
  const byPath = Map.groupBy(repairs, ({ path }) => path)
  return new Map(
    [...texts].map(([path, text]) => {
      const own = byPath.get(path)
      return [path, own === undefined ? text : repaired(text, own)]
    }),
  )
}
