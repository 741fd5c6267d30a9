/**
 * Reads institutions.csv of a nation: its own law, customs and prices in place of those that the model states, as values
 * of parameters and standards of levers.
 */

import { fault } from './faults.ts'
import { fix } from './fixes.ts'
import { complainUnit } from './parse.ts'
import type { PackProblem } from './problems.ts'
import { nearestFix, readNumber, readOrigin, readRows, type Row } from './rows.ts'
import type { Institution, Required } from './types.ts'

/** A cell that may be empty. */
const optional = (row: Row, field: string, problems: PackProblem[]): number | undefined =>
  (row.fields[field] ?? '') === '' ? undefined : readNumber(row, field, problems)

const isMoney = ({ unit }: Required, currency: string): boolean => unit.split(/[ /]/).includes(currency)

/** The label of a row, as in 'firm=state'; undefined for a parameter without dimensions, or after a complaint. */
const labelOf = (row: Row, { name, dimensions }: Required, problems: PackProblem[]): string | undefined => {
  const text = row.fields['labels'] ?? ''
  const [dimension] = dimensions
  const [word = '', label = ''] = text.split('=').map(part => part.trim())
  const at = { file: row.file, row: row.line, field: 'labels' }
  if (dimension === undefined) {
    if (text !== '') {
      problems.push({ ...at, message: fault.unknownDimension({ name, word: text }), fix: fix.leaveLabelsEmpty() })
    }
    return undefined
  }
  const labels = dimension.labels === 'region' ? [] : dimension.labels
  if (word === dimension.name && labels.includes(label)) return label
  const known = { dimension: dimension.name, labels: labels.slice(0, 6).join(', ') }
  problems.push({
    ...at,
    message: fault.dimensionMissing({ name, dimension: dimension.name }),
    fix: fix.writeLabel(known),
  })
  return undefined
}

/**
 * The institutions of a nation. `known` are the parameters and levers by name, with their units in the currency of the
 * nation. Complains of a value outside its bounds, and of a lever in money without bounds, which would be in yuan.
 */
export const parseInstitutions = (
  file: string,
  text: string,
  known: ReadonlyMap<string, Required>,
  currency: string,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): Institution[] => {
  const columns = ['name', 'labels', 'from', 'value', 'low', 'high', 'unit', 'evidence', 'source']
  const found: Institution[] = []
  for (const row of readRows(file, text, columns, problems, { optional: ['note'] })) {
    const { name = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const [value, from] = [readNumber(row, 'value', problems), optional(row, 'from', problems)]
    const [low, high] = [optional(row, 'low', problems), optional(row, 'high', problems)]
    const origin = readOrigin(row, sources, problems)
    const wanted = known.get(name)
    if (wanted === undefined) {
      const meant = nearestFix(name, known.keys(), fix.removeFigure())
      problems.push({ ...at, field: 'name', message: fault.unknownName({ word: name }), fix: meant })
      continue
    }
    complainUnit({ ...at, field: 'unit' }, name, unit, wanted.unit, problems)
    const label = labelOf(row, wanted, problems)
    const before = found.findLast(one => one.name === name && one.label === label)
    const isLever = wanted.kind === 'lever'
    if (before !== undefined && !(isLever && from !== undefined && from > (before.from ?? from))) {
      const key = [name, ...(label === undefined ? [] : [label])].join(' ')
      problems.push({ ...at, field: 'name', message: fault.twice({ key }), fix: fix.keepOne() })
      continue
    }
    const first = found.find(one => one.name === name)
    const bounds = isLever ? { low: first?.low ?? low, high: first?.high ?? high } : { low, high }
    if (isLever && isMoney(wanted, currency) && (bounds.low === undefined || bounds.high === undefined)) {
      problems.push({ ...at, field: 'high', message: fault.boundsMissing({ name }), fix: fix.giveBounds() })
    }
    const [least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY] = [
      bounds.low ?? wanted.bounds?.[0],
      bounds.high ?? wanted.bounds?.[1],
    ]
    if (value < least || value > most) {
      const message = fault.outsideBounds({ name, value, low: least, high: most })
      problems.push({ ...at, field: 'value', message, fix: fix.withinBounds() })
    }
    found.push({
      name,
      ...(label === undefined ? {} : { label }),
      ...(from === undefined ? {} : { from }),
      value,
      ...(bounds.low === undefined ? {} : { low: bounds.low }),
      ...(bounds.high === undefined ? {} : { high: bounds.high }),
      ...origin,
    })
  }
  return found
}

/** Complains of what a nation with a currency of its own has not stated. */
export const complainUnstated = (
  file: string,
  known: ReadonlyMap<string, Required>,
  given: readonly Institution[],
  problems: PackProblem[],
): void => {
  const stated = new Set(given.map(({ name }) => name))
  for (const { name, unit, national } of known.values()) {
    if (national !== true || stated.has(name)) continue
    problems.push({ file, message: fault.missing({ name }), fix: fix.addFigure({ unit }) })
  }
}
