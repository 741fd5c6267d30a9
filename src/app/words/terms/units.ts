/** Units of the model as readers see them behind a number, in both languages. */

import type { Language } from '../language.ts'

/** What a stored number is multiplied by, and what stands behind it. */
export interface UnitWords {
  readonly scale: number
  readonly text: string
}

const noBreak = '\u00a0'

const known: Readonly<Record<string, Readonly<Record<Language, UnitWords>>>> = {
  '%': { en: { scale: 1, text: `${noBreak}%` }, zh: { scale: 1, text: '%' } },
  '%/year': { en: { scale: 1, text: `${noBreak}% a year` }, zh: { scale: 1, text: '% / 年' } },
  share: { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  index: { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  '1': { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  year: { en: { scale: 1, text: `${noBreak}years` }, zh: { scale: 1, text: '年' } },
  '1/year': { en: { scale: 1, text: `${noBreak}a year` }, zh: { scale: 1, text: ' / 年' } },
  'CNY/person/month': { en: { scale: 1, text: `${noBreak}yuan a month` }, zh: { scale: 1, text: '元 / 月' } },
  'CNY/person/year': { en: { scale: 1, text: `${noBreak}yuan a year` }, zh: { scale: 1, text: '元 / 年' } },
  'CNY k/person/year': {
    en: { scale: 1, text: `${noBreak}thousand yuan a year` },
    zh: { scale: 0.1, text: '万元 / 年' },
  },
  'CNY k/person': { en: { scale: 1, text: `${noBreak}thousand yuan` }, zh: { scale: 0.1, text: '万元' } },
  'CNY bn/year': { en: { scale: 1, text: `${noBreak}bn yuan a year` }, zh: { scale: 10, text: '亿元 / 年' } },
  'CNY bn': { en: { scale: 1, text: `${noBreak}bn yuan` }, zh: { scale: 10, text: '亿元' } },
  'person m': { en: { scale: 1, text: `${noBreak}m people` }, zh: { scale: 100, text: '万人' } },
}

/** A unit that is not in the list is shown as the model writes it. */
export const unitWords = (unit: string, language: Language): UnitWords =>
  known[unit]?.[language] ?? { scale: 1, text: `${noBreak}${unit}` }
