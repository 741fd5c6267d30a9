/** Tests the report sentence by sentence: its verdicts, the card of a claim by address, hand and key, and the nearest claim. */

import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'

const sentences = '.sentences a'

appTest('the sentences are the claims of the command line, each marked by its verdict', async ({ app }) => {
  const page = await app.share('/claims')
  await page.locator(sentences).first().waitFor()
  const { claims } = (await json('record northeast --claims')) as {
    readonly claims: ReadonlyArray<{ id: string; verdict: string }>
  }
  const shown = await page
    .locator(sentences)
    .evaluateAll(all => all.map(one => [one.querySelector('sup')!.textContent, one.className.split(' ')[1]]))
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict])))
  await page.getByRole('button', { name: /^Contradicted/ }).click()
  const others = claims.filter(({ verdict }) => verdict !== 'contradicted')
  await expect.poll(() => page.locator('.sentences .others').count()).toBe(others.length)
})

appTest('a sentence of the reader finds its claim in both languages, or none', async ({ app }) => {
  const page = await app.share('/claims')
  const own = page.getByRole('searchbox')
  await own.fill('The northeast is older than Florida')
  await page.getByRole('button', { name: 'Nearest: K5' }).click()
  await page.getByRole('heading', { name: 'K5: contradicted' }).waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy citation' }).click()
  await page.locator('.toast', { hasText: 'Citation copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Heartland [\d.]+, K5, “The population[^”]+”: contradicted \(model \w{6}, data \w{6}\)\. http\S+#\/claim\/K5$/,
  )
  await own.fill('我们去公园散步')
  await page.getByText('No sentence of the report is near to this one.').waitFor()
  await own.fill('养老金支出不断上升')
  await page.getByRole('button', { name: 'Nearest: K10' }).waitFor()
})

appTest(
  'an address opens the card of a claim, in the language of the page',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/claim/K5' })
    await page.getByRole('heading', { name: 'K5: contradicted' }).waitFor()
    expect(await page.locator('.claim-card').innerText()).toMatch(/Florida: over 20 % in 2020/)
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await expect.poll(() => page.locator('.claim-card').innerText()).toMatch(/佛罗里达：2020年超过20%/)
  },
)

appTest(
  'a phone shows the sentence above its card, by keys alone, in Chinese',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/claim/K5', locale: 'zh-CN', viewport: { width: 390, height: 844 } })
    const card = page.getByRole('dialog')
    await card.getByRole('heading', { name: 'K5：与数据不符' }).waitFor()
    await settled(page)
    const [sentence, sheet] = await Promise.all([
      page.locator(`${sentences}[aria-current]`).boundingBox(),
      card.boundingBox(),
    ])
    expect(sentence!.y + sentence!.height).toBeLessThanOrEqual(sheet!.y)
    // It opens at its beginning, wide enough, above the places, in letters that can be read.
    expect(sheet!.x + sheet!.width).toBeLessThanOrEqual(390)
    expect(await card.evaluate(one => [one.scrollTop, one.scrollWidth <= one.clientWidth])).toEqual([0, true])
    const bottom = await page
      .locator('nav.places')
      .evaluate(one => (one.checkVisibility() ? one.getBoundingClientRect().top : 844))
    for (const part of await card
      .locator('h3, p')
      .all()
      .then(all => all.slice(0, 3))) {
      const { y, height } = (await part.boundingBox())!
      expect(y).toBeGreaterThanOrEqual(sheet!.y)
      expect(y + height).toBeLessThanOrEqual(Math.max(bottom, sheet!.y + sheet!.height))
      expect(await part.evaluate(one => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(12)
    }
    await card.getByRole('button', { name: '下一句' }).press('Enter')
    await card.getByRole('heading', { name: /^K40：/ }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#/claim/K40')
  },
)
