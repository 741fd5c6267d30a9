/** What a number says of its source: ids of the list of sources with what they are, and sections of the specification. */

import type { Language } from '../language.ts'

export type KnownSources = Readonly<Record<string, { readonly what: string }>>

const specification: Readonly<Record<Language, (section: string) => string>> = {
  en: section => `specification, section ${section}`,
  zh: section => `模型规格书第 ${section} 节`,
}

/** '23.5, S57' -> 'specification, section 23.5', 'S57: pensions of …'. What is not known stays as it is. */
export const sourceParts = (source: string, known: KnownSources, language: Language): string[] =>
  source.split(', ').map((part): string => {
    const what = known[part]?.what
    if (what !== undefined) return `${part}: ${what}`
    return /^\d+(\.\d+)*(\(\d+\))?$/.test(part) ? specification[language](part) : part
  })
