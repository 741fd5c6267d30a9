/** Finds figures that would be older than the year before an opening, so that none is taken for a newer one silently. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { type FindYears, linkEnd, linksOf, namesIn } from './past-level.ts'
import type { PastRule } from './past-tables.ts'
import type { PackProblem } from './problems.ts'
import type { RegionData } from './types.ts'

/** The series of series.csv by which people of a later year are counted. */
export const countedPeople = ['births', 'deaths', 'residentsTotal'] as const

/** A series of a place that ends before the year that a figure needs. */
export interface Stale {
  readonly series: string
  readonly place: string
  readonly last: number | undefined
  readonly figure: string
}

/** The series that a figure waits for: of several that could carry it on, those of the last that reaches furthest. */
export const staleIn = (rule: PastRule, place: string, needed: number, find: FindYears): Stale[] => {
  const endOf = (name: string): number => Math.max(...(find(name)?.keys() ?? []))
  const lacking = (names: readonly string[]): Stale[] =>
    names.flatMap(name => {
      const last = endOf(name)
      const [series = '', of = place] = name.split(':').toReversed()
      const known = Number.isFinite(last) ? last : undefined
      return last >= needed ? [] : [{ series, place: of, last: known, figure: rule.name }]
    })
  if (rule.rule === 'keep') return []
  if (rule.rule === 'cohorts') return lacking(countedPeople)
  const links = linksOf(rule.of)
  const ends = links.map(link => linkEnd(link, find))
  const furthest = Math.max(...ends)
  return furthest >= needed ? [] : lacking(namesIn(links[ends.lastIndexOf(furthest)]!))
}

const first = (words: readonly string[], most: number) => ({
  named: words.slice(0, most).join(', '),
  more: words.length > most ? words.length - most : '',
})

/** One problem for each series, with the places that lack it and the figures that wait for it. */
export const staleProblems = (stale: readonly Stale[], region: RegionData, start: number): PackProblem[] =>
  [...Map.groupBy(stale, ({ series, last }) => `${series} ${last}`).values()].map(waiting => {
    const [{ series, place, last = '' }] = waiting as [Stale]
    const { named: figures, more } = first([...new Set(waiting.map(({ figure }) => figure))], 3)
    const needed = start - 1
    const places = first([...new Set(waiting.map(one => one.place))], 6).named
    return {
      file: `${place}/series.csv`,
      field: 'series',
      message: fault.stale({ series, places, last, start, needed, figures, more }),
      fix: fix.giveFigure({ series, year: needed, region: region.id }),
    }
  })
