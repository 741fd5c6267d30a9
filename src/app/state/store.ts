/** The state of the page: scenario with undo history, saved scenarios, language, colour scheme, view and notices. */

import { create } from 'zustand'
import { type Draft, emptyDraft, freeColour, type Kept, mostShown, sameDraft } from './scenario.ts'
import { lastQuarter, shownYear } from './quarters.ts'
import type { State, Toast } from './state.ts'
import { languageOfBrowser, storedText } from './look.ts'
import { parseStored, type Stored } from './storage.ts'
import { setAside } from './set-aside.ts'
import { bothTexts } from '../../language/messages.ts'
import setAsideWords from '../../texts/app/set-aside.ts'

export interface Actions {
  /** A step that undo takes back; the same scenario is no step. */
  change(to: Draft): void
  undo(): void
  redo(): void
  /** Replaces the scenario without a step: a link was opened, a region chosen. */
  open(draft: Draft): void
  keep(name: string): void
  forget(id: string): void
  restore(kept: Kept): void
  rename(id: string, name: string): void
  show(id: string, shown: boolean): boolean
  set(part: Partial<Pick<State, 'view' | 'language' | 'scheme' | 'letterKeys' | 'cursor' | 'chart' | 'asks'>>): void
  notify(text: string, action?: Toast['action']): void
  dismiss(): void
  announce(text: string): void
}

const mostSteps = 200

let toasts = 0

/** Unreadable parts are set aside as they were found. */
const readStored = (): Stored => {
  const text = storedText()
  const lost: string[] = []
  const stored = parseStored(text, place => lost.push(place))
  if (text !== null && lost.length > 0) {
    const { unreadable, damaged } = bothTexts(setAsideWords)
    const reasons = lost.map(place => (place === '' ? unreadable : damaged(place)))
    setAside({ text, reasons })
  }
  return stored
}

export const useStore = create<State & Actions>()((set, get) => {
  const stored = readStored()
  return {
    view: 'answer',
    language: stored.language ?? languageOfBrowser(),
    scheme: stored.scheme ?? 'system',
    letterKeys: stored.letterKeys ?? true,
    draft: stored.draft ?? emptyDraft(),
    past: [],
    future: [],
    kept: stored.kept ?? [],
    cursor: lastQuarter(shownYear),
    chart: 'debtToGdp',
    asks: {},
    toast: undefined,
    announcement: '',

    change: to => {
      const { draft, past } = get()
      if (sameDraft(draft, to)) return
      set({ draft: to, past: [...past.slice(-mostSteps + 1), draft], future: [] })
    },
    undo: () => {
      const { draft, past, future } = get()
      const before = past.at(-1)
      if (before !== undefined) set({ draft: before, past: past.slice(0, -1), future: [draft, ...future] })
    },
    redo: () => {
      const { draft, past, future } = get()
      const [next, ...rest] = future
      if (next !== undefined) set({ draft: next, past: [...past, draft], future: rest })
    },
    open: draft => set({ draft, past: [], future: [] }),
    keep: name => {
      const { draft, kept } = get()
      const id = `${Date.now().toString(36)}-${kept.length}`
      const shown = kept.filter(one => one.shown).length < mostShown
      set({ kept: [...kept, { ...draft, name, id, shown, colour: freeColour(kept) }] })
    },
    forget: id => set({ kept: get().kept.filter(one => one.id !== id) }),
    restore: one => set({ kept: [...get().kept, { colour: freeColour(get().kept), ...one }] }),
    rename: (id, name) => set({ kept: get().kept.map(one => (one.id === id ? { ...one, name } : one)) }),
    show: (id, shown) => {
      const { kept } = get()
      if (shown && kept.filter(one => one.shown).length >= mostShown) return false
      set({ kept: kept.map(one => (one.id === id ? { ...one, shown } : one)) })
      return true
    },
    set: part => set(part),
    notify: (text, action) => set({ toast: { id: ++toasts, text, ...(action === undefined ? {} : { action }) } }),
    dismiss: () => set({ toast: undefined }),
    announce: text => set({ announcement: text }),
  }
})

/** 'debt.area' -> 'CN-JL'. */
export type Asks = Readonly<Record<string, string>>

/** Those of a view, and of the head above all of them; undefined where there are none. */
export const asksOf = (view: string, asks: Asks): Asks | undefined => {
  const own = Object.entries(asks).filter(([name]) => name.startsWith(`${view}.`) || name.startsWith('head.'))
  return own.length === 0 ? undefined : Object.fromEntries(own)
}

/** Undefined takes it back. */
export const ask = (name: string, text: string | undefined): void => {
  const { [name]: _before, ...others } = useStore.getState().asks
  useStore.getState().set({ asks: text === undefined ? others : { ...others, [name]: text } })
}

export const useAsked = (name: string): string | undefined => useStore(state => state.asks[name])
