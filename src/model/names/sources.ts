/**
 * Sources of numbers in words: ids of the list of sources with their descriptions, and sections of the specification.
 */

import { citation, sectionOf, specificationFile } from '../../language/citation.ts'
import type { Language } from '../../language/messages.ts'

export type KnownSources = Readonly<Record<string, { readonly what: string }>>

const specification: Readonly<Record<Language, (section: string, part: string) => string>> = {
  en: (_, part) => `${citation(part)} (${specificationFile})`,
  zh: (section, part) => `模型规格书第${section}节${part === section ? '' : `：${part}`}（${specificationFile}）`,
}

/** The project's own words in the place of a source, by its id; all others are quoted. */
export const ownSources: Readonly<Record<string, string>> = {
  judgement: '建模者的判断：未找到数字',
  remembered: '凭记忆的官方数字，未再找到：使用前请核对',
  'this-pack': '由本数据包的其他行算出，算法见说明',
}

/** Description of a source, in the words of the list of sources. */
export const sourceName = (id: string, what: string, language: Language): string =>
  language === 'zh' ? (ownSources[id] ?? what) : what

/** '23.5, S57' -> 'specification, section 23.5', 'S57: pensions of …'. What is not known stays as it is. */
export const quotedSource = (source: string, known: KnownSources, language: Language): string[] =>
  source.split(', ').map((part): string => {
    const what = known[part]?.what
    if (what !== undefined) return part in ownSources ? sourceName(part, what, language) : `${part}: ${what}`
    const section = sectionOf(part)
    return section === undefined ? part : specification[language](section, part)
  })

/** A list may name several places and files: the first address is the publisher's. */
export const firstAddress = (url: string): string | undefined => /https?:\/\/\S+/.exec(url)?.[0]

/** As short as a table has room for: '5.7, S56' -> '§5.7, S56'. */
export const sourceMarks = (source: string): string =>
  source
    .split(', ')
    .map(part => (/^\d/.test(part) && sectionOf(part) !== undefined ? `§${part}` : part))
    .join(', ')
