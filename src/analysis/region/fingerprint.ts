/**
 * Identifies a model by everything that determines its results; with the data's hash, the scenario and the seed it
 * determines every result.
 */

import type { Declaration, Model, Sector } from '../../language/declare.ts'
import { oncePer } from '../../language/once-per.ts'
import { hashOf } from '../../regions/hash.ts'

/** Properties that inform readers, or only say which figures are shown. */
const forReaders: ReadonlySet<string> = new Set([
  'doc',
  'symbol',
  'source',
  'evidence',
  'note',
  'outcome',
  'region',
  'theme',
  'free',
  'partOf',
  // These stop a run or let it go on, and change no number of it: whether stocks may be negative, bounds of paths.
  'negative',
  'least',
  'most',
])

/** A text without what the parser passes over: comments, and blanks that separate no two words. */
const tokens = (text: string): string =>
  text
    .replaceAll(/#.*$/gm, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([^\w ]) ?/g, '$1')

const deciding = (value: unknown): unknown => {
  if (typeof value === 'string') return tokens(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(deciding)
  // The row of a matrix has a sentence of its own.
  const parts = Object.entries(value).filter(([key]) => !('cells' in value) || key === 'cells')
  return Object.fromEntries(parts.map(([key, part]) => [key, deciding(part)]))
}

/** The part of a declaration that decides results, as text: the same where only the wording or the layout differs. */
export const decidingText = (declaration: Declaration): string =>
  JSON.stringify(deciding(Object.fromEntries(Object.entries(declaration).filter(([key]) => !forReaders.has(key)))))

const decidingOf = ({ over, annual, declarations }: Sector): unknown => ({
  over,
  annual,
  declarations: Object.entries(declarations).map(([name, declaration]) => [
    name,
    deciding(Object.fromEntries(Object.entries(declaration).filter(([key]) => !forReaders.has(key)))),
  ]),
})

/**
 * Moves with each value and each equation, not with the wording of a sentence or the layout of a text. Order counts,
 * because sums are added up in the order declared. The sector that the linker makes of the levers' costs adds nothing.
 * A model never changes, and its hash takes some hundredths of a second.
 */
export const modelHash = oncePer((model: Model): string => {
  const { name, dimensions, sectors, ...rest } = model
  const labels = Object.entries(dimensions).map(([dimension, { labels: its, unit }]) => [dimension, its, unit])
  const declared = sectors.filter(({ title }) => title !== model.outlays?.title).map(decidingOf)
  return hashOf([JSON.stringify([name, labels, declared, deciding({ ...rest, outlays: undefined })])])
})

/** The model and the figures that a result was made with, as results name them. */
export const madeWith = ({
  linked,
  region,
}: {
  readonly linked: { readonly source: Model }
  readonly region: { readonly hash: string }
}): { readonly model: string; readonly data: string } => ({ model: modelHash(linked.source), data: region.hash })
