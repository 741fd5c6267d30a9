/** Values of a member for a sensitivity analysis: outcomes at a given time, and the verdict on the member. */

import { analysisMessages } from './messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { declaredOutcomes } from '../engine/recording.ts'
import type { MemberBlock } from '../engine/run/runner.ts'
import { type OutcomeAddress, parseOutcome } from '../engine/outcome-address.ts'
import { classOrder, classWords, criteria, criterionIds, criterionText, type FutureClass } from '../model/criteria.ts'
import { windowTo } from '../model/measures.ts'
import { unknownWord } from '../language/usage.ts'
import { type OpenRegion, timeOf } from './simulation.ts'
import { type MemberVerdict, verdictSeries } from './fold.ts'

export const verdictWords: readonly string[] = ['score', ...classOrder, ...criterionIds, 'recession']

/** The outcome at a time that is meant, undefined for a number of the verdict; complains of anything else. */
export const checkScalar = (open: OpenRegion, text: string): OutcomeAddress | undefined => {
  if (verdictWords.includes(text)) {
    if (verdictSeries(open) !== undefined) return undefined
    throw new UsageError(analysisMessages.noVerdict({ text }))
  }
  const name = text.replace(/[[@].*$/, '').trim()
  if (!open.linked.variables.has(name)) {
    const known = [...verdictWords, ...declaredOutcomes(open.linked)]
    throw unknownWord('outcome', name, known, { shown: ['name@year', ...verdictWords] })
  }
  return parseOutcome(open.linked, text, timeOf(open))
}

/** What is read off a member: outcomes by name, and the verdict where there is one. */
export interface Readers {
  readonly keep: ReadonlyArray<{ readonly name: string; readonly read: (block: MemberBlock, lane: number) => number }>
  readonly verdict: MemberVerdict | undefined
}

/** What threads read off each member: the outcomes kept, then the verdict in numbers. */
export const scalarReader = ({
  keep,
  verdict,
}: Readers): {
  readonly names: readonly string[]
  /** Puts the numbers of a member into columns of `rows` each. */
  read(block: MemberBlock, lane: number, into: Float64Array, row: number, rows: number): void
} => ({
  names: [
    ...keep.map(({ name }) => name),
    ...(verdict === undefined ? [] : [...criterionIds, 'recession', ...classOrder]),
  ],
  read: (block, lane, into, row, rows) => {
    let column = 0
    const put = (value: number): void => {
      into[column++ * rows + row] = value
    }
    for (const { read } of keep) put(read(block, lane))
    if (verdict === undefined) return
    const { judgement, scores, weights } = verdict.judge(block, lane)
    for (const score of scores) put(score)
    put(judgement.recession ? 1 : 0)
    for (const name of classOrder) put(weights[name])
  },
})

/** By the names of `scalarReader`. */
export type ScalarColumns = ReadonlyMap<string, Float64Array>

/** The number that a word stands for, row by row. */
export const scalarValues = (columns: ScalarColumns, text: string): Float64Array => {
  const column = (name: string): Float64Array => {
    const found = columns.get(name)
    if (found === undefined) throw new Error(`'${name}' was not read.`)
    return found
  }
  if (text !== 'score') return column(text)
  const scores = criterionIds.map(column)
  return column('recession').map((_, row) => scores.reduce((sum, one) => sum + one[row], 0))
}

/** "Criteria met, of 8". */
export const scalarTitle = (open: OpenRegion, text: string): string => {
  if (text === 'score') return `criteria met, of ${criteria.length}`
  if (classOrder.includes(text as FutureClass))
    return `weight of the simulation in the class “${classWords[text as FutureClass].names.en}”`
  if (text === 'recession')
    return `1 for simulations with output falling in two consecutive quarters of ${windowTo - 1}–${windowTo % 100}`
  const criterion = criteria.find(({ id }) => id === text)
  if (criterion !== undefined) return `${text} ${criterion.names.en}: ${criterionText(criterion, 'en')}`
  const name = text.replace(/[[@].*$/, '')
  return open.linked.variables.get(name)?.doc ?? text
}
