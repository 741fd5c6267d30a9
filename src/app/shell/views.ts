/** The components of the views, each loaded when it is first opened. */

import { firstViews } from 'virtual:heartland/first-views'
import { type ComponentType, createElement, lazy, type LazyExoticComponent } from 'react'
import type { DeclaredName } from '../../questions/index.ts'
import { giveBuilt } from '../state/question.ts'
import { isDeclared, type OwnView, type ViewName, viewNames } from '../state/view-names.ts'

type Loading = () => Promise<{ readonly default: ComponentType }>

const pageOf =
  (question: DeclaredName): Loading =>
  async () => {
    const { QuestionView } = await import('../views/question.tsx')
    return { default: () => createElement(QuestionView, { question }) }
  }

/** Every other view is the page of the question that it is called after. */
const own: Readonly<Record<OwnView, Loading>> = {
  answer: () => import('../views/answer/answer.tsx'),
  'what-if': () => import('../views/what-if/what-if.tsx'),
  why: () => import('../views/why/why.tsx'),
  league: () => import('../views/who/league.tsx'),
  claims: () => import('../views/claims/claims.tsx'),
  record: pageOf('record'),
  data: () => import('../views/data/data.tsx'),
}

/** A view whose first answers cannot be fetched asks the workers for them. */
const withAnswers =
  (view: ViewName, code: Loading): Loading =>
  async () => {
    const fetched = firstViews[view]?.().then(
      ({ default: { form, report } }) => giveBuilt([form, report]),
      () => undefined,
    )
    const [loaded] = await Promise.all([code(), fetched])
    return loaded
  }

const loading = viewNames.map(view => {
  const load: Loading = isDeclared(view) ? pageOf(view) : own[view]
  return [view, withAnswers(view, load)] as const
})

export const views = Object.fromEntries(loading.map(([view, load]) => [view, lazy(load)])) as Readonly<
  Record<ViewName, LazyExoticComponent<ComponentType>>
>

const loadAllViews = (): void => {
  for (const [, load] of loading) void load().catch(() => undefined)
}

/** Milliseconds for the fonts and the first questions. */
const respite = 1500

let stands = false

let letLaterPartsCome = (): void => {}

/** For what nobody looks at when the page opens: it comes after the first view. */
export const firstViewStands: Promise<void> = new Promise(resolve => {
  letLaterPartsCome = resolve
})

/**
 * Called when a view stands. The first one brings the code of the others in, so that a change of view never waits, and stores the
 * page, which then opens without a network. Not before, so that nothing is slower to come that the reader waits for.
 */
export const viewStands = (): void => {
  if (stands) return
  stands = true
  performance.mark('first view')
  letLaterPartsCome()
  setTimeout(() => {
    loadAllViews()
    if (import.meta.env.HEARTLAND_OFFLINE && 'serviceWorker' in navigator)
      navigator.serviceWorker.register('./sw.js').catch(() => undefined)
  }, respite)
}
