/** The places with which retail sales are compared: those of the model's own nation, or those that another nation names. */

import type { Language } from './messages.ts'

const own: Readonly<Record<Language, readonly string[]>> = {
  en: ['Beijing', 'Shanghai', 'the south-east'],
  zh: ['北京', '上海', '东南沿海'],
}

/** Names of three places, in the order Beijing, Shanghai, the south-east. */
export type Compared = ReadonlyArray<{ readonly en: string; readonly zh?: string | undefined }>

/** A text of ours with the places of the nation in place of those of the model. */
export const withPlaces = (text: string, compared: Compared | undefined, language: Language = 'en'): string =>
  (compared ?? []).reduce((so, names, at) => {
    const name = (language === 'zh' ? names.zh : undefined) ?? names.en
    const place = own[language][at]!
    // In English a word of its own: the names of variables stay as they are.
    return so.replaceAll(language === 'zh' ? place : new RegExp(`\\b${place}\\b`, 'g'), name)
  }, text)
