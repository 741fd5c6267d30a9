/** Builds and serves the app and starts a browser, once for all browser tests. */

import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildApp } from '../../cli/app-build/build.ts'
import { browserMissing, browserSettings } from '../../cli/browser-fixture.ts'
import { serveFolder } from '../../cli/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no browser here. */
    readonly missing?: string
    readonly address?: string
    /** Where the browser that all tests share listens. */
    readonly browser?: string
  }
}

export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (browserMissing !== undefined) {
    // The list of tests shows that they were skipped, not why.
    console.warn(`The tests of the app in a browser are skipped: ${browserMissing}.`)
    provide('missing', browserMissing)
    return undefined
  }
  const folder = await buildApp(text => console.warn(text))
  const [serving, server] = await Promise.all([
    serveFolder(folder, { port: 0 }),
    chromium.launchServer(browserSettings),
  ])
  provide('address', serving.address)
  provide('browser', server.wsEndpoint())
  return async () => {
    await server.close()
    await serving.close()
  }
}
