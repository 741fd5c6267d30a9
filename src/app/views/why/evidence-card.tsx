/** Where a number comes from: value, grade, source, range used, and how far the outcome moves over that range. */

import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import { answerWords } from '../../words/answer.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { whyWords } from '../../words/why.ts'
import { equationInWords } from '../../words/terms/variables.ts'
import { gradeOf, useCauseValue, useRowName } from './cause-words.tsx'
import type { ShownOutcome } from './outcome.ts'

export const EvidenceCard = ({
  row,
  region,
  policy,
  assumptions,
  outcome,
  address,
}: {
  readonly row: CauseRow | undefined
  readonly region: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly outcome: ShownOutcome
  readonly address: string
}) => {
  const words = useWords(whyWords)
  const { gradeNames } = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const about = useAbout()
  const nameOf = useRowName()
  const valueOf = useCauseValue()
  const prior = row?.origin?.prior
  const label = row === undefined ? undefined : Object.values(row.labels)[0]
  const range: readonly [number, number] | undefined =
    prior !== undefined && 'low' in prior && 'high' in prior ? [Number(prior.low), Number(prior.high)] : undefined
  const reach = useAnswer(
    'reach',
    region,
    row === undefined || range === undefined
      ? undefined
      : {
          policy,
          assumptions,
          outcome: address,
          parameter: label === undefined || row.kind !== 'parameter' ? row.name : `${row.name}[${label}]`,
          range,
        },
  )
  if (row === undefined) return <p className="note">{words.pick}</p>
  const value = valueOf(row.value, row)
  const grade = gradeOf(row)
  const source = row.origin?.source ?? row.source
  const known = source === undefined ? undefined : about?.sources[source]
  const shown = (one: number): string => {
    const { text, unit } = valueOf(one, row)
    return `${text} ${unit}`.trim()
  }
  return (
    <div className="card" role="region" aria-live="polite" aria-label={words.from}>
      <h3>{nameOf(row)}</h3>
      <dl>
        <dt>{words.value}</dt>
        <dd>
          {value.text} {value.unit}
        </dd>
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
              {source}
              {known === undefined ? null : `, ${known.what}`}
              {row.origin?.note === undefined || row.origin.note === '' ? null : ` · ${row.origin.note}`}
            </dd>
          </>
        )}
        {row.origin?.year === undefined ? null : (
          <>
            <dt>{words.year}</dt>
            <dd>{String(row.origin.year)}</dd>
          </>
        )}
        {row.kind === 'parameter' ? (
          <>
            <dt>{words.range}</dt>
            <dd>{range === undefined ? words.noRange : words.to(shown(range[0]), shown(range[1]))}</dd>
          </>
        ) : null}
        {row.text === '' || row.kind === 'parameter' ? null : (
          <>
            <dt>{words.equation}</dt>
            <dd>{equationInWords(row.text, language)}</dd>
          </>
        )}
      </dl>
      {range === undefined || reach.data === undefined || !reach.done ? null : (
        <p className="impact">
          <b>{words.matters}</b>{' '}
          {words.mattersText(
            outcome.short,
            outcome.value(reach.data[0]),
            `${outcome.value(reach.data[1])}${numbers.language === 'zh' ? '' : ' '}${outcome.unit}`,
          )}
        </p>
      )}
    </div>
  )
}
