/** The What if view: levers and assumptions on the left; result and charts, which follow them, on the right. */

import { lazy, memo, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { indicatorOf, type OutcomeId, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Folded, HeldUnder } from '../../charts/figure.tsx'
import { Select } from '../../controls/button.tsx'
import { shownYears } from '../../charts/path-points.ts'
import { Sampling } from '../../controls/sampling.tsx'
import { ProblemNote } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useNarrow, useWords, useTexts } from '../../shell/use.ts'
import { useDraftName } from '../../shell/draft-name.ts'
import { aboutOf, useOpening } from '../../state/about.ts'
import { goalFrom, useGoal } from '../../state/goal.ts'
import { useShownPlace } from '../../state/head.ts'
import { type BandState, scenarioKey, type LinePaths, runSettled, useShownLive } from '../../state/live.ts'
import { shownYear } from '../../state/quarters.ts'
import type { Draft } from '../../state/scenario.ts'
import { useStore, useAsked } from '../../state/store.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { Chart } from './chart.tsx'
import { Figures } from './figures.tsx'
import { Levers, useOverlays } from './levers.tsx'
import { ScenarioBar } from './scenario-bar.tsx'

/** Most readers never open it. */
const Goal = lazy(() => import('./goal.tsx'))

const enlarge = (id: OutcomeId): void => useStore.getState().set({ chart: id })

/** Rendered only when their own properties change, because answers about the scenario come several times a second. */
const Bar = memo(ScenarioBar)
const Controls = memo(Levers)

const currentAlone = { base: true, pol: false }

/** Says once, after a step, what it came to. */
const useAnnouncement = (draft: Draft, lines: LinePaths | undefined, bands: BandState | undefined): void => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const indicators = useWords(indicatorWords)
  const said = useRef(scenarioKey(draft))
  const key = scenarioKey(draft)
  useEffect(() => {
    const about = aboutOf(draft.region)
    if (said.current === key || bands?.key !== key || bands.members < bands.whole) return
    if (lines === undefined || about === undefined) return
    said.current = key
    const id = useStore.getState().chart
    const indicator = indicatorOf(id)
    const digits = indicator.shown[language].digits
    const [own, nothing] = ['pol', 'base'].map(
      line => shownYears(indicator, lines[line][id], about, language).get(shownYear) ?? Number.NaN,
    )
    useStore
      .getState()
      .announce(
        words.said(indicators[id].title, shownYear, numbers.plain(own, digits), numbers.signed(own - nothing, digits)),
      )
  }, [key, draft.region, bands, lines, words, numbers, language])
}

export default function WhatIf() {
  const words = useWords(whatIfWords)
  const indicators = useWords(indicatorWords)
  const { data: about, problem: aboutProblem } = useOpening()
  const draft = useStore(state => state.draft)
  const main = useStore(state => state.chart) as OutcomeId
  const narrow = useNarrow(700)
  const overlays = useOverlays()
  const live = useShownLive()
  const { lines, bands, dragging, problem } = live
  /** For what stands below the main chart: it is rendered after that chart, and input interrupts it. */
  const later = useDeferredValue(live)
  const [shows, setShows] = useState({ base: true, pol: true })
  const name = useDraftName()
  const [difference, setDifference] = useState(false)
  const asking = useGoal(state => state.open)
  const goalAsked = useAsked('what-if.goal')
  // A link that holds a question opens it.
  useEffect(() => {
    const question = goalAsked === undefined ? undefined : goalFrom(goalAsked)
    if (question === undefined) return
    useGoal.setState({ ...question, open: true })
    useStore.getState().set({ chart: question.target.id })
  }, [goalAsked])
  const area = useShownPlace()
  useEffect(() => runSettled(draft, overlays), [draft, overlays, area])
  useAnnouncement(draft, lines, bands)
  const failed = problem ?? aboutProblem
  // A package of nothing is doing nothing: its line would only hide the other.
  const empty = Object.keys(draft.policy).length === 0 && !dragging
  const shown = empty ? currentAlone : shows
  const isReady = (of: typeof live): boolean => of.lines !== undefined && of.region === draft.region && of.area === area
  const isStale = (of: typeof live): boolean => of.bands !== undefined && of.bands.key !== of.key
  const ready = isReady(live)
  const stale = isStale(live)
  const busy = bands === undefined || stale || bands.members < bands.whole
  const heldUnder = useMemo(() => ({ scenario: draft, overlays }), [draft, overlays])
  const chart = (id: OutcomeId, large: boolean) => {
    const of = large ? live : later
    return about === undefined ? null : (
      <Chart
        key={`${id} ${area} ${isReady(of)}`}
        area={area}
        id={id}
        about={about}
        lines={isReady(of) ? of.lines : undefined}
        bands={of.bands}
        overlays={overlays}
        shows={shown}
        stale={isStale(of)}
        difference={difference && !empty}
        name={name}
        large={large}
        narrow={narrow}
        {...(large ? {} : { enlarge })}
      />
    )
  }
  return (
    <>
      <h1 className="vh">{words.title}</h1>
      {about === undefined ? (
        <Skeleton height={900} text={words.opening} />
      ) : (
        <HeldUnder value={heldUnder}>
          <Bar shows={shows} setShows={setShows} />
          {failed === undefined ? null : <ProblemNote text={failed} />}
          <div className="bench">
            <Controls about={about} draft={draft} effectsFor={bands !== undefined} />
            <div className="results" aria-busy={busy}>
              <Figures
                about={about}
                lines={ready ? lines : undefined}
                bands={ready ? bands : undefined}
                stale={stale}
                empty={empty}
              />
              <div className="mainfig">
                <label className="vh" htmlFor="main-chart">
                  {words.chooseChart}
                </label>
                <Select
                  id="main-chart"
                  className="which"
                  options={chartIds.map(id => [id, indicators[id].title])}
                  value={main}
                  choose={enlarge}
                />
                <div className="segs">
                  <span className="seg" role="group" aria-label={words.shown}>
                    {[words.levels, words.changes].map((way, at) => (
                      <button
                        key={way}
                        type="button"
                        aria-pressed={difference === (at === 1)}
                        onClick={() => setDifference(at === 1)}
                      >
                        {way}
                      </button>
                    ))}
                  </span>
                </div>
                {chart(main, true)}
              </div>
              <div className="more">
                <details
                  className="goal-part"
                  open={asking}
                  onToggle={event => useGoal.setState({ open: event.currentTarget.open })}
                >
                  <summary>{words.whatItTakes}</summary>
                  {asking ? (
                    <Suspense fallback={<Skeleton height={200} />}>
                      <Goal about={about} id={main} />
                    </Suspense>
                  ) : null}
                </details>
                <Folded className="grp" summary={words.moreCharts}>
                  <div className="multi">{chartIds.filter(id => id !== main).map(id => chart(id, false))}</div>
                </Folded>
                <Folded className="grp" summary={words.method}>
                  <Sampling draft={draft} />
                </Folded>
              </div>
            </div>
          </div>
        </HeldUnder>
      )}
    </>
  )
}
