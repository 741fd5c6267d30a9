/** The components of the ten views, each loaded when it is first opened. */

import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import type { ViewName } from '../state/view-names.ts'

type Loading = () => Promise<{ readonly default: ComponentType }>

const loading: Readonly<Record<ViewName, Loading>> = {
  answer: () => import('../views/answer/answer.tsx'),
  'what-if': () => import('../views/what-if/what-if.tsx'),
  why: () => import('../views/why/why.tsx'),
  who: () => import('../views/who/who.tsx'),
  books: () => import('../views/books/books.tsx'),
  record: () => import('../views/record/record.tsx'),
  data: () => import('../views/data/data.tsx'),
  value: () => import('../views/value/value.tsx'),
  debt: () => import('../views/debt/debt.tsx'),
  sectors: () => import('../views/sectors/sectors.tsx'),
}

export const views: Readonly<Record<ViewName, LazyExoticComponent<ComponentType>>> = {
  answer: lazy(loading.answer),
  'what-if': lazy(loading['what-if']),
  why: lazy(loading.why),
  who: lazy(loading.who),
  books: lazy(loading.books),
  record: lazy(loading.record),
  data: lazy(loading.data),
  value: lazy(loading.value),
  debt: lazy(loading.debt),
  sectors: lazy(loading.sectors),
}

const loadAllViews = (): void => {
  for (const load of Object.values(loading)) void load().catch(() => undefined)
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
