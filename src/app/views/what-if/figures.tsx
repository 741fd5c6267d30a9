/**
 * Five figures of a place in a year under the scenario in hand, with what it changes: the central projection as on every
 * page, with the range of simulations. Each leads to its causes.
 */

import { useEffect, useState } from 'react'
import { indicatorOf, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import { toldOf } from '../../../outcomes/told.ts'
import { markOf } from '../../charts/mark.ts'
import { shownYears } from '../../charts/path-points.ts'
import { Button } from '../../controls/button.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { useShownPlace, useShownYear } from '../../state/head.ts'
import { type BandState, type LinePaths, registerMover, useLive } from '../../state/live.ts'
import { lastQuarter } from '../../state/quarters.ts'
import type { About } from '../../worker/answers/about.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { useChangeUnit } from '../why/outcome.ts'

const shownIds: readonly OutcomeId[] = [
  'debtToGdp',
  'outputPerHead',
  'unemployment',
  'youthMigration',
  'consumptionShare',
]

const Figure = ({
  id,
  year,
  about,
  lines,
  bands,
  empty,
}: {
  readonly id: OutcomeId
  readonly year: number
  readonly about: About
  readonly lines: LinePaths | undefined
  readonly bands: BandState | undefined
  readonly empty: boolean
}) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const short: Readonly<Record<string, string>> = words.short
  const { title, behind } = useWords(indicatorWords)[id]!
  const changeUnit = useChangeUnit(id)
  const area = useShownPlace()
  const indicator = indicatorOf(id)
  const { digits, changeDigits, scale } = indicator.shown[language]
  const at = (values: ArrayLike<number> | undefined): number =>
    values === undefined ? Number.NaN : (shownYears(indicator, values, about, language).get(year) ?? Number.NaN)
  const [base, pol] = [lines?.['base']?.[id], lines?.['pol']?.[id]].map(at)
  const own = empty ? base : pol
  const change = own - base
  const range = bands?.policy.changes[id]
  const [low, high] = [at(range?.p10), at(range?.p90)]
  const told = empty ? undefined : toldOf(id, 'difference', { value: change / scale, low, high })
  const show = (one: number): string => numbers.signed(one, changeDigits)
  const of = { outcome: id, area, when: year }
  return (
    <div>
      <dt>
        <Button
          className="figure-link"
          title={title}
          aria-label={`${words.whyThis} ${short[id] ?? title}`}
          onClick={() => askWhy(id, lastQuarter(year), area)}
        >
          {short[id] ?? title}
        </Button>
      </dt>
      <dd>
        <b {...markOf(of)}>{lines === undefined ? '\u00a0' : numbers.plain(own, digits)}</b>{' '}
        <small>{behind.split('，')[0]}</small>
        <span className={told} {...(empty ? {} : markOf({ ...of, change: 'difference' }))}>
          {lines === undefined || empty ? '\u00a0' : show(change)}{' '}
          {lines === undefined || empty ? null : <small>{changeUnit} </small>}
          {bands === undefined || empty ? null : <i>{words.figureBand(show(low), show(high))}</i>}
        </span>
      </dd>
    </div>
  )
}

export const Figures = ({
  about,
  lines,
  bands,
  stale,
  empty,
}: {
  readonly about: About
  readonly lines: LinePaths | undefined
  readonly bands: BandState | undefined
  readonly stale: boolean
  /** No lever is moved. */
  readonly empty: boolean
}) => {
  const { words, numbers } = useTexts(whatIfWords)
  const year = useShownYear(about)
  // Under a hand they follow it at once; the state does when it rests.
  const dragging = useLive(state => state.dragging)
  const [moved, setMoved] = useState<LinePaths>()
  useEffect(() => (dragging ? registerMover(setMoved) : setMoved(undefined)), [dragging])
  const coarse = bands !== undefined && bands.members < bands.whole
  return (
    <section className="five" aria-label={words.figures}>
      <p className="note">
        {coarse
          ? words.coarse(numbers.plain(bands.members, 0), numbers.plain(bands.whole, 0))
          : empty
            ? words.hint
            : words.figuresNote}
      </p>
      <dl className={stale ? 'stale' : ''}>
        {shownIds.map(id => (
          <Figure key={id} {...{ id, year, about, bands, empty }} lines={moved ?? lines} />
        ))}
      </dl>
    </section>
  )
}
