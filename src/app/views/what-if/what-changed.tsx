/** The largest changes that can be told from zero, in words, each leading to its causes. */

import { noticeable, indicatorOf, type OutcomeId, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { criterionIds } from '../../../model/criteria.ts'
import { shownYears } from '../../charts/path-points.ts'
import { Button } from '../../controls/button.tsx'
import { askWhy } from '../../shell/router.ts'
import { Told } from '../../shell/told.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import type { BandState } from '../../state/live.ts'
import { lastQuarter } from '../../state/quarters.ts'
import type { About } from '../../worker/answers/about.ts'
import { withMark } from '../../../language/typeset.ts'
import { criterionWords } from '../../words/classes.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { Terms } from '../../shell/terms.tsx'
import { useChangeUnit } from '../why/outcome.ts'

const most = 3

interface Change {
  readonly id: OutcomeId
  readonly low: number
  readonly median: number
  readonly high: number
}

const Line = ({ change: { id, low, median, high }, year }: { readonly change: Change; readonly year: number }) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const indicators = useWords(indicatorWords)
  const changeUnit = useChangeUnit(id)
  const digits = indicatorOf(id).shown[language].changeDigits
  const show = (value: number): string => numbers.signed(value, digits)
  return (
    <li>
      <span>
        <Told text={words.changedLine(indicators[id].title, show(median), show(low), show(high), changeUnit)} />
      </span>
      <Button
        className="link"
        aria-label={`${words.whyThis} ${indicators[id].title}`}
        onClick={() => askWhy({ indicator: id, time: lastQuarter(year) })}
      >
        {words.whyThis}
      </Button>
    </li>
  )
}

/** Smaller moves of a chance are told from none by nobody. */
const leastMoved = 0.05

/** The criterion that moves most, which explains a class that jumps. */
const MovedCriterion = ({ bands: { policy, nothing } }: { readonly bands: BandState }) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const moveOf = (id: string): number => Math.abs(policy.criteria[id] - nothing.criteria[id])
  const id = criterionIds.toSorted((a, b) => moveOf(b) - moveOf(a))[0]
  if (moveOf(id) < leastMoved) return null
  const name = withMark(criterionWords[language][id].name, id, language)
  return (
    <li>
      <span>
        <Told
          text={words.criterionMoved(name, numbers.chance(policy.criteria[id]), numbers.chance(nothing.criteria[id]))}
        />
      </span>
      <Button className="link" onClick={() => document.querySelector('.crits')?.scrollIntoView({ block: 'start' })}>
        {words.criterionShown}
      </Button>
    </li>
  )
}

export const WhatChanged = ({
  bands,
  about,
  empty,
}: {
  readonly bands: BandState | undefined
  readonly about: About
  /** No lever is moved. */
  readonly empty: boolean
}) => {
  const { words, language } = useTexts(whatIfWords)
  const year = about.end - 1
  const known = bands?.policy.changes
  const changes = (known === undefined ? [] : chartIds)
    .map((id): Change => {
      const { p10, p50, p90 } = known![id]
      const at = (values: ArrayLike<number>): number =>
        shownYears(indicatorOf(id), values, about, language).get(year) ?? 0
      return { id, low: at(p10), median: at(p50), high: at(p90) }
    })
    .filter(({ low, high }) => low > 0 || high < 0)
  const size = ({ id, median }: Change): number =>
    Math.abs(median) / (noticeable(id) * indicatorOf(id).shown[language].scale)
  const largest = changes.toSorted((a, b) => size(b) - size(a)).slice(0, most)
  return (
    <section className="changed">
      <h2>
        <Terms text={words.changedTitle(year)} />
      </h2>
      {empty ? (
        <p className="note">{words.noChangeYet}</p>
      ) : (
        <ol>
          {bands !== undefined && largest.length === 0 ? <li className="note">{words.changedNothing}</li> : null}
          {largest.map(change => (
            <Line key={change.id} change={change} year={year} />
          ))}
          {bands === undefined ? null : <MovedCriterion bands={bands} />}
        </ol>
      )}
    </section>
  )
}
