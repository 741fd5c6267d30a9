/** Starts the app. */

import './styles/index.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { embedding, startRouter } from './shell/router.ts'
import { SafeStart, StartProblem } from './shell/safe-start.tsx'
import { startOwnRegions } from './state/own-regions.ts'

// Regions that the reader brought have to be known before the address is read.
await startOwnRegions()

/** What stopped the page before it was drawn. */
let problem: unknown
try {
  startRouter()
} catch (found) {
  problem = found ?? new Error()
}

/** A chart in somebody else's page has no masthead and keeps nothing in the browser. */
const Embed = lazy(() => import('./views/embed/embed.tsx'))

const { embedded, levers } = embedding()

const page = embedded ? (
  <Suspense fallback={null}>
    <Embed levers={levers} />
  </Suspense>
) : (
  <App />
)

const place = document.getElementById('app')
if (place === null) throw new Error('The page has no element with the id "app".')
createRoot(place).render(
  <StrictMode>
    <SafeStart>{problem === undefined ? page : <StartProblem problem={problem} />}</SafeStart>
  </StrictMode>,
)
