/** Starts the app. */

import './no-code-of-text.ts'
import './styles/index.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { isEmbedded, startRouter } from './shell/router.ts'
import { startOwnRegions } from './state/own-regions.ts'
import { loadAllViews } from './shell/views.ts'

// Regions that the reader brought have to be known before the address is read.
await startOwnRegions()
startRouter()

/** A chart in somebody else's page has no masthead and keeps nothing in the browser. */
const Embed = lazy(() => import('./views/embed/embed.tsx'))
const embedded = isEmbedded()

const place = document.getElementById('app')
if (place === null) throw new Error('The page has no element with the id "app".')
createRoot(place).render(
  <StrictMode>
    {embedded ? (
      <Suspense fallback={null}>
        <Embed />
      </Suspense>
    ) : (
      <App />
    )}
  </StrictMode>,
)

globalThis.addEventListener('load', () => {
  if (embedded) return
  setTimeout(loadAllViews, 1500)
  // The page then opens without a network. It works as well where a browser allows no service workers.
  if (import.meta.env.HEARTLAND_OFFLINE && 'serviceWorker' in navigator)
    navigator.serviceWorker.register('./sw.js').catch(() => undefined)
})
