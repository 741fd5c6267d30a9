/** Tests that pages of questions stand with their answers before the model is there, and that the workers answer the same. */

import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { firstViewNames } from '../worker/first-view.ts'
import { appTest } from './app-pages-fixture.ts'
import { held, theModel } from './held-fixture.ts'

const builtAnswers = /assets\/first-view-/

const textOf = async (page: Page): Promise<string> => {
  await page.locator('#main h1').first().waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('#main .skel').count(), { timeout: 60_000 }).toBe(0)
  return page.locator('#main').innerText()
}

const withoutAnswers = (context: BrowserContext): Promise<unknown> =>
  context.route(builtAnswers, route => route.abort())

for (const view of firstViewNames) {
  appTest(
    `${view} stands with its answer before the model is there, the same that the workers find`,
    { timeout: 300_000, tags: view === 'debt' || view === 'record' ? [] : ['thorough'] },
    async ({ app }) => {
      const hash = `/${view}`
      const { hold, letGo } = held(theModel)
      const early = await app.open({ hash, ready: false, before: hold })
      const built = await textOf(early)
      letGo()
      expect(built).toMatch(/\d/)
      const asking = await app.open({ hash, before: withoutAnswers, expected: /ERR_FAILED|Failed to fetch/ })
      expect(await textOf(asking)).toBe(built)
    },
  )
}
