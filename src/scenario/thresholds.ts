/** Thresholds of the criteria, as they are given. */

import { UsageError, type Message } from '../language/messages.ts'
import { standardThresholds, type Thresholds } from '../model/criteria.ts'
import { measures } from '../model/measures.ts'
import { messages as givenMessages } from '../texts/given.ts'
import { times } from '../regions/own/unit-slips.ts'
import { halfWidth } from '../language/typeset.ts'
import { typedNumber, unknownWord } from '../language/usage.ts'

/** Beyond this fraction of one a threshold was meant in per cent. */
const farthest = 2

/** The message on a number given in per cent where a fraction of one is wanted: its meaning, and the way to write it. */
export const percentGiven = (value: string | number): Message =>
  givenMessages.percent({ value, hundred: times(value, 100), hundredth: times(value, 0.01) })

/**
 * Beyond these, a bound of a fraction of one was meant in per cent: shares and rates stay well below the first (ratios of
 * heads, as in contributorsPerPensioner, need not), debts and wealth over a year's output below the second.
 */
export const mostPlausible = (name: string, unit: string): number => {
  if (unit === 'year') return /(ToGdp|Ratio)$/.test(name) ? 10 : Infinity
  return (unit === 'share' || unit === '1/year') && !/Per[A-Z]/.test(name) ? farthest : Infinity
}

/** The fault of a threshold of a known measure. */
export const thresholdProblem = (name: string, value: number): Message | undefined =>
  Math.abs(value) > farthest ? givenMessages.thresholdOutside({ name, value, meaning: percentGiven(value) }) : undefined

/** 'unemployment=0.06'. Throws a UsageError for another measure, or no number. */
export const thresholdsFrom = (words: readonly string[]): Thresholds => {
  const ids = measures.map(({ id }) => id)
  const moved: Record<string, number> = {}
  for (const text of words.map(halfWidth)) {
    const [, id = '', value = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [undefined, text]
    const threshold = typedNumber(value)
    if (Object.hasOwn(moved, id)) throw new UsageError(givenMessages.thresholdTwice({ id }))
    if (!ids.includes(id)) throw unknownWord('measure', id, ids)
    if (threshold === undefined) throw new UsageError(givenMessages.noThreshold({ text }))
    const problem = thresholdProblem(id, threshold)
    if (problem !== undefined) throw new UsageError(problem)
    moved[id] = threshold
  }
  return { ...standardThresholds, ...moved }
}
