/** The large levers of the open scenario; behind a door all of them, its assumptions and external conditions. */

import * as Tabs from '@radix-ui/react-tabs'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { LeverSetting } from '../../../engine/scenario.ts'
import { isEvent } from '../../../language/payer.ts'
import { AssumptionList, firstLevers, LeverList, ownLevers } from '../../controls/lists.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { LargeLevers } from './large-levers.tsx'
import { useKeys } from '../../shell/keys.ts'
import { useWords } from '../../shell/use.ts'
import { financingOf, withFinancing } from '../../../scenario/scenario.ts'
import { preview, runSettled, scenarioKey, startSettled } from '../../state/live.ts'
import { type Draft, withAssumption, withLever } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { useAnswer } from '../../state/question.ts'
import type { ScenarioRules } from '../../../scenario/rules.ts'
import { rulesOfAbout } from '../../state/fitting.ts'
import type { About, LeverAbout } from '../../worker/answers/about.ts'
import { whatIfWords } from '../../words/what-if.ts'

/** Most readers never open it. */
const Conditions = lazy(() => import('./conditions.tsx'))

/** Held while a hand is on a lever: what it will be when the hand lets go. */
const withLeverAndMoney = (
  { levers }: ScenarioRules,
  draft: Draft,
  name: string,
  setting: LeverSetting | undefined,
): Draft => {
  const moved = withLever(draft, name, setting)
  return { ...moved, policy: withFinancing(moved.policy, financingOf(levers, draft.policy)) }
}

/** Kept scenarios of the region that lie over the charts. */
export const useOverlays = () => {
  const kept = useStore(state => state.kept)
  const region = useStore(state => state.draft.region)
  return useMemo(() => kept.filter(one => one.shown && one.region === region), [kept, region])
}

export const Levers = ({
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
  const [all, showAll] = useState(false)
  useKeys({
    '/': () => field.current?.focus(),
  })
  const overlays = useOverlays()
  const rules = useMemo(() => rulesOfAbout(about), [about])
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
    startSettled(useStore.getState().draft, drawn)
    if (scenarioKey(next) === scenarioKey(now)) runSettled(now, drawn)
  }, [])
  const previewLever = useCallback(
    (name: string, setting: LeverSetting | undefined) =>
      previewChange(now => withLeverAndMoney(rules, now, name, setting)),
    [previewChange, rules],
  )
  const commitLever = useCallback(
    (name: string, setting: LeverSetting | undefined) =>
      commitChange(now => withLeverAndMoney(rules, now, name, setting)),
    [commitChange, rules],
  )
  const previewAssumption = useCallback(
    (name: string, value: number | undefined) => previewChange(now => withAssumption(now, name, value)),
    [previewChange],
  )
  const commitAssumption = useCallback(
    (name: string, value: number | undefined) => commitChange(now => withAssumption(now, name, value)),
    [commitChange],
  )
  const [levers, first, events] = useMemo(
    () => [ownLevers(about), firstLevers(about), about.levers.filter(isEvent)] as const,
    [about],
  )
  const set = ({ name }: LeverAbout): boolean => draft.policy[name] !== undefined
  const differ = Object.keys(draft.assumptions).length
  const moved = levers.filter(set).length
  // The search finds a lever among them.
  const open = all || search !== ''
  const tabs = (
    <Tabs.Root value={tab} onValueChange={next => setTab(next as typeof tab)}>
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
          <small>
            {words.differ(
              Object.keys(draft.outside).length + events.filter(set).length,
              about.paths.length + events.length,
            )}
          </small>
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className="panel" value={tab} tabIndex={-1}>
        {tab === 'policy' ? (
          <>
            <LeverList
              about={about}
              levers={levers}
              first={first}
              draft={draft}
              search={search}
              effects={effects.data}
              preview={previewLever}
              commit={commitLever}
            />
          </>
        ) : tab === 'assumptions' ? (
          <AssumptionList
            about={about}
            draft={draft}
            search={search}
            preview={previewAssumption}
            commit={commitAssumption}
          />
        ) : (
          <Suspense fallback={<Skeleton height={400} />}>
            <Conditions about={about} draft={draft} search={search} commit={commitChange} />
            <LeverList
              about={about}
              levers={events}
              draft={draft}
              search={search}
              effects={effects.data}
              preview={previewLever}
              commit={commitLever}
            />
          </Suspense>
        )}
      </Tabs.Content>
    </Tabs.Root>
  )
  return (
    <div className="levers" id="levers">
      <LargeLevers about={about} draft={draft} preview={previewLever} commit={commitLever} />
      <label className="find">
        <span className="note">{words.find}</span>
        <input ref={field} type="search" value={search} onChange={event => setSearch(event.target.value)} />
      </label>
      <details className="grp door" open={open} onToggle={event => showAll(event.currentTarget.open)}>
        <summary>
          {words.allDoor}
          <span>{words.moved(moved, levers.length)}</span>
        </summary>
        {open ? tabs : null}
      </details>
    </div>
  )
}
