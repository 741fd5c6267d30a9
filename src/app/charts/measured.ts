/** What was measured of an indicator before the model begins, for the black part of a chart. */

import type { About } from '../worker/answers/about.ts'
import type { Language } from '../words/language.ts'
import type { Point } from './geometry.ts'
import { indicatorOf } from './paths.ts'
import { scaleOf } from './path-points.ts'

/** Series of the packs by indicator: levels of all areas are added, or weighted by residents. */
const series: Readonly<Record<string, { readonly name: string; readonly weighted: boolean }>> = {
  population: { name: 'residentsTotal', weighted: false },
  share65: { name: 'share65', weighted: true },
}

/** Years in which all areas have a figure; empty where nothing of the kind was measured. */
export const measuredPoints = (id: string, { measured, areas, start }: About, language: Language): Point[] => {
  const kind = series[id]
  if (kind === undefined) return []
  const scale = scaleOf(indicatorOf(id), language)
  const of = (name: string, area: string, year: number): number | undefined =>
    measured.find(point => point.series === name && point.area === area && point.year === year)?.value
  const years = [...new Set(measured.filter(point => point.series === kind.name).map(({ year }) => year))]
    .filter(year => year < start)
    .toSorted((a, b) => a - b)
  return years.flatMap((year): Point[] => {
    let sum = 0
    let weights = 0
    for (const { id: area } of areas) {
      const value = of(kind.name, area, year)
      const weight = kind.weighted ? of('residentsTotal', area, year) : 1
      if (value === undefined || weight === undefined) return []
      sum += value * weight
      weights += weight
    }
    // A figure of the end of the year stands at its end.
    return [[year + 1, (kind.weighted ? sum / weights : sum) * scale]]
  })
}
