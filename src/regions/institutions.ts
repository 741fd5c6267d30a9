/**
 * Reads institutions.csv of a nation: its own law, customs and prices in place of those that the model states, as values
 * of parameters and standards of levers.
 */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { readRows, type Row, type TableFile } from './rows.ts'
import type { Institution, Required } from './types.ts'

const isMoney = ({ unit }: Required, currency: string): boolean => unit.split(/[ /]/).includes(currency)

/** The label of a row, as in 'firm=state'; undefined for a parameter without dimensions, or after a complaint. */
const labelOf = (row: Row, { name, dimensions }: Required): string | undefined => {
  const text = row.fields['labels'] ?? ''
  const [dimension] = dimensions
  const [word = '', label = ''] = text.split('=').map(part => part.trim())
  if (dimension === undefined) {
    if (text !== '') row.complain('labels', fault.unknownDimension({ name, word: text }), fix.leaveLabelsEmpty())
    return undefined
  }
  const labels = typeof dimension.labels === 'string' ? [] : dimension.labels
  if (word === dimension.name && labels.includes(label)) return label
  const known = { dimension: dimension.name, labels: labels.slice(0, 6).join(', ') }
  row.complain('labels', fault.dimensionMissing({ name, dimension: dimension.name }), fix.writeLabel(known))
  return undefined
}

/**
 * The institutions of a nation. `known` are the parameters and levers by name, with their units in the currency of the
 * nation. Complains of a value outside its bounds, and of a lever in money without bounds, which would be in yuan.
 */
export const parseInstitutions = (
  table: TableFile,
  known: ReadonlyMap<string, Required>,
  currency: string,
): Institution[] => {
  const columns = ['name', 'labels', 'from', 'value', 'low', 'high', 'unit', 'evidence', 'source']
  const found: Institution[] = []
  for (const row of readRows(table, columns, { optional: ['note'] })) {
    const { name = '' } = row.fields
    const [value, from] = [row.number('value'), row.numberIfAny('from')]
    const [low, high] = [row.numberIfAny('low'), row.numberIfAny('high')]
    const origin = row.origin()
    const wanted = known.get(name)
    if (wanted === undefined) {
      row.unknownName('name', name, known.keys(), fix.removeFigure())
      continue
    }
    row.checkUnit(name, wanted.unit)
    const label = labelOf(row, wanted)
    const before = found.findLast(one => one.name === name && one.label === label)
    const isLever = wanted.kind === 'lever'
    if (before !== undefined && !(isLever && from !== undefined && from > (before.from ?? from))) {
      const key = [name, ...(label === undefined ? [] : [label])].join(' ')
      row.complain('name', fault.twice({ key }), fix.keepOne())
      continue
    }
    const first = found.find(one => one.name === name)
    const bounds = isLever ? { low: first?.low ?? low, high: first?.high ?? high } : { low, high }
    if (isLever && isMoney(wanted, currency) && (bounds.low === undefined || bounds.high === undefined))
      row.complain('high', fault.boundsMissing({ name }), fix.giveBounds())
    const [least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY] = [
      bounds.low ?? wanted.bounds?.[0],
      bounds.high ?? wanted.bounds?.[1],
    ]
    if (value < least || value > most)
      row.complain('value', fault.outsideBounds({ name, value, low: least, high: most }), fix.withinBounds())
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
  { file, problems }: TableFile,
  known: ReadonlyMap<string, Required>,
  given: readonly Institution[],
): void => {
  const stated = new Set(given.map(({ name }) => name))
  for (const { name, unit, national } of known.values()) {
    if (national !== true || stated.has(name)) continue
    problems.push({ file, message: fault.missing({ name }), fix: fix.addFigure({ unit }) })
  }
}
