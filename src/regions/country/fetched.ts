/** Takes the figures of a series by year out of the answer of a statistical office, by a row of recipes.csv of a country. */

import { csvParseRows } from 'd3-dsv'
import * as z from 'zod'
import { ReportedError } from '../../language/messages.ts'
import { messages as fault } from '../../texts/fetch.ts'
import { messages as fix } from '../../texts/fix.ts'
import { plainNumber } from '../number-meant.ts'
import { times } from '../own/unit-slips.ts'
import { fieldsOf } from '../own/workbook.ts'
import type { ReadText } from '../types.ts'
import { tableRows } from './tables.ts'

/** Of a row of recipes.csv: what is asked for, and of whom; and what is taken of the answer. */
const asks = ['series', 'from', 'to', 'source', 'what', 'address', 'keyFrom'] as const
const takes = ['format', 'where', 'year', 'part', 'value', 'rule', 'factor'] as const

/** countries/US/README.md says what stands in each column. */
export type Recipe = Readonly<Record<(typeof asks)[number] | (typeof takes)[number], string>>

type Cells = Readonly<Record<string, string>>

/** The first and the last part of a year that a rule takes, and what becomes of them; whole years have part 0. */
const rules: Readonly<Record<string, readonly [first: number, last: number, makes?: 'mean']>> = {
  year: [0, 0],
  'mean of months': [1, 12, 'mean'],
  'sum of months': [1, 12],
  'mean of quarters': [1, 4, 'mean'],
  'sum of quarters': [1, 4],
  december: [12, 12],
  'first quarter': [1, 1],
}

const startOf = (text: string): string => text.slice(0, 160).replaceAll(/\s+/g, ' ')

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new ReportedError(fault.notJson({ start: startOf(text) }))
  }
}

const named = ([header = [], ...rows]: ReadonlyArray<readonly unknown[]>): Cells[] =>
  rows.map(row => Object.fromEntries(header.map((name, at) => [String(name), String(row[at] ?? '')])))

/** The objects at a path, each with the plain fields of those around it; a list of lists has its header first. */
const rowsAt = (value: unknown, path: readonly string[], around: Cells = {}): Cells[] => {
  if (Array.isArray(value))
    return Array.isArray(value[0]) ? named(value as unknown[][]) : value.flatMap(one => rowsAt(one, path, around))
  if (typeof value !== 'object' || value === null) return []
  const [next, ...more] = path
  const fields =
    next === undefined ? fieldsOf(value) : Object.entries(value).filter(([, one]) => typeof one !== 'object')
  const cells = { ...around, ...Object.fromEntries(fields.map(([name, one]) => [name, String(one)])) }
  return next === undefined ? [cells] : rowsAt((value as Readonly<Record<string, unknown>>)[next], more, cells)
}

const jsonStat = z.object({
  id: z.array(z.string()),
  size: z.array(z.int().positive()),
  dimension: z.record(
    z.string(),
    z.object({ category: z.object({ index: z.union([z.array(z.string()), z.record(z.string(), z.int())]) }) }),
  ),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
})

/** The cells of a cube, which are numbered with the last dimension first; 'value' is that of the cell. */
const cellsOf = (text: string): Cells[] => {
  const { success, data } = jsonStat.safeParse(jsonOf(text))
  if (!success) return []
  const { id, size, dimension, value } = data
  const codes = id.map(name => {
    const index = dimension[name]?.category.index ?? []
    return Array.isArray(index) ? index : Object.keys(index).toSorted((a, b) => index[a]! - index[b]!)
  })
  return Object.entries(value).map(([place, one]) => {
    let rest = Number(place)
    const labels = id
      .map((_, at) => id.length - 1 - at)
      .map(at => {
        const code = codes[at]![rest % size[at]!] ?? ''
        rest = Math.floor(rest / size[at]!)
        return [id[at]!, code]
      })
    return { ...Object.fromEntries(labels), value: one === null ? '' : String(one) }
  })
}

