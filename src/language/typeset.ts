/** Sets a text for its readers: names in their language, marks of punctuation, a title within a sentence. */

import type { Both, Language } from './messages.ts'

interface Names {
  readonly en: string
  readonly zh?: string | undefined
}

/** Names of a region as its pack gives them. */
export const nameIn = (names: Names, language: Language): string =>
  (language === 'zh' ? names.zh : undefined) ?? names.en

export const namesOf = ({ en, zh = en }: Names): Both<string> => ({ en, zh })

/** For the `lang` of the document. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : 'en')

/** A name as it stands within a sentence: 'Public finances' -> 'public finances', while 'LGFV debt' keeps its capitals. */
export const lowered = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, first => first.toLowerCase())

/** At the beginning of a sentence. */
export const raised = (name: string): string => name.replace(/^./, first => first.toUpperCase())

/** A title within a sentence: without its capital in English, but for names and abbreviations. */
export const inText = (text: string, language: Language): string => (language === 'zh' ? text : lowered(text))

/** 'Jobs (C4)', '就业（C4）' */
export const withMark = (text: string, mark: string, language: Language): string =>
  language === 'zh' ? `${text}（${mark}）` : `${text} (${mark})`

/** A clause as a sentence of its own. */
export const asSentence = ({ en, zh }: Both<string>): Both<string> => ({ en: `${raised(en)}.`, zh: `${zh}。` })

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

/** Chinese text from a file of the region, without spaces between characters and letters or figures, as on the rest of the page. */
export const tight = (text: string): string =>
  text.replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\dA-Za-z%])|(?<=[\dA-Za-z%]) (?=[\u4e00-\u9fff])/g, '')
/** Texts side by side, in each language. */
export const joinedTexts = (parts: ReadonlyArray<Both<string>>, between: Both<string>): Both<string> => {
  const own = (language: Language): string => parts.map(part => part[language]).join(between[language])
  return { en: own('en'), zh: own('zh') }
}

/** Words as a sentence lists them: 'a, b and c' in English, with enumeration commas in Chinese. */
export const listed = (words: readonly string[], language: 'en' | 'zh' = 'en'): string => {
  if (language === 'zh') return words.join('、')
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** Full-width digits, letters and marks of Chinese keyboards as plain ones: '１００％' becomes '100%', '：' becomes ':'. */
export const halfWidth = (text: string): string =>
  text.replaceAll(/[！-～]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

/** A text as it stands within HTML or XML. */
export const inMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
