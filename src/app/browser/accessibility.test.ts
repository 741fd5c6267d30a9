/**
 * axe-core, all rules for WCAG 2.2 A and AA and best practice: no violation in any view, language and scheme, and no
 * view wider than its window. One page shows all of them in turn, so that the model is opened once.
 */

import { expect } from 'vitest'
import { type ViewName, viewKey, viewNames } from '../state/view-names.ts'
import { appTest, settled } from './app-test.ts'
import { axe, violations } from './violations.ts'
import { fewAt } from './what-if-page.ts'

const languages = { en: 'English', zh: '中文' } as const
const schemes = ['light', 'dark'] as const
const widths = [1440, 820, 390] as const

/** Views whose layout changes most in a narrow window: their rules are checked there as well. */
const narrow: Partial<Readonly<Record<ViewName, number>>> = { who: 390, books: 820, sectors: 390 }

/** What the explaining views show once they have something to explain. */
const shown: Partial<Readonly<Record<ViewName, string>>> = { why: '.wf', who: '.prov-t', books: '.sheetm' }

appTest(
  'no view violates a rule or is too wide, in both languages and both schemes',
  { timeout: 900_000 },
  async ({ app }) => {
    const page = await app.open({ hash: fewAt('data'), reducedMotion: 'reduce' })
    // Runs in the world of the driver: the page's policy lets no script in.
    await page.evaluate(axe)
    const found: string[] = []
    const check = async (where: string): Promise<void> => {
      // What the header that stays in view covers, or the edge of a panel that scrolls, is no fault.
      await page.evaluate('scrollTo(0, 0)')
      found.push(...(await violations(page)).map(text => `${where}: ${text}`))
    }
    for (const [language, name] of Object.entries(languages)) {
      const other = page.getByRole('button', { name, exact: true })
      if ((await other.count()) > 0) await other.click()
      for (const view of viewNames) {
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.keyboard.press(viewKey(view))
        await settled(page)
        expect(await page.evaluate('document.documentElement.lang')).toBe(language === 'zh' ? 'zh-Hans' : language)
        const content = shown[view]
        if (content !== undefined) await page.locator(content).first().waitFor()
        // Colours are the same in both languages.
        for (const colorScheme of language === 'en' ? schemes : schemes.slice(0, 1)) {
          await page.emulateMedia({ colorScheme })
          await check(`${view}, ${language}, ${colorScheme}`)
        }
        if (view === 'answer') {
          await page.getByRole('button', { name: /^(Search|搜索)$/ }).click()
          await page.locator('.found-packages').waitFor({ timeout: 300_000 })
          await check(`best packages, ${language}`)
        }
        if (view === 'debt') await page.getByRole('button', { name: /^(Jilin|吉林)/ }).click()
        if (view === 'what-if') {
          // It stays open from one language to the next.
          if ((await page.locator('.goal-part[open]').count()) === 0) await page.locator('.goal-part > summary').click()
          await page.getByRole('button', { name: /^(When does it miss the target\?|何时不达标？)$/ }).click()
          await page.locator('.failures').waitFor({ timeout: 120_000 })
          for (const summary of await page.locator('.goal .tbl > summary').all()) await summary.click()
          await check(`failures, ${language}`)
          await page.getByRole('tab').nth(2).click()
          await page.locator('.path-chart').first().waitFor()
          await page.locator('.lev.path .btn').first().click()
          await settled(page)
          await check(`external conditions, ${language}`)
          await page.getByRole('button', { name: /^(Undo|撤销)$/ }).click()
          await settled(page)
        }
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          await settled(page)
          const beyond = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          if (beyond > 0) found.push(`${view}, ${language}: ${beyond} pixels wider than a window of ${width}`)
          if (width === narrow[view]) await check(`${view}, ${language}, ${width} pixels wide`)
        }
      }
    }
    expect(found).toEqual([])
  },
)
