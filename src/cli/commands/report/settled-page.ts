/** Waits until a page of the app in Chromium is complete: its view is drawn and its workers have answered. */

import type { Page, Request } from 'playwright-core'

/**
 * A script for the page, run before the app: counts questions its workers have not yet answered, short waits of its own
 * that have not ended, and messages it has sent itself and not yet received. React draws what is not urgent in many short
 * pieces, each begun by such a message: on a busy machine some frames pass between them in which nothing changes, and the
 * page still shows figures of the scenario before. It is text because it runs in the browser.
 */
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
  postMessage(message, transfer) {
    if (message.kind === 'ask') open.set(this.#name + ' ' + message.id, true)
    if (message.kind === 'cancel') open.delete(this.#name + ' ' + message.id)
    super.postMessage(message, transfer)
  }
  terminate() {
    for (const key of open.keys()) if (key.startsWith(this.#name + ' ')) open.delete(key)
    super.terminate()
  }
}
const waits = new Set()
const { setTimeout: wait, clearTimeout: give } = globalThis
globalThis.setTimeout = (done, delay = 0, ...given) => {
  const timer = wait((...all) => { waits.delete(timer); done(...all) }, delay, ...given)
  if (delay <= 1000) waits.add(timer)
  return timer
}
globalThis.clearTimeout = timer => { waits.delete(timer); give(timer) }
let pieces = 0
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super()
    const { port1, port2 } = this
    port2.postMessage = (...all) => { pieces++; MessagePort.prototype.postMessage.apply(port2, all) }
    port1.addEventListener('message', () => { pieces-- })
  }
}
globalThis.untilCalm = frames => new Promise(done => {
  let calm = 0
  const observer = new MutationObserver(() => { calm = 0 })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const look = () => {
    calm = open.size + waits.size + pieces === 0 ? calm + 1 : 0
    if (calm <= frames) return requestAnimationFrame(look)
    observer.disconnect()
    done()
  }
  requestAnimationFrame(look)
})
}`,
}

const requests = new WeakMap<Page, Set<Request>>()

/** Notes what a page is still waiting for from its server; call it before the page is opened. */
export const countRequests = (page: Page): void => {
  const open = new Set<Request>()
  requests.set(page, open)
  page.on('request', request => void open.add(request))
  const end = (request: Request): void => void open.delete(request)
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  // Nobody says how a script ended that a worker was still loading when it was stopped.
  page.on('worker', worker => {
    worker.on('close', () => {
      for (const request of open) if (request.resourceType() === 'script') open.delete(request)
    })
  })
}

/** An answer can lead to new questions and to a new picture, so the page must stand still for some frames. */
const frames = 4

/** Waits until no question is open and the page stands still, for at most the given number of seconds. */
export const settled = async (page: Page, seconds = 90): Promise<void> => {
  // The title of the view, not the one that stands in its place until it comes.
  await page.locator('#main h1:not(.coming)').first().waitFor({ state: 'attached' })
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new Error(`The page is still computing after ${seconds} seconds.`))
    late = setTimeout(fail, seconds * 1000)
  })
  try {
    do await Promise.race([page.evaluate(`untilCalm(${frames})`), tooLate])
    while ((requests.get(page)?.size ?? 0) > 0)
  } finally {
    clearTimeout(late)
  }
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}
