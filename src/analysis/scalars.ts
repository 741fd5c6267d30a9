/** Values of a member for a sensitivity analysis: outcomes at a given time, and the verdict on the member. */

import { usage } from './messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { declaredOutcomes } from '../engine/recording.ts'
import type { MemberBlock } from '../engine/run/runner.ts'
import { parseOutcome } from '../engine/outcome-address.ts'
import { classNames, criteria, type FutureClass, isResilient } from '../model/criteria.ts'
import { unknownWord } from './usage.ts'
import { type OpenRegion, timeOf } from './simulation.ts'
import { futureClasses, memberCriteria, type MemberVerdict, verdictSeries } from './fold.ts'

/** Words for numbers of the verdict. */
export const verdictWords: readonly string[] = ['score', ...futureClasses, ...memberCriteria, 'recession', 'slump']

/** Is it a number of the verdict, or an outcome at a time? Complains when it is neither. */
export const checkScalar = (open: OpenRegion, text: string): 'verdict' | 'outcome' => {
  if (verdictWords.includes(text)) {
    if (verdictSeries(open) !== undefined) return 'verdict'
    throw new UsageError(usage.noVerdict({ text }))
  }
  if (text === 'C7') throw new UsageError(usage.ofEnsemble())
  const name = text.replace(/[[@].*$/, '').trim()
  if (!open.linked.variables.has(name)) {
    const known = [...verdictWords, ...declaredOutcomes(open.linked)]
    throw unknownWord('outcome', name, known, { shown: ['name@year', ...verdictWords] })
  }
  parseOutcome(open.linked, text, timeOf(open))
  return 'outcome'
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
    ...(verdict === undefined ? [] : [...memberCriteria, 'recession', 'slump', 'classIfResilient', 'classOtherwise']),
  ],
  read: (block, lane, into, row, rows) => {
    let column = 0
    const put = (value: number): void => {
      into[column++ * rows + row] = value
    }
    for (const { read } of keep) put(read(block, lane))
    if (verdict === undefined) return
    const { judgement, classIfResilient, classOtherwise } = verdict.judge(block, lane)
    for (const id of memberCriteria) put(judgement.met[id] === true ? 1 : 0)
    put(judgement.recession ? 1 : 0)
    put(judgement.slump ? 1 : 0)
    put(futureClasses.indexOf(classIfResilient))
    put(futureClasses.indexOf(classOtherwise))
  },
})

/** By the names of `scalarReader`. */
export type ScalarColumns = ReadonlyMap<string, Float64Array>

/** The number that a word stands for, row by row. Rows below `independent` decide whether the ensemble is resilient. */
export const scalarValues = (columns: ScalarColumns, text: string, independent: number): Float64Array => {
  const column = (name: string): Float64Array => {
    const found = columns.get(name)
    if (found === undefined) throw new Error(`'${name}' was not read.`)
    return found
  }
  if (!verdictWords.includes(text) || columns.has(text)) return column(text)
  const recessions = column('recession').subarray(0, independent)
  const resilient = isResilient(
    recessions.reduce((sum, value) => sum + value, 0),
    independent,
  )
  if (text === 'score') {
    const met = memberCriteria.map(column)
    return column('recession').map((_, row) => met.reduce((sum, one) => sum + one[row], resilient ? 1 : 0))
  }
  const wanted = futureClasses.indexOf(text as (typeof futureClasses)[number])
  return column(resilient ? 'classIfResilient' : 'classOtherwise').map(kind => (kind === wanted ? 1 : 0))
}

const eventTitles: Readonly<Record<string, string>> = {
  recession: 'output falling in two consecutive quarters of 2036–37',
  slump: 'output more than 2 % below a year earlier at some time in 2033–37',
}

/** "Criteria met, of 8". */
export const scalarTitle = (open: OpenRegion, text: string): string => {
  if (text === 'score') return `criteria met, of ${criteria.length}`
  if (futureClasses.includes(text as FutureClass))
    return `1 for simulations of the class “${classNames[text as FutureClass]}”`
  if (text in eventTitles) return `1 for simulations with ${eventTitles[text]}`
  const criterion = criteria.find(({ id }) => id === text)
  if (criterion !== undefined) return `${text} ${criterion.name}: ${criterion.threshold}`
  const name = text.replace(/[[@].*$/, '')
  return open.linked.variables.get(name)?.doc ?? text
}
