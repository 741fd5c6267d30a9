/**
 * On a phone one lever a sheet: a row for each lever, and a sheet below the pinned chart with the lever's control, what
 * it changes, and the way to the next and the previous one.
 */

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { indicatorOf, type OutcomeId, chartIds, noticeable, indicatorWords } from '../../outcomes/catalogue.ts'
import { useLanguage, useNumbers, useWords, useTexts } from '../shell/use.ts'
import { financingOf, withFinancing } from '../../scenario/scenario.ts'
import { rulesOfAbout } from '../state/fitting.ts'
import { projectionsOf } from '../state/live.ts'
import { useQuestion } from '../state/question.ts'
import { type Draft, withLever } from '../state/scenario.ts'
import type { About } from '../worker/answers/about.ts'
import type { LeverEffect } from '../../analysis/policies/lever-effects.ts'
import { leverName } from '../../model/names/levers.ts'
import { whatIfWords } from '../words/what-if.ts'
import { useChangeUnit } from '../views/why/outcome.ts'
import { Button } from './button.tsx'
import { LeverControl, type LeverProps, useLeverValue } from './lever.tsx'

const Change = ({ id, change }: { readonly id: OutcomeId; readonly change: number }) => {
  const numbers = useNumbers()
  const language = useLanguage()
  const { title } = useWords(indicatorWords)[id]
  const changeUnit = useChangeUnit(id)
  const indicator = indicatorOf(id)
  const space = language === 'zh' ? '' : ' '
  const value = numbers.signed(change * indicator.shown[language].scale, indicator.shown[language].changeDigits)
  return (
    <li>
      {title}
      {space}
      <b>{value}</b>
      {space}
      {changeUnit}
    </li>
  )
}

const most = 3

/** Of the last year. */
const lastOf = (values: ArrayLike<number>): number => values[values.length - 1]!

/** Effect of the lever within the package: the central projection with it and without it. */
const Changes = ({ draft, about, name }: { readonly draft: Draft; readonly about: About; readonly name: string }) => {
  const words = useWords(whatIfWords)
  const { region, policy, assumptions, outside } = draft
  const without = withFinancing(
    withLever(draft, name, undefined).policy,
    financingOf(rulesOfAbout(about).levers, policy),
  )
  const { data } = useQuestion({
    key: [region, 'lever alone', name, policy, assumptions, outside],
    ask: () => projectionsOf(draft, [policy, without]),
  })
  const year = about.end - 1
  if (data === undefined) return <p className="note">{words.leverChanges(year)}</p>
  const [own, other] = data
  const changes = chartIds
    .map(id => ({ id, change: lastOf(own![id]!) - lastOf(other![id]!) }))
    .filter(({ id, change }) => Math.abs(change) >= noticeable(id))
    .toSorted((a, b) => Math.abs(b.change) / noticeable(b.id) - Math.abs(a.change) / noticeable(a.id))
    .slice(0, most)
  return (
    <>
      <p className="note">{changes.length === 0 ? words.leverChangesLittle(year) : words.leverChanges(year)}</p>
      <ul>
        {changes.map(one => (
          <Change key={one.id} {...one} />
        ))}
      </ul>
    </>
  )
}

/** Effect of the lever at its limit, shown while it is not moved. */
const AtLimit = ({ effect }: { readonly effect: LeverEffect }) => {
  const words = useWords(whatIfWords)
  return (
    <>
      <p className="note">{words.atLimit}</p>
      <ul>
        <Change id={effect.most.indicator as OutcomeId} change={effect.most.change} />
      </ul>
    </>
  )
}

type Own = Pick<LeverProps, 'lever' | 'setting'>

const Row = ({ lever, setting, open }: Own & { readonly open: () => void }) => {
  const language = useLanguage()
  const { show } = useLeverValue(lever)
  return (
    <Button
      className={`lev-row${setting === undefined ? ' same' : ''}`}
      data-lever={lever.name}
      aria-haspopup="dialog"
      onClick={open}
    >
      <span>{leverName(lever.name, lever.doc, language)}</span>
      <b>{show(setting?.value ?? lever.standard, true)}</b>
    </Button>
  )
}

const Sheet = ({
  levers,
  at,
  go,
  close,
  draft,
  ...props
}: Omit<LeverProps, 'lever' | 'setting'> & {
  readonly levers: About['levers']
  readonly at: number
  readonly go: (at: number) => void
  readonly close: () => void
  readonly draft: Draft
}) => {
  const { words, language } = useTexts(whatIfWords)
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(0)
  // The figures are pinned to the top of the window; the sheet takes what is left below it.
  useLayoutEffect(() => {
    const pinned = document.querySelector('.five')?.getBoundingClientRect()
    if (pinned === undefined) return
    if (pinned.top > 0) globalThis.scrollBy(0, Math.ceil(pinned.top))
    setAbove(pinned.height)
  }, [])
  useEffect(() => sheet.current?.focus(), [])
  // Listens on the document, because the focus leaves the sheet when a field for a number is closed.
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [close])
  const lever = levers[at]!
  const nameOf = (place: number): string => leverName(levers[place]!.name, levers[place]!.doc, language)
  const step = (by: 1 | -1, label: string, said: (name: string) => string) => {
    const place = (at + by + levers.length) % levers.length
    return (
      <button type="button" aria-label={said(nameOf(place))} onClick={() => go(place)}>
        {label}
      </button>
    )
  }
  return (
    <div
      ref={sheet}
      className="lever-sheet"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      style={{ maxHeight: `calc(100dvh - ${above}px)` }}
    >
      <div className="lever-bar">
        {step(-1, '‹', words.leverBefore)}
        <span id={id}>
          <span className="vh">{nameOf(at)}. </span>
          {words.leverOf(at + 1, levers.length)}
        </span>
        {step(1, '›', words.leverAfter)}
        <Button onClick={close}>{words.leverDone}</Button>
      </div>
      <LeverControl key={lever.name} {...props} lever={lever} setting={draft.policy[lever.name]} />
      <div className="lever-changes" aria-live="polite">
        {draft.policy[lever.name] !== undefined ? (
          <Changes draft={draft} about={props.about} name={lever.name} />
        ) : props.effect === undefined ? null : (
          <AtLimit effect={props.effect} />
        )}
      </div>
    </div>
  )
}

/** The rows of levers and the sheet of the one that is open: `rowOf` is for the groups of a list. */
export const useLeverSheet = (
  levers: About['levers'],
  {
    draft,
    effects,
    ...props
  }: Omit<LeverProps, 'lever' | 'setting' | 'effect'> & {
    readonly draft: Draft
    readonly effects: Readonly<Record<string, LeverEffect>> | undefined
  },
) => {
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const at = levers.findIndex(({ name }) => name === opened)
  return {
    rowOf: (lever: Own['lever']) => (
      <Row key={lever.name} lever={lever} setting={draft.policy[lever.name]} open={() => setOpened(lever.name)} />
    ),
    sheet:
      at < 0 ? null : (
        <Sheet
          {...props}
          levers={levers}
          at={at}
          draft={draft}
          effect={effects?.[levers[at]!.name]}
          go={place => setOpened(levers[place]!.name)}
          close={() => {
            setOpened(undefined)
            document.querySelector<HTMLElement>(`[data-lever="${opened}"]`)?.focus()
          }}
        />
      ),
  }
}
