/** Contributions to a change: waterfall for the quarter, joint effects, themes, and contributions over time. */

import { useState } from 'react'
import type { ExplainedChange, PartShare } from '../../../analysis/explain/change.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { Folded } from '../../charts/folded.tsx'
import { Waterfall } from '../../charts/waterfall.tsx'
import { type Wedge, Wedges } from '../../charts/wedges.tsx'
import { Button } from '../../controls/button.tsx'
import { useTexts } from '../../shell/use.ts'
import { everyYears, lastQuarter } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { leverName, themeNames } from '../../../model/names/levers.ts'
import { parameterName } from '../../../model/names/parameters.ts'
import { whyWords } from '../../words/why.ts'
import type { ShownOutcome } from './outcome.ts'

/** Parts by their names in both languages. */
export const usePartName = (): ((part: Pick<PartShare, 'id' | 'label' | 'kind'>) => string) => {
  const { words, language } = useTexts(whyWords)
  return ({ id, label, kind }) => {
    if (kind === 'lever') return leverName(id, label, language)
    if (kind === 'theme') return themeNames[language][id] ?? label
    if (kind === 'financing') return words.financing
    if (kind === 'policy') return words.policyPart
    return kind === 'assumption' ? parameterName(id, label, language) : words.assumptionsPart
  }
}

const shades = [1, 2, 3, 4] as const

