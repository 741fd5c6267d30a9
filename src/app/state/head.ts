/** The place and the year that hold on every page, as the head above it has chosen them; links keep them. */

import type { About } from '../worker/answers/about.ts'
import { aboutOf } from './about.ts'
import { shownYear } from './quarters.ts'
import { useAsked, useStore } from './store.ts'

export const [placeAsked, yearAsked] = ['head.place', 'head.year'] as const

/** The figure that Why explains, and the row of its tree or the equation that is open beside it. */
export const [causeAsked, openAsked] = ['why.of', 'why.open'] as const

/** The area that is shown; none for the region as a whole. */
export const placeIn = (region: string, asks = useStore.getState().asks): string | undefined =>
  aboutOf(region)?.areas.find(({ id }, _, { length }) => length > 1 && id === asks[placeAsked])?.id

export const useShownPlace = (): string | undefined => useStore(({ draft, asks }) => placeIn(draft.region, asks))

/** The last year of the run, and the first unless a page has earlier ones. */
export const yearsShown = ({ start, end }: Pick<About, 'start' | 'end'>, first = Math.ceil(start)) =>
  [first, end - 1] as const

/** Within the years of a page. */
export const useShownYear = (about: Pick<About, 'start' | 'end'> | undefined, from?: number): number => {
  const asked = Number(useAsked(yearAsked)) || shownYear
  const [first, last] = about === undefined ? [asked, asked] : yearsShown(about, from)
  return Math.min(last, Math.max(first, asked))
}
