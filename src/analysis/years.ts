/** Years of a run, as they are given. */

import { UsageError } from '../language/reported-error.ts'
import { messages as givenMessages } from '../texts/given.ts'
import type { OpenRegion } from './simulation.ts'
import { halfWidth } from '../language/half-width.ts'

const spanOf = ({ region, simulator }: OpenRegion): readonly [first: number, last: number] => [
  Math.floor(region.start),
  simulator.horizon.end - 1,
]

/** In order and once each; `option` names them where one is not in the run, which throws a UsageError. */
const checkedYears = (open: OpenRegion, option: string, given: ReadonlyArray<string | number>): number[] => {
  const [first, last] = spanOf(open)
  const years = given.map(one => {
    const word = halfWidth(String(one)).trim()
    const year = Number(word)
    if (/^\d+$/.test(word) && year >= first && year <= last) return year
    throw new UsageError(givenMessages.yearOutside({ option, text: given.join(','), word, first, last }))
  })
  return [...new Set(years)].toSorted((a, b) => a - b)
}

/** '2026,2030' or '2026-2030' -> years of the run, in order; 'all' is each of them. */
export const parseYears = (open: OpenRegion, text: string): number[] => {
  const [first, last] = spanOf(open)
  if (text.trim() === 'all') return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return checkedYears(
    open,
    '--years',
    text.split(/[,，]/).flatMap(word => {
      const [, from, to] = /^\s*(\d{4})\s*[-–—:至]\s*(\d{4})\s*$/.exec(halfWidth(word)) ?? []
      if (from === undefined || Number(to) < Number(from)) return [word]
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at))
    }),
  )
}

/** 2030.25 -> '2030, quarter 2'. */
export const quarterOf = (time: number): string => {
  const year = Math.floor(time + 1e-6)
  return `${year}, quarter ${Math.round((time - year) * 4) + 1}`
}
