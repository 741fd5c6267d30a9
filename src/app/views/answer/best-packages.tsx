/** The search for packages that no other beats, and what can be done with one that it found. */

import { useState } from 'react'
import type { SearchResult } from '../../../analysis/policies/goal/search.ts'
import { indicatorOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import { DotPlot } from '../../charts/dot-plot.tsx'
import { ChartFigure, DataTable } from '../../charts/figure.tsx'
import { Folded } from '../../charts/folded.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { Scrolled } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import { Select } from '../../controls/select.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Section, WorkProgress } from '../../shell/head.tsx'
import { goTo } from '../../shell/router.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { ask, useAsked } from '../../state/asks.ts'
import { useGoal } from '../../state/goal.ts'
import {
  leastMeasures,
  type MeasureName,
  measureNames,
  searchMeasures,
  measuresFrom,
  movesAll,
  searchText,
  mostMeasures,
  packageMembers,
  packagesInput,
  packagesTried,
  type SearchMeasure,
} from '../../state/packages.ts'
import { useAnswer } from '../../state/question.ts'
import type { Draft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PackagesInput } from '../../worker/answers/packages.ts'
import { packagesWords } from '../../words/packages.ts'
import { leverName } from '../../../model/names/levers.ts'
import { unitWords } from '../../../model/names/units.ts'

type FoundPackage = SearchResult['packages'][number]

/** A measure as it is shown: scaled, with its digits and its unit. */
const useShown = () => {
  const { words, language, numbers } = useTexts(packagesWords)
  const indicators = useWords(indicatorWords)
  return (name: MeasureName) => {
    const { kind, indicator: id }: SearchMeasure = searchMeasures[name]
    const title = words.measures[name]
    if (kind === 'share') return { title, unit: '%', scale: 100, show: (value: number) => numbers.percent(value, 0) }
    if (kind === 'money') {
      const unit = unitWords('CNY bn', language)
      return { title, unit: unit.text.trim(), scale: unit.scale, show: (value: number) => numbers.money(value, 0) }
    }
    const indicator = indicatorOf(id!)
    const scale = indicator.shown[language].scale
    const digits = indicator.shown[language].changeDigits
    return { title, unit: indicators[id!].unit, scale, show: (value: number) => numbers.plain(value * scale, digits) }
  }
}

