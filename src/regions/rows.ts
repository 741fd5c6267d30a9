/** Rows of a CSV file with their line numbers, and the readers of single fields that collect what is wrong. */

import { csvParseRows } from 'd3-dsv'
import type { Evidence } from '../language/declare.ts'
import { nearest } from '../language/errors.ts'
import type { PackProblem } from './problems.ts'
import { evidenceGrades } from './schema.ts'
import type { Origin } from './types.ts'

export interface Row {
  readonly file: string
  /** Line of the file, the header being 1. */
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
}

/** The name that was probably meant, as a cure; the fallback otherwise. */
export const didYouMean = (word: string, candidates: Iterable<string>, fallback: string): string => {
  const meant = nearest(word, candidates)
  return meant === undefined ? fallback : `Did you mean '${meant}'`
}

/** Reads a table whose header must hold all `columns` and, unless `open`, nothing else besides `optional`. */
export const readRows = (
  file: string,
  text: string,
  columns: readonly string[],
  problems: PackProblem[],
  { optional = [], open = false }: { readonly optional?: readonly string[]; readonly open?: boolean } = {},
): Row[] => {
  const [header = [], ...lines] = csvParseRows(text.startsWith('\uFEFF') ? text.slice(1) : text)
  const before = problems.length
  for (const column of columns) {
    if (!header.includes(column)) {
      problems.push({ file, row: 1, wrong: `the header lacks '${column}'`, cure: `It must hold ${columns.join(',')}` })
    }
  }
  for (const [index, column] of header.entries()) {
    const known = columns.includes(column) || optional.includes(column)
    if (header.indexOf(column) < index) {
      problems.push({
        file,
        row: 1,
        wrong: `the header holds '${column}' twice`,
        cure: 'Remove one of the two columns',
      })
    } else if (!known && !open) {
      const cure = didYouMean(
        column,
        [...columns, ...optional],
        `Known columns are ${[...columns, ...optional].join(',')}`,
      )
      problems.push({ file, row: 1, wrong: `unknown column '${column}'`, cure })
    }
  }
  if (problems.length > before) return []
  const rows: Row[] = []
  for (const [index, line] of lines.entries()) {
    const row = index + 2
    if (line.length === 1 && line[0]?.trim() === '') continue
    if (line.length !== header.length) {
      problems.push({
        file,
        row,
        wrong: `${line.length} fields under a header of ${header.length}`,
        cure: 'Put fields that hold a comma between double quotes',
      })
      continue
    }
    rows.push({
      file,
      line: row,
      fields: Object.fromEntries(header.map((name, at) => [name, (line[at] ?? '').trim()])),
    })
  }
  return rows
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** NaN after a complaint. */
export const readNumber = (row: Row, field: string, problems: PackProblem[]): number => {
  const text = row.fields[field] ?? ''
  if (plainNumber.test(text)) return Number(text)
  const wrong = text === '' ? 'the number is missing' : `'${text}' is not a number`
  problems.push({
    file: row.file,
    row: row.line,
    field,
    wrong,
    cure: 'Write digits with a decimal point, such as 12.5',
  })
  return Number.NaN
}

export const readYear = (row: Row, problems: PackProblem[]): number => {
  const text = row.fields['year'] ?? ''
  if (/^(1[89]|2[012])\d\d$/.test(text)) return Number(text)
  const wrong = text === '' ? 'the year is missing' : `'${text}' is not a year`
  problems.push({
    file: row.file,
    row: row.line,
    field: 'year',
    wrong,
    cure: 'Write the year the figure speaks of, such as 2023',
  })
  return Number.NaN
}

export const readOrigin = (row: Row, sources: ReadonlySet<string>, problems: PackProblem[]): Origin => {
  const { evidence = '', source = '', note = '' } = row.fields
  const at = { file: row.file, row: row.line }
  if (!(evidenceGrades as readonly string[]).includes(evidence)) {
    const wrong = evidence === '' ? 'the evidence is missing' : `unknown evidence '${evidence}'`
    problems.push({ ...at, field: 'evidence', wrong, cure: `Write one of ${evidenceGrades.join(', ')}` })
  }
  if (source === '') {
    problems.push({
      ...at,
      field: 'source',
      wrong: 'the source is missing',
      cure: 'Name a row of sources.csv by its id',
    })
  } else if (!sources.has(source)) {
    const cure = didYouMean(source, sources, 'Add it to sources.csv with what it is and where it is found')
    problems.push({ ...at, field: 'source', wrong: `unknown source '${source}'`, cure })
  }
  return { evidence: evidence as Evidence, source, ...(note === '' ? {} : { note }) }
}
