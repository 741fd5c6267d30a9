/** Uncertain parameters and labels of dimensions; in English a parameter goes by its sentence in the model. */

import { addressedLabels, addressedVariable } from '../../language/address.ts'
import type { Language } from '../../language/messages.ts'
import englishLabels from '../../texts/labels.en.ts'
import chineseLabels from '../../texts/labels.zh.ts'
import { chineseName } from './names.ts'

const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: englishLabels, zh: chineseLabels }

/** A label of a row of numbers ('state', 'young') as readers see it. */
export const labelName = (label: string, language: Language): string => labels[language][label] ?? label

/** `address` is 'name' or 'name[label]'. */
export const parameterName = (address: string, doc: string, language: Language): string => {
  const text = language === 'zh' ? (chineseName(addressedVariable(address)) ?? doc) : doc
  const [label] = addressedLabels(address)
  if (label === undefined) return text
  const shown = labelName(label, language)
  return language === 'zh' ? `${text}（${shown}）` : `${text}: ${shown}`
}
