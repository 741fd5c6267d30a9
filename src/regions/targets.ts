/** Reads targets.csv: the series with which the model is compared. */

import { exp } from '../language/elementary.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { type FindYears, LevelError, yearsOf } from './past-level.ts'
import { type PackProblem, PackError } from './problems.ts'
import { readRows } from './rows.ts'
import type { ReadText, RegionData } from './types.ts'

/** One series and the outcome of the model that corresponds to it. */
export interface TargetRow {
  readonly name: string
  /** Chain of series; later links carry the first one back in time by their growth. */
  readonly of: string
  /** A variable of the model, over areas. */
  readonly outcome: string
  /** Its value in the year before the start: a datum or base, or 'first' for the first step brought back to that year. */
  readonly start: string
  /** Mean of the year, or what stands at its end. */
  readonly when: 'mean' | 'end'
  /** Misses are differences of logarithms, of levels, or of yearly growth (logarithmic, mean since the origin). */
  readonly scale: 'log' | 'level' | 'growth'
  readonly from: number
  /** Last year, where the series changes its scope after it. */
  readonly to?: number
  /** Yearly growth of the nation that goes with the series, as names of paths to be added up; none for what has no such path. */
  readonly nation: readonly string[]
  /** Standard deviation of measurement, in the scale, for a figure of the best grade found. */
  readonly error: number
  readonly note?: string
}

export const readTargets = (read: ReadText, region: RegionData): TargetRow[] => {
  const file = `${region.context}/targets.csv`
  const problems: PackProblem[] = []
  const columns = ['name', 'of', 'outcome', 'start', 'when', 'scale', 'nation', 'from', 'to', 'error', 'note']
  const text = read(file)
  if (text === undefined) {
    problems.push({ file, message: fault.fileMissing(), fix: fix.addTargets() })
    throw new PackError(region.id, problems)
  }
  const seen = new Set<string>()
  const rows = readRows({ file, text, sources: {}, problems }, columns).map((row): TargetRow => {
    const { name = '', of = '', outcome = '', start = '', when = '', scale = '', nation = '', note = '' } = row.fields
    if (seen.has(name)) row.complain('name', fault.twice({ key: name }), fix.keepOne())
    seen.add(name)
    if (when !== 'mean' && when !== 'end') row.complain('when', fault.noTimeOfYear({ word: when }), fix.writeWhen())
    if (scale !== 'log' && scale !== 'level' && scale !== 'growth')
      row.complain('scale', fault.unknownScale({ word: scale }), fix.writeScale())
    if (start === '') row.complain('start', fault.startMissing(), fix.writeStart())
    const error = row.number('error')
    const to = row.numberIfAny('to')
    if (!(error > 0)) row.complain('error', fault.errorNotPositive({ value: error }), fix.positiveError())
    return {
      name,
      of,
      outcome,
      start,
      when: when === 'end' ? 'end' : 'mean',
      scale: scale === 'level' || scale === 'growth' ? scale : 'log',
      nation: nation === '' ? [] : nation.split('+'),
      from: row.number('from'),
      ...(to === undefined ? {} : { to }),
      error,
      ...(note === '' ? {} : { note }),
    }
  })
  if (problems.length > 0) throw new PackError(region.id, problems)
  return rows
}

/** Observations of a target, year by year; empty where the area has no such series. */
export const observedOf = (target: TargetRow, find: FindYears): ReadonlyMap<number, number> => {
  const [first, ...older] = target.of.split(';').flatMap(link => {
    try {
      return [yearsOf(link, find)]
    } catch (error) {
      if (error instanceof LevelError) return []
      throw error
    }
  })
  if (first === undefined) return new Map()
  const all = new Map(first)
  for (const link of older) {
    const start = Math.min(...all.keys())
    const scale = all.get(start)! / (link.get(start) ?? Number.NaN)
    if (!Number.isFinite(scale)) continue
    for (const [year, value] of link) if (year < start) all.set(year, value * scale)
  }
  const { from, to = Infinity } = target
  return new Map([...all].filter(([year]) => year >= from && year <= to).toSorted(([a], [b]) => a - b))
}

/** From the target's scale back to its unit. */
export const fromScale = (target: TargetRow, value: number): number => (target.scale === 'log' ? exp(value) : value)
