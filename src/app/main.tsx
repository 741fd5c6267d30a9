/** Starts the app. */

import './styles/index.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { embedding, startRouter } from './shell/router.ts'
import { SafeStart, StartProblem } from './shell/safe-start.tsx'
import { partOf } from './state/address.ts'
import { startOwnRegions } from './state/own-regions.ts'
import { chineseNamesCome } from './state/speak.ts'
import { useStore } from './state/store.ts'

// Regions that the reader brought have to be known before the address is read, and names before they are drawn.
const language = partOf(globalThis.location.hash, 'language') ?? useStore.getState().language
await Promise.all([startOwnRegions(), language === 'zh' ? chineseNamesCome() : undefined])

/** The error that stopped the page before it was drawn. */
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
