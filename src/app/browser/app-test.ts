/**
 * Runs a test of the app in a page of its own, and fails it if the page logs an error, violates its policy or contacts
 * another origin.
 */

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, test } from 'vitest'
import { countQuestions, countRequests, settled } from '../../cli/settled-page.ts'

export interface PageOptions extends BrowserContextOptions {
  /** Another one than that of the server. */
  readonly address?: string
  /** After the '#'. */
  readonly hash?: string
  /** Wait until the view stands with its numbers. */
  readonly ready?: boolean
  /** Install the service worker, which stores the whole app: only a test without a network needs that. */
  readonly offline?: boolean
}

export interface AppPages {
  /** A page of the app in a context of its own: nothing is stored yet. */
  open(options?: PageOptions): Promise<Page>
}

export { settled }

let shared: Promise<Browser> | undefined

const sameOrigin = (url: string, origin: string): boolean => url.startsWith(origin) || /^(?:blob|data):/.test(url)

export const appTest = test.extend<{ app: AppPages }>({
  app: async ({ skip }, use) => {
    const missing = inject('missing')
    if (missing !== undefined) skip(missing)
    const served = inject('address')!
    const browser = await (shared ??= chromium.connect(inject('browser')!))
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    const watch = (context: BrowserContext, origin: string): void => {
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      context.on('request', request => {
        if (!sameOrigin(request.url(), origin)) faults.push(`a request left the page's origin: ${request.url()}`)
      })
      context.on('console', message => {
        if (message.type() === 'error') faults.push(`the page logged an error: ${message.text()}`)
      })
      context.on('weberror', error => faults.push(`the page failed: ${error.error().message}`))
    }
    const open: AppPages['open'] = async ({
      address = served,
      hash = '',
      ready = true,
      offline = false,
      ...options
    } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        serviceWorkers: offline ? 'allow' : 'block',
        ...options,
      })
      watch(context, address)
      await context.addInitScript(countQuestions)
      // What the policy forbids is told to the page, and to nobody else where a script catches it.
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', event => {
          console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
        })
      })
      const page = await context.newPage()
      countRequests(page)
      await page.goto(`${address}${hash === '' ? '' : `#${hash}`}`)
      if (ready) await settled(page)
      return page
    }
    await use({ open })
    await Promise.all(contexts.map(context => context.close()))
    if (faults.length > 0) throw new Error(faults.join('\n'))
  },
})
