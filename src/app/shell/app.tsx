/** The whole page: header, current view, footer and notices. */

import { lazy, Suspense, useEffect } from 'react'
import { LinkNotice } from '../share/link-notice.tsx'
import { useStore } from '../state/store.ts'
import { watchKept, writeStored } from '../state/storage.ts'
import { tagOf } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { AccountsNote } from './accounts.tsx'
import { Failure } from './failure.tsx'
import { Imprint } from './imprint.tsx'
import { Masthead } from './masthead.tsx'
import { LiveRegion, ToastPlace } from './toast.tsx'
import { useLanguage, useWords } from './use.ts'
import { views } from './views.ts'

/** For paper only: it may come later than the view. */
const Report = lazy(async () => ({ default: (await import('../share/report.tsx')).Report }))

/** Keeps the document and the browser's storage in step with the state. */
const useDocument = (): void => {
  const words = useWords(shellWords)
  const language = useLanguage()
  const scheme = useStore(state => state.scheme)
  const view = useStore(state => state.view)
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
    document.title = `${words.views[view]} · ${words.brand}`
  }, [language, view, words])
  useEffect(() => {
    if (scheme === 'system') delete document.documentElement.dataset['scheme']
    else document.documentElement.dataset['scheme'] = scheme
  }, [scheme])
  useEffect(
    () =>
      watchKept(kept => {
        // What is the same is not written again, or two tabs would answer each other without end.
        if (JSON.stringify(kept) !== JSON.stringify(useStore.getState().kept)) useStore.setState({ kept })
      }),
    [],
  )
  useEffect(() => {
    let full = false
    return useStore.subscribe((now, before) => {
      const same = (['draft', 'kept', 'language', 'scheme', 'letterKeys'] as const).every(
        name => now[name] === before[name],
      )
      if (same || writeStored(now) || full) return
      full = true
      now.notify(words.storageFull)
    })
  }, [words])
}

export const App = () => {
  const words = useWords(shellWords)
  const view = useStore(state => state.view)
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
        <AccountsNote />
        <Failure key={view}>
          <Suspense fallback={<p className="note">{words.loading}</p>}>
            <View />
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
