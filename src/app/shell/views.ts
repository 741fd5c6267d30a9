/** The seven views: their names in links, and where their code is loaded from when it is first wanted. */

import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

export type ViewName = 'answer' | 'what-if' | 'why' | 'who' | 'books' | 'record' | 'data'

/** In the order of the masthead; the keys 1 to 7. */
export const viewNames: readonly ViewName[] = ['answer', 'what-if', 'why', 'who', 'books', 'record', 'data']

type Loading = () => Promise<{ readonly default: ComponentType }>

const loading: Readonly<Record<ViewName, Loading>> = {
  answer: () => import('../views/answer/answer.tsx'),
  'what-if': () => import('../views/what-if/what-if.tsx'),
  why: () => import('../views/why/why.tsx'),
  who: () => import('../views/who/who.tsx'),
  books: () => import('../views/books/books.tsx'),
  record: () => import('../views/record/record.tsx'),
  data: () => import('../views/data/data.tsx'),
}

export const views: Readonly<Record<ViewName, LazyExoticComponent<ComponentType>>> = {
  answer: lazy(loading.answer),
  'what-if': lazy(loading['what-if']),
  why: lazy(loading.why),
  who: lazy(loading.who),
  books: lazy(loading.books),
  record: lazy(loading.record),
  data: lazy(loading.data),
}

/** Brings the code of the other views in while nothing else is to do, so that a change of view never waits. */
export const loadAllViews = (): void => {
  for (const load of Object.values(loading)) void load().catch(() => undefined)
}

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)
