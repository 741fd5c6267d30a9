/** Card of an input: value, evidence, source, range, and its effect on the outcome. */

import { lazy, Suspense } from 'react'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import { answerWords } from '../../words/answer.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { Quoted, Sourced } from '../../shell/quoted.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { whyWords } from '../../words/why.ts'
import { equationInWords } from '../../../model/names/variables.ts'
import { gradeOf, useCauseValue, useRowName } from './cause-words.tsx'
import { Touch, type TouchedOutcome, useHandles } from './touch.tsx'

/** Loaded with the first note in Chinese: in English notes are as they were written. */
const ChineseNote = lazy(async () => {
  const { noteText } = await import('../../../model/names/notes.ts')
  return { default: ({ note }: { readonly note: string }) => <Quoted text={noteText(note, 'zh')} /> }
})

export const EvidenceCard = ({
  row,
  region,
  policy,
  assumptions,
  outcome,
}: {
  readonly row: CauseRow
  readonly region: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly outcome: TouchedOutcome
}) => {
  const { words, language } = useTexts(whyWords)
  const { gradeNames } = useWords(answerWords)
  const nameOf = useRowName()
  const valueOf = useCauseValue()
  const handles = useHandles(row, region, { policy, assumptions })
  const grade = gradeOf(row)
  const source = row.origin?.source ?? row.source
  const shown = (one: number): string => {
    const { text, unit } = valueOf(one, row)
    return `${text}${language === 'zh' ? '' : ' '}${unit}`.trim()
  }
  return (
    <div className="card" {...(handles.length === 0 ? { 'aria-live': 'polite' as const } : {})}>
      <h3>{nameOf(row)}</h3>
      {handles.length === 0 ? null : (
        <Touch
          row={row}
          handles={handles}
          region={region}
          policy={policy}
          assumptions={assumptions}
          outcome={outcome}
        />
      )}
      <dl>
        <dt>{words.value}</dt>
        <dd>{shown(row.value)}</dd>
        <dt>{words.kind}</dt>
        <dd>{words.kinds[row.kind] ?? words.computedCard}</dd>
        <dt>{words.grade}</dt>
        <dd>
          <EvidenceDot grade={grade} /> {gradeNames[grade]}
        </dd>
        {source === undefined || source === '' ? null : (
          <>
            <dt>{words.source}</dt>
            <dd>
              <Sourced source={source} region={region} />
              {row.origin?.note === undefined || row.origin.note === '' ? null : (
                <>
                  {' · '}
                  {language === 'zh' ? (
                    <Suspense fallback={null}>
                      <ChineseNote note={row.origin.note} />
                    </Suspense>
                  ) : (
                    <Quoted text={row.origin.note} />
                  )}
                </>
              )}
            </dd>
          </>
        )}
        {row.origin?.year === undefined ? null : (
          <>
            <dt>{words.year}</dt>
            <dd>{String(row.origin.year)}</dd>
          </>
        )}
        {handles.length === 0 && row.kind === 'parameter' ? (
          <>
            <dt>{words.range}</dt>
            <dd>
              {row.origin?.prior === undefined
                ? words.noRange
                : words.to(shown(row.origin.prior.low), shown(row.origin.prior.high))}
            </dd>
          </>
        ) : null}
        {row.texts.length === 0 || row.kind === 'parameter' || handles.length > 0 ? null : (
          <>
            <dt>{words.equation}</dt>
            <dd>{equationInWords(row.texts, language)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
