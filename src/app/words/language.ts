/**
 * Keeps both languages of the app side by side: a dictionary contains every text twice, so that none can be forgotten.
 */

import { modelCurrency, withCurrency } from '../../language/currency.ts'
import type { Both, Language } from '../../language/messages.ts'
import { type Compared, withPlaces } from '../../language/places.ts'

export type Dictionary<Words> = { readonly [Key in keyof Words]: Both<Words[Key]> }

/** Checks that each entry has the same form in both languages. */
export const dictionary = <Words extends object>(entries: Dictionary<Words>): Dictionary<Words> => entries

/** What texts name of the nation of a region: its currency, for which ¤ stands in them, and places it is compared with. */
export interface NationWords {
  readonly currency: string
  readonly compared?: Compared | undefined
}

/** The nation for which the model is written. */
export const modelPlace: NationWords = { currency: modelCurrency }

/** Texts, and functions that make them, with the names of a place. */
const inPlace = (part: unknown, language: Language, place: NationWords): unknown => {
  if (typeof part === 'string')
    return withPlaces(withCurrency(part, place.currency, language), place.compared, language)
  if (typeof part === 'function') return (...values: unknown[]) => inPlace(part(...values), language, place)
  if (Array.isArray(part)) return part.map(one => inPlace(one, language, place))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, inPlace(one, language, place)]))
}

const made = new WeakMap<object, WeakMap<NationWords, Partial<Record<Language, unknown>>>>()

/** Keeps what is made of a table of texts for a place: the same object each time, so that components do not render anew. */
const kept = (entries: object, language: Language, place: NationWords, make: () => unknown): unknown => {
  const places = made.get(entries) ?? new WeakMap<NationWords, Partial<Record<Language, unknown>>>()
  made.set(entries, places)
  const known = places.get(place) ?? {}
  places.set(place, known)
  known[language] ??= inPlace(make(), language, place)
  return known[language]
}

/** The texts of one language for a region of a place. */
export const wordsIn = <Words extends object>(
  entries: Dictionary<Words>,
  language: Language,
  place: NationWords = modelPlace,
): Words =>
  kept(entries, language, place, () =>
    Object.fromEntries(
      Object.entries(entries as Record<string, Both<unknown>>).map(([key, both]) => [key, both[language]]),
    ),
  ) as Words

/** The same of terms that stand by language. */
export const termsIn = <Terms extends object>(
  terms: Both<Terms>,
  language: Language,
  place: NationWords = modelPlace,
): Terms => kept(terms, language, place, () => terms[language]) as Terms
