/** Reads outside.csv of a nation: named baselines of the paths from outside, each row with its source. */

import { fault } from './faults.ts'
import { fix } from './fixes.ts'
import { complainUnit } from './parse.ts'
import type { PackProblem } from './problems.ts'
import { nearestFix, readNumber, readOrigin, readRows } from './rows.ts'
import { type OutsideRow, pathChanges, type Required } from './types.ts'

const columns = ['baseline', 'path', 'change', 'from', 'to', 'value', 'unit', 'evidence', 'source']

/** `known` are the paths by name. A factor has the unit 'share', whatever the path is measured in. */
export const parseOutside = (
  file: string,
  text: string,
  known: ReadonlyMap<string, Required>,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): OutsideRow[] =>
  readRows(file, text, columns, problems, { optional: ['note'] }).flatMap((row): OutsideRow[] => {
    const { baseline = '', path = '', change: word = '', to: last = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const [from, value] = [readNumber(row, 'from', problems), readNumber(row, 'value', problems)]
    const to = last === '' ? undefined : readNumber(row, 'to', problems)
    // Baselines are somebody's: an address stands for itself.
    const { source = '' } = row.fields
    const origin = readOrigin(row, /^https?:\/\//.test(source) ? new Set([source]) : sources, problems)
    if (baseline === '')
      problems.push({ ...at, field: 'baseline', message: fault.nameMissing(), fix: fix.nameSeries() })
    const change = pathChanges.find(one => one === word)
    if (change === undefined) {
      const labels = fix.knownLabels({ labels: pathChanges.join(', ') })
      problems.push({ ...at, field: 'change', message: fault.unknownLabel({ dimension: 'change', word }), fix: labels })
    }
    const wanted = known.get(path)
    if (wanted === undefined) {
      const meant = nearestFix(path, known.keys(), fix.removePath())
      problems.push({ ...at, field: 'path', message: fault.unknownName({ word: path }), fix: meant })
      return []
    }
    complainUnit({ ...at, field: 'unit' }, path, unit, change === 'times' ? 'share' : wanted.unit, problems)
    if (change === undefined) return []
    return [{ baseline, path, change, from, ...(to === undefined ? {} : { to }), value, unit, ...origin }]
  })
