/**
 * Parts of a link or of the browser's storage that the page could not use. Nothing of them is thrown away: they are
 * shown with the reasons, and stored until the reader saves them as a file or discards them.
 */

import { create } from 'zustand'
import type { Both } from '../../language/messages.ts'

export interface SetAside {
  /** As it was found: the text of a stored state, or a scenario in JSON. */
  readonly text: string
  readonly reasons: ReadonlyArray<Both<string>>
}

/** Older entries make room: a page that fails again and again must not fill the storage. */
const most = 20

const key = 'heartland-set-aside'

export const useSetAside = create<{ readonly entries: readonly SetAside[] }>()(() => ({ entries: [] }))

const joined = (some: readonly SetAside[], others: readonly SetAside[]): SetAside[] => {
  const texts = new Set(some.map(({ text }) => text))
  return [...some, ...others.filter(({ text }) => !texts.has(text))].slice(-most)
}

/** The same text is set aside once. */
export const setAside = (entry: SetAside): void =>
  useSetAside.setState(({ entries }) => ({ entries: joined(entries, [entry]) }))

const isBoth = (value: unknown): value is Both<string> =>
  typeof value === 'object' &&
  value !== null &&
  (['en', 'zh'] as const).every(language => typeof (value as Partial<Both<string>>)[language] === 'string')

/** Anything but an entry was written by something else: it is left out. @internal */
export const parseSetAside = (text: string | null): SetAside[] => {
  let found: unknown
  try {
    found = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  return (Array.isArray(found) ? (found as unknown[]) : []).flatMap((one): SetAside[] => {
    const { text: own, reasons } = (one ?? {}) as Partial<Record<keyof SetAside, unknown>>
    if (typeof own !== 'string' || !Array.isArray(reasons)) return []
    return [{ text: own, reasons: (reasons as unknown[]).filter(isBoth) }]
  })
}

/** Takes up what was stored, and stores what is set aside from now on. Returns what stops it. */
export const storeSetAside = (): (() => void) => {
  const write = (entries: readonly SetAside[]): void => {
    try {
      if (entries.length === 0) globalThis.localStorage.removeItem(key)
      else globalThis.localStorage.setItem(key, JSON.stringify(entries))
    } catch {
      // A full or closed storage: the notice stays as long as the page.
    }
  }
  try {
    const stored = parseSetAside(globalThis.localStorage.getItem(key))
    useSetAside.setState(({ entries }) => ({ entries: joined(stored, entries) }))
  } catch {
    // Nothing can be stored, and so nothing was.
  }
  write(useSetAside.getState().entries)
  return useSetAside.subscribe(({ entries }) => write(entries))
}

export const discardSetAside = (): void => useSetAside.setState({ entries: [] })
