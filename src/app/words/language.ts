/**
 * Keeps both languages of the app side by side: a dictionary contains every text twice, so that none can be forgotten.
 */

import { lowered } from '../../analysis/lowered.ts'
import { modelCurrency, withCurrency } from '../../language/currency.ts'
import type { Both, Language } from '../../language/messages.ts'
import { type Compared, withPlaces } from '../../language/places.ts'

export type { Both, Language }

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

/** Names of a region as its pack gives them. */
export const nameIn = (names: { readonly en: string; readonly zh?: string | undefined }, language: Language): string =>
  (language === 'zh' ? names.zh : undefined) ?? names.en

/** For the `lang` of the document. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : 'en')

/** A title within a sentence: without its capital in English, but for names and abbreviations. */
export const inText = (text: string, language: Language): string => (language === 'zh' ? text : lowered(text))

/** 'Jobs (C4)', '就业（C4）' */
export const withMark = (text: string, mark: string, language: Language): string =>
  language === 'zh' ? `${text}（${mark}）` : `${text} (${mark})`

/** Of a text that somebody else wrote: Chinese where it has Chinese characters. */
export const languageOf = (text: string): Language => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en')

/**
 * A label made of parts, as it is set in its language: in Chinese with full-width marks, but for the brackets of AR(1),
 * and without a space before a percent sign. Parts are joined as in English, so that nobody has to choose the marks
 * each time.
 */
export const typeset = (text: string, language: Language): string =>
  language === 'en'
    ? text
    : text
        .replaceAll(/(?<=\d)[ \u00a0]%/g, '%')
        .replaceAll(/, /g, '，')
        .replaceAll(/: /g, '：')
        .replaceAll(/; /g, '；')
        .replaceAll(/(?<![A-Za-z]) ?\(([^()]*)\)/g, '（$1）')
        .replaceAll(/(?<=[，：；（）。]) | (?=[，：；（）。])/g, '')

/** What a file of the region says in Chinese, without spaces between characters and letters or figures, as on the rest of the page. */
export const tight = (text: string): string =>
  text.replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\dA-Za-z%])|(?<=[\dA-Za-z%]) (?=[\u4e00-\u9fff])/g, '')
