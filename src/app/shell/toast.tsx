/** One notice at a time at the bottom of the page, shown for six seconds, or longer while it has the focus. */

import { useEffect, useState } from 'react'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'
import { useWords } from './use.ts'

const stays = 6000

export const ToastPlace = () => {
  const words = useWords(shellWords)
  const toast = useStore(state => state.toast)
  const { dismiss } = useStore.getState()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (toast === undefined || held) return undefined
    const timer = setTimeout(dismiss, stays)
    return () => clearTimeout(timer)
  }, [toast, held, dismiss])
  return (
    <div className="toasts" role="status">
      {toast === undefined ? null : (
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{toast.text}</span>
          {toast.action === undefined ? null : (
            <button
              type="button"
              onClick={() => {
                toast.action?.run()
                dismiss()
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" onClick={dismiss}>
            {words.close}
          </button>
        </div>
      )}
    </div>
  )
}

/** What a screen reader is told after a change. */
export const LiveRegion = () => {
  const announcement = useStore(state => state.announcement)
  return (
    <p className="vh" role="status" aria-live="polite">
      {announcement}
    </p>
  )
}
