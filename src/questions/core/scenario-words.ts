/** The name of a scenario in the language of a page: packages and current policy have Chinese names. */

import { packageWords } from '../../model/names/packages.ts'
import type { Language } from '../../language/messages.ts'

/** 'E Reform + publicInvestment=1' -> 'E 改革 + publicInvestment=1'. A name that somebody gave stays as it is. */
export const scenarioName = (name: string, language: Language): string => {
  const words = packageWords[language]
  if (name === 'baseline') return language === 'zh' ? words['A']!.name : name
  const id = Object.keys(words).find(one => {
    const own = `${one} ${packageWords.en[one]!.name}`
    return name === own || name.startsWith(`${own} `)
  })
  return id === undefined ? name : name.replace(packageWords.en[id]!.name, words[id]!.name)
}
