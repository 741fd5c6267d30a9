/** Five figures of a place in a year under the scenario in hand, with what it changes; each leads to its causes. */

import { indicatorOf, type OutcomeId, indicatorWords, noticeable } from '../../../outcomes/catalogue.ts'
import { nameIn } from '../../../language/typeset.ts'
import { shownYears } from '../../charts/path-points.ts'
import { Button, Select } from '../../controls/button.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { type BandState, placeAsked, placeIn } from '../../state/live.ts'
import { lastQuarter, shownYear } from '../../state/quarters.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
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

/** The area that is shown; the region as a whole where there is none. */
export const usePlace = (region: string): string | undefined =>
  placeIn(
    region,
    useStore(state => state.asks),
  )

const useYear = (about: About): number => {
  const asked = Number(useAsked('what-if.year'))
  return asked >= about.start && asked < about.end ? asked : Math.min(shownYear, about.end - 1)
}

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
  const area = usePlace(about.region)
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
          onClick={() => askWhy({ indicator: id, time: lastQuarter(year), ...(area === undefined ? {} : { area }) })}
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
  const { words, language, numbers } = useTexts(whatIfWords)
  const area = usePlace(about.region)
  const year = useYear(about)
  const years = Array.from({ length: about.end - Math.ceil(about.start) }, (_, after) => String(about.end - 1 - after))
  const coarse = bands !== undefined && bands.members < bands.whole
  return (
    <section className="five" aria-label={words.figures}>
      <div className="which-place">
        {about.areas.length < 2 ? null : (
          <label>
            <span className="vh">{words.place}</span>
            <Select
              options={[
                ['', nameIn(about.names, language)],
                ...about.areas.map(({ id, names }) => [id, nameIn(names, language)] as const),
              ]}
              value={area ?? ''}
              choose={id => ask(placeAsked, id)}
            />
          </label>
        )}
        <label>
          <span className="vh">{words.year}</span>
          <Select
            options={years.map(one => [one, one])}
            value={String(year)}
            choose={one => ask('what-if.year', one)}
          />
        </label>
        <span className="note">
          {coarse
            ? words.coarse(numbers.plain(bands.members, 0), numbers.plain(bands.whole, 0))
            : empty
              ? words.hint
              : words.figuresNote}
        </span>
      </div>
      <dl className={stale ? 'stale' : ''}>
        {shownIds.map(id => (
          <Figure key={id} {...{ id, year, about, bands, empty }} />
        ))}
      </dl>
    </section>
  )
}
