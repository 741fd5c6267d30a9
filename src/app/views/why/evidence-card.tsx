/** Card of an input: value, evidence, source, range, and its effect on the outcome and on the result. */

import { lazy, Suspense } from 'react'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { InputSensitivity, InputSensitivitySettings } from '../../../analysis/evidence/evidence-ranking.ts'
import { criterionIds } from '../../../model/criteria.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import { answerWords } from '../../words/answer.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { Quoted, Sourced } from '../../shell/quoted.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAnswer } from '../../state/question.ts'
import { whyWords } from '../../words/why.ts'
import { equationInWords } from '../../../model/names/variables.ts'
import { gradeOf, useCauseValue, useRowName } from './cause-words.tsx'
import { Touch, type TouchedOutcome, useHandles } from './touch.tsx'
import { inputOf, rangeOf } from './uncertain-input.ts'

/** Loaded with the first note in Chinese: in English notes are as they were written. */
const ChineseNote = lazy(async () => {
  const { noteText } = await import('../../../model/names/notes.ts')
  return { default: ({ note }: { readonly note: string }) => <Quoted text={noteText(note, 'zh')} /> }
})

const criteriaOfOne = criterionIds.length

/** Moves of the first, coarse answer and of the last one, which are those of the command line. */
const [coarseMoves, allMoves] = [8, 40]

/** First by a few moves of the input over its range, then by all. */
const useVerdictSensitivity = (region: string, input: Omit<InputSensitivitySettings, 'walks'> | undefined) => {
  const of = (walks: number) => (input === undefined ? undefined : { ...input, walks })
  const coarse = useAnswer('verdictSensitivity', region, of(coarseMoves), 'pool')
  const certain = coarse.done && coarse.data === null
  const fine = useAnswer('verdictSensitivity', region, coarse.done && !certain ? of(allMoves) : undefined, 'pool')
  const { progress, problem } = coarse.done ? fine : coarse
  return {
    /** Undefined while nothing is computed; null where the input is certain. */
    answer: fine.done ? fine.data : coarse.done ? coarse.data : undefined,
    done: fine.done || certain,
    busy: coarse.busy || fine.busy,
    /** Share of the moves made. */
    progress: coarse.done ? progress : (progress * coarseMoves) / allMoves,
    problem,
  }
}

const VerdictSensitivityText = ({
  sensitivity: { answer, done, busy, progress, problem },
}: {
  readonly sensitivity: ReturnType<typeof useVerdictSensitivity>
}) => {
  const { words, language, numbers } = useTexts(whyWords)
  if (answer === null) return <p className="impact">{words.notGuessed}</p>
  const share = numbers.percent(progress, 0)
  const textOf = ({ moves, criteriaChanged, classChanged, revived }: InputSensitivity): string => {
    if (moves === 0) return words.verdictNone
    if (criteriaChanged.value === 0 && classChanged === 0)
      return words.verdictSame(moves, numbers.plain(revived.low, 1), criteriaOfOne)
    return words.verdictText(
      numbers.plain(criteriaChanged.value, 2),
      numbers.plain(criteriaChanged.low, 2),
      numbers.plain(criteriaChanged.high, 2),
      criteriaOfOne,
      numbers.plain(classChanged * moves, 1),
      numbers.plain(revived.low, 1),
      numbers.plain(revived.high, 1),
      moves,
    )
  }
  return (
    <p className="impact">
      <b>{words.verdict}</b> {answer === undefined ? null : textOf(answer)}
      {answer === undefined || language === 'zh' ? null : ' '}
      {done ? null : (
        <span className="pending">
          {problem !== undefined
            ? words.verdictFailed(problem)
            : answer === undefined
              ? words.verdictPending(busy ? share : undefined)
              : words.verdictCoarse(share)}
        </span>
      )}
    </p>
  )
}

export const EvidenceCard = ({
  row,
  region,
  policy,
  assumptions,
  outcome,
  seed,
}: {
  readonly row: CauseRow
  readonly region: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly outcome: TouchedOutcome
  readonly seed: number
}) => {
  const { words, language } = useTexts(whyWords)
  const { gradeNames } = useWords(answerWords)
  const about = useAbout()
  const nameOf = useRowName()
  const valueOf = useCauseValue()
  const handles = useHandles(row, region, { policy, assumptions })
  const input = inputOf(row)
  const sensitivity = useVerdictSensitivity(
    region,
    input === undefined ? undefined : { input, policy, assumptions, seed },
  )
  const grade = gradeOf(row)
  const source = row.origin?.source ?? row.source
  const cells = row.kind === 'datum' ? (sensitivity.answer?.cells ?? []) : []
  const used = rangeOf(row, cells, about?.areas.map(({ id }) => id) ?? [])
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
        {handles.length === 0 && (row.kind === 'parameter' || used !== undefined) ? (
          <>
            <dt>{words.range}</dt>
            <dd>{used === undefined ? words.noRange : words.to(shown(used[0]), shown(used[1]))}</dd>
          </>
        ) : null}
        {row.texts.length === 0 || row.kind === 'parameter' || handles.length > 0 ? null : (
          <>
            <dt>{words.equation}</dt>
            <dd>{equationInWords(row.texts, language)}</dd>
          </>
        )}
      </dl>
      {input === undefined ? null : <VerdictSensitivityText sensitivity={sensitivity} />}
    </div>
  )
}
