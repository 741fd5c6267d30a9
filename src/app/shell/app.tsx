/** The whole page: header, current view, footer and notices. */

import { openingHeads } from 'virtual:heartland/openings'
import { lazy, Suspense, useEffect, useState } from 'react'
import { LinkNotice } from '../share/link-notice.tsx'
import { SetAsideNotice } from '../share/set-aside-notice.tsx'
import { useStore } from '../state/store.ts'
import { mergeKept } from '../state/merge-kept.ts'
import { storeSetAside, useSetAside } from '../state/set-aside.ts'
import type { State } from '../state/state.ts'
import { storedText } from '../state/look.ts'
import { parseStored, watchKept, writeStored } from '../state/storage.ts'
import { tagOf } from '../../language/typeset.ts'
import { shellWords, viewTitle } from '../words/shell.ts'
import { AccountsNote } from './accounts.tsx'
import { Failure } from './head.tsx'
import { Imprint } from './imprint.tsx'
import { Masthead } from './masthead.tsx'
import { Opening } from './opening.tsx'
import { useTexts, useWords } from './use.ts'
import { firstViewStands, viewStands, views } from './views.ts'

/** For paper only: it comes after the view, unless the page is opened for a printer. */
const Report = lazy(async () => {
  if (!globalThis.matchMedia('print').matches) await firstViewStands
  return { default: (await import('../share/report.tsx')).Report }
})

/** Only while external conditions differ from those of the region. */
const ConditionsNote = lazy(() => import('./conditions-note.tsx'))

/** Keeps the document and the browser's storage in step with the state. */
const useDocument = (): void => {
  const { words, language } = useTexts(shellWords)
  const scheme = useStore(state => state.scheme)
  const view = useStore(state => state.view)
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
    document.title = `${viewTitle(view, language)} · ${words.brand}`
  }, [language, view, words])
  useEffect(() => {
    if (scheme === 'system') delete document.documentElement.dataset['scheme']
    else document.documentElement.dataset['scheme'] = scheme
  }, [scheme])
  useEffect(storeSetAside, [])
  useEffect(() => {
    let full = false
    // The saved scenarios as they are stored, as far as this tab knows.
    let stored = useStore.getState().kept
    const write = (now: State): void => {
      const kept = mergeKept(stored, now.kept, parseStored(storedText()).kept ?? stored)
      if (writeStored({ ...now, kept })) stored = kept
      else if (!full) {
        full = true
        useStore.getState().notify(words.storageFull)
      }
      if (kept !== now.kept) useStore.setState({ kept })
    }
    const stopWatching = watchKept(theirs => {
      const own = useStore.getState().kept
      const kept = mergeKept(stored, own, theirs)
      stored = theirs
      if (kept !== own) useStore.setState({ kept })
    })
    // Unreadable parts are kept elsewhere: the stored state becomes what the page shows.
    if (useSetAside.getState().entries.length > 0) write(useStore.getState())
    const stopWriting = useStore.subscribe((now, before) => {
      const names = ['draft', 'kept', 'language', 'scheme', 'letterKeys'] as const
      if (names.some(name => now[name] !== before[name])) write(now)
    })
    return () => {
      stopWatching()
      stopWriting()
    }
  }, [words])
}

/** Mounts with the first view, and stays. */
const Standing = (): null => {
  useEffect(viewStands, [])
  return null
}

/** Milliseconds that a notice is shown, or longer while it has the focus. */
const stays = 6000

const ToastPlace = () => {
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

/** The text that a screen reader reads after a change. */
const LiveRegion = () => {
  const announcement = useStore(state => state.announcement)
  return (
    <p className="vh" role="status" aria-live="polite">
      {announcement}
    </p>
  )
}

export const App = () => {
  const { words, language } = useTexts(shellWords)
  const view = useStore(state => state.view)
  const conditioned = useStore(state => Object.keys(state.draft.outside).length > 0)
  useDocument()
  const View = views[view]
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={event => {
          // The address holds the scenario: the focus moves without it.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {words.skip}
      </a>
      <Masthead />
      <main id="main" className="wrap" tabIndex={-1}>
        <LinkNotice />
        <SetAsideNotice />
        <AccountsNote />
        {conditioned ? (
          <Suspense fallback={null}>
            <ConditionsNote />
          </Suspense>
        ) : null}
        <Failure key={view}>
          <Suspense fallback={<Opening head={openingHeads[view]} language={language} />}>
            <View />
            <Standing />
          </Suspense>
        </Failure>
      </main>
      <Suspense fallback={null}>
        <Report />
      </Suspense>
      <Imprint />
      <ToastPlace />
      <LiveRegion />
    </>
  )
}
