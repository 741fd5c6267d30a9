/** Reads the source notes of declarations: which section of the specification each cites. */

import { listed } from './typeset.ts'

/** Lists of the specification whose entries are cited by their own numbers: tests, sources and decisions. */
const lists: ReadonlyArray<readonly [entry: RegExp, section: string]> = [
  [/^A\d+$/, '24'],
  [/^X\d+$/, '25'],
  [/^R\d+$/, '26'],
  [/^S\d+b?$/, '28'],
  [/^E\d+$/, '30'],
]

/** The parts of a note: '6.5, E12' cites two places. */
export const citedIn = (note: string): string[] => note.split(', ')

/** The section that a part of a note cites: '2.2 row 12' is in 2.2, 'E12' in 30; undefined for any other source. */
export const sectionOf = (part: string): string | undefined =>
  lists.find(([entry]) => entry.test(part))?.[1] ?? /^(\d+(?:\.\d+)*(?:\(\d+\))?)(?: .*)?$/.exec(part)?.[1]

/** Path of the specification from the folder of the project. */
export const specificationFile = 'docs/theory/specification.md'

/** The mark before a section's heading, which links lead to. */
export const anchorOf = (section: string): string => `section-${section.replace('(', '-step-').replace(')', '')}`

/** '2.2 (row 12)' for '2.2 row 12', '30 (E12)' for 'E12'; undefined for what is no section. */
const placeOf = (part: string): string | undefined => {
  const section = sectionOf(part)
  if (section === undefined || section === part) return section
  return `${section} (${part.startsWith(section) ? part.slice(section.length).trim() : part})`
}

/** A note in English, so that a reader can open what it cites: 'specification, sections 6.5 and 30 (E12)'. */
export const citation = (note: string): string => {
  const parts = citedIn(note)
  const places = parts.flatMap(part => placeOf(part) ?? [])
  const others = parts.filter(part => placeOf(part) === undefined)
  const sections =
    places.length === 0 ? [] : [`specification, section${places.length > 1 ? 's' : ''} ${listed(places)}`]
  return [...sections, ...others].join('; ')
}
