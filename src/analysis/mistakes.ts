/** What a person typed that cannot be meant: told with what was probably meant, and the exit code 2. */

import { nearest } from '../language/errors.ts'

/** A wrong word, value or file of the person at the command line; no fault of the model or of the data. */
export class Mistake extends Error {}

/** "unknown lever 'publicInvestmnt'; did you mean 'publicInvestment'?", or where to look when nothing is near. */
export const unknownWord = (what: string, word: string, known: Iterable<string>, look: string): Mistake => {
  const meant = nearest(word, known)
  return new Mistake(`unknown ${what} '${word}'; ${meant === undefined ? look : `did you mean '${meant}'?`}`)
}

/** A whole number from `least` to `most`, as typed. */
export const wholeNumber = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new Mistake(`${option} ${text}: give a whole number from ${least} to ${most}`)
}
