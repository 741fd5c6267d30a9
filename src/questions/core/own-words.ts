/** A report in the words of a nation: its own for those of China, and nothing of what it has not. */

import type { OwnWord } from '../../regions/types.ts'
import type { Report, Text } from './report.ts'

type Language = keyof Text

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isText = (value: unknown): value is Text =>
  isPlain(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string'

/** Marks between sentences, and between the items of a list, but for those in brackets; what stands in brackets. */
const marks = {
  en: { sentence: /(?<=[.;]) +/, space: ' ', item: /, (?![^()]*\))/, comma: ', ', aside: / \([^()]*\)/g },
  zh: { sentence: /(?<=[。；])/, space: '', item: /[、，](?![^（）]*）)/, comma: '、', aside: /（[^（）]*）/g },
} as const

const wordsIn = (language: Language, all: readonly OwnWord[]) => {
  const { sentence, space, item, comma, aside } = marks[language]
  // Of two words that begin alike the longer one is meant.
  const words = all.filter(one => one.language === language).toSorted((a, b) => b.word.length - a.word.length)
  const either = `(?:${words.map(({ word }) => word).join('|') || '(?!)'})`
  const pattern = new RegExp(language === 'en' ? `\\b${either}\\b` : either, 'gi')
  const own = new Map(words.map(one => [one.word.toLowerCase(), one.own]))
  const isGone = (text: string): boolean =>
    (text.match(pattern) ?? []).some(found => own.get(found.toLowerCase()) === '')
  const withoutAsides = (text: string): string => text.replace(aside, part => (isGone(part) ? '' : part))
  const inOwn = (text: string): string =>
    text.replace(pattern, found => {
      const word = own.get(found.toLowerCase())!
      return found[0] === found[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1)
    })
  /** Without the parts that speak of what is gone. */
  const left = (given: string, between: RegExp, joint: string): string => {
    const text = withoutAsides(given)
    const parts = text.split(between)
    const kept = parts.filter(part => !isGone(part))
    const end = language === 'en' ? '.' : '。'
    return inOwn(kept.length === parts.length ? text : kept.join(joint).replace(/[;；]$/, end))
  }
  return {
    isGone: (text: string): boolean => isGone(withoutAsides(text).split(item)[0]!),
    sentences: (text: string): string => left(text, sentence, space),
    items: (text: string): string => left(text, item, comma),
  }
}

/**
 * A word with an empty one in its place is of what the nation has not: rows and lines that are named for it, items of
 * lists in a table, and sentences that speak of it are left out.
 */
export const inOwnWords = (report: Report, words: readonly OwnWord[] | undefined): Report => {
  if (words === undefined) return report
  const by = { en: wordsIn('en', words), zh: wordsIn('zh', words) }
  const isGone = (text: unknown): boolean => isText(text) && (by.en.isGone(text.en) || by.zh.isGone(text.zh))
  const whole = ({ en, zh }: Text): Text => ({ en: by.en.sentences(en), zh: by.zh.sentences(zh) })
  const isLeftOut = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(isGone)
    if (!isPlain(value)) return false
    const { names, name, message } = value
    const said = isPlain(message) && isText(message['text']) ? message['text'] : message
    return isGone(names) || isGone(name) || (isText(said) && whole(said).en === '')
  }
  const changed = (value: unknown): unknown => {
    if (isText(value)) return { ...value, ...(whole(value).en === '' ? {} : whole(value)) }
    if (Array.isArray(value))
      return value
        .filter(one => !isLeftOut(one))
        .map(one => (isText(one) ? { ...one, en: by.en.items(one.en), zh: by.zh.items(one.zh) } : changed(one)))
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one)])) : value
  }
  return changed(report) as Report
}
