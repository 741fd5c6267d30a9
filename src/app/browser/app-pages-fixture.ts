/**
 * Runs a test of the app in a page of its own or in one that the tests of its file share, and fails it if a page logs an
 * error, violates its policy or contacts another origin.
 */

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, test } from 'vitest'
import { countQuestions, countRequests, settled } from '../../cli/commands/report/settled-page.ts'
import { viewsOf, placeKey, placeOfView, type ViewName } from '../state/view-names.ts'

export interface PageOptions extends BrowserContextOptions {
  /** Another one than that of the server. */
  readonly address?: string
  /** After the '#'. */
  readonly hash?: string
  /** Wait until the view stands with its numbers. */
  readonly ready?: boolean
  /** Install the service worker, which stores the whole app: only a test without a network needs that. */
  readonly offline?: boolean
  /** Errors in the log of the page that the test brings about. */
  readonly expected?: RegExp
  /** Before the page is asked for. */
  readonly before?: (context: BrowserContext) => Promise<unknown>
}

export interface AppPages {
  /** A page of the app in a context of its own: nothing is stored yet, and the model is not open. */
  open(options?: PageOptions): Promise<Page>
  /**
   * The page that tests of this file share, as the last of them left it, with the window and colours of a new one: opening
   * the model takes longer than most tests. The first test that asks opens it at `hash`; all ask for the same window.
   */
  share(hash: string, window?: BrowserContextOptions): Promise<Page>
}

export { settled }

/** Goes to a view as a reader does: with the key of its place, then by its tab there. */
export const visit = async (page: Page, view: ViewName): Promise<void> => {
  const place = placeOfView(view)
  await page.keyboard.press(placeKey(place))
  const at = viewsOf[place].indexOf(view)
  if (at > 0) await page.locator('.parts a').nth(at).click()
  await settled(page)
}

let browser: Promise<Browser> | undefined

const sameOrigin = (url: string, origin: string): boolean => url.startsWith(origin) || /^(?:blob|data):/.test(url)

/** The pages of a test or of a file, and what went wrong in them. */
class Sitting {
  readonly faults: string[] = []
  readonly #contexts: BrowserContext[] = []

  #watch(context: BrowserContext, origin: string, expected: RegExp | undefined): void {
    this.#contexts.push(context)
    context.setDefaultTimeout(30_000)
    context.on('request', request => {
      if (!sameOrigin(request.url(), origin)) this.faults.push(`a request left the page's origin: ${request.url()}`)
    })
    context.on('console', message => {
      if (message.type() === 'error' && expected?.test(message.text()) !== true)
        this.faults.push(`the page logged an error: ${message.text()}`)
    })
    context.on('weberror', error => this.faults.push(`the page failed: ${error.error().message}`))
  }

  async open(options: PageOptions): Promise<Page> {
    const {
      address = inject('address')!,
      hash = '',
      ready = true,
      offline = false,
      expected,
      before,
      ...rest
    } = options
    const context = await (await (browser ??= chromium.connect(inject('browser')!))).newContext({
      viewport: standardWindow,
      locale: 'en-GB',
      serviceWorkers: offline ? 'allow' : 'block',
      ...rest,
    })
    this.#watch(context, address, expected)
    await context.addInitScript(countQuestions)
    // A script may catch the error of a violation of the policy, so the page itself reports it.
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', event => {
        console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
      })
    })
    await before?.(context)
    const page = await context.newPage()
    countRequests(page)
    // A test that holds back scripts of the page would wait for its load event for ever.
    await page.goto(`${address}${hash === '' ? '' : `#${hash}`}`, { waitUntil: ready ? 'load' : 'commit' })
    if (ready) await settled(page)
    return page
  }

  /** Reports what went wrong since the last time. */
  complain(): void {
    const faults = this.faults.splice(0)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map(context => context.close()))
  }
}

const standardWindow = { width: 1440, height: 900 } as const

/** The pages of a file: one, or none before a test asks for it and after a test has failed in it. */
class SharedPage {
  readonly sitting = new Sitting()
  #page: Promise<Page> | undefined

  async show(hash: string, window: BrowserContextOptions = {}): Promise<Page> {
    const isNew = this.#page === undefined
    const page = await (this.#page ??= this.sitting.open({ ...window, hash }))
    if (isNew) return page
    await page.setViewportSize(window.viewport ?? standardWindow)
    await page.emulateMedia({ media: null, colorScheme: 'light' })
    return page
  }

  async close(): Promise<void> {
    this.#page = undefined
    await this.sitting.close()
  }
}

export const appTest = test
  // oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern what a fixture needs
  .extend('shared', { scope: 'file' }, ({}, { onCleanup }) => {
    const shared = new SharedPage()
    onCleanup(() => shared.close())
    return shared
  })
  .extend<{ app: AppPages }>({
    app: async ({ shared, skip, task }, use) => {
      const missing = inject('missing')
      if (missing !== undefined) skip(missing)
      const own = new Sitting()
      await use({ open: (options = {}) => own.open(options), share: (hash, window) => shared.show(hash, window) })
      await own.close()
      if (task.result?.state === 'fail') await shared.close()
      own.complain()
      shared.sitting.complain()
    },
  })
