/** A region opened in a past year without knowledge of what happened outside afterwards: its drivers stand still. */

import { measuredOnStart, type Past } from './past.ts'
import { historyOf } from './past-tables.ts'
import type { RegionData, RegionPath } from './types.ts'

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** An event, such as a lockdown, is 0 in most years and in the end: nobody expects it to last. */
const isEvent = (known: readonly number[], points: RegionPath['points']): boolean =>
  median(known) === 0 && points.at(-1)![1] === 0

/** Value of a path at the origin, the year before the start, in the units in which the pack has it. */
const atOrigin = (name: string, path: RegionPath, past: Past, start: number, area?: string): number => {
  const history = historyOf(past.history, name, area) ?? []
  const known = history.filter(({ year }) => year < start)
  const last = known.at(-1)
  const points = area === undefined ? path.points : path.ofAreas![area]!
  if (last === undefined) return points[0]![1]
  const values = history.map(({ value }) => value)
  if (isEvent(values, points)) return 0
  // After the pack's own start the year before is one of the path's.
  if (last.year < start - 1 && measuredOnStart[name] === undefined) return points[0]![1]
  return measuredOnStart[name] ?? last.value
}

/** The pack with every path as it was at the origin, and levers as they stood then. */
export const frozenPack = (pack: RegionData, past: Past): RegionData => {
  const { start, paths, pastLevers } = pack
  const frozen = Object.entries(paths).map(([name, path]): [string, RegionPath] => {
    const still = (area?: string): RegionPath['points'] => [[start, atOrigin(name, path, past, start, area)]]
    if (path.ofAreas === undefined) return [name, { ...path, points: still() }]
    const ofAreas = Object.fromEntries(Object.keys(path.ofAreas).map(area => [area, still(area)]))
    return [name, { ...path, ofAreas }]
  })
  return {
    ...pack,
    paths: Object.fromEntries(frozen),
    ...(pastLevers === undefined
      ? {}
      : {
          pastLevers: {
            ...pastLevers,
            standards: Object.fromEntries(
              Object.entries(pastLevers.standards).map(([name, steps]) => [
                name,
                steps.filter(([from]) => from < start),
              ]),
            ),
          },
        }),
  }
}
