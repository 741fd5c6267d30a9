/** The What if view: levers and assumptions on the left; result and charts, which follow them, on the right. */

import * as Tabs from '@radix-ui/react-tabs'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LeverSetting } from '../../../engine/scenario.ts'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import { type ChartId, chartIds } from '../../state/indicators.ts'
import { digitsOf, shownYears } from '../../charts/path-points.ts'
import { ClassKey } from '../../charts/class-bar.tsx'
import { AssumptionList, LeverList, ownLevers } from '../../controls/lists.tsx'
import { Financing } from '../../controls/financing.tsx'
import { Sampling } from '../../controls/sampling.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Skeleton } from '../../shell/head.tsx'
import { useKeys } from '../../shell/keys.ts'
import { useLanguage, useNarrow, useNumbers, useTerms, useWords } from '../../shell/use.ts'
import { useOpening } from '../../state/about.ts'
import { withFinancing } from '../../state/cost.ts'
import { type BandState, scenarioKey, type LinePaths, preview, runSettled, useLive } from '../../state/live.ts'
import { shownYear } from '../../state/quarters.ts'
import { type Draft, withAssumption, withLever } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { useAnswer } from '../../state/question.ts'
import { useKnownVerdicts } from '../../state/verdicts.ts'
import type { About } from '../../worker/answers/about.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { Chart } from './chart.tsx'
import { CriteriaRows } from './criteria-rows.tsx'
import { ScenarioBar, useDraftName } from './scenario-bar.tsx'
import { ScenarioMultiples } from './scenario-multiples.tsx'
import { VerdictStrip } from './verdict-strip.tsx'
import { WhatChanged } from './what-changed.tsx'

/** Most readers never open it. */
const Conditions = lazy(() => import('./conditions.tsx'))
const Goal = lazy(() => import('./goal.tsx'))

/** Held while a hand is on a lever: what it will be when the hand lets go. */
const withLeverAndMoney = (draft: Draft, name: string, setting: LeverSetting | undefined): Draft => {
  const moved = withLever(draft, name, setting)
  return { ...moved, policy: withFinancing(moved.policy) }
}

const useOverlays = () => {
  const kept = useStore(state => state.kept)
  const region = useStore(state => state.draft.region)
  return useMemo(() => kept.filter(one => one.shown && one.region === region), [kept, region])
}

/** Says once, after a step, what it came to. */
const useAnnouncement = (draft: Draft, lines: LinePaths | undefined, bands: BandState | undefined): void => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const indicators = useTerms(indicatorWords)
  const said = useRef(scenarioKey(draft))
  const key = scenarioKey(draft)
  useEffect(() => {
    if (said.current === key || bands?.key !== key || bands.members < bands.whole || lines === undefined) return
    said.current = key
    const id = useStore.getState().chart
    const indicator = indicatorOf(id)
    const digits = digitsOf(indicator, language)
    const [own, nothing] = ['pol', 'base'].map(
      line => shownYears(indicator, lines[line][id], useLive.getState(), language).get(shownYear) ?? Number.NaN,
    )
    useStore
      .getState()
      .announce(
        words.said(
          indicators[id].short,
          shownYear,
          numbers.plain(own, digits),
          numbers.signed(own - nothing, digits),
          numbers.chance(bands.policy.probability.revived),
        ),
      )
  }, [key, bands, lines, words, numbers, language])
}

