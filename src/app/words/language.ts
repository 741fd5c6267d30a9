/** The texts of the app in the language of the page, for the nation of the open region. */

import { modelCurrency, withCurrency } from '../../language/currency.ts'
import type { Both, Language } from '../../language/messages.ts'
import { oncePer } from '../../language/once-per.ts'
import { type Compared, withPlaces } from '../../language/places.ts'

type Pairs<More> = { readonly [Key in keyof More]: Both<More[Key]> }

const sideOf = <More extends object>(more: Pairs<More>, language: Language): More =>
  Object.fromEntries(Object.entries<Both<unknown>>(more as never).map(([key, both]) => [key, both[language]])) as More

/** The texts of a table (texts/app), and `more`, functions for what no table can say. */
export const dictionary = <Texts extends object, More extends object>(
  texts: Both<Texts>,
  more: Pairs<More>,
): Both<Texts & More> => ({
  en: { ...texts.en, ...sideOf(more, 'en') },
  zh: { ...texts.zh, ...sideOf(more, 'zh') },
})

/** Names for the nation of a region: its currency, for which ¤ stands in texts, and places it is compared with. */
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

const made = oncePer<object, (place: NationWords) => Partial<Record<Language, unknown>>>(() => oncePer(() => ({})))

/** Keeps what is made of a table of texts for a place: the same object each time, so that components do not render anew. */
const kept = (texts: Both<unknown>, language: Language, place: NationWords): unknown => {
  const known = made(texts)(place)
  known[language] ??= inPlace(texts[language], language, place)
  return known[language]
}

/** The texts of one language for a region of a place. */
export const wordsIn = <Words extends object>(
  texts: Both<Words>,
  language: Language,
  place: NationWords = modelPlace,
): Words => kept(texts, language, place) as Words
