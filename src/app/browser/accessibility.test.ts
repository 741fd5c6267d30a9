/** axe-core, all rules for WCAG 2.2 A and AA and best practice: no violation in any view, language and scheme. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { viewNames } from '../shell/views.ts'
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

describe.each(['en', 'zh'] as const)('in %s', language => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', colorScheme => {
    appTest('no view violates a rule', async ({ app }) => {
      const page = await app.open({ locale: language === 'en' ? 'en-GB' : 'zh-CN', colorScheme })
      // Runs in the world of the driver: the page's policy lets no script in.
      await page.evaluate(axe)
      const found: string[] = []
      for (const [at, view] of viewNames.entries()) {
        await page.keyboard.press(String(at + 1))
        await settled(page)
        found.push(...(await violations(page)).map(text => `${view}: ${text}`))
      }
      expect(found).toEqual([])
    })
  })
})
