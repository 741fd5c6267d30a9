/** Starts the page. */

import './styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { startRouter } from './shell/router.ts'
import { startOwnRegions } from './state/own-regions.ts'
import { loadAllViews } from './shell/views.ts'

// Regions that the reader brought have to be known before the address is read.
await startOwnRegions()
startRouter()

const place = document.getElementById('app')
if (place === null) throw new Error('The page has no element with the id "app".')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

globalThis.addEventListener('load', () => {
  setTimeout(loadAllViews, 1500)
})