const Choice = ({
  names,
  all,
  busy,
}: {
  readonly names: readonly MeasureName[]
  readonly all: boolean
  readonly busy: boolean
}) => {
  const words = useWords(packagesWords)
  return (
    <fieldset className="measures" disabled={busy}>
      <legend>{words.choose}</legend>
      {measureNames.map(name => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={names.includes(name)}
            onChange={({ target }) => {
              const next = measureNames.filter(one => (one === name ? target.checked : names.includes(one)))
              if (next.length > 0) ask('answer.search', searchText(next, all))
            }}
          />
          {words.measures[name]} <span className="note">{searchMeasures[name].maximise ? words.more : words.less}</span>
        </label>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={all}
          onChange={({ target }) => ask('answer.search', searchText(names, target.checked))}
        />
        {words.allLevers} <span className="note">{words.allLeversNote}</span>
      </label>
    </fieldset>
  )
}

/** The package that is chosen: what it sets and gives, and where it goes from here. */
const Chosen = ({
  found,
  number,
  names,
  about,
}: {
  readonly found: FoundPackage
  readonly number: number
  readonly names: readonly MeasureName[]
  readonly about: About
}) => {
  const { words, language, numbers } = useTexts(packagesWords)
  const shown = useShown()
  const standing = words.chosen(numbers.plain(number, 0))
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const name = typed?.trim() || standing
  const draft = (): Draft => ({
    ...useStore.getState().draft,
    name,
    package: '',
    policy: found.policy,
  })
  const take = (view: 'what-if' | 'why'): void => {
    useStore.getState().change(draft())
    goTo(view)
  }
  const keep = (): void => {
    const { kept, restore, notify } = useStore.getState()
    const shows = kept.filter(one => one.shown).length < 5
    restore({ ...draft(), id: `${Date.now().toString(36)}-found-${number}`, shown: shows })
    notify(words.kept(name))
  }
  const settings: TableData = {
    head: [words.lever, words.now, words.setTo],
    rows: Object.entries(found.levers).map(([lever, value]) => {
      const { doc = lever, unit = '', standard = 0 } = about.levers.find(one => one.name === lever) ?? {}
      const { scale, text } = unitWords(unit, language)
      const show = (one: number): string => `${numbers.plain(Number((one * scale).toPrecision(3)))}${text}`
      return [leverName(lever, doc, language), show(standard), show(value)]
    }),
  }
  return (
    <div className="found-package" role="region" aria-label={standing}>
      <h3>{standing}</h3>
      <dl className="found-measures">
        {names.map(one => {
          const { title, unit, show } = shown(one)
          return (
            <div key={one}>
              <dt>{title}</dt>
              <dd>
                {show(found.measures[searchMeasures[one].text])}{' '}
                {searchMeasures[one].kind === 'indicator' ? <small>{unit}</small> : null}
              </dd>
            </div>
          )
        })}
      </dl>
      <Scrolled label={words.lever}>
        <DataTable table={() => settings} label={standing} />
      </Scrolled>
      <p className="btns">
        <label>
          {words.name} <input value={typed ?? standing} onChange={event => setTyped(event.target.value)} />
        </label>
        <Button main onClick={keep}>
          {words.keep}
        </Button>
        <Button onClick={() => take('what-if')}>{words.open}</Button>
        <Button onClick={() => take('why')}>{words.explain}</Button>
        <Button
          onClick={() => {
            useGoal.setState({ open: true })
            take('what-if')
          }}
        >
          {words.fails}
        </Button>
      </p>
    </div>
  )
}

const Found = ({
  found,
  names,
  about,
}: {
  readonly found: SearchResult
  readonly names: readonly MeasureName[]
  readonly about: About
}) => {
  const { words, numbers } = useTexts(packagesWords)
  const shown = useShown()
  const [axes, setAxes] = useState<readonly [MeasureName, MeasureName]>([names.at(-1)!, names[0]])
  const [chosen, choose] = useState(1)
  const [x, y] = axes
  const [across, up] = [shown(x), shown(y)]
  const whole = (value: number): string => numbers.plain(value, 0)
  const table = (): TableData => ({
    head: [words.number, ...names.map(one => shown(one).title)],
    unit: names.map(one => shown(one).unit),
    rows: found.packages.map(({ measures: values }, at) => [
      whole(at + 1),
      ...names.map(one => shown(one).show(values[searchMeasures[one].text])),
    ]),
  })
  const axis = (label: string, at: 0 | 1) => (
    <label>
      {label}{' '}
      <Select
        options={names.map(name => [name, words.measures[name]])}
        value={axes[at]}
        choose={name => setAxes(axes.with(at, name) as [MeasureName, MeasureName])}
      />
    </label>
  )
  return (
    <>
      <p role="status">{words.found(whole(found.packages.length), whole(found.tried))}</p>
      <div className="found-packages">
        <ChartFigure
          title={`${across.title} · ${up.title}`}
          source={words.source}
          table={table}
          above={
            <p className="btns">
              {axis(words.across, 0)}
              {axis(words.up, 1)}
              <label>
                {words.number}{' '}
                <Select options={found.packages.map((_, at) => [at + 1, at + 1])} value={chosen} choose={choose} />
              </label>
            </p>
          }
        >
          <DotPlot
            dots={found.packages.map(({ measures: values }, at) => ({
              id: at + 1,
              x: across.scale * values[searchMeasures[x].text],
              y: up.scale * values[searchMeasures[y].text],
            }))}
            chosen={chosen}
            choose={choose}
            across={`${across.title}, ${across.unit}`}
            up={`${up.title}, ${up.unit}`}
            sentence={words.sentence(whole(found.packages.length), across.title, up.title)}
          />
        </ChartFigure>
        <Chosen key={chosen} found={found.packages[chosen - 1]} number={chosen} names={names} about={about} />
      </div>
      <Folded summary={words.progress}>
        <p className="note">{words.progressNote}</p>
        <DataTable
          label={words.hypervolume}
          table={() => ({
            head: [words.tried, words.runs, words.notBeaten, words.hypervolume],
            rows: found.progress.map(({ tried, packages, hypervolume }) => [
              whole(tried),
              whole(tried * found.members),
              whole(packages),
              numbers.plain(hypervolume, 3),
            ]),
          })}
        />
      </Folded>
    </>
  )
}

export default function BestPackages({ about }: { readonly about: About }) {
  const { words, numbers } = useTexts(packagesWords)
  const draft = useStore(state => state.draft)
  const text = useAsked('answer.search')
  const [names, all] = [measuresFrom(text), movesAll(text)]
  const [asked, setAsked] = useState<
    { readonly input: PackagesInput; readonly names: readonly MeasureName[] } | undefined
  >(undefined)
  const { data, done, busy, progress, problem } = useAnswer('packages', draft.region, asked?.input, 'pool')
  const wrong = names.length < leastMeasures || names.length > mostMeasures
  return (
    <Section
      id="best"
      title={words.title}
      note={words.note(
        numbers.money(about.envelope),
        numbers.plain(packageMembers(draft), 0),
        numbers.plain(packagesTried, 0),
        all,
      )}
    >
      <Choice names={names} all={all} busy={busy} />
      <p className="note">{words.regret}</p>
      <p className="btns">
        {busy ? (
          <>
            <Button onClick={() => setAsked(undefined)}>{words.cancel}</Button>
            <WorkProgress progress={progress} label={words.searching} />
          </>
        ) : (
          <Button
            main
            disabled={wrong}
            onClick={() => {
              ask('answer.search', searchText(names, all))
              setAsked({ input: packagesInput(draft, names, all), names })
            }}
          >
            {words.search}
          </Button>
        )}
        {wrong ? <span className="note">{words.needTwo}</span> : null}
      </p>
      {problem === undefined ? null : <ProblemNote text={problem} />}
      {asked === undefined || !done || data === undefined ? null : (
        <Found key={asked.names.join()} found={data} names={asked.names} about={about} />
      )}
    </Section>
  )
}
