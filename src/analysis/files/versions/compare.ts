/** Compares two versions: lists all outcomes by the size of their change, and splits that of some of them. */

import { declaredOutcomes } from '../../../engine/recording.ts'
import { readRun } from '../../../engine/run/reader.ts'
import type { LinkedModel } from '../../../language/linked.ts'
import { catalogue, readingOf } from '../../../outcomes/catalogue.ts'
import type { VersionChange } from './changes.ts'
import { type Split, splitBetween, type SplitTask } from './split.ts'

export interface OutcomeChange {
  readonly outcome: string
  readonly unit: string
  readonly doc: string
  readonly before: number
  readonly after: number
  /** Relative to the larger of the two; between 0 and 2. */
  readonly size: number
}

export interface VersionComparison extends Split {
  readonly year: number
  readonly outcomes: readonly OutcomeChange[]
  /** Outcomes that only one of the versions has. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
  readonly changes: readonly VersionChange[]
}

export interface CompareTask extends SplitTask {
  /** Outcomes with their times, such as 'regionOutput@2037'. */
  readonly headlines: readonly string[]
  readonly year: number
}

/** The outcomes that are split unless others are named. */
export const headlinesOf = (year: number): readonly string[] =>
  catalogue
    .filter(({ headline }) => headline === true)
    .map(({ variables: [name], reading }) => `${name}@${year}${reading === 'end' ? 'Q4' : ''}`)

/** Outcomes of the region as a whole, or of its one area. */
const regional = (linked: LinkedModel): string[] =>
  declaredOutcomes(linked).filter(name => linked.variables.get(name)!.size === 1)

const bySize = (a: OutcomeChange, b: OutcomeChange): number => b.size - a.size || (a.outcome < b.outcome ? -1 : 1)

export const compareVersions = async ({ headlines, year, ...task }: CompareTask): Promise<VersionComparison> => {
  const inBoth = (first: LinkedModel, second: LinkedModel): string[] => {
    const old = new Set(regional(first))
    return regional(second).filter(name => old.has(name))
  }
  const { ends, ...split } = await splitBetween(task, headlines, inBoth)
  const [first, second] = ends.map(({ linked }) => linked)
  const [old, now] = [first, second].map(regional)
  const outcomes = inBoth(first, second).map((outcome): OutcomeChange => {
    const variable = second.variables.get(outcome)!
    const [from, to] = ends.map(({ run }) => {
      const reader = readRun(run)
      return readingOf(variable) === 'end' ? reader.last(outcome, year) : reader.mean(outcome, year)
    })
    const scale = Math.max(Math.abs(from), Math.abs(to))
    return {
      outcome,
      unit: variable.unitText,
      doc: variable.doc,
      before: from,
      after: to,
      size: scale === 0 ? 0 : Math.abs(to - from) / scale,
    }
  })
  return {
    year,
    outcomes: outcomes.toSorted(bySize),
    gone: old.filter(name => !now.includes(name)),
    added: now.filter(name => !old.includes(name)),
    ...split,
  }
}
