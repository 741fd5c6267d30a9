/** Places in a league, which bands leave open where they overlap. */

import type { Band } from '../words/numbers.ts'

/** The league begins here, where all areas have figures. */
export const firstLeagueYear = 2005

/** One measure of an area by year: as published, where figures of the same kind are, and the simulations. */
export interface Course {
  readonly published: Readonly<Record<number, number>>
  readonly simulated: Readonly<Record<number, Band>>
}

export type Places = readonly [best: number, worst: number]

/** '3', or '3–9' where bands overlap. */
export const writtenPlaces = ([best, worst]: Places): string => (best === worst ? String(best) : `${best}–${worst}`)

/** The places from the largest down that bands leave open to each; an area without one has no place. */
export const openPlaces = (bands: ReadonlyArray<Pick<Band, 'low' | 'high'> | undefined>): Array<Places | undefined> =>
  bands.map(
    own =>
      own && [
        1 + bands.filter(one => one !== undefined && one.low > own.high).length,
        bands.filter(one => one !== undefined && one.high >= own.low).length,
      ],
  )

/** A published figure is a band without width. */
export const leagueBand = ({ published, simulated }: Course, year: number): Band | undefined => {
  const value = published[year]
  return simulated[year] ?? (value === undefined ? undefined : { low: value, median: value, high: value })
}
