/** Reads the source notes of declarations: which section of the specification each cites. */

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

/** Where the specification stands, seen from the folder of the project. */
export const specificationFile = 'docs/theory/specification.md'

/** The mark before a section's heading, which links lead to. */
export const anchorOf = (section: string): string => `section-${section.replace('(', '-step-').replace(')', '')}`

/** A part of a note in English: what is cited, so that a reader can open it. */
export const citation = (part: string): string => {
  const section = sectionOf(part)
  if (section === undefined) return part
  const entry = part === section ? '' : ` (${part.startsWith(section) ? part.slice(section.length).trim() : part})`
  return `specification, section ${section}${entry}`
}
