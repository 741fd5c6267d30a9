/** A report in the words of a nation: its own for those of China, and nothing of what it has not. */

import type { OwnWord } from '../../regions/types.ts'
import type { Report, Text } from './report.ts'

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isText = (value: unknown): value is Text =>
  isPlain(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string'

const escaped = (words: readonly OwnWord[]): string =>
  words
    .map(({ word }) => word)
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|')

const ends = { en: /(?<=[.;]) +/, zh: /(?<=[。；])/ } as const
/** Between the items of a list, but for those in brackets. */
const between = { en: /, (?![^()]*\))/, zh: /[、，](?![^（）]*）)/ } as const
const comma = { en: ', ', zh: '、' } as const
const languages = ['en', 'zh'] as const

const wordsIn = (language: 'en' | 'zh', all: readonly OwnWord[]) => {
  const pattern = (words: readonly OwnWord[]): RegExp | undefined =>
    words.length === 0
      ? undefined
      : new RegExp(language === 'en' ? `\\b(?:${escaped(words)})\\b` : escaped(words), 'gi')
  const words = all.filter(one => one.language === language)
  const own = new Map(words.map(one => [one.word.toLowerCase(), one.own]))
  const [named, gone] = [pattern(words.filter(one => one.own !== '')), pattern(words.filter(one => one.own === ''))]
  return {
    isGone: (text: string): boolean => gone !== undefined && text.search(gone) >= 0,
    inOwn: (text: string): string =>
      named === undefined
        ? text
        : text.replace(named, found => {
            const word = own.get(found.toLowerCase())!
            return found[0] === found[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1)
          }),
  }
}

/**
 * A word with an empty one in its place is of what the nation has not: rows and lines that are named for it, items of
 * lists in a table, and sentences that speak of it are left out.
 */
export const inOwnWords = (report: Report, words: readonly OwnWord[] | undefined): Report => {
  if (words === undefined) return report
  const by = { en: wordsIn('en', words), zh: wordsIn('zh', words) }
  const itemsOf = (text: string, language: 'en' | 'zh'): string[] => text.split(between[language])
  const isGone = (text: unknown): boolean =>
    isText(text) && languages.some(language => by[language].isGone(itemsOf(text[language], language)[0]!))
  const item = (text: string, language: 'en' | 'zh'): string => {
    const items = itemsOf(text, language)
    const kept = items.filter(one => !by[language].isGone(one))
    return by[language].inOwn(kept.length === items.length ? text : kept.join(comma[language]))
  }
  const whole = (text: string, language: 'en' | 'zh'): string => {
    const kept = text.split(ends[language]).filter(sentence => !by[language].isGone(sentence))
    return by[language].inOwn(kept.join(language === 'en' ? ' ' : '').replace(/[;；]$/, language === 'en' ? '.' : '。'))
  }
  const left = (text: Text): Text => ({ en: whole(text.en, 'en'), zh: whole(text.zh, 'zh') })
  const isLeftOut = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(isGone)
    if (!isPlain(value)) return false
    const { names, name, message } = value
    const said = isPlain(message) && isText(message['text']) ? message['text'] : message
    return [names, name].some(isGone) || (isText(said) && left(said).en === '')
  }
  const changed = (value: unknown): unknown => {
    if (isText(value)) {
      const text = left(value)
      return { ...value, ...(text.en === '' || text.zh === '' ? {} : text) }
    }
    if (Array.isArray(value))
      return value
        .filter(one => !isLeftOut(one))
        .map(one => (isText(one) ? { ...one, en: item(one.en, 'en'), zh: item(one.zh, 'zh') } : changed(one)))
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one)])) : value
  }
  return changed(report) as Report
}
