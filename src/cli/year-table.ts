/** Key outcomes of a run by year, for the tables of `run` and `compare`. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import { readRun } from '../engine/run/reader.ts'
import type { Run } from '../engine/run.ts'
import type { Scope } from '../model/measures.ts'
import { unknownWord } from '../analysis/usage.ts'
import { type Indicator, inRegion, outcomeIndicators, inYear } from '../analysis/outcomes.ts'
import type { OpenRegion } from '../analysis/simulation.ts'

/** The region as a whole, or the place of one of its areas. */
export type Where = { readonly scope: Scope; readonly element: number; readonly name: string }

export const wholeRegion = ({ region }: OpenRegion): Where => ({ scope: 'region', element: 0, name: region.names.en })

/** An area by id or English name. */
export const areaCalled = ({ region }: OpenRegion, word: string): Where => {
  const wanted = word.toLowerCase()
  const element = region.areas.findIndex(
    id => id.toLowerCase() === wanted || region.areaNames[id].en.toLowerCase() === wanted,
  )
  if (element >= 0) return { scope: 'area', element, name: region.areaNames[region.areas[element]].en }
  const names = region.areas.flatMap(id => [id, region.areaNames[id].en])
  throw unknownWord('area', word, names, { of: region.id, shown: region.areas })
}

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

export const defaultYears = ({ region, simulator }: OpenRegion): number[] => {
  const [first, last] = [Math.floor(region.start) + 1, simulator.horizon.end - 1]
  return [...new Set([first, 2026, 2030, 2035, last])]
    .filter(year => year >= first && year <= last)
    .toSorted((a, b) => a - b)
}

export interface YearRow {
  readonly indicator: Indicator
  /** By year; undefined where a growth rate has no year before. */
  readonly values: ReadonlyArray<number | undefined>
}

export const yearRows = (open: OpenRegion, run: Run, where: Where, years: readonly number[]): YearRow[] => {
  const { region } = open
  const view = readRun(run, where.element)
  return outcomeIndicators.map(indicator => ({
    indicator: inRegion(indicator, region),
    values: years.map(year => inYear(view, indicator, where.scope, year, region.start)),
  }))
}
