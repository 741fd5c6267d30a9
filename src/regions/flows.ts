/** Reads flows.csv of a union: shares over pairs of its areas, such as that of a buyer in the sales of a seller. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import type { Folder } from './folder.ts'
import { digits } from './input-output.ts'
import { keyOf } from './parse.ts'
import { isUnreadable } from './problems.ts'
import { nearestFix, readRows, type Row } from './rows.ts'
import type { Figure, RegionData, Required } from './types.ts'

const otherOf = ({ dimensions }: Pick<Required, 'dimensions'>): string | undefined =>
  dimensions.find(({ labels }) => labels === 'others')?.name

/** True of a datum over the areas and their copy. */
export const isByPair = (datum: Pick<Required, 'dimensions'>): boolean => otherOf(datum) !== undefined

/** What an area sends to all others is shared out among them, to so much. */
const tolerance = 1e-5

interface Flows {
  /** By area that something comes from: key of the datum and the area that it goes to, 0 for itself. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** One a datum, without a value. */
  readonly figures: readonly Figure[]
}

/**
 * The data over pairs of areas. A union that is a whole nation must have the file; areas of any other region send
 * nothing to one another where it has none.
 */
export const loadFlows = (
  folder: Folder,
  { id, areas, start, whole }: Pick<RegionData, 'id' | 'areas' | 'start'> & { readonly whole?: true | undefined },
  known: ReadonlyMap<string, Required>,
): Flows => {
  const key = (datum: Required, to: string): string => keyOf(datum.name, { [otherOf(datum)!]: to })
  const none = [...known.values()].flatMap(datum => areas.map(to => [key(datum, to), 0] as const))
  const numbers = new Map(areas.map(area => [area, new Map<string, number>(none)]))
  const figures: Figure[] = []
  const file = `${id}/flows.csv`
  const isAsked = known.size > 0 && areas.length > 1
  const table = isAsked ? folder.table(file, whole === undefined ? undefined : fix.addFlows()) : undefined
  if (table === undefined) return { numbers, figures }
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
      numbers.get(from)!.set(key(datum, to), value)
    }
    if (figures.every(one => one.name !== name))
      figures.push({ name, area: id, labels: {}, unit, year: start - 1, ...origin })
  }
  if (folder.problems.some(problem => problem.file === file && isUnreadable(problem))) return { numbers, figures }
  for (const [name, datum] of known) {
    if (figures.every(one => one.name !== name)) {
      folder.problems.push({ file, field: 'name', message: fault.missing({ name }), fix: fix.addRows() })
      continue
    }
    for (const area of areas) {
      const same = given.get(`${name} ${area}`) ?? new Map<string, Row>()
      const [first] = same.values()
      const at = { file, ...(first === undefined ? {} : { row: first.line }) }
      const missing = areas.filter(to => to !== area && !same.has(to))
      const sum = areas.reduce((so, to) => so + numbers.get(area)!.get(key(datum, to))!, 0)
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
  return { numbers, figures }
}
