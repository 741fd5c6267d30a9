/** Five figures of a place in a year under the scenario in hand, with what it changes; each leads to its causes. */

import { indicatorOf, type OutcomeId, indicatorWords, noticeable } from '../../../outcomes/catalogue.ts'
import { shownYears } from '../../charts/path-points.ts'
import { Button } from '../../controls/button.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { useShownPlace, useShownYear } from '../../state/head.ts'
import type { BandState } from '../../state/live.ts'
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
  bands,
  empty,
}: {
  readonly id: OutcomeId
  readonly year: number
  readonly about: About
  readonly bands: BandState | undefined
  readonly empty: boolean
}) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const short: Readonly<Record<string, string>> = words.short
  const { title, unit } = useWords(indicatorWords)[id]!
  const changeUnit = useChangeUnit(id)
  const area = useShownPlace()
  const indicator = indicatorOf(id)
  const { digits, changeDigits, scale } = indicator.shown[language]
  const at = (values: ArrayLike<number> | undefined): number =>
    values === undefined ? Number.NaN : (shownYears(indicator, values, about, language).get(year) ?? Number.NaN)
  const [own, change] = [bands?.policy.bands[id], bands?.policy.changes[id]]
  const [low, median, high] = [change?.p10, change?.p50, change?.p90].map(at)
  // Nothing is marked that is too small, or that the band cannot tell from nothing.
  const told = !empty && Math.abs(median) >= noticeable(id) * scale && (low > 0 || high < 0)
  const show = (one: number): string => numbers.signed(one, changeDigits)
  const value = bands === undefined ? '\u00a0' : numbers.plain(at(own?.p50), digits)
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
        <b>{value}</b> <small>{unit.split(/[;；:：（,，]| \(/)[0]}</small>
        <span className={told ? 'told' : ''}>
          {bands === undefined || empty ? '\u00a0' : show(median)}{' '}
          {bands === undefined || empty ? null : <small>{changeUnit} </small>}
          {bands === undefined || empty ? null : <i>{words.figureBand(show(low), show(high))}</i>}
        </span>
      </dd>
    </div>
  )
}

export const Figures = ({
  about,
  bands,
  stale,
  empty,
}: {
  readonly about: About
  readonly bands: BandState | undefined
  readonly stale: boolean
  /** No lever is moved. */
  readonly empty: boolean
}) => {
  const { words, numbers } = useTexts(whatIfWords)
  const year = useShownYear(about)
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
          <Figure key={id} {...{ id, year, about, bands, empty }} />
        ))}
      </dl>
    </section>
  )
}
