/** Years as they are given on the command line. */

import { UsageError } from '../language/reported-error.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { commandMessages } from './messages.ts'

/** '2026,2030' -> years of the run, in order; 'all' is each of them. */
export const parseYears = ({ region, simulator }: OpenRegion, text: string): number[] => {
  const [first, last] = [Math.floor(region.start), simulator.horizon.end - 1]
  if (text.trim() === 'all') return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const years = text.split(',').map(word => {
    const year = Number(word)
    if (/^\s*\d+\s*$/.test(word) && year >= first && year <= last) return year
    throw new UsageError(commandMessages.yearOutside({ text, word: word.trim(), first, last }))
  })
  return [...new Set(years)].toSorted((a, b) => a - b)
}
