/** Finds the claim that a sentence of the reader comes nearest to, by the words that they share; rare words tell most. */

import { ln } from '../../../language/elementary.ts'
import { languageOf } from '../../../language/typeset.ts'
import type { ClaimResult } from './judge.ts'

/** Words that stand in any sentence. */
const common = new Set(
  'a an and are as at be been but by can do does for from had has have if in into is it its no not of on or so than that the their them there they this to up was were what which who will with would'.split(
    ' ',
  ),
)

const stemOf = (word: string): string =>
  word.length < 5 ? word.replace(/s$/, '') : word.replace(/(?:ing|ers?|ed|e?s|ies|y|e)$/, '')

/** Words of an English text; numerals of a Chinese one, and its pairs of neighbours without those that only join. */
const termsOf = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?|[二三四五六七八九半岁]/g) ?? []
  const runs = text.match(/[\u4e00-\u9fff]+/g) ?? []
  const pairs = runs
    .flatMap(run => run.split(/[的了在是和与也已就都将被把而于]/))
    .flatMap(run => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)))
  return new Set([...words.filter(word => !common.has(word)).map(stemOf), ...pairs])
}

/** Of the weight of both texts: below it they share no more than any two sentences about a region do. */
const least = 0.15

/** The number of the nearest claim, in the language of the sentence; undefined where none is near. */
export const nearestClaim = (
  sentence: string,
  claims: ReadonlyArray<Pick<ClaimResult, 'id' | 'claim' | 'test' | 'evidence'>>,
): string | undefined => {
  const language = languageOf(sentence)
  const asked = termsOf(sentence)
  const texts = claims.map(({ id, claim, test, evidence }) => {
    const more = [test, ...evidence.map(({ says }) => says)].map(text => text[language])
    return { id, own: termsOf(claim[language]), all: termsOf([claim[language], ...more].join(' ')) }
  })
  const weightOf = (term: string): number =>
    ln((1 + texts.length) / (0.5 + texts.filter(({ all }) => all.has(term)).length)) ** 2
  const weigh = (terms: Set<string>): number => [...terms].reduce((sum, term) => sum + weightOf(term), 0)
  const near = texts.map(({ id, own, all }) => {
    // The claim itself tells more than its test and its evidence add.
    const [said, added] = [own, all].map(of => weigh(new Set([...asked].filter(term => of.has(term)))))
    const shared = said! + added! / 2
    return { id, score: shared / 1.5 / Math.sqrt(weigh(asked) * weigh(own) || 1) }
  })
  const [first] = near.toSorted((one, other) => other.score - one.score)
  return first !== undefined && first.score >= least ? first.id : undefined
}
