/**
 * axe-core, all rules for WCAG 2.2 A and AA and best practice: no violation in any view, language and scheme, and no
 * view wider than its window. One page shows all of them in turn, so that the model is opened once.
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ViewName, viewNames } from '../state/view-names.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

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
const schemes = ['light', 'dark'] as const
const widths = [1440, 820, 390] as const

/** Views whose layout changes most in a narrow window: their rules are checked there as well. */
const narrow: Partial<Readonly<Record<ViewName, number>>> = { who: 390, books: 820 }

/** What the explaining views show once they have something to explain. */
const shown: Partial<Readonly<Record<ViewName, string>>> = { why: '.wf', who: '.prov-t', books: '.sheetm' }

/** What opens in What if: two scenarios side by side, the goal with its line, a lever that is moved, panels, a phone's sheet. */
const checkWhatIf = async (page: Page, language: string, check: (where: string) => Promise<void>): Promise<void> => {
  const tools = page.locator('.tools button')
  for (const [at, what] of [
    [1, 'settings'],
    [2, 'share'],
  ] as const) {
    await tools.nth(at).click()
    await page.locator('.sheet').waitFor()
    await check(`${what}, ${language}`)
    await page.keyboard.press('Escape')
    await page.locator('.sheet').waitFor({ state: 'detached' })
  }
  await page.locator('.lev input[type=range]').first().focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.locator('.lev .when').first().waitFor()
  await page.locator('.lev .then').first().click()
  await settled(page)
  await page.locator('.scen .btn.main').click()
  await settled(page)
  await page.locator('.segs .seg').nth(1).locator('button').nth(1).click()
  await page.locator('.beside figure').first().waitFor()
  await page.locator('.goal-part summary').click()
  await page.locator('.goal-part button').first().waitFor()
  await settled(page)
  await check(`side by side, with a goal, ${language}`)
  await page.locator('.segs .seg').nth(1).locator('button').first().click()
  await page.locator('.segs .seg').first().locator('button').nth(1).click()
  await page.locator('.mainfig .take button').first().click()
  await page.locator('.sheet').waitFor()
  await settled(page)
  await check(`one chart, change, its menu, ${language}`)
  await page.keyboard.press('Escape')
  await page.locator('.segs .seg').first().locator('button').first().click()
  await settled(page)
  await check(`goal line, ${language}`)
  await page.locator('.goal-part summary').click()
  await page.locator('.kind [role=tab]').nth(1).click()
  await page.locator('.lev.assume').first().waitFor()
  await check(`my assumptions, ${language}`)
  await page.locator('.kind [role=tab]').first().click()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.locator('.lev-row').first().click()
  await page.locator('.lever-sheet').waitFor()
  await settled(page)
  await check(`the sheet of a lever, ${language}`)
  await page.locator('.lever-sheet .lever-bar .btn').click()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('.chips .chip-part').first().click()
  await page.locator('.sheet').waitFor()
  await check(`a saved scenario, ${language}`)
  await page.locator('.sheet .btn').last().click()
  // Undo of the lever and of its second stage.
  for (let step = 0; step < 2; step++) await page.locator('.scen > .btn').first().click()
  await settled(page)
}

appTest(
  'no view violates a rule or is too wide, in both languages and both schemes',
  { timeout: 400_000 },
  async ({ app }) => {
    const page = await app.open({ hash: fewAt('data'), reducedMotion: 'reduce' })
    // Runs in the world of the driver: the page's policy lets no script in.
    await page.evaluate(axe)
    const found: string[] = []
    const check = async (where: string): Promise<void> => {
      found.push(...(await violations(page)).map(text => `${where}: ${text}`))
    }
    for (const [language, name] of Object.entries(languages)) {
      const other = page.getByRole('button', { name, exact: true })
      if ((await other.count()) > 0) await other.click()
      for (const [at, view] of viewNames.entries()) {
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.keyboard.press(String(at + 1))
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
          await page.locator('.thresholds summary').click()
          await page.locator('.story-begin button').click()
          await page.locator('.ckey .term').first().click()
          await page.locator('.sheet').waitFor()
          await check(`thresholds, story and a class explained, ${language}`)
          await page.keyboard.press('Escape')
          await page.locator('.skip-story').click()
        }
        if (view === 'what-if') await checkWhatIf(page, language, check)
        if (view === 'what-if') {
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
