/** Reads the rows of a CSV file with their line numbers, and collects the problems of single fields. */

import { csvParseRows } from 'd3-dsv'
import { type Evidence, evidenceGrades } from '../language/declare.ts'
import { hasControls } from '../language/control-characters.ts'
import { nearest } from '../language/errors.ts'
import type { Message } from '../language/messages.ts'
import { type Misfit, misfit, unitMisfit } from './bounds.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { mostCharacters, numberMeant, plainNumber } from './number-meant.ts'
import type { PackProblem } from './problems.ts'
import type { Origin, Required } from './types.ts'

export type Sources = Readonly<Record<string, { readonly what: string; readonly url: string }>>

/** A file to be read, what its rows may name as their source, and where its problems go. */
export interface TableFile {
  readonly file: string
  readonly text: string
  readonly sources: Sources
  readonly problems: PackProblem[]
}

/** The name that was probably meant; the other fix where none is near. */
export const nearestFix = (word: string, candidates: Iterable<string>, otherwise: Message): Message => {
  const meant = nearest(word, candidates)
  return meant === undefined ? otherwise : fix.didYouMean({ meant })
}

/** The fault of a source's id; undefined where there is such a source. */
export const sourceMisfit = (word: string, sources: Sources): Misfit | undefined =>
  Object.hasOwn(sources, word)
    ? undefined
    : { message: fault.unknownSource({ word }), fix: nearestFix(word, Object.keys(sources), fix.addSource()) }

/** Advice on a field that is no number: the only number that can be meant, or the general form. */
const writtenNumber = (text: string): Message => {
  const meant = numberMeant(text)
  if (meant !== undefined) return fix.writeAs({ meant })
  return /^[+-]?\d+,\d+$/.test(text) ? fix.commaOrPoint() : fix.writeNumber()
}

/** A row of a table: reads its cells, and complains of what is wrong in them. */
export class Row {
  /** Line of the file, the header being 1. */
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
  private readonly table: TableFile

  constructor(table: TableFile, line: number, fields: Row['fields']) {
    this.table = table
    this.line = line
    this.fields = fields
  }

  complain(field: string, message: Message, correction: Message): void {
    this.table.problems.push({ file: this.table.file, row: this.line, field, message, fix: correction })
  }

  private complainIf(field: string, bad: Misfit | undefined): void {
    if (bad !== undefined) this.complain(field, bad.message, bad.fix)
  }

  /** NaN after a complaint. */
  number(field: string): number {
    const text = this.fields[field] ?? ''
    const value = text.length <= mostCharacters && plainNumber.test(text) ? Number(text) : Number.NaN
    if (Number.isFinite(value)) return value
    const shown = text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`
    this.complain(field, text === '' ? fault.numberMissing() : fault.notNumber({ text: shown }), writtenNumber(text))
    return Number.NaN
  }

  /** Of a cell that may be empty. */
  numberIfAny(field: string): number | undefined {
    return (this.fields[field] ?? '') === '' ? undefined : this.number(field)
  }

  year(): number {
    const text = this.fields['year'] ?? ''
    if (/^(1[89]|2[012])\d\d$/.test(text)) return Number(text)
    this.complain('year', text === '' ? fault.yearMissing() : fault.notYear({ text }), fix.writeYear())
    return Number.NaN
  }

  origin({ sources } = this.table): Origin {
    const { evidence = '', source = '', note = '' } = this.fields
    if (!(evidenceGrades as readonly string[]).includes(evidence)) {
      const message = evidence === '' ? fault.evidenceMissing() : fault.unknownEvidence({ word: evidence })
      this.complain('evidence', message, fix.writeEvidence())
    }
    if (source === '') this.complain('source', fault.sourceMissing(), fix.nameSource())
    else this.complainIf('source', sourceMisfit(source, sources))
    return { evidence: evidence as Evidence, source, ...(note === '' ? {} : { note }) }
  }

  /** Complains of a name that is none of the known ones. */
  unknownName(field: string, word: string, known: Iterable<string>, otherwise: Message): void {
    this.complain(field, fault.unknownName({ word }), nearestFix(word, known, otherwise))
  }

  checkUnit(name: string, wanted: string): void {
    this.complainIf('unit', unitMisfit(name, this.fields['unit'] ?? '', wanted))
  }

  /** Complains of a sign or a size that the name, or the declaration of a path, does not allow. */
  checkValue(name: string, unit: string, value: number, field = 'value', bounds?: Required['bounds']): void {
    this.complainIf(field, misfit(name, unit, value, bounds))
  }
}

/** The separator between the fields where it is no comma, as spreadsheets save in some countries. */
const otherSeparator = ([only = '', ...more]: readonly string[], columns: readonly string[]): string | undefined =>
  more.length > 0
    ? undefined
    : [';', '\t', '，', '|'].find(one => {
        const parts = only.split(one)
        return parts.length > 1 && columns.every(column => parts.includes(column))
      })

const isFilled = (cell: string): boolean => cell.trim() !== ''

/**
 * Reads a table whose header must hold all `columns` and, unless `open`, nothing else besides `optional`. A row may end
 * before the optional columns at the end of the header. Without a file there are no rows.
 */
export const readRows = (
  table: TableFile | undefined,
  columns: readonly string[],
  { optional = [], open = false }: { readonly optional?: readonly string[]; readonly open?: boolean } = {},
): Row[] => {
  if (table === undefined) return []
  const { file, text, problems } = table
  const [written = [], ...lines] = csvParseRows(text.startsWith('\uFEFF') ? text.slice(1) : text)
  // Spreadsheets save columns that once held something, and rows, as commas with nothing between them.
  const header = written.slice(0, written.findLastIndex(isFilled) + 1).map(column => column.trim())
  const before = problems.length
  const complain = (message: Message, correction: Message, row = 1): void => {
    problems.push({ file, row, message, fix: correction })
  }
  const holds = fix.headerHolds({ columns: columns.join(',') })
  if (header.length === 0) {
    complain(fault.noHeader(), holds)
    return []
  }
  const separator = otherSeparator(header, columns)
  if (separator !== undefined) {
    complain(fault.separator({ separator, tab: separator === '\t' }), fix.saveWithCommas())
    return []
  }
  if (hasControls(text)) problems.push({ file, message: fault.controlCharacters(), fix: fix.plainText() })
  for (const column of columns) if (!header.includes(column)) complain(fault.headerLacks({ column }), holds)
  for (const [index, column] of header.entries()) {
    const known = columns.includes(column) || optional.includes(column)
    if (header.indexOf(column) < index) complain(fault.headerTwice({ column }), fix.removeColumn())
    else if (!known && !open) {
      const all = [...columns, ...optional]
      const meant = nearestFix(column, all, fix.knownColumns({ columns: all.join(',') }))
      complain(fault.unknownColumn({ column }), meant)
    }
  }
  if (problems.length > before) return []
  const rows: Row[] = []
  const least = header.findLastIndex(column => !optional.includes(column)) + 1
  for (const [index, line] of lines.entries()) {
    const row = index + 2
    if (!line.some(isFilled)) continue
    if (line.slice(header.length).some(isFilled) || line.length < least) {
      complain(fault.fieldCount({ fields: line.length, columns: header.length }), fix.quoteCommas(), row)
      continue
    }
    const fields = Object.fromEntries(header.map((name, at) => [name, (line[at] ?? '').trim()]))
    rows.push(new Row(table, row, fields))
  }
  return rows
}
