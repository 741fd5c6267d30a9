/** Checks every view, language and colour scheme with axe-core (WCAG 2.2 A and AA, best practice): no violations. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled } from './app-test.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What is wrong, where, in words that lead to the place. */
const violations = async (page: Page): Promise<string[]> => {
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  )
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}\n${failureSummary}`),
  )
}

const languages = { en: 'English', zh: '中文' } as const

describe.each(viewNames.map((view, at) => [view, String(at + 1)] as const))('%s', (view, key) => {
  appTest('violates no rule in both languages and both schemes', async ({ app }) => {
    const page = await app.open({ hash: `/${view}`, reducedMotion: 'reduce' })
    // Runs in the world of the driver: the page's policy lets no script in.
    await page.evaluate(axe)
    await page.keyboard.press(key)
    const found: string[] = []
    for (const [language, name] of Object.entries(languages)) {
      const other = page.getByRole('button', { name, exact: true })
      if ((await other.count()) > 0) await other.click()
      await settled(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await violations(page)).map(text => `${language}, ${colorScheme}: ${text}`))
      }
    }
    expect(found).toEqual([])
  })
})
