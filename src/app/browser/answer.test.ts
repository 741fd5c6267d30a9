/** The Answer view against the command line, which asks the same question. */

import { expect } from 'vitest'
import { readFirstView } from '../../cli/app-build/first.ts'
import type { Answer } from '../../analysis/answer/verdict.ts'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { design } from '../../model/design.ts'
import { appTest, settled } from './app-pages-fixture.ts'
import { addressWith } from './what-if-page-fixture.ts'

appTest(
  'leads with the sentences of the command line, and the parts directly under them',
  { tags: ['thorough'] },
  async ({ app }) => {
    const answer = (await json('answer northeast')) as Answer
    const page = await app.share('')
    expect((await page.locator('main p.say').innerText()).replaceAll('\u00a0', ' ')).toBe(answer.lead.en)
    const [parts] = await page.locator('main p.sure').allInnerTexts()
    expect(parts!.replaceAll('\u00a0', ' ')).toBe(answer.parts.en)
    // No word of the earlier verdict in the lead, and none of letters.
    const first = await page.locator('main p.say, main p.sure').allInnerTexts()
    expect(first.join(' ')).not.toMatch(/revived|criteria|\b[A-H]\b/)
    const rows = await page.locator('table', { hasText: 'Repayment of LGFV debt' }).first().locator('tbody tr').count()
    expect(rows).toBe(9)
  },
)

appTest('the app is built with the answer of its first region', async ({ app }) => {
  const { report } = await readFirstView('northeast', 'answer', () => {})
  const page = await app.share('')
  const texts = report.answer.blocks.flatMap(block => (block.kind === 'text' ? [block.message] : []))
  expect(texts.length).toBeGreaterThanOrEqual(2)
  expect(await page.locator('main').innerText()).toMatch(/Spending alone\s\(0\.5\s%/)
})

appTest(
  'follows another seed, number of simulations and budget',
  { timeout: 300_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: addressWith({ view: 'answer', seed: 7, members: 16 }) })
    const answer = (await json('answer northeast --members 16 --seed 7')) as Answer
    await settled(page)
    const text = async (): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    const { median } = answer.packages.find(({ id }) => id === 'families')!.changes['births']!
    await expect.poll(text, { timeout: 60_000 }).toContain(`Births +${(100 * median).toFixed(1)}`)
    await page.getByRole('combobox', { name: 'Budget of each direction' }).selectOption('1')
    await expect.poll(text, { timeout: 120_000 }).toMatch(/Spending alone \(1(?:\.0)? % of GDP/)
  },
)

appTest('one’s own package is a row of the table once it is added', { timeout: 300_000 }, async ({ app }) => {
  const policy = { publicInvestment: { value: 1, start: 2026, ramp: 1 } }
  const page = await app.open({ hash: addressWith({ view: 'answer', members: 16, policy }) })
  await settled(page)
  const rows = page.locator('table', { hasText: 'Repayment of LGFV debt' }).first().locator('tbody tr')
  expect(await rows.count()).toBe(9)
  const button = page.getByRole('button', { name: /to the table$/ })
  const [, name = ''] = /“(.+)”/.exec(await button.innerText())!
  await button.click()
  await expect.poll(() => rows.count(), { timeout: 120_000 }).toBe(10)
  // Built with bonds and taxes of provinces by half, it adds to debt.
  const own = rows.filter({ has: page.locator('th', { hasText: name }) })
  expect(await own.locator('td').nth(2).innerText()).toMatch(/^\+\d+\.\d$/)
  await page.getByRole('button', { name: /out of the table$/ }).click()
  await expect.poll(() => rows.count(), { timeout: 120_000 }).toBe(9)
})

for (const [locale, tags] of [
  ['en-GB', []],
  ['zh-CN', ['thorough']],
] as const)
  appTest(
    `a phone opens with a short sentence, the picture and four facts, and at most seven numbers (${locale})`,
    { tags: [...tags] },
    async ({ app }) => {
      const page = await app.open({ viewport: { width: 390, height: 844 }, locale })
      const top = (await page.locator('nav.places').boundingBox())!.y
      const seen = await page.locator('main').evaluate((main, bottom) => {
        const texts: string[] = []
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(walker.currentNode)
          for (const { top: y, height } of range.getClientRects())
            if (height > 1 && y < bottom) {
              texts.push(walker.currentNode.textContent!)
              break
            }
        }
        return texts
      }, top)
      const sentence = await page.locator('main p.say').innerText()
      expect(seen.join(' ')).toContain(sentence)
      expect(sentence.split(' ').length).toBeLessThanOrEqual(22)
      const picture = (await page.locator('main figure.fig svg').first().boundingBox())!
      expect(picture.y + picture.height).toBeLessThanOrEqual(top)
      const facts = page.locator('main .facts > div')
      expect(await facts.count()).toBe(4)
      for (const fact of await facts.all()) {
        const { y, height } = (await fact.boundingBox())!
        expect(y + height).toBeLessThanOrEqual(top)
        expect(y).toBeGreaterThan(picture.y + picture.height)
      }
      expect(seen.join(' ')).toContain('2001')
      const numbers = seen.join(' | ').match(/[+−]?\d[\d.,]*(?: ?(?:–|—|to|至) ?[+−]?\d[\d.,]*)?/g) ?? []
      const others = numbers.filter(text => !/^20\d\d(?:[–—]20\d\d)?$/.test(text))
      expect(others.length, others.join('; ')).toBeLessThanOrEqual(7)
      // The whole lead and its parts stand below the facts.
      expect((await page.locator('main p.sure').first().boundingBox())!.y).toBeGreaterThan(picture.y + picture.height)
    },
  )

appTest('provinces stand side by side in any year, without a place that simulations leave open', async ({ app }) => {
  const page = await app.share('')
  await page.keyboard.press('4')
  await settled(page)
  const tiles = (): Promise<string[]> => page.locator('.tiles .pv').allTextContents()
  expect((await tiles()).filter(text => /\d/.test(text)).length).toBe(31)
  expect(await page.locator('.tiles .own').count()).toBe(3)
  expect(await page.locator('.c5 .name').allTextContents()).toContainEqual(
    expect.stringMatching(/^\d+–\d+\s+Liaoning$/),
  )
  const later = await tiles()
  await page.getByRole('slider').press('Home')
  await expect.poll(tiles).not.toEqual(later)
  // Published figures have a place each.
  expect(await page.locator('.c5 .name').allTextContents()).toContainEqual(expect.stringMatching(/^\d+\s+Liaoning$/))
  await page.getByRole('combobox').selectOption('debt')
  await page.getByText('Not published with the coverage').waitFor()
})

appTest('each package of the design has its row among all packages', async ({ app }) => {
  const page = await app.share('')
  await page.keyboard.press('1')
  await page.locator('main summary', { hasText: 'More tables for experts' }).click()
  await page.getByText('What all packages change').first().waitFor()
  const text = await page.locator('main').innerText()
  for (const { names } of design) expect(text).toContain(names.en)
})
