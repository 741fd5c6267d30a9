/** Tests the record of the model as a page: its scores and drawings, its claims, and the way to one claim. */

import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'

const claimIds = '.effects th[scope=row]'

appTest(
  'the claims are those of the command line, and are chosen by verdict',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share('/record')
    const table = page.getByRole('region', { name: 'Claims' })
    await table.waitFor()
    const { claims } = (await json('record northeast --claims')) as {
      readonly claims: ReadonlyArray<{ id: string; verdict: string }>
    }
    expect(await table.locator(claimIds).allTextContents()).toEqual(claims.map(({ id }) => id))
    await page.getByLabel('Claims that').selectOption('contradicted')
    await settled(page)
    const contradicted = claims.filter(({ verdict }) => verdict === 'contradicted').map(({ id }) => id)
    await expect.poll(() => table.locator(claimIds).allTextContents()).toEqual(contradicted)
  },
)

appTest(
  'an address leads to one claim, with its evidence in the language of the page',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/claim/K5' })
    await page.getByRole('heading', { name: 'K5: contradicted' }).waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Florida: over 20 % in 2020/)
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await expect.poll(() => page.locator('main').innerText()).toMatch(/佛罗里达：2020年超过20%/)
    await page.getByLabel('完整显示论断（K1、K2……）').fill('K19')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'K19：不成立' }).waitFor()
  },
)

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
