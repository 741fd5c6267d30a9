/** How well the numbers behind an answer are known: counts by grade of evidence. */

import type { Evidence } from '../language/declare.ts'
import type { LinkedModel } from '../language/linked.ts'
import { evidenceGrades } from '../regions/schema.ts'
import type { RegionData } from '../regions/types.ts'

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

export const evidenceOf = (model: LinkedModel, region: RegionData): EvidenceCounts => ({
  figures: count(region.figures.map(({ evidence }) => evidence)),
  paths: count(Object.values(region.paths).flatMap(({ origins }) => origins.map(({ evidence }) => evidence))),
  parameters: count(
    [...model.variables.values()].flatMap(({ declaration }) =>
      declaration?.kind === 'parameter' && typeof declaration.value !== 'number'
        ? [declaration.evidence ?? 'assumed']
        : [],
    ),
  ),
})
