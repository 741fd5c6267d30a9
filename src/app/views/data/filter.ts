/** Filters the figures of a region by search, kind, evidence and area. */

import type { EntryKind, PackEntry } from '../../../analysis/pack.ts'
import type { Evidence } from '../../../language/declare.ts'

export interface Filter {
  readonly text: string
  /** Empty means all. */
  readonly kinds: ReadonlySet<EntryKind>
  readonly grades: ReadonlySet<Evidence>
  readonly area: string
}

export const noFilter: Filter = { text: '', kinds: new Set(), grades: new Set(), area: '' }

export const isFiltered = ({ text, kinds, grades, area }: Filter): boolean =>
  text.trim() !== '' || kinds.size > 0 || grades.size > 0 || area !== ''

/** Grade of the newest number: what a reader sees in the row. */
export const figureGrade = (entry: PackEntry): Evidence => entry.points.at(-1)?.evidence ?? 'assumed'

/** An entry with the texts that a search looks through, in lower case. */
export interface Findable {
  readonly entry: PackEntry
  readonly title: string
  readonly texts: string
}

/** All words of the search have to be found, in any order. */
export const filtered = (all: readonly Findable[], { text, kinds, grades, area }: Filter): Findable[] => {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return all.filter(
    ({ entry, texts }) =>
      (kinds.size === 0 || kinds.has(entry.kind)) &&
      (grades.size === 0 || grades.has(figureGrade(entry))) &&
      (area === '' || entry.area === area) &&
      wanted.every(word => texts.includes(word)),
  )
}
