/** Tests the view Story: five pictures with titles printed from figures, tables behind them, keys, both languages, and a phone. */

import { expect } from 'vitest'
import { appTest, settled } from './app-pages-fixture.ts'
import { axe, violations } from './violations-fixture.ts'

appTest('shows five pictures, each with the figures of its title', { timeout: 120_000 }, async ({ app }) => {
  const page = await app.open({ hash: '/story' })
  const figures = page.locator('main figure')
  await figures.first().waitFor({ timeout: 60_000 })
  await settled(page)
  const titles = await figures.locator('h2').allInnerTexts()
  expect(titles.map(title => title.split(':')[0])).toEqual([
    'Share of national output',
    'Births a year',
    'Residents',
    'Own revenue in public spending',
    'Debt over output',
  ])
  const [, first] = /from (\d+) thousand in 2001/.exec(titles[1]!)!
  const young = figures.nth(1)
  await young.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await young.locator('tbody tr').first().innerText()).toMatch(new RegExp(`2001\\s+${first}`))
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/)
  // Sentences stand beside the picture, and no empty line of controls above it.
  const [chart, note] = await Promise.all([young.boundingBox(), page.locator('.debt-fans > div').nth(1).boundingBox()])
  expect(note!.x).toBeGreaterThan(chart!.x + chart!.width)
  expect(await page.locator('.record-choice').count()).toBe(0)
  await page.evaluate(axe)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await page.locator('h1', { hasText: /何以至此/ }).waitFor()
  await page.setViewportSize({ width: 320, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
})