export const Contributions = ({
  split,
  outcome,
  when,
  ask,
}: {
  readonly split: ExplainedChange
  readonly outcome: ShownOutcome
  readonly when: string
  /** To split a theme further; undefined for the split over assumptions and policy. */
  readonly ask: ({ readonly region: string } & SetInputs) | undefined
}) => {
  const { words, numbers } = useTexts(whyWords)
  const nameOf = usePartName()
  const [theme, setTheme] = useState<string | undefined>(undefined)
  const themes = split.parts.filter(({ kind }) => kind === 'theme')
  const chosen = themes.find(({ id }) => id === theme)
  const within = useAnswer(
    'theme',
    ask?.region ?? '',
    ask === undefined || chosen === undefined
      ? undefined
      : { policy: ask.policy, assumptions: ask.assumptions, outcome: split.outcome.text, theme: chosen.id },
  )
  const { scale } = outcome
  // Those that lower it first, then those that raise it.
  const parts = split.parts.toSorted(
    (a, b) => Math.sign(a.value) - Math.sign(b.value) || Math.abs(b.value) - Math.abs(a.value),
  )
  const row = (part: PartShare) => ({
    id: part.id,
    name: nameOf(part),
    value: part.value * scale,
    together: part.together * scale,
  })
  const show = (value: number): string => outcome.change(value / scale)
  const byId = new Map(split.parts.map(part => [part.id, nameOf(part)]))
  const least = 0.05 / scale
  const pairs = split.pairs.filter(({ value }) => Math.abs(value) >= least).slice(0, 8)
  const total = ask === undefined ? words.sourceWhole : words.whole
  const sum = split.parts.reduce((all, { value }) => all + value, 0)
  return (
    <ChartFigure
      title={words.contribution(when)}
      unit={words.filled(outcome.changeUnit)}
      source={words.sums(
        outcome.change(sum),
        outcome.change(split.change),
        split.relativeLeftOver === 0 ? '0' : numbers.scientific(split.relativeLeftOver),
      )}
      table={() => ({
        head: [words.part, words.share, words.alone, words.together],
        unit: outcome.changeUnit,
        rows: [
          ...split.parts.map(part => [
            nameOf(part),
            outcome.change(part.value),
            outcome.change(part.alone),
            outcome.change(part.together),
          ]),
          [total, outcome.change(split.change), '', outcome.change(split.together)],
        ],
      })}
    >
      <Waterfall
        rows={parts.map(row)}
        total={{ name: total, value: split.change * scale }}
        show={show}
        sentence={`${outcome.title}, ${when}: ${split.parts.map(part => `${nameOf(part)} ${outcome.change(part.value)}`).join(', ')}; ${total} ${outcome.change(split.change)} ${outcome.changeUnit}`}
        firstWidth={520}
      />
      {themes.length === 0 || ask === undefined ? null : (
        <div className="themes">
          <p className="note">{words.byTheme}</p>
          <p className="theme-chips">
            {themes.map(part => (
              <Button
                key={part.id}
                aria-pressed={theme === part.id}
                onClick={() => setTheme(theme === part.id ? undefined : part.id)}
              >
                {nameOf(part)}
              </Button>
            ))}
          </p>
          {chosen === undefined ? null : within.data === undefined || !within.done ? (
            <p className="note" role="status">
              {words.computing}
            </p>
          ) : (
            <Waterfall
              rows={within.data.map(row)}
              total={{ name: nameOf(chosen), value: chosen.value * scale }}
              show={show}
              sentence={`${words.levers(nameOf(chosen))}: ${within.data.map(part => `${nameOf(part)} ${outcome.change(part.value)}`).join(', ')}`}
              firstWidth={520}
            />
          )}
        </div>
      )}
      {pairs.length === 0 ? null : (
        <Folded summary={words.pairs}>
          <p className="src">{words.pairsNote}</p>
          <table aria-label={words.pairs}>
            <tbody>
              {pairs.map(({ first, second, value }) => (
                <tr key={`${first} ${second}`}>
                  <th scope="row">{words.pair(byId.get(first) ?? first, byId.get(second) ?? second)}</th>
                  <td>{outcome.change(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Folded>
      )}
    </ChartFigure>
  )
}

export const ContributionsOverTime = ({
  split,
  outcome,
  cursor,
  from,
}: {
  readonly split: ExplainedChange
  readonly outcome: ShownOutcome
  readonly cursor: number
  readonly from: number
}) => {
  const { words, numbers } = useTexts(whyWords)
  const nameOf = usePartName()
  const { scale } = outcome
  const size = ({ path }: PartShare): number => path.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sorted = split.parts.toSorted((a, b) => size(b) - size(a))
  const rest = sorted.slice(sorted.length <= 6 ? 6 : 5)
  const wedges: Wedge[] = [
    ...sorted.slice(0, sorted.length <= 6 ? 6 : 5).map((part, at) => ({
      id: part.id,
      name: nameOf(part),
      values: part.path.map(value => value * scale),
      shade: shades[at] ?? (at === 4 ? 5 : 6),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: words.others,
            values: split.times.map((_, step) => rest.reduce((sum, { path }) => sum + path[step] * scale, 0)),
            shade: 6,
          } as const,
        ]),
  ]
  const years = everyYears(2, from, split.times.at(-1) ?? from)
  return (
    <ChartFigure
      level={2}
      title={words.overTime}
      unit={words.overTimeUnit(outcome.changeUnit)}
      source={words.overTimeSource}
      table={() => ({
        head: [words.part, ...years.map(year => numbers.quarter(lastQuarter(year)))],
        unit: outcome.changeUnit,
        rows: [...sorted, undefined].map(part => [
          part === undefined ? words.whole : nameOf(part),
          ...years.map(year => {
            const step = split.times.findIndex(time => time >= lastQuarter(year) - 1e-6)
            const value = part === undefined ? split.paths.after[step] - split.paths.before[step] : part.path[step]
            return step < 0 ? numbers.noFigure : outcome.change(value)
          }),
        ]),
      })}
    >
      <Wedges
        wedges={wedges}
        times={split.times}
        from={from}
        cursor={cursor}
        show={value => outcome.change(value / scale)}
        sentence={`${words.overTime}: ${sorted.map(part => `${nameOf(part)} ${outcome.change(part.path.at(-1) ?? 0)}`).join(', ')} (${numbers.quarter(split.times.at(-1) ?? 0)})`}
        firstWidth={740}
      />
    </ChartFigure>
  )
}
