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
