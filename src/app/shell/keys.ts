/** Single-letter shortcuts of the page; a view can add its own while it is shown. */

import { useEffect, useRef } from 'react'
import { toggleTable } from '../charts/table-key.ts'
import { useStore } from '../state/store.ts'
import { goTo } from './router.ts'
import { viewsOf, placeKey, placeNames } from '../state/view-names.ts'

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range]):not([type=checkbox]):not([type=radio])'))

/** True where a key is meant for what has the focus, or for the browser. */
export const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  writes(event.target) ||
  !useStore.getState().letterKeys

/** Keys of a view, by `event.key`. */
export const useKeys = (keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void => {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isTaken(event)) return
      const action = current.current[event.key]
      if (action === undefined) return
      event.preventDefault()
      action(event)
    }
    globalThis.addEventListener('keydown', pressed)
    return () => globalThis.removeEventListener('keydown', pressed)
  }, [])
}

/** Keys that hold everywhere. */
export const usePageKeys = ({ share, list }: { readonly share: () => void; readonly list: () => void }): void => {
  const { undo, redo } = useStore.getState()
  useKeys({
    ...Object.fromEntries(placeNames.map(place => [placeKey(place), () => goTo(viewsOf[place][0])])),
    z: undo,
    Z: redo,
    s: share,
    t: toggleTable,
    T: toggleTable,
    '?': list,
  })
}
