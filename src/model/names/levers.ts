/** Levers by their names in the model, with a short label; themes, payers and ways of financing. */

import { addressedLabels, addressedVariable } from '../../language/address.ts'
import type { Both, Language } from '../../language/messages.ts'
import words from '../../texts/lever-names.ts'
import englishNames from '../../texts/names.en.ts'
import { chineseName } from './names.ts'
import { labelName } from './parameters.ts'
import { type UnitWords, unitWords } from './units.ts'

/** A lever by its short label and that of its address; `doc` is the model's sentence, for a lever that has none yet. */
export const leverName = (address: string, doc: string, language: Language): string => {
  const name = addressedVariable(address)
  const text = language === 'zh' ? chineseName(name) : englishNames[name]
  if (text === undefined) return doc
  const labels = addressedLabels(address).map(label => labelName(label, language))
  return [text, ...labels].join(language === 'zh' ? '：' : ': ')
}

type Words = Both<Readonly<Record<string, string>>>

/** Within the name of a scenario. */
export const shortLeverNames: Words = { en: words.en.shorts, zh: words.zh.shorts }

/** The base of a lever in per cent. */
export const percentOf: Words = { en: words.en.percentOf, zh: words.zh.percentOf }

/** Levers in per cent a year that say by how much a rate changes. */
const changesOfRates = new Set(['mortgageRateChange', 'rateRelief'])
const points: Both<UnitWords> = {
  en: { scale: 1, text: '\u00a0percentage points' },
  zh: { scale: 1, text: '个百分点' },
}

export const leverUnit = (name: string, unit: string, language: Language): UnitWords =>
  changesOfRates.has(name) ? points[language] : unitWords(unit, language)

export const themeNames: Words = { en: words.en.themes, zh: words.zh.themes }

const payerNames: Words = { en: words.en.payers, zh: words.zh.payers }

/** Whoever bears a cost; more than one for levers that 'province and centre' share. */
export const payerName = (payer: string, language: Language): string =>
  payer
    .split(' and ')
    .map(one => payerNames[language][one] ?? one)
    .join(language === 'zh' ? '、' : ' and ')

export const financingNames: Words = { en: words.en.financing, zh: words.zh.financing }
