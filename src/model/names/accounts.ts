/**
 * Sectors and rows of the accounts, checks of the audit and kinds of people, in both languages by their names in the
 * model.
 */

import type { Both, Language } from '../../language/messages.ts'
import checksInChinese from '../../texts/account-checks.zh.ts'
import words from '../../texts/account-names.ts'
import rowsInChinese from '../../texts/account-rows.zh.ts'

type Words<Value = string> = Both<Readonly<Record<string, Value>>>

/** @internal */
export const columnNames: Words = { en: words.en.columns, zh: words.zh.columns }

/** A column in running text. */
export const columnName = (name: string, label: string, language: Language): string =>
  columnNames[language][name] ?? label

/** '13b Fees and other revenue' loses its number. */
export const rowName = (name: string, label: string, language: Language, flows: boolean): string => {
  if (language === 'zh') {
    const chinese = rowsInChinese[name] ?? label
    return flows && ['deposits', 'bonds', 'arrears'].includes(name) ? `${chinese}变动` : chinese
  }
  const text = label.replace(/^\d+[a-z]?\s+/, '')
  return name === 'netWorth' ? 'Net worth' : text
}

export const checkTitle = (id: string, label: string, language: Language): string =>
  language === 'zh' ? (checksInChinese[id] ?? label) : label

export const peopleNames: Words<{ readonly name: string; readonly of: string }> = {
  en: words.en.people,
  zh: words.zh.people,
}

export const accountSectorNames: Words = { en: words.en.sectors, zh: words.zh.sectors }
