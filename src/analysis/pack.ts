/** Lists all data behind a region's numbers (figures, paths, series and parameters), each with its origin. */

import { uncertainParameters } from '../engine/ensemble.ts'
import { addressedVariable } from '../language/address.ts'
import type { Evidence, Prior } from '../language/declare.ts'
import type { LinkedModel } from '../language/linked.ts'
import type { RegionData } from '../regions/types.ts'
import { meaningIn } from './meaning.ts'

export type EntryKind = 'figure' | 'path' | 'series' | 'parameter'

/** One number of an entry. Absent values: a column of cohorts, which is a table of its own. */
export interface EntryPoint {
  /** Calendar year or time; undefined for a parameter. */
  readonly time: number | undefined
  readonly value: number | undefined
  readonly evidence: Evidence
  /** Id of a source, or what a parameter says of itself. */
  readonly source: string
  readonly note?: string | undefined
}

export interface PackEntry {
  readonly kind: EntryKind
  readonly name: string
  /** The model's sentence, where it has the name. */
  readonly doc: string | undefined
  /** Area, context or comparator; empty for parameters, which hold everywhere. */
  readonly area: string
  readonly labels: string
  readonly unit: string
  /** In order of time. */
  readonly points: readonly EntryPoint[]
  /** Of a parameter: the range of which ensembles draw. */
  readonly range?: Prior
}

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known === undefined) groups.set(keyOf(item), [item])
    else known.push(item)
  }
  return [...groups.values()]
}

/** In the order of the pack: starting figures, paths, series, then the parameters of the model. */
export const packEntries = (region: RegionData, linked: LinkedModel): PackEntry[] => {
  const meaningOf = meaningIn(linked.source)
  const figures = region.figures.map(
    ({ name, area, labels, unit, year, value, evidence, source, note }): PackEntry => ({
      kind: 'figure',
      name,
      doc: meaningOf(name),
      area,
      labels: Object.values(labels).join(', '),
      unit,
      points: [{ time: year, value, evidence, source, note }],
    }),
  )
  const paths = Object.entries(region.paths).flatMap(([name, { unit, origins }]) =>
    grouped(origins, ({ area = region.context }) => area).map(
      (points): PackEntry => ({
        kind: 'path',
        name,
        doc: meaningOf(name),
        area: points[0]!.area ?? region.context,
        labels: '',
        unit,
        points: points.map(({ time, value, evidence, source, note }) => ({ time, value, evidence, source, note })),
      }),
    ),
  )
  const series = grouped(region.series, ({ area, series: name }) => `${area} ${name}`).map(
    (points): PackEntry => ({
      kind: 'series',
      name: points[0]!.series,
      doc: meaningOf(points[0]!.series),
      area: points[0]!.area,
      labels: '',
      unit: points[0]!.unit,
      points: points.map(({ year, value, evidence, source, note }) => ({ time: year, value, evidence, source, note })),
    }),
  )
  const parameters = uncertainParameters(linked).map(({ name, prior }): PackEntry => {
    const variable = linked.variables.get(addressedVariable(name))!
    const { doc, unitText, evidence = 'assumed', source = '' } = variable
    return {
      kind: 'parameter',
      name,
      doc,
      area: '',
      labels: '',
      unit: unitText,
      points: [{ time: undefined, value: prior.central, evidence, source }],
      range: prior,
    }
  })
  return [...figures, ...paths, ...series, ...parameters]
}
