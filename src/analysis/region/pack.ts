/** All numbers that a region's folder holds: starting figures, points of paths and series, each with its origin. */

import type { LinkedModel } from '../../language/linked.ts'
import type { Figure, Origin, RegionData } from '../../regions/types.ts'
import { meaningIn } from '../words/meaning.ts'

export interface DataPoint extends Origin, Pick<Figure, 'name' | 'labels' | 'unit'> {
  readonly kind: 'figure' | 'path' | 'series'
  /** The model's sentence, where it has the name. */
  readonly doc: string | undefined
  /** Area, context or comparator. */
  readonly area: string
  /** Calendar year or time. */
  readonly time: number
  /** Absent for a column of cohorts, which is a table of its own. */
  readonly value: number | undefined
}

/** The figures and paths of a region that are of any concern in its nation. */
export const concerning = (region: RegionData, { variables, present }: LinkedModel) => {
  const concerns = (name: string): boolean => present.has(name) || !variables.has(name)
  return {
    figures: region.figures.filter(({ name }) => concerns(name)),
    paths: Object.entries(region.paths).filter(([name]) => concerns(name)),
  }
}

/** In the order of the pack: starting figures, paths, then series. */
export const dataPoints = (region: RegionData, linked: LinkedModel): DataPoint[] => {
  const meaningOf = meaningIn(linked.source)
  const { figures, paths } = concerning(region, linked)
  return [
    ...figures.map(
      ({ year: time, value, ...one }): DataPoint => ({ kind: 'figure', time, value, ...one, doc: meaningOf(one.name) }),
    ),
    ...paths.flatMap(([name, { unit, origins }]) =>
      origins.map(
        ({ area = region.context, ...one }): DataPoint => ({
          kind: 'path',
          name,
          labels: {},
          unit,
          area,
          ...one,
          doc: meaningOf(name),
        }),
      ),
    ),
    // Of one series together, in the order of the pack.
    ...[...Map.groupBy(region.series, ({ area, series }) => `${area} ${series}`).values()].flat().map(
      ({ series: name, year: time, ...one }): DataPoint => ({
        kind: 'series',
        name,
        labels: {},
        time,
        ...one,
        doc: meaningOf(name),
      }),
    ),
  ]
}
