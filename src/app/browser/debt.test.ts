/** Tests the view Debt: its figures are those of the command line, in both languages, for areas, and on a phone. */

import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'

appTest('shows the debt that the command line shows', { timeout: 600_000, tags: ['thorough'] }, async ({ app }) => {
  const page = await app.share('/debt')
  await page.locator('.debt-fans figure').first().waitFor({ timeout: 500_000 })
  await settled(page)
  const report = await json('debt northeast -m 256')
  const last = report.years.length - 1
  const level = report.of.region.decomposition.level.values[last]
  expect(await page.locator('.say').first().innerText()).toContain(`${Math.round(100 * level)}\u00a0%`)
  // The fan of debt, with the share of simulations above the benchmark in its last column.
  const fan = page.locator('figure').filter({ hasText: 'Total local debt, % of GDP' }).first()
  await fan.locator('summary').click()
  const cells = await fan.locator('tbody tr').last().locator('td').allInnerTexts()
  const [debt] = report.simulations.places.region
  expect(cells[2]).toBe((100 * debt.bands[2][last]).toFixed(1))
  expect(cells.at(-1)).toBe((100 * debt.thresholds[0].share[last]).toFixed(1))
  // Colours of the heat map stand with words.
  const heat = await page.locator('.heat-t td.heat').allInnerTexts()
  expect(heat.length).toBeGreaterThan(20)
  for (const text of heat) expect(text).toMatch(/low|moderate|elevated|high|no |not /)
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/)
  await page.getByRole('combobox', { name: 'Place', exact: true }).selectOption('CN-JL')
  await settled(page)
  expect(await page.locator('.say').first().innerText()).toContain('Jilin')
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await page.locator('h1', { hasText: /^债权人视角的债务$/ }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})
