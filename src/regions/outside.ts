/** Reads outside.csv of a nation: named baselines of the paths from outside, each row with its source. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { readRows, type TableFile } from './rows.ts'
import { type OutsideRow, pathChanges, type Required } from './types.ts'

const columns = ['baseline', 'path', 'change', 'from', 'to', 'value', 'unit', 'evidence', 'source']

/** `known` are the paths by name. A factor has the unit 'share', whatever the path is measured in. */
export const parseOutside = (table: TableFile, known: ReadonlyMap<string, Required>): OutsideRow[] =>
  readRows(table, columns, { optional: ['note'] }).flatMap((row): OutsideRow[] => {
    const { baseline = '', path = '', change: word = '', unit = '' } = row.fields
    const [from, value, to] = [row.number('from'), row.number('value'), row.numberIfAny('to')]
    // Baselines are somebody's: an address stands for itself.
    const { source = '' } = row.fields
    const isAddress = /^https?:\/\//.test(source)
    const origin = row.origin(isAddress ? { ...table, sources: { [source]: { what: source, url: source } } } : table)
    if (baseline === '') row.complain('baseline', fault.nameMissing(), fix.nameSeries())
    const change = pathChanges.find(one => one === word)
    if (change === undefined) {
      const labels = fix.knownLabels({ labels: pathChanges.join(', ') })
      row.complain('change', fault.unknownLabel({ dimension: 'change', word }), labels)
    }
    const wanted = known.get(path)
    if (wanted === undefined) {
      row.unknownName('path', path, known.keys(), fix.removePath())
      return []
    }
    row.checkUnit(path, change === 'times' ? 'share' : wanted.unit)
    if (change === undefined) return []
    if (change === 'set') row.checkValue(path, unit, value, 'value', wanted.bounds)
    return [{ baseline, path, change, from, ...(to === undefined ? {} : { to }), value, unit, ...origin }]
  })
