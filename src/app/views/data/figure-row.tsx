/** One figure: value, year and evidence; expanded, all years, notes and source. */

import { HeadedTable } from '../../charts/table.tsx'
import { useState } from 'react'
import type { EntryPoint, PackEntry } from '../../../analysis/pack.ts'
import type { Evidence } from '../../../language/declare.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { Quoted, QuotedParts } from '../../shell/quoted.tsx'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { answerWords } from '../../words/answer.ts'
import dataWords from '../../../texts/app/data.ts'
import { nameIn } from '../../../language/typeset.ts'
import { noteText } from '../../../model/names/notes.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { sourceName, quotedSource } from '../../../model/names/sources.ts'
import type { Pack } from '../../worker/answers/pack.ts'
import { timeText, useValueText } from './figure-value.ts'

const Origin = ({ point, found }: { readonly point: EntryPoint; readonly found: Pack }) => {
  const language = useLanguage()
  const source = found.sources[point.source]
  const addresses = (source?.url ?? '')
    .split(' ; ')
    .filter(address => /^https?:\/\//.test(address) && URL.canParse(address))
  return (
    <>
      <QuotedParts
        texts={
          source === undefined
            ? quotedSource(point.source, found.sources, language)
            : [sourceName(point.source, source.what, language)]
        }
      />
      {addresses.map((address, at) => (
        <span key={address}>
          {' '}
          <a href={address} target="_blank" rel="noreferrer noopener">
            {addresses.length > 1 ? `[${at + 1}] ` : ''}
            {new URL(address).hostname}
          </a>
        </span>
      ))}
    </>
  )
}

const Points = ({ entry }: { readonly entry: PackEntry }) => {
  const { words, language } = useTexts(dataWords)
  const valueText = useValueText()
  return (
    <div className="scroll points" tabIndex={0} role="region" aria-label={words.value}>
      <HeadedTable heads={[words.year, words.value, words.grade, words.noteLabel]}>
        {entry.points.map(({ time, value, evidence, note }) => (
          <tr key={time}>
            <th scope="row">{time === undefined ? '' : timeText(time)}</th>
            <td>{valueText(value, entry.unit)}</td>
            <td>
              <EvidenceDot grade={evidence} />
            </td>
            <td className="text">
              <Quoted text={noteText(note ?? '', language)} />
            </td>
          </tr>
        ))}
      </HeadedTable>
    </div>
  )
}

/** Each source once, in order of appearance. */
const sourcesOf = ({ points }: PackEntry): EntryPoint[] => [
  ...new Map(points.map(point => [point.source, point])).values(),
]

const Details = ({ entry, found }: { readonly entry: PackEntry; readonly found: Pack }) => {
  const { words, language } = useTexts(dataWords)
  const { gradeNames } = useWords(answerWords)
  const valueText = useValueText()
  const [only] = entry.points
  return (
    <div className="detail">
      <dl>
        <dt>{words.nameInModel}</dt>
        <dd>
          <code>{entry.name}</code> · {entry.unit}
        </dd>
        {entry.range === undefined ? null : (
          <>
            <dt>{words.range}</dt>
            <dd>{words.rangeText(valueText(entry.range.low, entry.unit), valueText(entry.range.high, entry.unit))}</dd>
          </>
        )}
        <dt>{words.source}</dt>
        {sourcesOf(entry).map(point => (
          <dd key={point.source}>
            <Origin point={point} found={found} />
          </dd>
        ))}
        {entry.points.length > 1 || only === undefined ? null : (
          <>
            <dt>
              <Terms text={words.grade} />
            </dt>
            <dd>{gradeNames[only.evidence]}</dd>
            {only.note === undefined ? null : (
              <>
                <dt>{words.noteLabel}</dt>
                <dd>
                  <Quoted text={noteText(only.note, language)} />
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      {entry.points.length > 1 ? <Points entry={entry} /> : null}
    </div>
  )
}

export const FigureRow = ({
  entry,
  title,
  grade,
  found,
}: {
  readonly entry: PackEntry
  readonly title: string
  readonly grade: Evidence
  readonly found: Pack
}) => {
  const { words, language } = useTexts(dataWords)
  const valueText = useValueText()
  const [open, setOpen] = useState(false)
  const labels = entry.labels
    .split(', ')
    .map(label => labelName(label, language))
    .join(language === 'zh' ? '、' : ', ')
  const first = entry.points[0]?.time
  const last = entry.points.at(-1)
  const when =
    last?.time === undefined
      ? ''
      : first === undefined || first === last.time
        ? timeText(last.time)
        : words.years(timeText(first), timeText(last.time))
  const where =
    entry.area === '' ? words.everywhere : nameIn(found.areaNames[entry.area] ?? { en: entry.area }, language)
  return (
    <li>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="e-name">
            <b>{title}</b>
            {entry.labels === '' ? null : <span className="note"> {labels}</span>}
          </span>
          <span className="e-where">{where}</span>
          <span className="e-val">{valueText(last?.value, entry.unit)}</span>
          <span className="e-when">{when}</span>
          <EvidenceDot grade={grade} />
        </summary>
        {open ? <Details entry={entry} found={found} /> : null}
      </details>
    </li>
  )
}
