/** Reads flows.csv of a union: shares over pairs of its areas, such as that of a buyer in the sales of a seller. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import type { Folder } from './folder.ts'
import { digits } from './input-output.ts'
import { keyOf } from './parse.ts'
import { isUnreadable } from './problems.ts'
import { nearestFix, readRows, type Row } from './rows.ts'
import type { Figure, RegionData, RegionValues, Required } from './types.ts'

/** Shares of an area's sales, or of its leavers, add up to one within this much. */
const tolerance = 1e-5

interface Flows {
  /** By datum: rows are the areas that something comes from, 0 on the diagonal. */
  readonly values: Readonly<Record<string, RegionValues>>
  /** One a datum, without a value. */
  readonly figures: readonly Figure[]
}

/** The data over pairs of the areas of a whole nation. */
export const loadFlows = (
  folder: Folder,
  { id, areas, start }: Pick<RegionData, 'id' | 'areas' | 'start'>,
  known: ReadonlyMap<string, Required>,
): Flows => {
  const values = Object.fromEntries(
    [...known.values()].map(({ name, unit }) => [
      name,
      { dimensions: ['area', 'other'], unit, values: new Float64Array(areas.length ** 2) },
    ]),
  )
  const figures: Figure[] = []
  const file = `${id}/flows.csv`
  const table = folder.table(file, fix.addFlows())
  if (table === undefined) return { values, figures }
  /** Rows by datum and the area that they come from, by the area that they go to. */
  const given = new Map<string, Map<string, Row>>()
  for (const row of readRows(table, ['name', 'from', 'to', 'value', 'unit', 'evidence', 'source'])) {
    const { name = '', from = '', to = '', unit = '' } = row.fields
    const [value, origin] = [row.number('value'), row.origin()]
    const datum = known.get(name)
    if (datum === undefined) {
      row.unknownName('name', name, known.keys(), fix.removeFigure())
      continue
    }
    row.checkUnit(name, datum.unit)
    row.checkValue(name, unit, value, 'value', [0, 1])
    const strange = Object.entries({ from, to }).filter(([, word]) => !areas.includes(word))
    for (const [field, word] of strange) {
      row.complain(
        field,
        fault.unknownArea({ word }),
        nearestFix(word, areas, fix.knownNames({ names: areas.join(', ') })),
      )
    }
    if (strange.length > 0) continue
    const same = given.get(`${name} ${from}`) ?? new Map<string, Row>()
    given.set(`${name} ${from}`, same)
    const earlier = same.get(to)
    if (from === to) row.complain('to', fault.toItself({ name, area: to }), fix.removeFigure())
    else if (earlier !== undefined) {
      const pair = keyOf(name, { from, to })
      row.complain('to', fault.alreadyInRow({ key: pair, row: earlier.line }), fix.keepOne())
    } else {
      same.set(to, row)
      values[name]!.values[areas.indexOf(from) * areas.length + areas.indexOf(to)] = value
    }
    if (figures.every(one => one.name !== name))
      figures.push({ name, area: id, labels: {}, unit, year: start - 1, ...origin })
  }
  if (folder.problems.some(problem => problem.file === file && isUnreadable(problem))) return { values, figures }
  for (const name of known.keys()) {
    if (figures.every(one => one.name !== name)) {
      folder.problems.push({ file, field: 'name', message: fault.missing({ name }), fix: fix.addRows() })
      continue
    }
    for (const [row, area] of areas.entries()) {
      const same = given.get(`${name} ${area}`) ?? new Map<string, Row>()
      const [first] = same.values()
      const at = { file, ...(first === undefined ? {} : { row: first.line }) }
      const missing = areas.filter(to => to !== area && !same.has(to))
      const own = values[name]!.values.subarray(row * areas.length, (row + 1) * areas.length)
      const sum = own.reduce((so, value) => so + value, 0)
      if (missing.length > 0) {
        const labels = missing.slice(0, 3).map(to => keyOf('', { to }).trim())
        const some = { labels: labels.join(', '), more: Math.max(0, missing.length - 3) }
        const message = fault.labelsMissing({ name: keyOf(name, { from: area }), ...some })
        folder.problems.push({ ...at, field: 'to', message, fix: fix.addRows() })
      } else if (Math.abs(sum - 1) > tolerance) {
        const message = fault.flowSum({ name, area, sum: digits(sum) })
        folder.problems.push({ ...at, field: 'value', message, fix: fix.sumToOne() })
      }
    }
  }
  return { values, figures }
}
