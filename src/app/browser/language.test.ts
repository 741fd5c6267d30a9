/** Tests both languages: switching in place, language in the link, Chinese units. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { viewNames } from '../state/view-names.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { axe, violations } from './violations-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

appTest('speaks both languages, and its link remembers which', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: '中文' }).click()
  // Chinese names of the model come then.
  await page.locator('h1', { hasText: '振兴' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  const { hash } = new URL(page.url())
  const elsewhere = await app.open({ hash: hash.slice(1) })
  expect(await elsewhere.locator('h1').innerText()).toContain('振兴')
  await page.getByRole('button', { name: 'English' }).click()
  expect(await page.locator('h1').innerText()).toContain('revived')
})

/** Texts of a Chinese page with marks or spaces as in English; equations, codes and what is quoted are no Chinese text. */
const westernMarks = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate(main => {
    const wrong =
      /[\u4e00-\u9fff）][,;:](?: |$)|\d[ \u00a0]%|[，；：。] [\u4e00-\u9fff]|[\u4e00-\u9fff] ?\([+−\d\u4e00-\u9fff]/
    const texts: string[] = []
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement!.closest('[lang=en], .eq, .sym, code, option, script') === null) texts.push(textContent ?? '')
    }
    const said = [...main.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label') ?? '')
    return [...new Set([...texts, ...said].filter(text => wrong.test(text)))]
  })

appTest(
  'no view mixes the languages, shows a number that is none, or violates a rule of accessibility',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share(fewAt('data', 'zh'))
    await page.evaluate(axe)
    const western: string[] = []
    for (const view of viewNames) {
      await visit(page, view)
      // Titles of studies, and what else is quoted, say that they are English.
      const text = await page
        .locator('main')
        .evaluate(main =>
          [...main.querySelectorAll<HTMLElement>('[lang=en]')].reduce(
            (rest, { innerText }) => rest.replace(innerText, ''),
            (main as HTMLElement).innerText,
          ),
        )
      expect(text, view).toMatch(/[\u4e00-\u9fff]/)
      expect(text, view).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/)
      expect(text, view).not.toMatch(/\b(?:the|and|with|of)\b [a-z]+ [a-z]+ /)
      western.push(...(await westernMarks(page)).map(found => `${view}: ${found}`))
      expect(await violations(page), view).toEqual([])
    }
    expect(western).toEqual([])
  },
)

appTest('in Chinese, what is quoted in English says that it is English', { tags: ['thorough'] }, async ({ app }) => {
  const page = await app.share(fewAt('data', 'zh'))
  for (const view of ['data'] as const) {
    await visit(page, view)
    const rows = page.locator('main details:not(.tbl) > summary')
    for (let at = 0; at < Math.min(25, await rows.count()); at++) await rows.nth(at).click()
    await settled(page)
    expect(await page.locator('main [lang=en]').count(), view).toBeGreaterThan(3)
    const unmarked = await page.locator('main').evaluate(main => {
      const copy = main.cloneNode(true) as HTMLElement
      for (const marked of copy.querySelectorAll('[lang=en], code, a, dt + dd > code')) marked.remove()
      return copy.textContent ?? ''
    })
    expect(unmarked.match(/[a-z]{3,} [a-z]{2,} [a-z]{2,}[^\u4e00-\u9fff]{0,40}/g) ?? [], view).toEqual([])
    expect(unmarked, view).toContain('照录原文')
  }
})

for (const language of ['en', 'zh'] as const)
  appTest(`pages for readers hold no codes and no words of method (${language})`, async ({ app }) => {
    const page = await app.open({ hash: fewAt('answer', language) })
    for (const view of ['answer', 'what-if', 'league', 'who', 'story'] as const) {
      await visit(page, view)
      // Current policy changes nothing for anybody.
      if (view === 'who') await page.locator('main button', { hasText: /^(Reform|改革)$/ }).click()
      await settled(page)
      const text = await page.locator('main').innerText()
      expect(text.length).toBeGreaterThan(300)
      // Grades of evidence, packages and criteria by letter, and what only a method needs.
      expect(
        text.match(
          /\bE Reform|(?<=[Pp]ackage |方案)[A-H]\b|(?<![\w%])[B-H](?![\w’'.-])|\bC[1-8]\b|seed|随机种子|Shapley|residual|残差|10[⁻−]\d/gu,
        ) ?? [],
        view,
      ).toEqual([])
    }
  })
