/** Waits until a page of the app in Chromium is complete: its view is drawn and its workers have answered. */

import type { Page } from 'playwright-core'

/** A script for the page, run before the app: counts questions its workers have not yet answered. It is text because it runs in the browser. */
export const countQuestions = {
  content: `{
const open = new Map()
let workers = 0
globalThis.questionsOpen = () => open.size
globalThis.Worker = class extends Worker {
  #name = ++workers
  constructor(url, options) {
    super(url, options)
    this.addEventListener('message', ({ data }) => {
      if (data?.kind === 'answer' || data?.kind === 'problem') open.delete(this.#name + ' ' + data.id)
    })
  }
  postMessage(message) {
    if (message.kind === 'ask') open.set(this.#name + ' ' + message.id, true)
    if (message.kind === 'cancel') open.delete(this.#name + ' ' + message.id)
    super.postMessage(message)
  }
}
}`,
}

/** A script for the page: done after three frames in a row in which nothing of the document changed. */
const stands = `new Promise(done => {
  let calm = 0
  const observer = new MutationObserver(() => { calm = 0 })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const look = () => {
    if (++calm <= 3) return requestAnimationFrame(look)
    observer.disconnect()
    done()
  }
  requestAnimationFrame(look)
})`

/** Waits until a page that stood complete is drawn anew after its window or its colours have changed. */
export const redrawn = async (page: Page): Promise<void> => {
  await page.evaluate(stands)
  if ((await page.evaluate<number>('questionsOpen()')) > 0) await settled(page)
}

/** Waits until no question is open, for at most the given number of seconds. */
export const settled = async (page: Page, seconds = 90): Promise<void> => {
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  const calm = async (): Promise<boolean> => (await page.evaluate<number>('questionsOpen()')) === 0
  const until = Date.now() + seconds * 1000
  // An answer can lead to new questions, so the page must stay idle for a while.
  for (let times = 0; times < 3; ) {
    if (Date.now() > until) throw new Error(`The page is still computing after ${seconds} seconds.`)
    times = (await calm()) ? times + 1 : 0
    await page.waitForTimeout(120)
  }
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}
