/** Tests the view Value for money: what it ranks, in both languages, and on a phone. */

import { expect } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { appTest, settled } from './app-pages-fixture.ts'

appTest('ranks the measures as the command line does', { timeout: 400_000, tags: ['thorough'] }, async ({ app }) => {
  const page = await app.share('/value')
  await page.locator('figure .chart').first().waitFor({ timeout: 300_000 })
  await settled(page)
  await page.locator('figure summary').first().click()
  const rows = await page
    .locator('figure tbody tr')
    .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent)))
  const ranked = (await json('value northeast')).levers.filter((one: any) => one.rank !== null)
  expect(rows.map(([rank]) => rank?.replace('=', ''))).toEqual(ranked.map((one: any) => String(one.rank)))
  expect(rows.flat().join(' ')).not.toMatch(/NaN|undefined|null/)
  await page.getByLabel('Ranked by the effect in').selectOption('12')
  await settled(page)
  expect(await page.locator('main').innerText()).toContain('80\u00a0% of 2037')
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 844 })
    await settled(page)
    // No name runs into the plot, and none into the row below.
    const crossed = await page.locator('figure .chart svg').evaluate(svg => {
      const plot = Math.min(...[...svg.querySelectorAll('.grid, .zero')].map(line => line.getBoundingClientRect().left))
      const boxes = [...svg.querySelectorAll('.name')].map(
        name => [name.textContent, name.getBoundingClientRect()] as const,
      )
      return boxes
        .filter(
          ([, box], at) => box.right > plot || box.bottom > (boxes[at + 1]?.[1].top ?? Number.POSITIVE_INFINITY) + 1,
        )
        .map(([text]) => text)
    })
    expect(crossed).toEqual([])
  }
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await page.locator('h1', { hasText: /^资金使用效益$/ }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})
