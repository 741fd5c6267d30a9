/** Years of a run, as they are given. */

import { UsageError } from '../../language/messages.ts'
import { messages as givenMessages } from '../../texts/given.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { halfWidth } from '../../language/typeset.ts'

/** Both included. */
export const yearsFrom = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

/**
 * '2026,2030' or '2026-2030' -> years of the run, in order and once each; 'all' is each of them; of other years where their
 * first and last are given. `called` names them where
 * one is not in the run, which throws a UsageError.
 */
export const parseYears = (
  open: OpenRegion,
  text: string,
  called: string,
  [first, last] = [Math.floor(open.region.start), open.simulator.horizon.end - 1] as const,
): number[] => {
  const span = (from: number, to: number): string[] => yearsFrom(from, to).map(String)
  const words = text.split(/[,，]/).flatMap(given => {
    const word = halfWidth(given).trim()
    if (text.trim() === 'all') return span(first, last)
    const [, from, to] = /^(\d{4})\s*(?:[-–—:至到]|\.\.|to)\s*(\d{4})$/.exec(word) ?? []
    return from === undefined || Number(to) < Number(from) ? [word] : span(Number(from), Number(to))
  })
  const outside = words.find(word => !/^\d+$/.test(word) || Number(word) < first || Number(word) > last)
  if (outside !== undefined)
    throw new UsageError(
      givenMessages.yearOutside({ option: called, text: words.join(','), word: outside, first, last }),
    )
  return [...new Set(words.map(Number))].toSorted((a, b) => a - b)
}