/** Columns by the header and by number, because not every office writes a header. */
const csvRows = (text: string): Cells[] => {
  const rows = csvParseRows(text.trim()).filter(row => row.join('') !== '')
  const [header = []] = rows
  const cut = rows.findIndex(row => row.length < header.length)
  if (cut >= 0) throw new ReportedError(fault.cut({ row: cut + 1, fields: rows[cut]!.length, columns: header.length }))
  const byNumber = rows.map(row => Object.fromEntries(row.map((cell, at) => [String(at + 1), cell.trim()])))
  return named([header, ...rows]).map((cells, at) => ({ ...cells, ...byNumber[at] }))
}

const formats: Readonly<Record<string, (text: string, path: readonly string[]) => Cells[]>> = {
  csv: csvRows,
  json: (text, path) => rowsAt(jsonOf(text), path),
  'json-stat': cellsOf,
}

/** The recipes of a country; undefined where it has none. Throws a PackError with the row of a word that is unknown. */
export const recipesOf = (read: ReadText): readonly Recipe[] | undefined => {
  const text = read('recipes.csv')
  if (text === undefined) return undefined
  return tableRows('recipes.csv', text, [...asks, ...takes].join(' '), row => {
    const { format = '', rule = '' } = row.fields
    const check = (field: string, word: string, known: readonly string[]): void => {
      if (!known.includes(word)) row.unknownName(field, word, known, fix.knownRules({ rules: known.join(', ') }))
    }
    check('rule', rule, Object.keys(rules))
    check('format', format.split(' ')[0]!, Object.keys(formats))
    row.number('factor')
    return row.fields as Recipe
  })
}

/** A text with {names} replaced; those that are not given stay. */
export const filled = (text: string, values: Cells): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** As offices mark a value that they do not give: (NA), (D), '-', '..', ':'. */
const isAbsent = (text: string): boolean => /^(|[-:]|\.+|\(\w+\))$/.test(text)

/**
 * Values by year in the unit of the series, of the years that are asked; one of which a month or a quarter is missing is
 * left out. Throws a ReportedError where the answer is not what the recipe describes.
 */
export const figuresIn = (
  recipe: Recipe,
  answer: string,
  place: Cells,
  years: readonly number[],
): ReadonlyMap<number, string> => {
  const text = answer.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new ReportedError(fault.empty())
  const [format = '', path = ''] = recipe.format.split(' ')
  const where = filled(recipe.where, place)
  const wanted = where.split(';').map(one => one.split('=') as [string, string])
  const rows = formats[format]!(text, path === '' ? [] : path.split('.'))
  const own = rows.filter(row => wanted.every(([column, cell]) => row[column] === cell))
  if (own.length === 0) throw new ReportedError(fault.noRow({ where, start: startOf(text) }))
  const cell = (row: Cells, column: string): string => {
    const found = row[column]
    if (found === undefined) throw new ReportedError(fault.noColumn({ column, known: Object.keys(row).join(', ') }))
    return found.trim()
  }
  const [first, last, makes] = rules[recipe.rule]!
  const found = new Map<number, Map<number, number>>()
  const take = (year: number, part: number, written: string): void => {
    if (!(years.includes(year) && part >= first && part <= last) || isAbsent(written)) return
    const number = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written
    if (!plainNumber.test(number)) throw new ReportedError(fault.notNumber({ text: startOf(written), year }))
    const parts = found.get(year) ?? new Map<number, number>()
    if (parts.has(part)) throw new ReportedError(fault.several({ year }))
    found.set(year, parts.set(part, Number(number)))
  }
  const isWide = recipe.value.includes('{year}')
  for (const row of own) {
    if (isWide) for (const year of years) take(year, 0, cell(row, filled(recipe.value, { year: String(year) })))
    else {
      const part = recipe.part === '' ? 0 : Number(/\d{1,2}$/.exec(cell(row, recipe.part))?.[0])
      take(Number(cell(row, recipe.year).slice(0, 4)), part, cell(row, recipe.value))
    }
  }
  const count = last - first + 1
  const whole = [...found].filter(([, parts]) => parts.size === count).toSorted(([a], [b]) => a - b)
  if (whole.length === 0) throw new ReportedError(fault.noYear({ from: years[0]!, to: years.at(-1)! }))
  return new Map(
    whole.map(([year, parts]) => {
      const sum = [...parts.values()].reduce((total, value) => total + value, 0)
      return [year, times(makes === 'mean' ? sum / count : sum, Number(recipe.factor))]
    }),
  )
}
