/** Tests the record of the model as a page: its scores and drawings. */

import { expect } from 'vitest'
import { appTest, settled } from './app-pages-fixture.ts'

appTest(
  'the least accurate series stand first, and each is drawn beside what happened',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share('/record')
    const worst = page.getByRole('region', { name: 'The least accurate series first' })
    await worst.waitFor()
    const figures = page.locator('main .fig')
    const few = await figures.count()
    expect(few).toBe(6)
    for (const note of await page.locator('main .fig .src').allInnerTexts()) {
      expect(note).toMatch(/Error: model [\d.]+, last value/)
      expect(note).not.toMatch(/NaN|undefined|null/)
    }
    const [first] = await worst.locator('tbody tr').allInnerTexts()
    await page.getByLabel('Forecasts').selectOption('all')
    await expect.poll(() => figures.count()).toBeGreaterThan(20)
    await page.getByLabel('Years ahead').selectOption('1')
    await expect.poll(async () => (await worst.locator('tbody tr').allInnerTexts())[0]).not.toBe(first)
  },
)

appTest('a province shows its part of the record, and whose it is', async ({ app }) => {
  const page = await app.share('/record')
  await page.locator('button.place').click()
  await page.locator('.choices button', { hasText: /^Jilin$/ }).click()
  await settled(page)
  await expect.poll(() => page.locator('main').innerText()).toMatch(/heartland record CN-JL/)
  const areas = await page
    .getByRole('region', { name: 'The least accurate series first' })
    .locator('td:first-of-type')
    .allTextContents()
  expect(new Set(areas)).toEqual(new Set(['Jilin']))
})