const Levers = ({
  about,
  draft,
  effectsFor,
}: {
  readonly about: About
  readonly draft: Draft
  readonly effectsFor: boolean
}) => {
  const words = useWords(whatIfWords)
  const [tab, setTab] = useState<'policy' | 'assumptions' | 'outside'>('policy')
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const effects = useAnswer(
    'effects',
    draft.region,
    effectsFor ? { assumptions: draft.assumptions } : undefined,
    'pool',
  )
  const verdicts = useKnownVerdicts()
  const influential = verdicts?.influential[verdicts.answer.best.id]
  const first = useMemo(() => influential ?? [], [influential])
  useKeys({ '/': () => field.current?.focus() })
  const overlays = useOverlays()
  const current = useRef({ draft, overlays })
  current.current = { draft, overlays }
  const previewChange = useCallback((change: (now: Draft) => Draft) => {
    const { draft: now, overlays: drawn } = current.current
    preview(change(now), drawn)
  }, [])
  const commitChange = useCallback((change: (now: Draft) => Draft) => {
    const { draft: now, overlays: drawn } = current.current
    const next = change(now)
    useStore.getState().change(next)
    if (scenarioKey(next) === scenarioKey(now)) runSettled(now, drawn)
  }, [])
  const previewLever = useCallback(
    (name: string, setting: LeverSetting | undefined) => previewChange(now => withLeverAndMoney(now, name, setting)),
    [previewChange],
  )
  const commitLever = useCallback(
    (name: string, setting: LeverSetting | undefined) => commitChange(now => withLeverAndMoney(now, name, setting)),
    [commitChange],
  )
  const previewAssumption = useCallback(
    (name: string, value: number | undefined) => previewChange(now => withAssumption(now, name, value)),
    [previewChange],
  )
  const commitAssumption = useCallback(
    (name: string, value: number | undefined) => commitChange(now => withAssumption(now, name, value)),
    [commitChange],
  )
  const levers = ownLevers(about)
  const moved = levers.filter(({ name }) => draft.policy[name] !== undefined).length
  const differ = Object.keys(draft.assumptions).length
  return (
    <Tabs.Root className="levers" id="levers" value={tab} onValueChange={next => setTab(next as typeof tab)}>
      <Tabs.List className="kind" aria-label={words.tabs}>
        <Tabs.Trigger value="policy" className="pl">
          <b>{words.policy}</b>
          <small>{words.moved(moved, levers.length)}</small>
        </Tabs.Trigger>
        <Tabs.Trigger value="assumptions" className="as">
          <b>{words.assumptions}</b>
          <small>{words.differ(differ, about.parameters.length)}</small>
        </Tabs.Trigger>
        <Tabs.Trigger value="outside" className="ex">
          <b>{words.outside}</b>
          <small>{words.differ(Object.keys(draft.outside).length, about.paths.length)}</small>
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className="panel" value={tab} tabIndex={-1}>
        <label className="find">
          <span className="note">{words.find}</span>
          <input ref={field} type="search" value={search} onChange={event => setSearch(event.target.value)} />
        </label>
        {tab === 'policy' ? (
          <>
            <LeverList
              about={about}
              draft={draft}
              search={search}
              effects={effects.data}
              preview={previewLever}
              commit={commitLever}
            />
            <Financing about={about} draft={draft} />
          </>
        ) : tab === 'assumptions' ? (
          <AssumptionList
            about={about}
            draft={draft}
            search={search}
            first={first}
            preview={previewAssumption}
            commit={commitAssumption}
          />
        ) : (
          <Suspense fallback={<Skeleton height={400} />}>
            <Conditions about={about} draft={draft} search={search} preview={previewChange} commit={commitChange} />
          </Suspense>
        )}
      </Tabs.Content>
    </Tabs.Root>
  )
}

/** True while the key B is down. */
const useHeld = (): boolean => {
  const [held, setHeld] = useState(false)
  useKeys({ b: () => setHeld(true), B: () => setHeld(true) })
  useEffect(() => {
    const up = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'b') setHeld(false)
    }
    globalThis.addEventListener('keyup', up)
    return () => globalThis.removeEventListener('keyup', up)
  }, [])
  return held
}

/** Two ways to show the charts, of which one is chosen. */
const Pair = ({
  label,
  names,
  second,
  choose,
}: {
  readonly label: string
  readonly names: readonly [string, string]
  readonly second: boolean
  readonly choose: (second: boolean) => void
}) => (
  <span className="seg" role="group" aria-label={label}>
    {names.map((name, at) => (
      <button key={name} type="button" aria-pressed={second === (at === 1)} onClick={() => choose(at === 1)}>
        {name}
      </button>
    ))}
  </span>
)

