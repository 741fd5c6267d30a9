/** Words and numbers that people write: found, or refused with what was probably meant. */

import { nearest } from './errors.ts'
import { halfWidth } from './typeset.ts'
import { type Message, UsageError } from './messages.ts'
import { messages as usage } from '../texts/usage.ts'
import kinds from '../texts/word-kinds.ts'

export type WordKind = keyof typeof kinds.en

export interface WordHelp {
  /** The thing of which the word would have been part, such as the variable of a label. */
  readonly of?: string
  /** Known words as they are listed; all of them when absent. */
  readonly shown?: readonly string[]
  /** The command that lists them, where they are many. */
  readonly command?: string
}

/** "unknown lever 'publicInvestmnt'; did you mean 'publicInvestment'?", or where to look when nothing is near. */
export const unknownMessage = (
  kind: WordKind,
  word: string,
  known: Iterable<string>,
  { of = '', shown, command = '' }: WordHelp = {},
): Message => {
  const list = [...known]
  return usage.unknown({
    kind: { en: kinds.en[kind], zh: kinds.zh[kind] },
    word,
    of,
    meant: nearest(word, list),
    known: (shown ?? list).join(', '),
    command,
  })
}

export const unknownWord = (kind: WordKind, word: string, known: Iterable<string>, help?: WordHelp): UsageError =>
  new UsageError(unknownMessage(kind, word, known, help))

/** The word itself, where it is one of those that are known. */
export const oneOf = <Word extends string>(kind: WordKind, word: string, known: readonly Word[]): Word => {
  const found = known.find(one => one === word)
  if (found === undefined) throw unknownWord(kind, word, known)
  return found
}

/** A number as people write it: '1', '-.5', '2e3'; undefined for other words, such as '0x10', and for infinity. */
export const typedNumber = (given: string): number | undefined => {
  const text = halfWidth(given)
  const value = Number(text)
  return /^\s*[+-]?\.?\d[\d.]*(?:e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(value) ? value : undefined
}

/** A whole number from `least` to `most`, as typed. */
export const wholeNumber = (option: string, text: string, least: number, most: number): number => {
  const written = halfWidth(text)
  const value = Number(written)
  if (/^\d+$/.test(written) && value >= least && value <= most) return value
  throw new UsageError(usage.wholeNumber({ option, text, least, most }))
}

/** Of random numbers. */
export const seedFrom = (option: string, text: string): number => wholeNumber(option, text, 0, 2 ** 32 - 1)
