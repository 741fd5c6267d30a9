/** Tests the Why view: from a point of a chart to the tree of causes, and contributions that add up to the change. */

import { expect } from 'vitest'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { axe, violations } from './violations-fixture.ts'
import { shareWhatIf } from './what-if-page-fixture.ts'

appTest('a point that is picked opens its causes, down to figures', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  const chart = page.locator('.mainfig .chart')
  const box = (await chart.boundingBox())!
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.5)
  await page.waitForURL(/#\/why/)
  await settled(page)
  const tree = page.getByRole('treegrid').first()
  const rows = tree.getByRole('row')
  await rows.nth(1).waitFor()
  const before = await rows.count()
  // The keyboard opens level after level.
  await tree.locator('[role=row][aria-expanded=false]').first().focus()
  await page.keyboard.press('ArrowRight')
  await settled(page)
  expect(await rows.count()).toBeGreaterThan(before)
})

appTest('a small growth chart leads to its own causes', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  await page.locator('summary', { hasText: 'More charts' }).click()
  await settled(page)
  const chart = page.locator('.multi figure', { hasText: 'GDP growth' }).first().locator('.chart')
  const box = (await chart.boundingBox())!
  await chart.click({ position: { x: box.width * 0.7, y: box.height * 0.5 } })
  await page.waitForURL(/#\/why/)
  await settled(page)
  expect(await page.locator('.over').innerText()).toMatch(/ · GDP growth · 20\d\d Q\d/)
})

appTest('T opens the table of the chart under the mouse, and closes it', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  await page.locator('summary', { hasText: 'More charts' }).click()
  await settled(page)
  await page.evaluate('document.activeElement?.blur()')
  const figure = page.locator('.multi figure').nth(1)
  await figure.hover()
  await page.keyboard.press('t')
  expect(await page.locator('details.tbl[open]').count()).toBe(1)
  expect(await figure.locator('details.tbl[open]').count()).toBe(1)
  await page.keyboard.press('t')
  expect(await page.locator('details.tbl[open]').count()).toBe(0)
})

appTest('a source opens beside its number', { tags: ['thorough'] }, async ({ app }) => {
  // No policy is needed to ask why debt rises.
  const page = await app.open({ hash: '/why' })
  await settled(page)
  await page.locator('[role=row] .evb').last().click()
  const card = (await page.locator('.sheet .card').boundingBox())!
  expect(card.y).toBeGreaterThanOrEqual(0)
  expect(card.y + card.height).toBeLessThanOrEqual(900)
  await page.keyboard.press('Escape')
  await page.locator('.card').waitFor({ state: 'detached' })
  expect(await page.locator(':focus').getAttribute('class')).toBe('evb')
})

appTest('a parameter that is moved redraws the outcome, can be put back, and is kept in the link', async ({ app }) => {
  const page = await app.open({ hash: '/why' })
  await settled(page)
  await page.locator('.equations button', { hasText: /^Inflation$/ }).click()
  const card = page.locator('.card')
  const handle = card.locator('.touch input[type=range]').first()
  await handle.waitFor()
  await settled(page)
  const said = card.locator('.touch-said')
  const before = await said.innerText()
  expect(before).toMatch(/^Total local debt in 2035 Q4: [\d.]+ % of GDP with the standard values\.$/)
  expect(await card.locator('.touched-eq').first().innerText()).toMatch(/price from demand 11\.00\s%/)
  expect(await card.innerText()).toMatch(/One standard deviation .* moves total local debt in 2035 Q4 by [+−][\d.]+ pp/)
  expect(await card.locator('[data-line="moved"]').count()).toBe(0)
  await handle.focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('PageUp')
  await card.locator('[data-line="moved"]').waitFor({ state: 'attached' })
  await settled(page)
  expect(await said.innerText()).toMatch(/with your values, [+−][\d.]+ pp against/)
  // The open equation has an address.
  const again = await app.open({ hash: page.url().split('#')[1]! })
  await again.locator('.card h3', { hasText: /^Inflation$/ }).waitFor()
  const line = (id: string) => card.locator(`[data-line="${id}"]`).getAttribute('d')
  expect(await line('moved')).not.toBe(await line('still'))
  expect(page.url()).not.toMatch(/assume|priceFromDemand/)
  await page.evaluate(axe)
  expect(await violations(page)).toEqual([])
  await card
    .getByRole('button', { name: /^Reset to the standard value/ })
    .first()
    .click()
  await card.locator('[data-line="moved"]').waitFor({ state: 'detached' })
  expect(await said.innerText()).toBe(before)
  await handle.focus()
  await page.keyboard.press('End')
  await settled(page)
  await card.getByRole('button', { name: 'Keep as my assumption' }).press('Enter')
  await settled(page)
  expect(await page.locator('.over').innerText()).toContain('my assumptions')
  const other = await app.open({ hash: page.url().split('#')[1]! })
  await visit(other, 'what-if')
  await other.locator('.mainfig [data-line="base-std"]').waitFor({ state: 'attached' })
})