export default function WhatIf() {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const indicators = useTerms(indicatorWords)
  const { data: about, problem: aboutProblem } = useOpening()
  const draft = useStore(state => state.draft)
  const main = useStore(state => state.chart) as ChartId
  const narrow = useNarrow(700)
  const overlays = useOverlays()
  const { lines, bands, dragging, key, region, linesTook, bandsTook, problem } = useLive()
  const [shows, setShows] = useState({ base: true, pol: true })
  const name = useDraftName()
  const held = useHeld()
  const [difference, setDifference] = useState(false)
  const [side, setSide] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => runSettled(draft, overlays), [draft, overlays])
  useAnnouncement(draft, lines, bands)
  const failed = problem ?? aboutProblem
  // A package of nothing is doing nothing: its line would only hide the other.
  const empty = Object.keys(draft.policy).length === 0 && !dragging
  const shown = held || empty ? { base: true, pol: false } : shows
  const ready = lines !== undefined && region === draft.region && about !== undefined
  const stale = bands !== undefined && bands.key !== key
  const busy = bands === undefined || stale || bands.members < bands.whole
  const beside = side && overlays.length > 0
  const enlarge = (id: ChartId): void => useStore.getState().set({ chart: id })
  const chart = (id: ChartId, large: boolean) =>
    about === undefined ? null : (
      <Chart
        key={`${id} ${ready}`}
        id={id}
        about={about}
        lines={ready ? lines : undefined}
        bands={bands}
        overlays={overlays}
        shows={shown}
        dragging={dragging}
        stale={stale}
        difference={difference && !empty}
        name={name}
        large={large}
        narrow={narrow}
        {...(large ? {} : { enlarge })}
      />
    )
  const multiples = () =>
    ready ? (
      <ScenarioMultiples
        id={main}
        about={about}
        lines={lines}
        overlays={overlays}
        dragging={dragging}
        difference={difference && !empty}
        name={empty ? undefined : name}
      />
    ) : null
  return (
    <>
      <h1 className="vh">{words.title}</h1>
      {about === undefined ? (
        <Skeleton height={900} text={words.opening} />
      ) : (
        <>
          <ScenarioBar about={about} shows={shows} setShows={setShows} />
          {failed === undefined ? null : <ProblemNote text={failed} />}
          <div className="bench">
            <Levers about={about} draft={draft} effectsFor={bands !== undefined} />
            <div className="results" aria-busy={busy}>
              {narrow ? <ClassKey className="pbkey over-block" /> : null}
              <div className="stickyv">
                <VerdictStrip bands={bands} name={name} stale={stale} empty={empty} />
                <div className="mainfig">
                  <label className="vh" htmlFor="main-chart">
                    {words.chooseChart}
                  </label>
                  <select
                    id="main-chart"
                    className="which"
                    value={main}
                    onChange={event => enlarge(event.target.value as ChartId)}
                  >
                    {chartIds.map(id => (
                      <option key={id} value={id}>
                        {indicators[id].title}
                      </option>
                    ))}
                  </select>
                  <div className="segs">
                    <Pair
                      label={words.shown}
                      names={[words.levels, words.changes]}
                      second={difference}
                      choose={setDifference}
                    />
                    {overlays.length === 0 ? null : (
                      <Pair
                        label={words.overlay}
                        names={[words.overlaid, words.beside]}
                        second={side}
                        choose={setSide}
                      />
                    )}
                  </div>
                  {beside && !narrow ? (
                    <>
                      <h2>{indicators[main].title}</h2>
                      {multiples()}
                    </>
                  ) : (
                    chart(main, true)
                  )}
                </div>
              </div>
              <div className="more">
                {beside && narrow ? multiples() : null}
                <details className="goal-part" onToggle={event => setAsking(event.currentTarget.open)}>
                  <summary>{words.whatItTakes}</summary>
                  {asking ? (
                    <Suspense fallback={<Skeleton height={200} />}>
                      <Goal about={about} id={main} />
                    </Suspense>
                  ) : null}
                </details>
                <WhatChanged bands={bands} about={about} empty={empty} />
                <div className="multi">{chartIds.filter(id => id !== main).map(id => chart(id, false))}</div>
                {bands === undefined ? <Skeleton height={900} /> : <CriteriaRows bands={bands} empty={empty} />}
                <Sampling draft={draft} />
                <p className="run">
                  {held ? words.alone : null}
                  {!held && linesTook !== undefined && bandsTook !== undefined && bands !== undefined
                    ? words.lastMove(
                        numbers.plain(linesTook, 0),
                        numbers.plain(bandsTook, 0),
                        numbers.plain(bands.members, 0),
                      )
                    : null}
                </p>
              </div>
            </div>
          </div>
        </>
      )}
    </>
  )
}
