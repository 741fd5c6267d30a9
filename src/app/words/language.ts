/**
 * Keeps both languages of the app side by side: a dictionary contains every text twice, so that none can be forgotten.
 */

import type { Both, Language } from '../../language/messages.ts'

export type { Both, Language }

export type Dictionary<Words> = { readonly [Key in keyof Words]: Both<Words[Key]> }

/** Checks that each entry has the same form in both languages. */
export const dictionary = <Words extends object>(entries: Dictionary<Words>): Dictionary<Words> => entries

const made = new WeakMap<object, Partial<Record<Language, unknown>>>()

/** The texts of one language; the same object each time, so that components do not render anew. */
export const wordsIn = <Words extends object>(entries: Dictionary<Words>, language: Language): Words => {
  const known = made.get(entries) ?? {}
  made.set(entries, known)
  known[language] ??= Object.fromEntries(
    Object.entries(entries as Record<string, Both<unknown>>).map(([key, both]) => [key, both[language]]),
  )
  return known[language] as Words
}

/** Names of a region as its pack gives them. */
export const nameIn = (names: { readonly en: string; readonly zh?: string | undefined }, language: Language): string =>
  (language === 'zh' ? names.zh : undefined) ?? names.en

/** For the `lang` of the document. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : 'en')

/** A title within a sentence: without its capital in English, but for names and abbreviations. */
export const inText = (text: string, language: Language): string =>
  language === 'zh' || /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** Of a text that somebody else wrote: Chinese where it has Chinese characters. */
export const languageOf = (text: string): Language => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en')
