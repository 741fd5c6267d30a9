/**
 * Runs before the page is drawn, as a small file of its own: shows the opening of the view that the address names, in
 * the language and the colours of the reader, and fetches the code of that view beside that of the app.
 */

import type { WorkerName } from 'virtual:heartland/worker'
import { isRecord, languageOfBrowser, type Look, lookIn, storedText } from '../state/look.ts'
import { partOf, viewWord } from '../state/address.ts'
import { tagOf } from '../../language/typeset.ts'
import { beginWorker } from '../worker/begun.ts'
import { openingId } from './opening-head.ts'

/** Files of each view, relative to the page; the build knows them. */
declare const viewFiles: Readonly<Record<string, readonly string[]>>
/** Files of Chinese names. */
declare const chineseFiles: readonly string[]
/** The region that the openings name. */
declare const openingRegion: string
/** The script of workers, and the use of the one that a view asks at once; none where the build has its results. */
declare const workerFile: string
declare const viewWorkers: Readonly<Record<string, WorkerName | undefined>>

const stored = ((): Readonly<Record<string, unknown>> => {
  try {
    const found: unknown = JSON.parse(storedText() ?? '{}')
    return isRecord(found) ? found : {}
  } catch {
    // The app says so when it reads the same text.
    return {}
  }
})()

const { hash } = globalThis.location
const word = viewWord(hash)
const isEmbedded = word === 'embed' || word === 'widget'
const view = Object.hasOwn(viewFiles, word) ? word : 'answer'
const look: Look = lookIn(stored)
const { language = look.language ?? languageOfBrowser() } = lookIn({ language: partOf(hash, 'language') })

const draft = isRecord(stored['draft']) ? stored['draft'] : {}
const region = partOf(hash, 'region') ?? draft['region'] ?? openingRegion
/** Parts of the opening that may not hold for another region, or for another chart. */
const unsure = [
  ...(region === openingRegion ? [] : ['.place', '.over']),
  ...(partOf(hash, 'chart') === undefined ? [] : ['h1']),
]

const use = isEmbedded ? undefined : viewWorkers[view]
if (use !== undefined) beginWorker(workerFile, use, region)

const rules = [
  '#app > .opening { display: none }',
  ...(isEmbedded ? [] : [`#app > #${openingId(view, language)} { display: contents }`]),
  ...unsure.map(part => `.opening ${part} { visibility: hidden }`),
]
const style = document.createElement('style')
style.textContent = rules.join('\n')
document.head.append(style)

/**
 * The page is drawn when it has been read whole, because half of it would move when the rest comes, and when its letters
 * are there: in others, lines are of another height and width. Nobody waits for letters longer than browsers do by
 * themselves; those that come later still are for the next visit. The wait is counted in steps, because a busy machine may
 * have the letters and no time yet to take them.
 */
const waiting = document.createElement('style')
waiting.textContent = '#app { visibility: hidden }'
document.head.append(waiting)
const draw = (): void => {
  clearInterval(clock)
  waiting.remove()
}
let steps = 6
const clock = setInterval(() => {
  if (--steps > 0) return
  draw()
  for (const font of document.fonts) if (font.status !== 'loaded') font.display = 'optional'
}, 500)
// Before the code of the app runs.
const read = new Promise(done => document.addEventListener('readystatechange', done, { once: true }))
// The first frame waits for the styles, which name the fonts.
requestAnimationFrame(() => void Promise.all([read, ...[...document.fonts].map(font => font.load())]).then(draw, draw))

document.documentElement.lang = tagOf(language)
if (look.scheme !== undefined && look.scheme !== 'system') document.documentElement.dataset['scheme'] = look.scheme

const files = [...(viewFiles[view] ?? []), ...(language === 'zh' ? chineseFiles : [])]
for (const file of isEmbedded ? [] : files) {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.crossOrigin = ''
  link.href = file
  document.head.append(link)
}
