/**
 * Compares stylised facts of the past with the run started before each: reproduced, missed by how much, or no figure.
 */

import { exp, ln } from '../../src/language/elementary.ts'
import type { FactRow } from './facts.ts'
import { type Past, seriesFinder } from '../../src/regions/past.ts'
import { observedOf, type TargetRow } from '../../src/regions/targets.ts'
import type { RegionData } from '../../src/regions/types.ts'
import type { Reopened } from '../../src/analysis/hindcast/reopen.ts'

export interface FactFinding {
  readonly id: string
  readonly what: string
  readonly area: string
  /** In %, or points. Undefined where there is no figure. */
  readonly published: number | undefined
  readonly measured: number | undefined
  readonly verdict: 'reproduced' | 'missed' | 'no figure'
  /** Distance outside the tolerance, in points; 0 when inside. */
  readonly missedBy: number
  readonly note: string
}

/** Level of a target at the end of a year relative to the year before the run, in the target's scale. */
type Moved = (series: string, year: number) => number | undefined

const valueOf = (fact: FactRow, moved: Moved): number | undefined => {
  const of = (year: number): number | undefined => {
    const first = moved(fact.series, year)
    const second = fact.less === '' ? 0 : moved(fact.less, year)
    return first === undefined || second === undefined ? undefined : first - second
  }
  const [before, after] = [of(fact.from - 1), of(fact.to)]
  if (before === undefined || after === undefined) return undefined
  const change = after - before
  if (fact.kind === 'points') return 100 * change
  if (fact.kind === 'growth') return 100 * (exp(change / (fact.to - fact.from + 1)) - 1)
  return 100 * (exp(change) - 1)
}

export const measureFacts = (
  region: RegionData,
  past: Past,
  targets: readonly TargetRow[],
  facts: readonly FactRow[],
  reopened: readonly Pick<Reopened, 'start' | 'central'>[],
): FactFinding[] => {
  const finder = seriesFinder(region, past)
  const rows = new Map(targets.map(target => [target.name, target]))
  return facts.flatMap(fact =>
    fact.areas.map((area): FactFinding => {
      const base = { id: fact.id, what: fact.what, area, note: fact.note }
      const run = reopened.find(({ start }) => start === fact.opened)
      if (fact.kind === 'none' || run === undefined) {
        return { ...base, published: undefined, measured: undefined, verdict: 'no figure', missedBy: 0 }
      }
      const observed: Moved = (series, year) => {
        const target = rows.get(series)
        const seen = target === undefined ? undefined : observedOf(target, finder(area)).get(year)
        return seen === undefined || target === undefined ? undefined : target.scale === 'level' ? seen : ln(seen)
      }
      const published = fact.published ?? valueOf(fact, observed)
      const measured = valueOf(fact, (series, year) => (year === fact.opened - 1 ? 0 : run.central(series, area, year)))
      if (published === undefined || measured === undefined) {
        return { ...base, published, measured, verdict: 'no figure', missedBy: 0 }
      }
      const miss = measured - published
      const missedBy = miss > fact.high ? miss - fact.high : miss < fact.low ? miss - fact.low : 0
      return { ...base, published, measured, verdict: missedBy === 0 ? 'reproduced' : 'missed', missedBy }
    }),
  )
}
