/** Counts the figures, paths and parameters behind an answer by evidence grade. */

import { type Evidence, evidenceGrades } from '../../language/declare.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { concerning } from '../region/pack.ts'
import type { Figure, Origin, PathPoint, RegionData } from '../../regions/types.ts'

export type Grades = Readonly<Record<Evidence, number>>

export interface EvidenceCounts {
  /** Starting values of the region and the nation. */
  readonly figures: Grades
  /** Points of the paths that are taken from outside. */
  readonly paths: Grades
  /** Parameters with a prior. */
  readonly parameters: Grades
}

const count = (grades: Iterable<Evidence>): Grades => {
  const counts = Object.fromEntries(evidenceGrades.map(grade => [grade, 0])) as Record<Evidence, number>
  for (const grade of grades) counts[grade]++
  return counts
}

export const evidenceOf = (model: LinkedModel, region: RegionData): EvidenceCounts => {
  const { figures, paths } = concerning(region, model)
  return {
    figures: count(figures.map(({ evidence }) => evidence)),
    paths: count(paths.flatMap(([, { origins }]) => origins.map(({ evidence }) => evidence))),
    parameters: count(
      [...model.present.values()].flatMap(({ declaration }) =>
        declaration?.kind === 'parameter' && typeof declaration.value !== 'number'
          ? [declaration.evidence ?? 'assumed']
          : [],
      ),
    ),
  }
}

const weakest = <One extends Origin>(origins: readonly One[]): One | undefined => {
  const grade = ({ evidence }: Origin): number => evidenceGrades.indexOf(evidence)
  return origins.toSorted((one, other) => grade(other) - grade(one))[0]
}

/** Origin of a starting figure or a path, for the area and labels asked for, else for any; of several the weakest. */
export const originOf = (
  { figures, paths }: RegionData,
  kind: string,
  name: string,
  labels: Readonly<Record<string, string>>,
): (Origin & { readonly year?: number }) | undefined => {
  if (kind === 'datum') {
    const fits = (one: Figure): boolean =>
      one.name === name &&
      Object.entries(one.labels).every(([dimension, label]) => {
        const asked = labels[dimension]
        return asked === undefined || asked === label || asked.includes('..')
      })
    const fitting = figures.filter(fits)
    const own = fitting.filter(({ area }) => area === labels['area'])
    const figure = weakest(own.length > 0 ? own : fitting)
    if (figure === undefined) return undefined
    const { evidence, source, note, year } = figure
    return { evidence, source, ...(note === undefined ? {} : { note }), year }
  }
  const asked = labels['area']
  const fits = ({ area }: PathPoint): boolean => area === undefined || asked === undefined || area === asked
  const origin = kind === 'exogenous' ? weakest((paths[name]?.origins ?? []).filter(fits)) : undefined
  if (origin === undefined) return undefined
  const { evidence, source, note } = origin
  return { evidence, source, ...(note === undefined ? {} : { note }) }
}
