/** Labels explain their terms: in every view and in both languages, with keys, and in the words of the glossary. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { viewNames } from '../state/view-names.ts'
import { termFinder } from '../words/glossary.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

const glossary = readGlossary()
const find = termFinder(glossary.map(({ names }) => names))

/** Labels in view with a term in them, and those of them that offer its meaning. */
const labelsOf = (page: Page): Promise<Array<{ readonly text: string; readonly explained: boolean }>> =>
  page.locator('main h2, main h3, main th[scope=col], main dt, main .lev label, main legend').evaluateAll(all =>
    all
      .filter(one => (one as HTMLElement).checkVisibility() && one.closest('summary, .share, .report') === null)
      .map(one => {
        const copy = one.cloneNode(true) as Element
        for (const mark of copy.querySelectorAll('.term-mark')) mark.remove()
        return {
          text: (copy.textContent ?? '').trim(),
          explained:
            one.querySelector('.term, .term-mark') !== null ||
            one.nextElementSibling?.querySelector('.term-mark') !== null,
        }
      }),
  )

appTest('terms in labels say what they mean, in both languages', { timeout: 300_000 }, async ({ app }) => {
  const page = await app.open({ hash: fewAt('answer') })
  for (const language of ['en', 'zh'] as const) {
    let explained = 0
    for (const view of viewNames) {
      await page.evaluate(
        hash => {
          location.hash = hash
        },
        fewAt(view, language),
      )
      await settled(page)
      const labels = (await labelsOf(page)).filter(({ text }) => find(text, language) !== undefined)
      expect(
        labels.filter(one => !one.explained).map(({ text }) => text),
        `${view}, ${language}`,
      ).toEqual([])
      explained += labels.length
    }
    expect(explained).toBeGreaterThan(20)
  }
})

appTest('a term opens and closes with keys, and gives the focus back', async ({ app }) => {
  const page = await app.share(fewAt('who'))
  const term = page.locator('main button.term.within').first()
  const found = find(await term.innerText(), 'en')!
  await term.focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('.sheet')
  await panel.waitFor()
  const { names, meaning } = glossary[found.term]!
  await panel.getByText(meaning.en).waitFor()
  expect(await panel.innerText()).toContain(names.en)
  expect(await panel.innerText()).toContain(names.zh)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await term.evaluate(one => one === document.activeElement)).toBe(true)
})
